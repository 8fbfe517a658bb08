import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import type { Platform } from '../schema/platform.ts'
import { identifier } from '../sql/quote.ts'
import type { Database, Row } from './database.ts'
import { type PreludeOptions, preludeOf } from './prelude/prelude.ts'

/**
 * Runs `work` in a database of its own on a server, made for it behind the platform's prelude and dropped afterwards, whatever
 * happens. Needs a role that may create databases and roles: roles belong to the whole server, so those that the prelude lacks are
 * created there, and dropped again if they were not there before.
 *
 * @throws the driver's error if the server cannot be reached or refuses.
 */
export async function withScratchDatabase<T>(
  url: string,
  platform: Platform,
  work: (database: Database) => Promise<T>,
  options: PreludeOptions = {},
): Promise<T> {
  const name = `dbplan_scratch_${randomBytes(8).toString('hex')}`
  const before = await connect(url)
  const roles = await roleNames(before)
  await before.query(`create database ${identifier(name)} template template0`).finally(() => before.end())
  try {
    const client = await connect(withDatabase(url, name))
    try {
      const prelude = preludeOf(platform, options)
      await client.query(`${onServer(prelude.sql)}\nset search_path = ${prelude.searchPath}`)
      return await work(await toDatabase(client))
    } finally {
      await client.end()
    }
  } finally {
    await cleanUp(url, name, roles)
  }
}

/** Opens a database as it is, to read it. The caller closes it. */
export async function openServer(url: string): Promise<Database> {
  return toDatabase(await connect(url))
}

async function connect(url: string): Promise<Client> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, application_name: 'dbplan' })
  // A connection that breaks while nothing is asked would end the process; the next query reports it.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function toDatabase(client: Client): Promise<Database> {
  const version = await client.query<{ server_version: string }>('show server_version')
  return {
    kind: 'server',
    version: version.rows[0]?.server_version.split(' ')[0] ?? 'unknown',
    query: async (sql, params) => (await client.query<Row>(sql, params === undefined ? undefined : [...params])).rows,
    exec: async (sql) => {
      await client.query(sql)
    },
    close: () => client.end(),
  }
}

async function cleanUp(url: string, database: string, rolesBefore: ReadonlySet<string>): Promise<void> {
  const client = await connect(url)
  try {
    await client.query(`drop database if exists ${identifier(database)} with (force)`)
    for (const role of await roleNames(client)) {
      // A role that something else has come to need by now stays.
      if (!rolesBefore.has(role)) await client.query(`drop role if exists ${identifier(role)}`).catch(() => undefined)
    }
  } finally {
    await client.end()
  }
}

async function roleNames(client: Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    "select rolname as name from pg_roles where rolname !~ '^pg_' order by oid desc",
  )
  return new Set(rows.map((row) => row.name))
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** The prelude for a server: a role may be there already, from the platform or an earlier scratch database. */
function onServer(sql: string): string {
  return sql.replaceAll(
    /^create role (\w+)(.*);$/gm,
    (_, role: string, options: string) =>
      `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role}${options}; end if; end $$;`,
  )
}
