import type { Prelude, PreludeOptions } from './prelude.ts'

/**
 * A plain server, or Neon: nothing but a role that owns the database and may create roles, as `neon_superuser` members and most
 * people's migration users may. The plan itself brings `private.current_user_id()` and the application's roles.
 */
export function plainPrelude({ owner = 'migration_owner' }: PreludeOptions = {}): Prelude {
  return {
    name: 'postgres',
    owner,
    searchPath: '"$user", public',
    sql: `
create role ${owner} login createrole createdb;
do $$ begin execute format('alter database %I owner to ${owner}', current_database()); end $$;
`,
  }
}
