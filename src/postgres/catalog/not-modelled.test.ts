import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../database.ts'
import { openEmbedded } from '../embedded.ts'
import { notModelled } from './not-modelled.ts'

const platform = { kind: 'supabase', version: 17 } as const
let database: Database
beforeAll(async () => {
  database = await openEmbedded(platform)
})
afterAll(() => database.close())

const base = `
create table public.kites (id integer primary key, name text not null);
create function public.tell() returns trigger language plpgsql as 'begin return null; end';`

const cases: Readonly<Record<string, readonly [sql: string, object: string, what: string]>> = {
  partition: [
    'create table public.flights (flown_on date) partition by range (flown_on); create table public.flights_2030 partition of public.flights default',
    'public.flights_2030',
    'a partition',
  ],
  'open partition': [
    'create table public.flights (flown_on date) partition by range (flown_on); create table public.flights_2030 partition of public.flights default; alter table public.flights enable row level security; grant select on public.flights_2030 to anon',
    'public.flights_2030',
    'a partition that callers reach directly',
  ],
  'closed partition': [
    'create table public.flights (flown_on date) partition by range (flown_on); create table public.flights_2030 partition of public.flights default; alter table public.flights enable row level security; alter table public.flights_2030 enable row level security',
    'public.flights_2030',
    'a partition',
  ],
  inheritance: [
    'create table public.stunt_kites (lines integer) inherits (public.kites)',
    'public.stunt_kites',
    'a table that inherits from another',
  ],
  unlogged: ['create unlogged table public.gusts (force integer)', 'public.gusts', 'an unlogged table'],
  sequence: ['create sequence public.numbers', 'public.numbers', 'a sequence of its own'],
  composite: ['create type public.span as (width integer, height integer)', 'public.span', 'a composite type'],
  domain: ['create domain public.wind as integer check (value >= 0)', 'public.wind', 'a domain'],
  range: ['create type public.winds as range (subtype = integer)', 'public.winds', 'a range type'],
  procedure: ["create procedure public.land() language sql as 'select 1'", 'public.land()', 'a procedure'],
  aggregate: [
    'create aggregate public.total (integer) (sfunc = int4pl, stype = integer)',
    'public.total(integer)',
    'an aggregate or window function',
  ],
  body: [
    'create function public.lift() returns integer language sql return 1',
    'public.lift()',
    'a function with its body as parsed SQL',
  ],
  settings: [
    "create function public.slow() returns integer language sql set work_mem = '1MB' as 'select 1'",
    'public.slow()',
    'a function with settings beside its search path',
  ],
  'not valid': [
    "alter table public.kites add constraint kites_name_check check (name <> '') not valid",
    'kites_name_check on kites',
    'a constraint that is not valid yet',
  ],
  'no inherit': [
    "alter table public.kites add constraint kites_name_check check (name <> '') no inherit",
    'kites_name_check on kites',
    'a check that is not inherited',
  ],
  'match full': [
    'create table public.tails (kite integer references public.kites match full)',
    'tails_kite_fkey on tails',
    'a foreign key with MATCH FULL',
  ],
  'view trigger': [
    'create view public.names as select name from public.kites; create trigger told instead of insert on public.names for each row execute function public.tell()',
    'told on names',
    'a trigger on a view',
  ],
  arguments: [
    "create trigger told after insert on public.kites execute function public.tell('loud')",
    'told on kites',
    'a trigger with arguments',
  ],
  transition: [
    'create trigger told after insert on public.kites referencing new table as added execute function public.tell()',
    'told on kites',
    'a trigger with transition tables',
  ],
  disabled: [
    'create trigger told after insert on public.kites execute function public.tell(); alter table public.kites disable trigger told',
    'told on kites',
    'a trigger that is off, or fires for replication',
  ],
  rule: ['create rule quiet as on delete to public.kites do instead nothing', 'quiet on kites', 'a rule'],
  storage: [
    'create policy own on auth.users for select using (true)',
    'own on auth.users',
    'a policy on a table of the platform',
  ],
}

describe('what a plan has no place for', () => {
  test('nothing of the platform, and nothing of what a plan holds', async () => {
    await database.exec(`begin; ${base}`)
    expect(await notModelled(database, platform)).toEqual([])
    await database.exec('rollback')
  })

  test.each(Object.entries(cases))('%s', async (_, [sql, object, what]) => {
    await database.exec(`begin; ${base} ${sql}`)
    const found = await notModelled(database, platform)
    await database.exec('rollback')
    expect(found.map((one) => [one.object, one.what])).toEqual([[object, what]])
  })

  test('a partition without privileges of its own is open where a text leaves them to the platform, and closed where they were taken back', async () => {
    const flights = `create table public.flights (flown_on date) partition by range (flown_on);
      create table public.flights_2030 partition of public.flights default; alter table public.flights enable row level security;`
    const isOpen = async (more: string, leavesGrants: boolean) => {
      await database.exec(`begin; ${flights} ${more}`)
      const found = await notModelled(database, platform, { leavesGrants })
      await database.exec('rollback')
      return found.map((one) => one.isOpen)
    }
    expect(await isOpen('', true)).toEqual([true])
    expect(await isOpen('', false)).toEqual([false])
    expect(await isOpen('revoke all on public.flights_2030 from anon, authenticated', true)).toEqual([false])
  })
})
