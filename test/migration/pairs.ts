import { type BothDirections, bothDirections } from '../../src/migration/direction.ts'
import { hazardsOf } from '../../src/migration/hazards.ts'
import type { Rename } from '../../src/migration/renames.ts'
import { toMigration } from '../../src/migration/script.ts'
import { verify } from '../../src/migration/verify.ts'
import type { Database } from '../../src/postgres/database.ts'
import { preludeOf } from '../../src/postgres/prelude/prelude.ts'
import type { Schema } from '../../src/schema/schema.ts'

export interface Tried {
  readonly ways: BothDirections
  readonly rows: number
  readonly withoutRows: boolean
}

/** Takes a pair through a migration and back, and leaves the database empty. Throws with everything a person needs to see why. */
export async function tryPair(database: Database, old: Schema, next: Schema, renames: readonly Rename[] = []): Promise<Tried> {
  try {
    const ways = await bothDirections(database, old, next, renames)
    if ('unusable' in ways) throw new Error(`${ways.unusable}: ${ways.refused.message}\n${ways.refused.statement.sql}`)
    const { failure, rows, withoutRows } = await verify(database, old, next, ways, renames)
    if (failure !== undefined)
      throw new Error(
        `${JSON.stringify(failure, undefined, 1)}\n\n${toMigration(ways.up.steps)}\n\n--- down\n\n${toMigration(ways.down.steps)}`,
      )
    if (withoutRows.length > 0 && hazardsOf(ways.up.changes, renames, ways.old, ways.next).length === 0)
      throw new Error(`no hazard, and yet rows are in the way: ${withoutRows[0]?.message}\n\n${toMigration(ways.up.steps)}`)
    return { ways, rows, withoutRows: withoutRows.length > 0 }
  } finally {
    await sweep(database, old)
  }
}

/** Leaves nothing but the platform. */
async function sweep(database: Database, { platform }: Schema): Promise<void> {
  await database.exec('rollback').catch(() => undefined)
  await database.exec('reset role')
  await database.exec('drop extension if exists citext cascade; drop schema if exists private cascade')
  const rows = await database.query(
    `select format('drop %s if exists public.%I cascade', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, c.relname) as sql
     from pg_class as c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
     union all select format('drop function if exists %s cascade', p.oid::regprocedure) from pg_proc as p where p.pronamespace = 'public'::regnamespace
     union all select format('drop type if exists public.%I cascade', t.typname) from pg_type as t where t.typnamespace = 'public'::regnamespace and t.typtype = 'e'`,
  )
  await database.exec(rows.map(({ sql }) => `${String(sql)};`).join('\n'))
  if (platform.kind === 'supabase') await database.exec('truncate auth.users cascade')
  await database.exec(`set search_path = ${preludeOf(platform).searchPath}`)
}
