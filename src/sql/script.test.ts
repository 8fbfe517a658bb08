import { describe, expect, test } from 'vitest'
import { makeCheck, makeColumn, makeForeignKey, makeIndex, makePrimaryKey, makeTable } from '../schema/factories.ts'
import type { Routine } from '../schema/routine.ts'
import { emptySchema, type Schema } from '../schema/schema.ts'
import { createStatements } from './create-statements.ts'
import { parseStatements } from './parser/parse-statements.ts'
import { createScript, dropScript } from './script.ts'

const id = makeColumn({ name: 'id', type: 'uuid', default: 'gen_random_uuid()' })
const rooms = makeTable({
  name: 'rooms',
  comment: "A member's room.",
  columns: [id, makeColumn({ name: 'title', type: 'text', comment: 'Shown in lists.' })],
  primaryKey: makePrimaryKey('rooms', ['id']),
  checks: [makeCheck('rooms', ['title'], { expression: 'char_length(title) <= 80' })],
  indexes: [makeIndex('rooms', { keys: [{ column: 'title', descending: true }] })],
  rowSecurity: 'on',
  policies: [{ name: 'members read rooms', command: 'select', permissive: true, roles: ['authenticated'], using: 'true' }],
})
const bookings = makeTable({
  name: 'bookings',
  columns: [id, makeColumn({ name: 'room_id', type: 'uuid' })],
  primaryKey: makePrimaryKey('bookings', ['id']),
  foreignKeys: [
    makeForeignKey('bookings', {
      columns: ['room_id'],
      references: { schema: 'public', table: 'rooms', columns: ['id'] },
      onDelete: 'cascade',
    }),
  ],
})
const supabase = emptySchema({ kind: 'supabase', version: 17 })

test('a script reads like one that a person wrote', () => {
  const schema: Schema = {
    ...supabase,
    tables: [bookings, rooms],
    grants: [
      {
        object: { kind: 'table', schema: 'public', name: 'rooms' },
        role: 'authenticated',
        privileges: [{ privilege: 'insert' }, { privilege: 'select' }, { privilege: 'update', columns: ['title'] }],
      },
    ],
  }
  expect(createScript(schema)).toMatchInlineSnapshot(`
    "-- Tables ------------------------------------------------------------------------------------------

    create table public.rooms (
      id uuid not null default gen_random_uuid(),
      title text not null,
      constraint rooms_pkey primary key (id),
      constraint rooms_title_check check (char_length(title) <= 80)
    );
    comment on table public.rooms is 'A member''s room.';
    comment on column public.rooms.title is 'Shown in lists.';

    create table public.bookings (
      id uuid not null default gen_random_uuid(),
      room_id uuid not null,
      constraint bookings_pkey primary key (id),
      constraint bookings_room_id_fkey foreign key (room_id) references public.rooms (id) on delete cascade
    );

    -- Indexes -----------------------------------------------------------------------------------------

    create index rooms_title_idx on public.rooms using btree (title desc);

    -- Row level security ------------------------------------------------------------------------------

    alter table public.rooms enable row level security;

    -- Grants ------------------------------------------------------------------------------------------

    revoke all on table public.bookings from public, anon, authenticated, service_role;

    revoke all on table public.rooms from public, anon, authenticated, service_role;
    grant select, insert on table public.rooms to authenticated;
    grant update (title) on table public.rooms to authenticated;

    -- Policies ----------------------------------------------------------------------------------------

    create policy "members read rooms" on public.rooms
      for select to authenticated
      using (true);
    "
  `)
  expect(dropScript(schema)).toMatchInlineSnapshot(`
    "-- Policies ----------------------------------------------------------------------------------------

    drop policy "members read rooms" on public.rooms;

    -- Tables ------------------------------------------------------------------------------------------

    drop table public.bookings;
    drop table public.rooms;
    "
  `)
})

