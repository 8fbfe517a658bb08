import { dollarQuoted, identifier, literal } from '../quote.ts'
import type { Statement } from '../statement.ts'

/**
 * A role that the platform does not bring. Roles belong to the whole server, not to one database, so another database may have
 * made it already; `create role` knows no `if not exists`.
 */
export function createRole(name: string): Statement {
  const body = [
    '',
    'begin',
    `  if not exists (select from pg_catalog.pg_roles where rolname = ${literal(name)}) then`,
    `    create role ${identifier(name)} nologin;`,
    '  end if;',
    'end',
    '',
  ].join('\n')
  return { kind: 'role', object: name, sql: `do ${dollarQuoted(body)}` }
}

/**
 * Drops a role unless another database still needs it: `drop role` fails with 2BP01 while anything anywhere on the server depends
 * on it, and with 42501 where whoever runs the script may not drop it; either way it stays and a notice says so.
 */
export function dropRole(name: string): Statement {
  const body = [
    '',
    'begin',
    `  drop role if exists ${identifier(name)};`,
    'exception when dependent_objects_still_exist or insufficient_privilege then',
    `  raise notice 'role % is still needed and stays', ${literal(name)};`,
    'end',
    '',
  ].join('\n')
  return { kind: 'role', object: name, sql: `do ${dollarQuoted(body)}` }
}
