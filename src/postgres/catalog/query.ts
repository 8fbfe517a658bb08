import { literal } from '../../sql/quote.ts'
import type { Database } from '../database.ts'

/** Which schemas of the database are read. Both are SQL conditions over `n`, a row of `pg_namespace`. */
export interface Scope {
  readonly isOurs: string
  /** Where triggers may stand that run our functions: the platform's schemas. */
  readonly isPlatforms: string
}

export function listOf(names: readonly string[]): string {
  return names.length === 0 ? "''" : names.map(literal).join(', ')
}

/**
 * Objects that come with PostgreSQL itself have lower numbers (transam.h, FirstNormalObjectId). Says nothing that the conditions on
 * schemas do not, but lets PostgreSQL use the index on the number instead of reading its whole own catalog.
 */
export const isUserObject = (objectId: string): string => `${objectId} >= 16384`

/** What an extension has made is no part of a schema: `drop extension` takes it away. */
export function notOfAnExtension(classId: string, objectId: string): string {
  return `not exists (
    select from pg_depend as membership
    where membership.classid = '${classId}'::regclass and membership.objid = ${objectId} and membership.deptype = 'e'
  )`
}

/**
 * Runs several queries in one round trip. Each answers with its rows as JSON, so that both drivers give the same values; the shape of
 * a row is what the query beside its type says.
 */
export async function readRows<Rows extends Readonly<Record<string, unknown>>>(
  database: Database,
  queries: Readonly<Record<keyof Rows, string>>,
): Promise<{ readonly [Name in keyof Rows]: readonly Rows[Name][] }> {
  const parts = Object.entries<string>(queries).map(
    ([name, sql]) => `${literal(name)}, (select coalesce(jsonb_agg(to_jsonb(q)), '[]'::jsonb) from (${sql}) as q)`,
  )
  const [row] = await database.query(`select jsonb_build_object(${parts.join(',\n')}) as answer`)
  return row?.answer as { readonly [Name in keyof Rows]: readonly Rows[Name][] }
}

/** Spreads into an object only when there is a value: `...given('comment', row.comment)`. */
export function given<Key extends string, Value>(key: Key, value: Value | null | undefined): { readonly [K in Key]?: Value } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value })
}
