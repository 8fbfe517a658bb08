import { type BothDirections, bothDirections } from '../../src/migration/direction.ts'
import { hazardsOf } from '../../src/migration/hazards.ts'
import type { Rename } from '../../src/migration/renames.ts'
import type { Refused } from '../../src/migration/scratch.ts'
import { toMigration } from '../../src/migration/script.ts'
import { verify } from '../../src/migration/verify.ts'
import type { Database } from '../../src/postgres/database.ts'
import { preludeOf } from '../../src/postgres/prelude/prelude.ts'
import type { Schema } from '../../src/schema/schema.ts'

export interface Tried {
  readonly ways: BothDirections
  /** How many generated rows were followed. */
  readonly rows: number
  /** Statements that rows kept from running; a hazard named each. */
  readonly inTheWay: readonly Refused[]
}

/** Takes a pair through a migration and back, and leaves the database empty. Throws with everything a person needs to see why. */
export async function tryPair(database: Database, old: Schema, next: Schema, renames: readonly Rename[] = []): Promise<Tried> {
  try {
    const ways = await bothDirections(database, old, next, renames)
    if ('unusable' in ways) throw new Error(`${ways.unusable}: ${ways.refused.message}\n${ways.refused.statement.sql}`)
    const scripts = `${toMigration(ways.up.steps)}\n\n--- down\n\n${toMigration(ways.down.steps)}`
    const { failure, rows, withoutRows } = await verify(database, old, next, ways, renames)
    if (failure !== undefined) throw new Error(`${JSON.stringify(failure, undefined, 1)}\n\n${scripts}`)
    const hazards = [
      ...hazardsOf(ways.up.changes, renames, ways.old, ways.next),
      ...hazardsOf(ways.down.changes, [], ways.next, ways.old),
    ]
    const names = hazards.flatMap(({ object }) => [object, object.slice(object.lastIndexOf('.') + 1)])
    for (const { statement, message } of withoutRows) {
      if (!names.some((name) => statement.sql.includes(name) || message.includes(name)))
        throw new Error(`rows are in the way and no hazard says so: ${message}\n${statement.sql}\n\n${scripts}`)
    }
    return { ways, rows, inTheWay: withoutRows }
  } finally {
    await sweep(database, old)
  }
}

/** Leaves nothing but the platform. */
async function sweep(database: Database, { platform }: Schema): Promise<void> {
  await database.exec('rollback').catch(() => undefined)
  await database.exec('reset role; drop extension if exists citext cascade; drop schema if exists private cascade')
  const [drops] = await database.query(
    `select string_agg(sql, ';') as sql from (
       select format('drop %s if exists public.%I cascade', case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, relname) as sql
       from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
       union all select format('drop function if exists %s cascade', oid::regprocedure) from pg_proc where pronamespace = 'public'::regnamespace
       union all select format('drop type if exists public.%I cascade', typname) from pg_type where typnamespace = 'public'::regnamespace and typtype = 'e'
     ) as drops`,
  )
  await database.exec(String(drops?.sql ?? ''))
  if (platform.kind === 'supabase') await database.exec('truncate auth.users cascade')
  await database.exec(`set search_path = ${preludeOf(platform).searchPath}`)
}
