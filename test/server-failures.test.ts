import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { compileAccess } from '../src/design/access/compile-access.ts'
import type { Database } from '../src/postgres/database.ts'
import { parseAddress } from '../src/postgres/server/address.ts'
import { demandServer } from '../src/postgres/server/demand-server.ts'
import { openServer, withScratchDatabase } from '../src/postgres/server.ts'
import { plainPostgres, supabase } from '../src/proof/gallery/build.ts'
import { cookbook } from '../src/proof/gallery/schemas.ts'
import { proveOn } from '../src/proof/prove-on.ts'
import { emptyNotes } from '../src/schema/notes.ts'
import type { Platform } from '../src/schema/platform.ts'
import { failureOf } from './servers/failures.ts'
import { password, type Server, startServer } from './servers/start-server.ts'

const planOn = (platform: Platform) => ({ title: 'Test', schema: compileAccess(cookbook(platform)), notes: emptyNotes })

/** Everything that databases of a server share. */
const shared = `
  select 'database ' || datname || ' of ' || datdba::regrole || coalesce(datacl::text, '') as object from pg_database
  union all select 'role ' || (to_jsonb(r) - 'oid')::text from pg_roles as r
  union all select 'member ' || member::regrole || ' of ' || roleid::regrole from pg_auth_members
  union all select 'setting ' || to_jsonb(s)::text from pg_db_role_setting as s
  order by 1`

async function sharedObjects(url: string): Promise<readonly unknown[]> {
  const database = await openServer(url)
  try {
    return await database.query(shared)
  } finally {
    await database.close()
  }
}

describe('a server', () => {
  let server: Server
  let before: readonly unknown[]
  const urlAs = (user: string) => server.url.replace('//postgres:', `//${user}:`)
  beforeAll(async () => {
    server = await startServer(17)
    const database = await openServer(server.url)
    await database.exec(`
      create role anon nologin bypassrls connection limit 7;
      create role app_user nologin;
      create role watcher in role anon;
      create role ordinary login createdb createrole password '${password}';
      create role reader login superuser password '${password}';
      alter role reader set default_transaction_read_only = on`)
    await database.close()
  })
  afterAll(async () => {
    await server?.stop()
  })
  beforeEach(async () => {
    before = await sharedObjects(server.url)
  })
  afterEach(async () => {
    expect(await sharedObjects(server.url)).toEqual(before)
  })

  test('proofs at once do not meet, and what roles there are stays as it is', async () => {
    const proofs = await Promise.all(
      [supabase, plainPostgres, supabase].map((one) => proveOn(planOn(one), { databaseUrl: server.url })),
    )
    // The roles that exist are taken as they are: this anon passes every policy.
    expect(proofs[1]?.attempts.filter((attempt) => !attempt.passed)).toEqual([])
    for (const proof of [proofs[0], proofs[2]]) {
      const failed = proof?.attempts.filter((attempt) => !attempt.passed && attempt.check === 'access') ?? []
      expect(failed.length).toBeGreaterThan(0)
      expect(new Set(failed.map((attempt) => attempt.actor))).toEqual(new Set(['anonymous']))
    }
  })

  test('the owner of the migration is no superuser, though postgres is one', async () => {
    const [row] = await withScratchDatabase(server.url, supabase, async (database) => {
      await database.exec(`begin; ${database.setUp}`)
      return database.query('select rolsuper as super, rolname as name from pg_roles where rolname = $1', [database.owner])
    })
    expect(row).toEqual({ super: false, name: expect.stringMatching(/^dbplan_owner_[0-9a-f]{16}$/) })
  })

  test('what the work throws is thrown, and nothing is left', async () => {
    const bug = new Error('a bug')
    await expect(withScratchDatabase(server.url, supabase, () => Promise.reject(bug))).rejects.toBe(bug)
  })

  test('nobody answers', async () => {
    const url = server.url.replace(`:${server.port}`, ':1')
    expect(await failureOf(proveOn(planOn(supabase), { databaseUrl: url }))).toContain('No server answers at 127.0.0.1:1.')
  })

  test.each(['what?', 'mysql://me:not%20to%20be%20shown@host/db', 'postgres://me:not to be shown@:x/'])(
    '%s is no URL',
    async (databaseUrl) => {
      expect(await failureOf(proveOn(planOn(supabase), { databaseUrl }))).toContain('not one of PostgreSQL')
    },
  )

  test('the password is wrong', async () => {
    const databaseUrl = server.url.replace('not', 'never')
    expect(await failureOf(proveOn(planOn(supabase), { databaseUrl }))).toContain('does not let user "postgres" in')
  })

  test('the database that the URL names does not exist', async () => {
    const databaseUrl = server.url.replace(/postgres$/, 'nowhere')
    expect(await failureOf(proveOn(planOn(supabase), { databaseUrl }))).toContain('"nowhere" does not exist')
  })

  test('the user is no superuser', async () => {
    expect(await failureOf(proveOn(planOn(supabase), { databaseUrl: urlAs('ordinary') }))).toContain(
      'User "ordinary" is no superuser',
    )
  })

  test('create database is refused', async () => {
    expect(await failureOf(proveOn(planOn(supabase), { databaseUrl: urlAs('reader') }))).toContain('is read-only')
  })

  test('the server is too old', async () => {
    const query = async () => ({ rows: [{ version: '14.20', number: 140_020, super: true, user: 'postgres' }] })
    const asked = demandServer({ query } as unknown as Parameters<typeof demandServer>[0], parseAddress(server.url))
    expect(await failureOf(asked)).toContain('is PostgreSQL 14.20; plans need 15 or later')
  })

  test('a statement takes too long', async () => {
    const slow = (database: Database) => database.exec("set statement_timeout = '20ms'; select pg_sleep(60)")
    expect(await failureOf(withScratchDatabase(server.url, supabase, slow))).toContain('stopped a statement of the proof')
  })

  test('a signal ends the run: the database goes first, and then the process by that signal', async () => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
    const known = new Set(process.listeners('SIGTERM'))
    try {
      const interrupted = withScratchDatabase(server.url, supabase, async (database) => {
        const [handle] = process.listeners('SIGTERM').filter((one) => !known.has(one))
        const asked = database.query('select pg_sleep(60)')
        handle?.('SIGTERM')
        return asked
      })
      expect(await failureOf(interrupted)).toContain('went away')
      expect(await sharedObjects(server.url)).toEqual(before)
      expect(kill.mock.calls).toEqual([[process.pid, 'SIGTERM']])
      expect(process.listeners('SIGTERM').filter((one) => !known.has(one))).toEqual([])
    } finally {
      kill.mockRestore()
    }
  })

  test('the server goes away and comes back: nothing is left', async () => {
    const failure = await failureOf(
      withScratchDatabase(server.url, supabase, async (database) => {
        await database.exec('create table public.t (id int)')
        await server.kill()
        const asked = database.query('select 1')
        void server.start()
        return asked
      }),
    )
    expect(failure).toContain('went away during the proof')
    expect(failure).not.toContain('left behind')
  })

  test('the server goes away for good: what may be left is named', async () => {
    const work = async (database: Database) => {
      await server.kill()
      return database.query('select 1')
    }
    const failure = await failureOf(withScratchDatabase(server.url, supabase, work, { patience: 0 }))
    const drop = /drop database if exists dbplan_scratch_[0-9a-f]{16} with \(force\)$/.exec(failure)?.[0]
    expect(drop).toBeDefined()
    await server.start()
    const database = await openServer(server.url)
    await database.exec(drop ?? '')
    await database.close()
  })
})
