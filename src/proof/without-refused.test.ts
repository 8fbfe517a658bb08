import { afterAll, beforeAll, expect, test } from 'vitest'
import { withUsualGrants } from '../check/usual-grants.ts'
import { readForeignPlan } from '../foreign/read-foreign-plan.ts'
import type { Database } from '../postgres/database.ts'
import { openEmbedded } from '../postgres/embedded.ts'
import { emptyNotes } from '../schema/notes.ts'
import { supabase } from './gallery/build.ts'
import { prove } from './prove.ts'

const plan = `# Ice rink (Supabase)

\`\`\`sql
create type lane_kind as enum ('ice', 'curling');
create table public.lanes (
  id uuid primary key default gen_random_uuid(),
  kind lane_kind not null default 'snow',
  length_m integer not null check (length_m > 0),
  slope incline,
  check (lenght_m < 400)
);
create table public.bookings (
  id uuid primary key default gen_random_uuid(),
  lane_id uuid not null references public.lanes (id) on delete cascade,
  skater_id uuid references public.skaters (id),
  starts_at timestamptz not null
);
create index bookings_lane_id_idx on public.bookings (lane_id);
create index bookings_soon_idx on public.bookings (starts_at) where starts_at > now();
alter table public.lanes enable row level security;
alter table public.bookings enable row level security;
create policy "everyone sees lanes" on public.lanes for select using (true);
create policy "skaters see their own" on public.bookings for select using (skater_id = skater());
\`\`\`
`

let database: Database
beforeAll(async () => {
  database = await openEmbedded(supabase)
})
afterAll(() => database.close())

async function proven(leaveOutRefused: boolean) {
  const { schema } = await readForeignPlan(plan, 'plan.md')
  const whole = { title: 'Ice rink', schema: withUsualGrants(schema), notes: emptyNotes }
  return prove(whole, { database, leaveOutRefused, mutations: false })
}

test('what PostgreSQL refuses is told part by part, and the rest is proven', async () => {
  const proof = await proven(true)
  const refused = proof.attempts.filter(({ check, passed }) => check === 'applies' && !passed)
  expect(refused.map(({ object, observed }) => [object, /\((\w+)\)$/.exec(observed)?.[1]])).toEqual([
    ['lanes.slope', '42704'],
    ['lanes.kind', '22P02'],
    ['lanes_check', '42703'],
    ['bookings_skater_id_fkey', '42P01'],
    ['bookings_soon_idx', '42P17'],
    ['bookings', '42883'],
  ])
  expect(proof.attempts.filter(({ check, passed }) => check !== 'applies' && !passed)).toEqual([])
  expect(proof.attempts.length).toBeGreaterThan(80)
  expect(proof.observed.some(({ table, allowed }) => table === 'lanes' && allowed.length > 0)).toBe(true)
})

test('without being asked to, nothing is left out', async () => {
  const proof = await proven(false)
  expect(proof.attempts).toHaveLength(1)
  expect(proof.notChecked).toEqual([{ check: 'everything else', object: 'migration', why: 'the migration does not apply' }])
})