test('what a platform lacks is made if it is missing, and dropped if nothing needs it', () => {
  const schema = { ...emptySchema({ kind: 'postgres', version: 17 }), namespaces: [{ name: 'private', reasons: [] }] }
  expect(createScript(schema)).toMatchInlineSnapshot(`
    "-- Roles -------------------------------------------------------------------------------------------

    do $$
    begin
      if not exists (select from pg_catalog.pg_roles where rolname = 'app_anonymous') then
        create role app_anonymous nologin;
      end if;
    end
    $$;

    do $$
    begin
      if not exists (select from pg_catalog.pg_roles where rolname = 'app_user') then
        create role app_user nologin;
      end if;
    end
    $$;

    do $$
    begin
      if not exists (select from pg_catalog.pg_roles where rolname = 'app_backend') then
        create role app_backend nologin;
      end if;
    end
    $$;

    -- Schemas -----------------------------------------------------------------------------------------

    create schema private;

    -- Grants ------------------------------------------------------------------------------------------

    revoke all on schema private from public, app_anonymous, app_user, app_backend;
    "
  `)
  expect(dropScript(schema)).toMatchInlineSnapshot(`
    "-- Schemas -----------------------------------------------------------------------------------------

    drop schema private;

    -- Roles -------------------------------------------------------------------------------------------

    do $$
    begin
      drop role if exists app_backend;
    exception when dependent_objects_still_exist or insufficient_privilege then
      raise notice 'role % is still needed and stays', 'app_backend';
    end
    $$;

    do $$
    begin
      drop role if exists app_user;
    exception when dependent_objects_still_exist or insufficient_privilege then
      raise notice 'role % is still needed and stays', 'app_user';
    end
    $$;

    do $$
    begin
      drop role if exists app_anonymous;
    exception when dependent_objects_still_exist or insufficient_privilege then
      raise notice 'role % is still needed and stays', 'app_anonymous';
    end
    $$;
    "
  `)
})

describe('the order', () => {
  const routine = (given: Pick<Routine, 'name'> & Partial<Routine>): Routine => ({
    schema: 'public',
    arguments: '',
    returns: 'integer',
    language: 'sql',
    volatility: 'volatile',
    security: 'invoker',
    body: 'select 1',
    reasons: [],
    ...given,
  })
  const created = (schema: Partial<Schema>) =>
    createStatements({ ...supabase, ...schema })
      .filter(({ sql, kind }) => /^(create|alter)/.test(sql) && kind !== 'grant')
      .map(({ kind, object }) => `${kind} ${object}`)

  test('puts a function before the table whose default calls it, and another after the table it reads', () => {
    const tables = [makeTable({ name: 'a', columns: [makeColumn({ name: 'n', type: 'integer', default: 'public.next_n()' })] })]
    const routines = [routine({ name: 'count_a', body: 'select count(*)::integer from public.a' }), routine({ name: 'next_n' })]
    expect(created({ tables, routines })).toEqual(['routine next_n', 'table a', 'routine count_a'])
  })
  test('sets a default later when its function reads the table', () => {
    const tables = [makeTable({ name: 'a', columns: [makeColumn({ name: 'n', type: 'integer', default: 'next_n()' })] })]
    const routines = [routine({ name: 'next_n', body: 'select count(*)::integer from public.a' })]
    expect(created({ tables, routines })).toEqual(['table a', 'routine next_n', 'default a.n'])
  })
  test('leaves plpgsql after the tables: its body is not looked into', () => {
    const tables = [makeTable({ name: 'a' })]
    const routines = [routine({ name: 'f', language: 'plpgsql', body: 'begin return (select count(*) from b); end' })]
    expect(created({ tables, routines })).toEqual(['table a', 'routine f'])
  })
  test('puts views after the views they read', () => {
    const view = (name: string, query: string) => ({
      schema: 'public',
      name,
      columns: [],
      query,
      securityInvoker: true,
      reasons: [],
    })
    expect(created({ views: [view('a', 'select * from b'), view('b', 'select 1 as n')] })).toEqual(['view b', 'view a'])
  })
  test('adds the key that closes a circle when both tables are there', () => {
    const to = (table: string, name: string) =>
      makeForeignKey(name, { columns: ['other'], references: { schema: 'public', table, columns: ['id'] } })
    const columns = [id, makeColumn({ name: 'other', type: 'uuid', nullable: true })]
    const tables = [
      makeTable({ name: 'b', columns, primaryKey: makePrimaryKey('b', ['id']), foreignKeys: [to('a', 'b')] }),
      makeTable({ name: 'a', columns, primaryKey: makePrimaryKey('a', ['id']), foreignKeys: [to('b', 'a'), to('a', 'a_self')] }),
    ]
    expect(created({ tables })).toEqual(['table a', 'table b', 'constraint a_other_fkey'])
  })
})

test('every statement is one statement to PostgreSQL', async () => {
  for (const { sql } of createStatements({ ...supabase, tables: [bookings, rooms] })) {
    const parsed = await parseStatements(sql)
    expect(parsed.ok && parsed.statements.length).toBe(1)
  }
})
