import type { Draft, DraftColumn, DraftTable } from '../design/draft.ts'
import { traitsOf } from '../schema/platform.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { contains, type Names, similarity } from './names.ts'

/** A table that the documents ask for and the one of the schema that keeps it. */
export interface Pair {
  readonly asked: DraftTable
  readonly table: Table
  /** The schema's column for each that is asked for and has one, by the asked name. */
  readonly columns: ReadonlyMap<string, string>
}

/** Columns that say nothing of what a table is about. */
const usual: ReadonlySet<string> = new Set(['id', 'user_id', 'owner_id', 'created_at', 'updated_at', 'deleted_at', 'name'])

/**
 * Finds the table that keeps each one that is asked for: by its name in the documents' words, and by the columns both have. One table keeps one thing;
 * the surest pairs are made first.
 */
export function pairTables(draft: Draft, schema: Schema, names: Names): readonly Pair[] {
  const candidates = draft.tables.flatMap((asked) =>
    schema.tables.flatMap((table) => {
      const score = likeness(asked, table, names)
      return score < least ? [] : [{ asked, table, score }]
    }),
  )
  candidates.sort((a, b) => b.score - a.score)
  const pairs: Pair[] = []
  for (const { asked, table } of candidates)
    if (!pairs.some((pair) => pair.asked === asked || pair.table === table))
      pairs.push({ asked, table, columns: pairColumns(asked, table, schema, names) })
  return pairs
}

const least = 0.6

function likeness(asked: DraftTable, table: Table, names: Names): number {
  const byName = Math.max(...callingsOf(asked).map((name) => similarity(names, name, table.name)))
  const [wanted, have] = [telling(asked.columns), telling(table.columns)]
  const both = wanted.filter((name) => have.some((other) => similarity(names, name, other) >= 0.99)).length
  const byColumns = both < 2 ? 0 : both / Math.min(wanted.length, have.length)
  return byName === 1 ? 2 + byColumns : byName >= 0.5 ? byName + 0.1 + byColumns : byColumns
}

/** The names under which the documents know a table. */
export function callingsOf(asked: DraftTable): readonly string[] {
  const said = asked.facts?.mentions.map(({ mention }) => mention.name) ?? []
  const people = asked.part === 'accounts' || asked.part === 'profile' ? ['users', 'profiles', 'user_profiles', 'accounts'] : []
  return [...new Set([asked.name, ...said, ...people])]
}

const telling = (columns: readonly { readonly name: string }[]): readonly string[] =>
  columns.map(({ name }) => name).filter((name) => !usual.has(name))

function pairColumns(asked: DraftTable, table: Table, schema: Schema, names: Names): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  const taken = new Set<string>()
  const take = (column: DraftColumn, name: string | undefined) => {
    if (name === undefined || pairs.has(column.name) || taken.has(name)) return
    pairs.set(column.name, name)
    taken.add(name)
  }
  const free = () => table.columns.filter(({ name }) => !taken.has(name))
  const left = () => asked.columns.filter(({ name }) => !pairs.has(name))
  for (const column of asked.columns) take(column, table.columns.find(({ name }) => name === column.name)?.name)
  for (const column of left()) take(column, leadingTo(column, table, schema))
  for (const column of left())
    take(column, free().find(({ name }) => attributeNames(column).some((said) => similarity(names, said, name) >= 0.99))?.name)
  for (const column of left()) {
    const like = free().filter(({ name }) => attributeNames(column).some((said) => isLike(names, said, name)))
    if (like.length === 1) take(column, like[0]?.name)
  }
  return pairs
}

/** A column for an owner, whatever it is called: the only one that leads to accounts. */
function leadingTo(column: DraftColumn, table: Table, schema: Schema): string | undefined {
  if (column.references?.target.kind !== 'accounts') return undefined
  const keys = table.foreignKeys.filter((key) => key.columns.length === 1 && isAccounts(schema, key.references))
  return keys.length === 1 ? keys[0]?.columns[0] : undefined
}

/** Whether a table keeps accounts, or one row for each of them. */
export function isAccounts(
  schema: Schema,
  { schema: home, table }: { readonly schema: string; readonly table: string },
): boolean {
  const traits = traitsOf(schema.platform)
  return (traits.accounts !== null && home !== 'public') || /^(users?|accounts?|(user_)?profiles?)$/.test(table)
}

export function attributeNames({ name, facts }: DraftColumn): readonly string[] {
  return [...new Set([name, ...(facts?.mentions.map(({ mention }) => mention.name) ?? [])])]
}

export const isLike = (names: Names, one: string, other: string): boolean =>
  similarity(names, one, other) >= 0.6 || contains(names, one, other) || isShort(one, other) || isShort(other, one)

/** `carbs` for `carbohydrates`: the beginning of a word, in singular or plural. */
const isShort = (one: string, other: string): boolean => {
  const stem = one.replace(/s$/, '')
  return stem.length >= 4 && !stem.includes('_') && other.startsWith(stem)
}
