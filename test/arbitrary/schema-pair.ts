import fc from 'fast-check'
import type { PlatformKind } from '../../src/schema/platform.ts'
import type { Schema } from '../../src/schema/schema.ts'
import { build, type SchemaRecipe, schemaRecipe } from './schema.ts'

/** A schema and what became of it. */
export interface RecipePair {
  readonly old: SchemaRecipe
  readonly next: SchemaRecipe
}

/** Which of two recipes each part is taken from: mostly the first, so that the two have most in common. */
const picks = fc.array(fc.nat(9), { minLength: 7, maxLength: 23 })

/** Small schemas of one or two tables, and what becomes of them when some of their parts are taken from others. */
export const recipePair: fc.Arbitrary<RecipePair> = fc.tuple(schemaRecipe, schemaRecipe, picks).map(([first, second, chosen]) => {
  const counter = { n: 0 }
  const take = () => (chosen[counter.n++ % chosen.length] ?? 0) >= 7
  const old = small(first)
  return { old, next: mix(old, small(second), take) }
})

/** One table or two, of three columns at most: a migration meets few things at a time, and many of them fit in one run. */
function small(recipe: SchemaRecipe): SchemaRecipe {
  const tables = recipe.tables.slice(0, recipe.accountTrigger ? 2 : 1).map((table) => ({
    ...table,
    columns: table.columns.slice(0, 3).map((column, at) => (at === 0 ? column : { ...column, comment: undefined })),
    grants: table.grants.slice(0, 1),
    enums: table.enums.slice(0, 1),
    indexes: table.indexes.slice(0, 1),
    policies: table.policies.slice(0, 1),
    triggers: table.triggers.slice(0, 1),
    keys: table.keys.slice(0, 1),
  }))
  return {
    ...recipe,
    enums: recipe.enums.slice(0, 1),
    tables,
    routines: recipe.routines.slice(0, 1),
    views: recipe.views.slice(0, 1),
  }
}

/** Stems stay, so that objects keep their names; everything else may come from the other. */
function mix<T>(mine: T, other: T, take: () => boolean): T {
  if (Array.isArray(mine) && Array.isArray(other) && typeof mine[0] !== 'string') {
    const length = take() ? other.length : mine.length
    return Array.from({ length }, (_, at) =>
      at >= mine.length ? other[at] : at >= other.length ? mine[at] : mix(mine[at], other[at], take),
    ) as T
  }
  if (isRecord(mine) && isRecord(other)) {
    return Object.fromEntries(
      Object.keys(mine).map((key) => [key, key === 'stem' ? mine[key] : mix(mine[key], other[key], take)]),
    ) as T
  }
  return take() ? other : mine
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Many pairs as one: their schemas side by side in one database, on one platform. */
export function besides(pairs: readonly RecipePair[], kind: PlatformKind): { readonly old: Schema; readonly next: Schema } {
  const all = (side: keyof RecipePair) => merge(pairs.map((pair, at) => build({ ...pair[side], kind }, at * 10)))
  return { old: all('old'), next: all('next') }
}

function merge(schemas: readonly Schema[]): Schema {
  const [first] = schemas
  if (first === undefined) throw new Error('nothing to merge')
  const every = <K extends 'enums' | 'tables' | 'views' | 'platformTables' | 'routines' | 'extensions' | 'grants'>(
    key: K,
  ): Schema[K] => {
    const known = new Map(schemas.flatMap((schema) => schema[key].map((one) => [nameOf(one), one])))
    return [...known.values()] as unknown as Schema[K]
  }
  return {
    ...first,
    extensions: every('extensions'),
    enums: every('enums'),
    tables: every('tables'),
    platformTables: every('platformTables'),
    views: every('views'),
    routines: every('routines'),
    grants: every('grants'),
  }
}

function nameOf(one: object): string {
  const { schema, name, object, role } = one as Readonly<Record<string, unknown>>
  return JSON.stringify([schema, name, object, role])
}
