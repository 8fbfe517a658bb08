import type { PlatformKind } from '../../schema/platform.ts'

interface PlatformObjects {
  /** Schemas whose objects are the platform's own and no part of a plan. */
  readonly schemas: readonly string[]
  /** Extensions that every database of the platform has. */
  readonly extensions: readonly string[]
  /** Roles with USAGE on `public` before any migration runs. */
  readonly publicUsage: readonly string[]
}

const none: PlatformObjects = { schemas: [], extensions: [], publicUsage: ['public'] }

/** What a platform brings, so that reading a database back finds the plan's objects alone. */
export const platformObjects: Readonly<Record<PlatformKind, PlatformObjects>> = {
  supabase: {
    schemas: [
      'auth',
      'storage',
      'realtime',
      'vault',
      'extensions',
      'graphql',
      'graphql_public',
      'pgbouncer',
      'supabase_functions',
      'supabase_migrations',
      'net',
      'cron',
      'pgsodium',
      'pgsodium_masks',
      '_realtime',
      '_analytics',
      '_supavisor',
    ],
    extensions: ['pg_graphql', 'pg_stat_statements', 'pgsodium', 'supabase_vault', 'pg_net'],
    publicUsage: ['public', 'anon', 'authenticated', 'service_role', 'postgres'],
  },
  neon: { ...none, schemas: ['neon', 'neon_auth', 'neon_control_plane'], extensions: ['neon'] },
  postgres: none,
}
