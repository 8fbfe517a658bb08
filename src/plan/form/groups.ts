import type { Access, Group } from '../../schema/access.ts'
import { accountKey } from '../../schema/account-key.ts'
import { singularise } from '../../schema/inflect.ts'
import { findTable } from '../../schema/lookups.ts'
import type { Schema } from '../../schema/schema.ts'
import type { QualifiedName } from './name.ts'

/** A group as people call it: by its name, in singular or plural. */
export function groupNamed(words: string, { groups }: Access): Group | undefined {
  const name = words.trim().toLowerCase().replace(/ /g, '_')
  return groups.find((group) => group.name === words || group.name === name || group.name === singularise(name))
}

/** The column by which a row of a table, or of a view, is about one account. */
export function accountColumnOf(schema: Schema, { schema: namespace, name }: QualifiedName): string | undefined {
  const table = findTable(schema, namespace, name)
  if (table !== undefined) return accountKey(schema, table)
  const view = schema.views.find((one) => one.schema === namespace && one.name === name)
  const names = schema.access.groups.map(({ membership }) => membership.userColumn)
  return view?.columns.find((column) => names.includes(column.name))?.name
}
