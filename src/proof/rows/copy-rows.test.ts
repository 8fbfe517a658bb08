import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../postgres/database.ts'
import { openEmbedded } from '../../postgres/embedded.ts'
import { openSession } from '../session.ts'
import { copyRows } from './copy-rows.ts'

const tables = `
create type public.depth as (metres numeric, "at low tide" boolean);
create table public.buoys (
  id bigint generated always as identity primary key,
  "Name" text not null,
  label text generated always as (upper("Name")) stored,
  seen jsonb,
  depths public.depth[],
  next_id bigint references public.buoys
);
create table public.moorings (buoy_id bigint not null references public.buoys, berth integer) partition by list (berth);
create table public.moorings_rest partition of public.moorings default;
create table public.unused (id serial primary key);
create function public.refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`

const rows = `
insert into public.buoys ("Name", seen, depths, next_id) values
  ('it''s "red"', 'null', array[row(1.50, true)::public.depth, row(null, false)::public.depth], 2),
  (E'two\\nlines, {braces}', '{"at": "12:00"}', null, null);
insert into public.moorings values (1, 7), (2, null);
insert into auth.users (id, email) values ('6a2f0f70-0000-4000-8000-000000000001', 'a@example.com');
create trigger refuse before insert on public.buoys execute function public.refuse()`

const contents = `
select (select jsonb_agg(b::text order by id) from public.buoys b) as buoys,
  (select jsonb_agg(m::text order by buoy_id) from public.moorings m) as moorings,
  (select jsonb_agg(u::text) from auth.users u) as users`

let database: Database
let other: Database
beforeAll(async () => {
  database = await openEmbedded({ kind: 'supabase', version: 17 })
  other = await openEmbedded({ kind: 'supabase', version: 17 })
})
afterAll(() => Promise.all([database.close(), other.close()]))

test('rows stand elsewhere as they are, and numbers go on from where they were', async () => {
  for (const one of [database, other]) await one.exec(tables)
  await database.exec(rows)
  await other.exec(`insert into auth.users (id, email) values ('6a2f0f70-0000-4000-8000-000000000002', 'b@example.com')`)
  await other.exec(await copyRows(await openSession(database)))
  const [expected] = await database.query(contents)
  expect(expected?.buoys).toHaveLength(2)
  expect(await other.query(contents)).toEqual([expected])
  expect(
    await other.query(`select nextval('public.buoys_id_seq')::int as next, nextval('public.unused_id_seq')::int as first`),
  ).toEqual([{ next: 3, first: 1 }])
  expect(await other.query('select current_setting($1) as role', ['session_replication_role'])).toEqual([{ role: 'origin' }])
})
