import { describe, expect, test } from 'vitest'
import { makeCheck, makeForeignKey, makePrimaryKey, makeUnique } from '../schema/factories.ts'
import type { Constraint } from './change.ts'
import { isLooser } from './looser.ts'

const check = (expression: string): Constraint => ({ type: 'check', value: makeCheck('boats', ['size'], { expression }) })
const unique = (...columns: readonly string[]): Constraint => ({ type: 'unique', value: makeUnique('boats', { columns }) })
const key = (table: string, onDelete: 'cascade' | 'restrict'): Constraint => ({
  type: 'foreign key',
  value: makeForeignKey('boats', { columns: ['berth_id'], references: { schema: 'public', table, columns: ['id'] }, onDelete }),
})

describe('a constraint that lets more in', () => {
  // As PostgreSQL prints them.
  test.each([
    ['((size >= 1) AND (size <= 40))', '((size >= 1) AND (size <= 60))'],
    ['((size >= 1) AND (size <= 40))', '((size >= 0) AND (size <= 40))'],
    ['((size >= 1) AND (size <= 40))', '(size <= 40)'],
    ["(size >= '-5'::integer)", "(size >= '-10'::integer)"],
    ['((size IS NULL) OR (size < 5))', '((size IS NULL) OR (size < 6))'],
    ['(char_length(name) <= 20)', '(char_length(name) <= 21)'],
    ["(state = ANY (ARRAY['a'::text, 'b'::text]))", "(state = ANY (ARRAY['c'::text, 'b'::text, 'a'::text]))"],
  ])('%s, then %s', (from, to) => {
    expect(isLooser(check(from), check(to))).toBe(true)
    expect(isLooser(check(to), check(from))).toBe(false)
  })

  test.each([
    ['(size <= 40)', '(size >= 40)'],
    ['(size <= 40)', '(width <= 60)'],
    ['(size <= 40)', '(size < 60)'],
    ['(NOT (size <= 40))', '(NOT (size <= 60))'],
    ['(size <= (40 - width))', '(size <= (60 - width))'],
    ['(size <= (width + 40))', '(size <= (width + 60))'],
    ['(size = 40)', '(size = 60)'],
    ['(size <> 40)', '(size <> 60)'],
    ["(state <> ALL (ARRAY['a'::text]))", "(state <> ALL (ARRAY['a'::text, 'b'::text]))"],
    ["(name <> 'a')", "(name <> 'b')"],
    ['CASE WHEN (size <= 40) THEN false ELSE true END', 'CASE WHEN (size <= 60) THEN false ELSE true END'],
  ])('%s, then %s, is not certain', (from, to) => {
    expect(isLooser(check(from), check(to))).toBe(false)
  })

  test('keys', () => {
    expect(isLooser(key('berths', 'cascade'), key('berths', 'restrict'))).toBe(true)
    expect(isLooser(key('berths', 'cascade'), key('quays', 'cascade'))).toBe(false)
    expect(isLooser(unique('a'), unique('a', 'b'))).toBe(true)
    expect(isLooser(unique('a', 'b'), unique('a'))).toBe(false)
    const primary = (...columns: readonly string[]): Constraint => ({
      type: 'primary key',
      value: makePrimaryKey('boats', columns),
    })
    expect(isLooser(primary('a'), primary('a', 'b'))).toBe(true)
    expect(isLooser(primary('a'), unique('a'))).toBe(false)
  })
})
