import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Difference, diffSchemas } from '../schema/diff-schemas.ts'
import { makeCheck, makeColumn, makeForeignKey, makeIndex, makePrimaryKey, makeTable, makeUnique } from '../schema/factories.ts'
import { emptySchema, type Schema } from '../schema/schema.ts'
import { triggerFunction } from '../schema/trigger-function.ts'
import { createScript } from '../sql/script.ts'
import { canonicalSchema } from './canonical.ts'
import { readCatalog } from './catalog/read-catalog.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'

const touch = triggerFunction({
  schema: 'private',
  name: 'touch',
  body: '\nbegin\n  return new;\nend\n',
  comment: 'Runs before changes.',
  reasons: [],
})

const schema: Schema = {
  ...emptySchema({ kind: 'supabase', version: 17 }),
  namespaces: [{ name: 'private', comment: 'Helpers.', reasons: [] }],
  extensions: [
    { name: 'btree_gist', schema: 'extensions', reasons: [] },
    { name: 'pg_trgm', schema: 'extensions', reasons: [] },
  ],
  enums: [{ schema: 'public', name: 'mood', values: ['calm', 'wild'], comment: 'How it is.', reasons: [] }],
  tables: [
    makeTable({
      name: 'rooms',
      comment: 'Rooms.',
      columns: [
        makeColumn({ name: 'id', type: 'uuid', default: 'gen_random_uuid()' }),
        makeColumn({ name: 'owner_id', type: 'uuid' }),
        makeColumn({ name: 'title', type: 'text', comment: 'Shown in lists.' }),
        makeColumn({ name: 'mood', type: 'mood', default: "'calm'" }),
        makeColumn({ name: 'slug', type: 'text', nullable: true, generated: { expression: 'lower(title)', stored: true } }),
        makeColumn({ name: 'seats', type: 'numeric(6,2)', nullable: true }),
      ],
      primaryKey: makePrimaryKey('rooms', ['id']),
      uniques: [makeUnique('rooms', { columns: ['owner_id', 'title'], deferrable: 'initially immediate' })],
      checks: [makeCheck('rooms', ['title'], { expression: 'char_length(title) between 1 and 80' })],
      foreignKeys: [
        makeForeignKey('rooms', {
          columns: ['owner_id'],
          references: { schema: 'auth', table: 'users', columns: ['id'] },
          onDelete: 'cascade',
        }),
      ],
      indexes: [
        makeIndex('rooms', {
          name: 'rooms_search_idx',
          method: 'gin',
          keys: [{ column: 'title', operatorClass: 'gin_trgm_ops' }],
        }),
        makeIndex('rooms', { keys: [{ column: 'title', descending: true }], where: "mood = 'wild'" }),
      ],
      triggers: [
        {
          name: 'touch',
          timing: 'before',
          events: [{ kind: 'update', columns: ['title'] }],
          level: 'row',
          when: 'old.title is distinct from new.title',
          function: 'private.touch',
          reasons: [],
        },
      ],
      rowSecurity: 'on',
      policies: [
        {
          name: 'owners read',
          command: 'select',
          permissive: true,
          roles: ['authenticated'],
          using: 'owner_id = (select auth.uid())',
          comment: 'Theirs.',
        },
      ],
    }),
    makeTable({
      name: 'bookings',
      columns: [
        makeColumn({ name: 'id', type: 'bigint', identity: 'always' }),
        makeColumn({ name: 'room_id', type: 'uuid' }),
        makeColumn({ name: 'period', type: 'tstzrange' }),
      ],
      primaryKey: makePrimaryKey('bookings', ['id']),
      foreignKeys: [
        makeForeignKey('bookings', { columns: ['room_id'], references: { schema: 'public', table: 'rooms', columns: ['id'] } }),
      ],
      exclusions: [
        {
          name: 'bookings_excl',
          method: 'gist',
          elements: [
            { expression: 'room_id', operator: '=' },
            { expression: 'period', operator: '&&' },
          ],
          reasons: [],
        },
      ],
    }),
  ],
  platformTables: [
    {
      schema: 'auth',
      name: 'users',
      triggers: [
        { name: 'on_user', timing: 'after', events: [{ kind: 'insert' }], level: 'row', function: 'private.touch', reasons: [] },
      ],
    },
  ],
  views: [
    {
      schema: 'public',
      name: 'wild_rooms',
      columns: [{ name: 'title', type: 'text', comment: 'Loud.', reasons: [] }],
      query: "select title from public.rooms where mood = 'wild'",
      securityInvoker: true,
      reasons: [],
    },
  ],
  routines: [touch],
  grants: [
    { object: { kind: 'schema', schema: 'private', name: '' }, role: 'authenticated', privileges: [{ privilege: 'usage' }] },
    {
      object: { kind: 'table', schema: 'public', name: 'rooms' },
      role: 'authenticated',
      privileges: [{ privilege: 'insert' }, { privilege: 'select' }, { privilege: 'update', columns: ['mood', 'title'] }],
    },
  ],
}

