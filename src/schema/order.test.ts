import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeForeignKey, makeTable } from './factories.ts'
import { orderTables } from './order.ts'
import type { Table } from './table.ts'

const table = (name: string, parents: readonly string[]): Table =>
  makeTable({
    name,
    foreignKeys: parents.map((parent) =>
      makeForeignKey(name, { columns: [parent], references: { schema: 'public', table: parent, columns: ['id'] } }),
    ),
  })

/** As it is said: of the tables that wait for none of the others, the first by name; where all wait, the first that waits for itself. */
function said(tables: readonly Table[]): readonly string[] {
  const left = [...tables].sort((a, b) => (a.name < b.name ? -1 : 1))
  const parentsOf = (name: string): readonly string[] => {
    const names = left.find((one) => one.name === name)?.foreignKeys.map(({ references }) => references.table) ?? []
    return names.filter((parent) => parent !== name && left.some((one) => one.name === parent))
  }
  const reaches = (name: string, wanted: string, seen: readonly string[]): boolean =>
    parentsOf(name).some((parent) => parent === wanted || (!seen.includes(parent) && reaches(parent, wanted, [...seen, parent])))
  const order: string[] = []
  while (left.length > 0) {
    const next = left.find(({ name }) => parentsOf(name).length === 0) ?? left.find(({ name }) => reaches(name, name, []))
    order.push(next?.name ?? '')
    left.splice(left.indexOf(next as Table), 1)
  }
  return order
}

test('tables stand in the order that is said, with circles and without', () => {
  const names = ['anvil', 'bellows', 'crucible', 'die', 'forge', 'hammer']
  const schema = fc.tuple(...names.map((name) => fc.subarray(names, { maxLength: 3 }).map((parents) => table(name, parents))))
  fc.assert(
    fc.property(schema, (tables) => {
      expect(orderTables(tables).map(({ name }) => name)).toEqual(said(tables))
    }),
    { numRuns: 400 },
  )
})
