import { describe, expect, test } from 'vitest'
import { withUsualGrants } from '../check/usual-grants.ts'
import { readPlan } from '../plan/read-plan.ts'
import { writePlan } from '../plan/write-plan.ts'
import { proveOn } from '../proof/prove-on.ts'
import { emptyNotes } from '../schema/notes.ts'
import { applyScripts } from '../source/apply-scripts.ts'
import { adoptAccess } from './adopt-access.ts'
import { deriveAccess } from './derive-access.ts'

const tables = `create type club_role as enum ('admin', 'member');
create table profiles (id uuid primary key references auth.users (id) on delete cascade, display_name text, role text not null default 'reader' check (role in ('reader', 'editor')));
create table clubs (id uuid primary key default gen_random_uuid(), name text not null);
create table club_members (club_id uuid not null references clubs (id) on delete cascade, user_id uuid not null references auth.users (id) on delete cascade, role club_role not null default 'member', primary key (club_id, user_id));
create table notes (id uuid primary key default gen_random_uuid(), user_id uuid not null references auth.users (id) on delete cascade, title text not null, is_public boolean not null default false);
create table comments (id uuid primary key default gen_random_uuid(), note_id uuid not null references notes (id) on delete cascade, body text not null);
create table events (id uuid primary key default gen_random_uuid(), club_id uuid not null references clubs (id) on delete cascade, title text not null);
create table genres (id bigint generated always as identity primary key, name text not null unique);
create table audit (id bigint generated always as identity primary key, what text not null);
create table odd (id bigint generated always as identity primary key, user_id uuid not null references auth.users (id) on delete cascade);
${['profiles', 'clubs', 'club_members', 'notes', 'comments', 'events', 'genres', 'audit', 'odd'].map((name) => `alter table ${name} enable row level security;`).join('\n')}
`

const policies = `create policy "own profile" on profiles for select to authenticated using (auth.uid() = id);
create policy "own notes" on notes for all using (auth.uid() = user_id) with check (auth.uid() = user_id);
create policy "public notes" on notes for select using (is_public);
create policy "comments of own notes" on comments for all to authenticated using (exists (select 1 from notes n where n.id = comments.note_id and n.user_id = (select auth.uid())));
create policy "own memberships" on club_members for select to authenticated using (user_id = auth.uid());
create policy "events of my clubs" on events for select to authenticated using (club_id in (select club_id from club_members where user_id = auth.uid()));
create policy "admins plan events" on events for insert to authenticated with check (exists (select 1 from club_members m where m.club_id = events.club_id and m.user_id = auth.uid() and m.role = 'admin'));
create policy "members see clubs" on clubs for select to authenticated using (id = any (array(select club_id from club_members where user_id = auth.uid())));
create policy "everyone reads genres" on genres for select using (true);
create policy "editors write genres" on genres for insert to authenticated with check (exists (select 1 from profiles where id = auth.uid() and role in ('editor')));
create policy "odd" on odd for select to authenticated using (user_id = auth.uid() and id % 2 = 0);
`

const platform = { kind: 'supabase', version: 17 } as const
async function found(sql: string) {
  const { value } = await applyScripts([{ text: sql, file: 'found.sql' }], platform)
  return { title: 'Clubs', schema: withUsualGrants(value), notes: emptyNotes }
}

const told = (access: Awaited<ReturnType<typeof deriveAccess>>) =>
  access.rules
    .filter(({ who }) => who.kind !== 'backend')
    .map(({ table, who, may, rows }) => {
      const path =
        'path' in rows ? [...rows.path.steps.map(({ column, table: to }) => `${column}>${to}`), rows.path.column].join('.') : ''
      const whom =
        who.kind === 'member' ? `member ${who.roles.join()}`.trim() : who.kind === 'role' ? `role ${who.roles.join()}` : who.kind
      return `${table}: ${whom} ${may.map(({ operation }) => operation).join(' ')} ${rows.kind} ${path}`.trim()
    })
    .sort()

describe('access rules of what is there', () => {
  test('are read from policies of known shapes, and the rest is left as found', async () => {
    const { schema } = await found(tables + policies)
    const access = await deriveAccess(schema)
    expect(told(access)).toEqual([
      'club_members: owner select caller user_id',
      'clubs: member select group id',
      'comments: owner select insert update delete caller note_id>notes.user_id',
      'events: member admin insert group club_id',
      'events: member select group club_id',
      'genres: anonymous select all',
      'genres: role editor insert all',
      'genres: signed in select all',
      'notes: anonymous select equals is_public',
      'notes: owner select insert update delete caller user_id',
      'notes: signed in select equals is_public',
      'profiles: owner select caller id',
    ])
    expect(access.unread).toEqual([{ schema: 'public', table: 'odd' }])
    expect(access.groups).toMatchObject([{ name: 'club', membership: { table: 'club_members', roleColumn: 'role' } }])
    expect(access.roles).toMatchObject({ table: 'profiles', roleColumn: 'role' })
  })

  test('are what PostgreSQL does, and stand in the plan', async () => {
    const { plan, isTried } = await adoptAccess(await found(tables + policies), true)
    expect(isTried).toBe(true)
    expect(plan.schema.access.unread).toEqual([{ schema: 'public', table: 'odd' }])
    const again = await readPlan(writePlan(plan), 'plan.md')
    expect(again.diagnostics).toEqual([])
    const access = again.value?.schema.access ?? plan.schema.access
    expect(told(access)).toEqual(told(plan.schema.access))
    expect({ ...access, rules: [] }).toEqual({ ...plan.schema.access, rules: [] })
    const { attempts } = await proveOn(again.value ?? plan, { mutations: false })
    expect(attempts.filter(({ check, passed }) => !passed && (check === 'access' || check === 'attack c'))).toEqual([])
  })

  test('that PostgreSQL does not bear out are taken back', async () => {
    // Comments are read through notes, and of notes nobody reads any.
    const hidden = policies.replace(/create policy "own notes".*\n.*\n/, '')
    const schema = await found(tables + hidden)
    expect(told(await deriveAccess(schema.schema)).filter((one) => one.startsWith('comments'))).toHaveLength(1)
    const { plan } = await adoptAccess(schema, true)
    expect(told(plan.schema.access).filter((one) => one.startsWith('comments'))).toEqual([])
    expect(plan.schema.access.unread).toContainEqual({ schema: 'public', table: 'comments' })
  })

  test.each([
    ['a restrictive policy', 'create policy "only" on notes as restrictive for select using (is_public);'],
    ['a role of its own', 'create role clerk; create policy "clerks" on notes for select to clerk using (true);'],
    ['another function', 'create policy "by mail" on notes for delete to authenticated using (title = auth.email());'],
    [
      'two tables in a subquery',
      'create policy "both" on notes for delete to authenticated using (exists (select 1 from clubs, club_members m where m.user_id = auth.uid()));',
    ],
    [
      'old and new rows that differ',
      'create policy "hand over" on notes for update to authenticated using (user_id = auth.uid()) with check (is_public);',
    ],
  ])('leave a table as found that has %s', async (_, policy) => {
    const { schema } = await found(tables + policies + policy)
    expect((await deriveAccess(schema)).unread).toContainEqual({ schema: 'public', table: 'notes' })
  })
})