/** What someone did to the database behind the plan's back, and where it must show. */
const drifts: readonly (readonly [sql: string, kind: string, object: string, aspect: string])[] = [
  ["comment on schema private is 'Other.'", 'schema', 'private', 'comment'],
  ['create schema extra', 'schema', 'extra', 'existence'],
  ["alter type mood add value 'odd'", 'type', 'mood', 'values'],
  ['alter table rooms add column extra int', 'table', 'rooms', 'columns'],
  ['alter table rooms alter seats type numeric(7,2)', 'column', 'rooms.seats', 'type'],
  ['alter table rooms alter seats set not null', 'column', 'rooms.seats', 'nullable'],
  ["alter table rooms alter mood set default 'wild'", 'column', 'rooms.mood', 'default'],
  ['alter table rooms alter slug drop expression', 'column', 'rooms.slug', 'generated'],
  ['alter table bookings alter id set generated by default', 'column', 'bookings.id', 'identity'],
  ['comment on column rooms.title is null', 'column', 'rooms.title', 'comment'],
  ['alter table rooms drop constraint rooms_title_check', 'check', 'rooms: rooms_title_check', 'existence'],
  [
    'alter table rooms drop constraint rooms_title_check, add constraint rooms_title_check check (char_length(title) between 1 and 81)',
    'check',
    'rooms: rooms_title_check',
    'expression',
  ],
  [
    'alter table rooms drop constraint rooms_owner_id_title_key',
    'unique constraint',
    'rooms: rooms_owner_id_title_key',
    'existence',
  ],
  [
    'alter table rooms drop constraint rooms_owner_id_title_key, add constraint rooms_owner_id_title_key unique (owner_id, title)',
    'unique constraint',
    'rooms: rooms_owner_id_title_key',
    'deferrable',
  ],
  [
    'alter table rooms drop constraint rooms_owner_id_fkey, add constraint rooms_owner_id_fkey foreign key (owner_id) references auth.users (id)',
    'foreign key',
    'rooms: rooms_owner_id_fkey',
    'on delete',
  ],
  ['alter table bookings drop constraint bookings_excl', 'exclusion', 'bookings: bookings_excl', 'existence'],
  ['drop index rooms_title_idx', 'index', 'rooms: rooms_title_idx', 'existence'],
  [
    "drop index rooms_title_idx; create index rooms_title_idx on rooms (title) where mood = 'wild'",
    'index',
    'rooms: rooms_title_idx',
    'keys',
  ],
  ['drop index rooms_title_idx; create index rooms_title_idx on rooms (title desc)', 'index', 'rooms: rooms_title_idx', 'where'],
  ['alter table rooms disable row level security', 'table', 'rooms', 'row level security'],
  ['alter table rooms force row level security', 'table', 'rooms', 'row level security'],
  ['alter policy "owners read" on rooms using (true)', 'policy', 'rooms: owners read', 'using'],
  ['alter policy "owners read" on rooms to anon, authenticated', 'policy', 'rooms: owners read', 'roles'],
  ['create policy more on rooms for delete using (true)', 'policy', 'rooms: more', 'existence'],
  ['drop trigger touch on rooms', 'trigger', 'rooms: touch', 'existence'],
  ['drop trigger on_user on auth.users', 'trigger', 'auth.users: on_user', 'existence'],
  ['alter function private.touch() security definer', 'function', 'private.touch()', 'security'],
  ['alter function private.touch() reset search_path', 'function', 'private.touch()', 'search path'],
  [
    "create or replace function private.touch() returns trigger language plpgsql set search_path = '' as 'begin return null; end'",
    'function',
    'private.touch()',
    'body',
  ],
  ['alter view wild_rooms set (security_invoker = false)', 'view', 'wild_rooms', 'security invoker'],
  [
    "create or replace view wild_rooms with (security_invoker) as select title from rooms where mood = 'calm'",
    'view',
    'wild_rooms',
    'query',
  ],
  ['grant truncate on rooms to anon', 'grant', 'truncate on table rooms to anon', 'existence'],
  ['grant update on rooms to authenticated', 'grant', 'update on table rooms to authenticated', 'columns'],
  ['revoke update (mood) on rooms from authenticated', 'grant', 'update on table rooms to authenticated', 'columns'],
  ['grant execute on function private.touch() to public', 'grant', 'execute on function private.touch() to public', 'existence'],
  ['grant usage on sequence bookings_id_seq to anon', 'grant', 'usage on sequence bookings_id_seq to anon', 'existence'],
  ['grant create on schema public to anon', 'grant', 'create on schema public to anon', 'existence'],
]

describe('drift', () => {
  let database: Database
  let canonical: Schema
  const differences = async (): Promise<readonly Difference[]> =>
    diffSchemas(canonical, await readCatalog(database, schema.platform))

  beforeAll(async () => {
    database = await openEmbedded(schema.platform, { extensions: ['btree_gist', 'pg_trgm'] })
    await database.exec('begin; set local role postgres')
    await database.exec(createScript(schema))
    await database.exec('reset role')
    canonical = await canonicalSchema(database, schema)
  })
  afterAll(() => database.close())

  test('is none after the migration', async () => {
    expect(await differences()).toEqual([])
  })

  test.each(drifts)('%s', async (sql, kind, object, aspect) => {
    await database.exec('savepoint drift')
    await database.exec(sql)
    const found = await differences()
    expect(found.map((difference) => [difference.kind, difference.object, difference.aspect])).toContainEqual([
      kind,
      object,
      aspect,
    ])
    await database.exec('rollback to savepoint drift')
    expect(await differences()).toEqual([])
  })

  test('does not bend the yardstick: the canonical plan is the same whatever the database holds', async () => {
    await database.exec('savepoint drift')
    await database.exec('alter policy "owners read" on rooms using (true); alter table rooms drop constraint rooms_title_check')
    expect(await canonicalSchema(database, schema)).toEqual(canonical)
    await database.exec('rollback to savepoint drift')
  })
})
