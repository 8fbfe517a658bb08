import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClaimBody } from '../src/claim/claim.ts'
import { belongs, columns, name, planOf, said, table } from '../src/design/testing.ts'
import { type Database, sqlState } from '../src/postgres/database.ts'
import { openEmbedded } from '../src/postgres/embedded.ts'
import { preludeOf } from '../src/postgres/prelude/prelude.ts'
import { openServer } from '../src/postgres/server.ts'
import { prove } from '../src/proof/prove.ts'
import type { Plan } from '../src/schema/plan.ts'
import type { Platform } from '../src/schema/platform.ts'
import { createScript } from '../src/sql/script.ts'
import { type Server, startServer } from './servers/start-server.ts'

const most = (entity: string, maximum: number, per: string): ClaimBody => ({
  kind: 'count',
  entity: name(entity),
  maximum,
  per: name(per),
})

const kennels = (platform: Platform): Promise<Plan> =>
  planOf(
    [
      said(
        'decision',
        table('`kennels`'),
        columns('`kennels`', '`name`'),
        belongs('`kennels`', 'user'),
        { kind: 'unique', entity: name('`kennels`'), attributes: [name('`name`')] },
        table('`dogs`'),
        columns('`dogs`', '`name`'),
        belongs('`dogs`', '`kennels`'),
        most('`kennels`', 2, 'user'),
        most('`dogs`', 3, '`kennels`'),
      ),
    ],
    platform,
  )

describe.each([
  { kind: 'supabase', version: 17 },
  { kind: 'postgres', version: 18 },
] as const)('on $kind', (platform) => {
  test('as many rows as there may be go in, the next one is refused, and without the trigger somebody notices', async () => {
    const database = await openEmbedded(platform)
    const { attempts, notChecked } = await prove(await kennels(platform), { database })
    await database.close()
    expect(attempts.filter(({ passed }) => !passed)).toEqual([])
    expect(notChecked).toEqual([])
    for (const object of ['kennels.limit_per_user_id', 'dogs.limit_per_kennel_id']) {
      expect(attempts).toContainEqual(expect.objectContaining({ check: 'rejects', object, passed: true }))
      expect(attempts).toContainEqual(expect.objectContaining({ check: 'mutations', object, tried: 'drop the trigger' }))
    }
  })
})

describe('two sessions at once', () => {
  let server: Server
  let first: Database
  let second: Database
  beforeAll(async () => {
    server = await startServer(17)
    first = await openServer(server.url)
    second = await openServer(server.url)
    const platform = { kind: 'postgres', version: 17 } as const
    const { schema } = await kennels(platform)
    const prelude = preludeOf(platform)
    await first.exec(`${prelude.sql}; ${createScript(schema)}`)
  })
  afterAll(async () => {
    await first?.close()
    await second?.close()
    await server?.stop()
  })

  /** Until the statement of the second session waits for the lock of the first. */
  async function untilOneWaits(watcher: Database): Promise<void> {
    for (;;) {
      const [row] = await watcher.query(
        "select count(*)::int as waiting from pg_locks where locktype = 'advisory' and not granted",
      )
      if (row?.waiting === 1) return
    }
  }

  test.each([
    ['commit', '23514'],
    ['rollback', undefined],
  ])('the second one waits for the last place, and after a %s of the first knows whether it is free', async (end, state) => {
    await first.exec(`truncate users cascade; insert into users (id) values ('${owner}')`)
    const add = (called: string) => `insert into kennels (user_id, name) values ('${owner}', '${called}')`
    await first.exec(add('kept'))
    await first.exec(`begin; ${add('first')}`)
    const waiting = second.exec(add('second')).then(
      () => undefined,
      (error: unknown) => sqlState(error),
    )
    await untilOneWaits(first)
    await first.exec(end)
    expect(await waiting).toBe(state)
    expect(await first.query('select name from kennels order by created_at')).toHaveLength(2)
  })

  test('an upsert of a row that is there is none more, and a row that moves in is one', async () => {
    const other = owner.replace('1', '2')
    await first.exec(`truncate users cascade;
      insert into users (id) values ('${owner}'), ('${other}');
      insert into kennels (id, user_id, name) values ('${owner}', '${owner}', 'a'), (default, '${owner}', 'b'), (default, '${other}', 'c');
      insert into kennels (id, user_id, name) values ('${owner}', '${owner}', 'd') on conflict (id) do update set name = excluded.name`)
    const moved = first.exec(`update kennels set user_id = '${owner}' where name = 'c'`)
    await expect(moved).rejects.toMatchObject({ code: '23514', constraint: 'limit_kennels_per_user_id' })
  })
})

const owner = '00000000-0000-4000-8000-000000000001'
