import type { Database } from '../postgres/database.ts'
import { displayName } from '../schema/lookups.ts'
import { keyOf } from '../schema/order.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { identifier, qualified } from '../sql/quote.ts'
import type { Change, Named } from './change.ts'
import type { Rename } from './renames.ts'

/** A table on both sides of a migration, and the columns whose values it must leave alone. */
export interface Kept {
  readonly old: Named
  readonly next: Named
  readonly columns: readonly { readonly old: string; readonly next: string }[]
}

export interface RowsOf {
  readonly table: string
  /** Each row as one text, in the order of the texts. */
  readonly rows: readonly string[]
}

export interface RowsLost {
  readonly table: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** Every table that stays, with its columns that keep their values: not those that come, go, get another type, or get a value where they had none. */
export function keptRows(old: Schema, next: Schema, renames: readonly Rename[], changes: readonly Change[]): readonly Kept[] {
  const replaced = new Set(changes.flatMap((change) => (change.kind === 'replace table' ? [keyOf(change.to)] : [])))
  return next.tables.flatMap((table): readonly Kept[] => {
    const moved = renames.find((rename) => rename.kind === 'table' && keyOf(rename.to) === keyOf(table))
    const from: Named = moved?.kind === 'table' ? moved.from : table
    const before = old.tables.find((one) => keyOf(one) === keyOf(from))
    if (before === undefined || replaced.has(keyOf(table))) return []
    const touched = new Set(
      changes.flatMap((change) => {
        if (!('table' in change) || keyOf(change.table) !== keyOf(table)) return []
        if (change.kind === 'replace column') return [change.to.name]
        const isTouched =
          change.kind === 'change column' && (change.aspects.includes('type') || change.aspects.includes('nullable'))
        return isTouched ? [change.to.name] : []
      }),
    )
    const columns = table.columns.flatMap(({ name, generated }) => {
      const renamed = renames.find(
        (rename) => rename.kind === 'column' && keyOf(rename.table) === keyOf(table) && rename.to === name,
      )
      const was = renamed?.kind === 'column' ? renamed.from : name
      const isKept = !touched.has(name) && generated === undefined && before.columns.some((one) => one.name === was)
      return isKept ? [{ old: was, next: name }] : []
    })
    return [{ old: named(before), next: named(table), columns }]
  })
}

const named = ({ schema, name }: Table): Named => ({ schema, name })

/** What stands in the kept columns, under the names of one side. Reads as superuser, so no policy hides a row. */
export async function snapshot(database: Database, kept: readonly Kept[], side: 'old' | 'next'): Promise<readonly RowsOf[]> {
  if (kept.length === 0) return []
  const queries = kept.map((one) => {
    const values = one.columns.map((column) => `${identifier(column[side])}::text`).join(', ')
    return `(select coalesce(jsonb_agg(line order by line), '[]') from (select array[${values}]::text[]::text collate "C" as line from only ${qualified(one[side].schema, one[side].name)}) as lines)`
  })
  const [row] = await database.query(`select to_jsonb(array[${queries.join(', ')}]::jsonb[]) as tables`)
  const found = row?.tables as readonly (readonly string[])[] | undefined
  return kept.map((one, at) => ({ table: displayName(one[side]), rows: found?.[at] ?? [] }))
}
