import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffSchemas } from './diff-schemas.ts'
import { makeColumn, makeForeignKey, makeTable } from './factories.ts'
import { byteLength, foreignKeyName, objectName, primaryKeyName } from './names.ts'
import { orderTables } from './order.ts'
import { emptySchema } from './schema.ts'
import { shortType } from './type-spelling.ts'

describe('names', () => {
  test('are what PostgreSQL would choose', () => {
    expect(primaryKeyName('rooms')).toBe('rooms_pkey')
    expect(foreignKeyName('bookings', ['room_id', 'owner_id'])).toBe('bookings_room_id_owner_id_fkey')
    expect(objectName('a_table_with_a_name_that_is_quite_long_indeed', 'a_column_with_a_name_that_is_long', 'fkey')).toBe(
      'a_table_with_a_name_that_is_q_a_column_with_a_name_that_is_fkey',
    )
  })
  test('fit into 63 bytes and keep their label', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        (table, column) => {
          const name = objectName(table, column, 'fkey')
          expect(byteLength(name)).toBeLessThanOrEqual(63)
          expect(name.endsWith('_fkey')).toBe(true)
        },
      ),
    )
  })
})

describe('order', () => {
  const table = (name: string, ...parents: readonly string[]) =>
    makeTable({
      name,
      foreignKeys: parents.map((parent) =>
        makeForeignKey(name, { columns: [`${parent}_id`], references: { schema: 'public', table: parent, columns: ['id'] } }),
      ),
    })
  const names = (...tables: readonly ReturnType<typeof table>[]) => orderTables(tables).map(({ name }) => name)

  test('is parents first, then by name', () => {
    expect(names(table('a', 'c'), table('b'), table('c'))).toEqual(['b', 'c', 'a'])
  })
  test('opens a circle at its first by name; what hangs on it waits', () => {
    expect(names(table('a', 'b'), table('c', 'b'), table('b', 'c'), table('d', 'd'))).toEqual(['d', 'b', 'a', 'c'])
  })
  test('does not depend on the order given', () => {
    const tables = [table('a', 'b'), table('b', 'c'), table('c', 'a'), table('d', 'a'), table('e')]
    const expected = names(...tables)
    fc.assert(
      fc.property(fc.shuffledSubarray(tables, { minLength: tables.length }), (shuffled) => {
        expect(names(...shuffled)).toEqual(expected)
      }),
    )
  })
})

test.each([
  ['character varying(20)[]', 'varchar(20)[]'],
  ['timestamp(3) with time zone', 'timestamptz(3)'],
  ['timestamp without time zone', 'timestamp'],
  ['double precision', 'float8'],
  ['public.mood[]', 'mood[]'],
  ['extensions.citext', 'extensions.citext'],
  ['"Odd (type)"', '"Odd (type)"'],
  ['numeric(10,2)', 'numeric(10,2)'],
  ['bpchar', 'bpchar'],
  ['character(3)', 'char(3)'],
])('%s is short for %s', (long, short) => {
  expect(shortType(long)).toBe(short)
})

describe('differences', () => {
  const empty = emptySchema({ kind: 'postgres', version: 17 })
  const one = { ...empty, tables: [makeTable({ name: 'a', columns: [makeColumn({ name: 'x', type: 'text' })] })] }

  test('name the object and the aspect', () => {
    const other = { ...empty, tables: [makeTable({ name: 'a', columns: [makeColumn({ name: 'x', type: 'citext' })] })] }
    expect(diffSchemas(one, other)).toEqual([
      { kind: 'column', object: 'a.x', aspect: 'type', expected: 'text', actual: 'citext' },
    ])
    expect(diffSchemas(one, empty)[0]).toEqual({
      kind: 'table',
      object: 'a',
      aspect: 'existence',
      expected: 'present',
      actual: undefined,
    })
  })
  test('are not made by reasons', () => {
    const why = { ...one, tables: one.tables.map((table) => ({ ...table, reasons: [{ kind: 'found' as const }] })) }
    expect(diffSchemas(one, why)).toEqual([])
  })
})
