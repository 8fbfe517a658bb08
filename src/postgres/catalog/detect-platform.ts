import type { Platform } from '../../schema/platform.ts'
import type { Database } from '../database.ts'

/** Which platform a database is of, by what the platforms bring, and its major version; a version that plans do not know counts as the nearest. */
export async function detectPlatform(database: Database): Promise<Platform> {
  const [row] = await database.query(`select
    exists (select from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace where n.nspname = 'auth' and p.proname = 'uid')
      and exists (select from pg_roles where rolname = 'authenticated') as supabase,
    exists (select from pg_roles where rolname = 'neon_superuser') as neon`)
  const major = Number.parseInt(database.version, 10)
  const version = Math.min(18, Math.max(15, Number.isNaN(major) ? 17 : major))
  return { kind: row?.supabase === true ? 'supabase' : row?.neon === true ? 'neon' : 'postgres', version }
}
