import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import type { Platform } from '../../schema/platform.ts'
import { type Prelude, type PreludeOptions, preludeOf } from '../prelude/prelude.ts'

/**
 * The platform's prelude for a server that has roles already. Those that exist are taken as they are. Where the role that runs migrations
 * on the platform is a superuser here (`postgres`, mostly), another one stands in for it: a superuser would pass every policy.
 */
export async function preludeOnServer(client: Client, platform: Platform, options: PreludeOptions): Promise<Prelude> {
  const { owner } = preludeOf(platform, options)
  const { rows } = await client.query<{ super: boolean }>('select rolsuper as super from pg_roles where rolname = $1', [owner])
  const isFree = rows.length === 0 || (platform.kind === 'supabase' && rows[0]?.super === false)
  const prelude = preludeOf(platform, isFree ? options : { ...options, owner: `dbplan_owner_${randomBytes(8).toString('hex')}` })
  return { ...prelude, sql: unlessThere(prelude.sql) }
}

function unlessThere(sql: string): string {
  return sql.replaceAll(
    /^create role (\w+)(.*);$/gm,
    (_, role: string, options: string) =>
      `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role}${options}; end if; end $$;`,
  )
}
