import { describe, expect, test } from 'vitest'
import { column, table } from '../gallery/build.ts'
import { hintsOf } from './hints.ts'

const recipes = table('recipes', [column('title', 'text'), column('status', 'text'), column('amount', 'integer')])

describe('hintsOf', () => {
  test('a measured text', () => {
    const hints = hintsOf('char_length(title) between 1 and 120', recipes)
    expect(hints).toMatchObject({ columns: ['title'], numbers: [1, 120], measures: true, lists: false })
  })
  test('a list of values, in both spellings', () => {
    expect(hintsOf("status in ('draft', 'done')", recipes)).toMatchObject({ strings: ['draft', 'done'], lists: true })
    expect(hintsOf("status = ANY (ARRAY['draft'::text, 'done'::text])", recipes)).toMatchObject({
      strings: ['draft', 'done'],
      lists: true,
    })
  })
  test('what a column must not be is no value of it', () => {
    expect(hintsOf("btrim(title) <> ''", recipes)).toMatchObject({ strings: [''], lists: false })
  })
  test('patterns', () => {
    expect(hintsOf("title ~ '^[a-z]+$'", recipes).patterns).toEqual(['^[a-z]+$'])
    expect(hintsOf("title like 'it''s %'", recipes).likes).toEqual(["it's %"])
    expect(hintsOf("title ~~ 'a%'", recipes).likes).toEqual(['a%'])
  })
  test('negative numbers', () => {
    expect(hintsOf('amount > -5', recipes).numbers).toEqual([-5])
  })
})
