import type { Table } from '../../schema/table.ts'
import { type Facts, nameOf, targetOf } from '../rows/facts.ts'

/** The tables on which the outcome of a statement on this one can rest: itself, what its rules walk through, memberships, parents. */
export function reads(facts: Facts, table: Table): readonly string[] {
  const found = new Set([nameOf(table), ...facts.membershipTables.keys()])
  const { roles } = facts.schema.access
  if (roles !== undefined) found.add(`${roles.schema}.${roles.table}`)
  for (const key of table.foreignKeys) found.add(targetOf(key))
  const text = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) text(one)
    else if (typeof value === 'object' && value !== null) {
      const place = value as { readonly schema?: unknown; readonly table?: unknown }
      if (typeof place.schema === 'string' && typeof place.table === 'string') found.add(`${place.schema}.${place.table}`)
      for (const one of Object.values(value)) text(one)
    }
  }
  for (const rule of facts.rules.get(nameOf(table)) ?? []) text(rule.rows)
  return [...found]
}
