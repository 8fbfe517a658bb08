import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryPlan } from '../../test/arbitrary/plan.ts'
import { displayName } from '../schema/lookups.ts'
import { locatePlanParts } from './locate.ts'
import { writePlan } from './write-plan.ts'

test('every part of a written plan has a line, and the line speaks of it', () => {
  fc.assert(
    fc.property(arbitraryPlan, ({ title, notes, schema }) => {
      const text = writePlan({ title, notes, schema })
      const lines = text.split('\n')
      const parts = locatePlanParts(text)
      const expected = schema.tables.flatMap((table) => [
        displayName(table),
        ...table.columns.map((column) => `${displayName(table)}.${column.name}`),
        ...(table.primaryKey === undefined ? [] : [table.primaryKey.name]),
        ...[...table.uniques, ...table.checks, ...table.foreignKeys, ...table.exclusions, ...table.indexes].map(
          ({ name }) => name,
        ),
        ...table.triggers.map(({ name }) => `${displayName(table)}.${name}`),
        ...table.policies.map(({ name }) => name),
      ])
      expect(expected.filter((name) => !parts.has(name))).toEqual([])
      for (const routine of schema.routines) expect(lines[(parts.get(displayName(routine)) ?? 0) - 1]).toMatch(/^create function/)
    }),
    { numRuns: 20 },
  )
})

test('a text that is no plan has no parts', () => {
  expect([...locatePlanParts('# Shopping\n\n- milk\n')]).toEqual([])
})
