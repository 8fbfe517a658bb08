import { displayName } from '../schema/lookups.ts'
import { sequenceName } from '../schema/names.ts'
import { keyOf } from '../schema/order.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { identifier, qualified } from '../sql/quote.ts'
import type { Named } from './change.ts'
import { type Step, step } from './step.ts'

/** A table, one of its columns, or a type, under another name. For a column, `table` is what its table is called afterwards. */
export type Rename =
  | { readonly kind: 'table'; readonly from: Named; readonly to: Named }
  | { readonly kind: 'type'; readonly from: Named; readonly to: Named }
  | { readonly kind: 'column'; readonly table: Named; readonly from: string; readonly to: string }

/** What declared renames come to, against the schema as it was. */
export interface Renames {
  readonly renames: readonly Rename[]
  /** Declared, but there is nothing of that name, or both names are there. In words. */
  readonly impossible: readonly string[]
}

/**
 * The renames that the new schema declares (`<!-- was: old_name -->`) and that the old one still needs. A declaration stays in the plan after its migration has run;
 * where the old schema has the new name already it says nothing.
 */
export function declaredRenames(old: Schema, next: Schema): Renames {
  const renames: Rename[] = []
  const impossible: string[] = []
  const find = (schema: Schema, named: Named) => schema.tables.find((table) => keyOf(table) === keyOf(named))
  for (const type of next.enums) {
    const has = (schema: Schema, name: string) => schema.enums.some((one) => keyOf(one) === keyOf({ schema: type.schema, name }))
    if (type.was === undefined || has(old, type.name)) continue
    const from = { schema: type.schema, name: type.was }
    const said = `\`${displayName(type)}\` was \`${displayName(from)}\``
    if (!has(old, type.was)) impossible.push(`${said}: there is no such type`)
    else if (has(next, type.was)) impossible.push(`${said}: that type is still there`)
    else renames.push({ kind: 'type', from, to: { schema: type.schema, name: type.name } })
  }
  for (const table of next.tables) {
    const from = table.was === undefined ? undefined : { schema: table.schema, name: table.was }
    const source = from === undefined ? undefined : find(old, from)
    const known = find(old, table)
    if (from !== undefined && known === undefined) {
      if (source === undefined) impossible.push(`\`${displayName(table)}\` was \`${displayName(from)}\`: there is no such table`)
      else if (find(next, from) !== undefined)
        impossible.push(`\`${displayName(table)}\` was \`${displayName(from)}\`: that table is still there`)
      else renames.push({ kind: 'table', from, to: { schema: table.schema, name: table.name } })
    }
    renames.push(...columnRenames(known ?? source, table, impossible))
  }
  return { renames, impossible }
}

function columnRenames(old: Table | undefined, next: Table, impossible: string[]): readonly Rename[] {
  if (old === undefined) return []
  const has = (table: Table, name: string) => table.columns.some((column) => column.name === name)
  return next.columns.flatMap(({ name, was }): readonly Rename[] => {
    if (was === undefined || has(old, name)) return []
    const column = `${displayName(next)}.${name}`
    if (!has(old, was)) impossible.push(`\`${column}\` was \`${was}\`: there is no such column`)
    else if (has(next, was)) impossible.push(`\`${column}\` was \`${was}\`: that column is still there`)
    else return [{ kind: 'column', table: { schema: next.schema, name: next.name }, from: was, to: name }]
    return []
  })
}

/** The same renames the other way, for the script that takes them back. */
export function reversed(renames: readonly Rename[]): readonly Rename[] {
  const oldTable = (table: Named): Named => {
    const found = renames.find((rename) => rename.kind === 'table' && keyOf(rename.to) === keyOf(table))
    return found?.kind === 'table' ? found.from : table
  }
  return [
    ...renames.flatMap((rename): readonly Rename[] =>
      rename.kind === 'table' || rename.kind === 'type' ? [{ ...rename, from: rename.to, to: rename.from }] : [],
    ),
    ...renames.flatMap((rename): readonly Rename[] =>
      rename.kind === 'column' ? [{ ...rename, table: oldTable(rename.table), from: rename.to, to: rename.from }] : [],
    ),
  ]
}

/** Renames types, tables and then their columns, with the sequences behind identity columns, which keep their names otherwise. */
export function renameSteps(renames: readonly Rename[], old: Schema): readonly Step[] {
  const tables = renames.filter((rename) => rename.kind === 'table')
  const columns = renames.filter((rename) => rename.kind === 'column')
  return [
    ...renames.flatMap((rename) =>
      rename.kind === 'type'
        ? [
            step(
              'enum',
              displayName(rename.to),
              `alter type ${qualified(rename.from.schema, rename.from.name)} rename to ${identifier(rename.to.name)}`,
            ),
          ]
        : [],
    ),
    ...tables.map(({ from, to }) =>
      step('table', displayName(to), `alter table ${qualified(from.schema, from.name)} rename to ${identifier(to.name)}`),
    ),
    ...columns.map(({ table, from, to }) =>
      step(
        'table',
        displayName(table),
        `alter table ${qualified(table.schema, table.name)} rename column ${identifier(from)} to ${identifier(to)}`,
      ),
    ),
    ...sequenceSteps(renames, old),
  ]
}

function sequenceSteps(renames: readonly Rename[], old: Schema): readonly Step[] {
  return old.tables.flatMap((table) => {
    const moved = renames.find((rename) => rename.kind === 'table' && keyOf(rename.from) === keyOf(table))
    const now: Named = moved?.kind === 'table' ? moved.to : table
    return table.columns
      .filter((column) => column.identity !== undefined)
      .flatMap((column) => {
        const renamed = renames.find(
          (rename) => rename.kind === 'column' && keyOf(rename.table) === keyOf(now) && rename.from === column.name,
        )
        const before = sequenceName(table.name, column.name)
        const after = sequenceName(now.name, renamed?.kind === 'column' ? renamed.to : column.name)
        if (before === after) return []
        return [step('table', displayName(now), `alter sequence ${qualified(now.schema, before)} rename to ${identifier(after)}`)]
      })
  })
}
