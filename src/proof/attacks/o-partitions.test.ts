import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../postgres/database.ts'
import { openEmbedded } from '../../postgres/embedded.ts'
import type { Stage } from '../checks/stage.ts'
import { expectationFrom } from '../expect/expectation.ts'
import { column, schema, supabase, table } from '../gallery/build.ts'
import { actorsOf } from '../people/actors.ts'
import { factsOf } from '../rows/facts.ts'
import type { World } from '../rows/world.ts'
import { runProbes } from '../run-probes.ts'
import { openSession } from '../session.ts'
import { readPartitions } from './o-partitions.ts'

let database: Database
beforeAll(async () => {
  database = await openEmbedded(supabase)
})
afterAll(() => database.close())

/** A partitioned table behind a policy; `more` is what is done to its partition. */
async function observed(more: string): Promise<string> {
  const gusts = table('gusts', [column('measured_on', 'date')], { partitionBy: 'range (measured_on)', rowSecurity: 'on' })
  const facts = factsOf(schema(supabase, [gusts], {}))
  const rowsOf = () => []
  const world: World = {
    people: [],
    made: new Map(),
    rows: new Map(),
    spares: new Map(),
    solutions: new Map(),
    missing: [],
    settled: true,
  }
  const stage: Stage = {
    facts,
    actors: actorsOf(facts, []),
    world,
    expectation: expectationFrom({ facts, rows: rowsOf }),
    rowsOf,
  }
  await database.exec(`begin;
    create table public.gusts (measured_on date) partition by range (measured_on);
    create table public.gusts_2030 partition of public.gusts for values from ('2030-01-01') to ('2031-01-01');
    alter table public.gusts enable row level security;
    revoke all on public.gusts, public.gusts_2030 from anon, authenticated;
    grant select on public.gusts to authenticated;
    ${more}`)
  const [tried] = await runProbes(await openSession(database), readPartitions(stage))
  await database.exec('rollback')
  return `${tried?.verdict.passed}: ${tried?.verdict.observed}`
}

test('a partition that clients may not touch is closed', async () => {
  expect(await observed('')).toBe('true: none is open')
})

test('a partition with policies of its own is closed', async () => {
  const closed = 'grant select on public.gusts_2030 to authenticated; alter table public.gusts_2030 enable row level security'
  expect(await observed(closed)).toBe('true: none is open')
})

test('a partition that is read directly is past the policies of its table', async () => {
  expect(await observed('grant select on public.gusts_2030 to authenticated')).toBe('false: gusts_2030')
})

test('one column of it is enough', async () => {
  expect(await observed('grant select (measured_on) on public.gusts_2030 to anon')).toBe('false: gusts_2030')
})
