import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Change } from '../../src/migration/change.ts'
import { type HazardCode, hazardsOf } from '../../src/migration/hazards.ts'
import { declaredRenames } from '../../src/migration/renames.ts'
import { toMigration } from '../../src/migration/script.ts'
import type { Database } from '../../src/postgres/database.ts'
import { openEmbedded } from '../../src/postgres/embedded.ts'
import {
  makeCheck,
  makeColumn,
  makeForeignKey,
  makeIndex,
  makePrimaryKey,
  makeTable,
  makeUnique,
} from '../../src/schema/factories.ts'
import type { Policy } from '../../src/schema/policy.ts'
import type { Routine } from '../../src/schema/routine.ts'
import { emptySchema, type Schema } from '../../src/schema/schema.ts'
import type { Table } from '../../src/schema/table.ts'
import { triggerFunction } from '../../src/schema/trigger-function.ts'
import type { View } from '../../src/schema/view.ts'
import { tryPair } from './pairs.ts'

let database: Database
beforeAll(async () => {
  database = await openEmbedded({ kind: 'supabase', version: 17 }, { extensions: ['citext'] })
})
afterAll(() => database.close())

const id = makeColumn({ name: 'id', type: 'bigint', identity: 'always' })
const label = makeColumn({ name: 'label', type: 'text' })
const berths = makeTable({
  name: 'berths',
  columns: [id, label, makeColumn({ name: 'length_m', type: 'integer', nullable: true })],
  primaryKey: makePrimaryKey('berths', ['id']),
})
const boats = makeTable({
  name: 'boats',
  columns: [
    id,
    makeColumn({ name: 'berth_id', type: 'bigint', nullable: true }),
    makeColumn({ name: 'kind', type: 'boat_kind', default: "'sail'" }),
  ],
  primaryKey: makePrimaryKey('boats', ['id']),
  foreignKeys: [
    makeForeignKey('boats', {
      columns: ['berth_id'],
      references: { schema: 'public', table: 'berths', columns: ['id'] },
      onDelete: 'set null',
    }),
  ],
})
const kind = { schema: 'public', name: 'boat_kind', values: ['sail', 'motor'], reasons: [] }
const harbour: Schema = { ...emptySchema({ kind: 'supabase', version: 17 }), enums: [kind], tables: [berths, boats] }

const withLengths = (expression: string): Schema =>
  withTable('berths', (table) => ({ ...table, checks: [makeCheck('berths', ['length_m'], { expression })] }))

const withTable = (name: string, change: (table: Table) => Table, schema = harbour): Schema => ({
  ...schema,
  tables: schema.tables.map((table) => (table.name === name ? change(table) : table)),
})
const withColumn = (name: string, change: Partial<Table['columns'][number]>, table = 'berths', schema = harbour): Schema =>
  withTable(
    table,
    (one) => ({
      ...one,
      columns: one.columns.map((column) => (column.name === name ? { ...column, ...change } : column)),
    }),
    schema,
  )
const putOff = withTable('boats', (table) => ({
  ...table,
  foreignKeys: table.foreignKeys.map((key) => ({ ...key, onDelete: 'no action', deferrable: 'initially deferred' })),
}))
const policy: Policy = { name: 'read', command: 'select', permissive: true, roles: ['authenticated'], using: "label <> ''" }
const guarded = withTable('berths', (table) => ({ ...table, rowSecurity: 'on', policies: [policy] }))
const lookingAround: Policy = { ...policy, using: 'exists (select from public.berths as other where other.length_m > 0)' }
const view: View = {
  schema: 'public',
  name: 'long_berths',
  columns: [{ name: 'label', type: 'text', reasons: [] }],
  query: 'select label from public.berths where length_m > 10',
  securityInvoker: true,
  reasons: [],
}
const touch = triggerFunction({
  schema: 'public',
  name: 'touch',
  body: '\nbegin\n  return new;\nend\n',
  reasons: [],
})
const half: Routine = {
  ...touch,
  name: 'half',
  arguments: 'n integer',
  returns: 'integer',
  language: 'sql',
  body: 'select n / 2',
}
const touched = withTable(
  'berths',
  (table) => ({
    ...table,
    triggers: [
      { name: 'touch', timing: 'before', events: [{ kind: 'update' }], level: 'row', function: 'public.touch', reasons: [] },
    ],
  }),
  { ...harbour, routines: [touch] },
)
const select = (role: string, columns?: readonly string[]): Schema['grants'][number] => ({
  object: { kind: 'table', schema: 'public', name: 'berths' },
  role,
  privileges: [{ privilege: 'select', ...(columns === undefined ? {} : { columns }) }],
})
const index = makeIndex('berths', { keys: [{ column: 'label' }] })

interface Case {
  readonly from?: Schema
  readonly to: Schema
  readonly changes: readonly Change['kind'][]
  readonly hazards?: readonly HazardCode[]
  /** Statements of the script, in this order, other statements between them allowed. */
  readonly says: readonly string[]
}

const cases: Readonly<Record<string, Case>> = {
  'a schema, an extension and a type come': {
    to: {
      ...harbour,
      namespaces: [{ name: 'archive', reasons: [] }],
      extensions: [{ name: 'citext', schema: 'extensions', reasons: [] }],
      enums: [kind, { ...kind, name: 'weather' }],
    },
    changes: ['create schema', 'create extension', 'create type'],
    says: ['create schema archive', 'create extension if not exists citext', 'create type public.weather'],
  },
  'a value is added': {
    to: { ...harbour, enums: [{ ...kind, values: ['row', 'sail', 'motor', 'house'] }] },
    changes: ['add values'],
    says: ["alter type public.boat_kind add value 'row' before 'sail'", "alter type public.boat_kind add value 'house';"],
  },
  'a value is added and used at once': {
    to: { ...withColumn('kind', { default: "'house'" }, 'boats'), enums: [{ ...kind, values: ['sail', 'motor', 'house'] }] },
    changes: ['rebuild type', 'change column'],
    hazards: ['rewrite'],
    says: [
      'rename to boat_kind__before',
      'type public.boat_kind using kind::text::public.boat_kind',
      "set default 'house'",
      'drop type',
    ],
  },
  'a value is dropped': {
    to: { ...harbour, enums: [{ ...kind, values: ['sail'] }] },
    changes: ['rebuild type'],
    hazards: ['dropped-value', 'rewrite'],
    says: [
      'rename to boat_kind__before',
      "as enum ('sail')",
      'using kind::text::public.boat_kind',
      'drop type public.boat_kind__before',
    ],
  },
  'a table comes, with a key to one that is there': {
    from: withTable('berths', (table) => table, { ...harbour, tables: [berths] }),
    to: harbour,
    changes: ['create table'],
    says: ['create table public.boats', 'references public.berths (id)', 'revoke all on table public.boats'],
  },
  'a table goes': {
    to: { ...harbour, tables: [berths] },
    changes: ['drop table'],
    hazards: ['data-loss'],
    says: ['drop table public.boats'],
  },
  'a column comes that may be empty': {
    to: withTable('berths', (table) => ({
      ...table,
      columns: [...table.columns, makeColumn({ name: 'pier', type: 'text', nullable: true })],
    })),
    changes: ['add column'],
    says: ['alter table public.berths add column pier text'],
  },
  'a column comes that must have a value, and has a default': {
    to: withTable('berths', (table) => ({
      ...table,
      columns: [...table.columns, makeColumn({ name: 'lit', type: 'boolean', default: 'false' })],
    })),
    changes: ['add column'],
    says: ['add column lit boolean not null default false'],
  },
  'a column comes that must have a value, and has none': {
    to: withTable('berths', (table) => ({ ...table, columns: [...table.columns, makeColumn({ name: 'pier', type: 'text' })] })),
    changes: ['add column'],
    hazards: ['not-null'],
    says: ['add column pier text;', 'update public.berths set pier = …', 'alter column pier set not null'],
  },
  'a column comes with a value of its own in every row': {
    to: withTable('berths', (table) => ({
      ...table,
      columns: [...table.columns, makeColumn({ name: 'code', type: 'uuid', default: 'gen_random_uuid()' })],
    })),
    changes: ['add column'],
    hazards: ['rewrite'],
    says: ['add column code uuid not null default gen_random_uuid()'],
  },
  'a column goes': {
    to: withTable('berths', (table) => ({ ...table, columns: table.columns.slice(0, 2) })),
    changes: ['drop column'],
    hazards: ['data-loss'],
    says: ['alter table public.berths drop column length_m'],
  },
  'a type grows': {
    to: withColumn('length_m', { type: 'bigint' }),
    changes: ['change column'],
    hazards: ['rewrite'],
    says: ['alter column length_m type bigint;'],
  },
  'a type narrows': {
    from: withColumn('length_m', { type: 'bigint' }),
    to: harbour,
    changes: ['change column'],
    hazards: ['narrowed-type', 'rewrite'],
    says: ['alter column length_m type integer using length_m::integer'],
  },
  'a type becomes another': {
    to: withColumn('length_m', { type: 'boolean[]' }),
    changes: ['replace column'],
    hazards: ['data-loss'],
    says: ['drop column length_m', 'add column length_m boolean[]'],
  },
  'a value is demanded that has a default': {
    from: withColumn('length_m', {}),
    to: withColumn('length_m', { nullable: false, default: '0' }),
    changes: ['change column'],
    hazards: ['long-lock'],
    says: ['set default 0', 'update public.berths set length_m = default where length_m is null', 'set not null'],
  },
  'a value is demanded over a trigger': {
    from: touched,
    to: withTable(
      'berths',
      (table) => ({ ...table, columns: withColumn('length_m', { nullable: false, default: '0' }).tables[0]?.columns ?? [] }),
      touched,
    ),
    changes: ['change column'],
    hazards: ['long-lock'],
    says: ['disable trigger user', 'update public.berths', 'enable trigger user', 'set not null'],
  },
  'a value is demanded where policies hold for the owner': {
    from: withTable('berths', (table) => ({ ...table, rowSecurity: 'forced' })),
    to: withTable('berths', (table) => ({
      ...table,
      rowSecurity: 'forced',
      columns: withColumn('length_m', { nullable: false, default: '0' }).tables[0]?.columns ?? [],
    })),
    changes: ['change column'],
    hazards: ['long-lock'],
    says: ['no force row level security', 'update public.berths', ' force row level security', 'set not null'],
  },
  'a value is demanded where checks of rows wait for the end': {
    from: putOff,
    to: withColumn('berth_id', { nullable: false, default: '1' }, 'boats', putOff),
    changes: ['change column'],
    hazards: ['long-lock'],
    says: ['update public.boats set berth_id = default', 'set constraints all immediate', 'set not null'],
  },
  'a value is demanded that has none': {
    to: withColumn('length_m', { nullable: false }),
    changes: ['change column'],
    hazards: ['not-null'],
    says: ['update public.berths set length_m = … where length_m is null', 'set not null'],
  },
  'a value is no longer demanded': {
    to: withColumn('label', { nullable: true }),
    changes: ['change column'],
    says: ['alter column label drop not null'],
  },
  'numbers are drawn': {
    from: withColumn('length_m', { nullable: false, type: 'bigint' }),
    to: withColumn('length_m', { nullable: false, type: 'bigint', identity: 'by default' }),
    changes: ['change column'],
    says: ['add generated by default as identity', "select setval(pg_get_serial_sequence('public.berths', 'length_m')"],
  },
  'a constraint comes over rows': {
    to: withTable('berths', (table) => ({
      ...table,
      checks: [makeCheck('berths', ['length_m'], { expression: 'length_m > 0' })],
    })),
    changes: ['add constraint'],
    hazards: ['existing-rows'],
    says: ['check (length_m > 0) not valid', 'validate constraint berths_length_m_check'],
  },
  'a type gets another name': {
    to: {
      ...withTable('boats', (table) => ({
        ...table,
        columns: table.columns.map((column) => (column.name === 'kind' ? { ...column, type: 'rig' } : column)),
      })),
      enums: [{ ...kind, name: 'rig', was: 'boat_kind' }],
    },
    changes: [],
    hazards: ['breaking-rename'],
    says: ['alter type public.boat_kind rename to rig'],
  },
  'a constraint gets another name': {
    from: withTable('berths', (table) => ({ ...table, uniques: [makeUnique('berths', { columns: ['label'] })] })),
    to: withTable('berths', (table) => ({
      ...table,
      uniques: [{ ...makeUnique('berths', { columns: ['label'] }), name: 'one_label' }],
    })),
    changes: ['rename constraint'],
    says: ['rename constraint berths_label_key to one_label'],
  },
  'a foreign key does something else': {
    to: withTable('boats', (table) => ({
      ...table,
      foreignKeys: table.foreignKeys.map((key) => ({ ...key, onDelete: 'cascade' as const })),
    })),
    changes: ['replace constraint'],
    says: ['drop constraint boats_berth_id_fkey', 'on delete cascade not valid', 'validate constraint boats_berth_id_fkey'],
  },
  'a check lets more in': {
    from: withLengths("length_m between 1 and 40 and label <> ''"),
    to: withLengths('length_m between 1 and 60'),
    changes: ['replace constraint'],
    says: ['drop constraint berths_length_m_check', 'validate constraint berths_length_m_check'],
  },
  'a check lets less in': {
    from: withLengths('length_m between 1 and 60'),
    to: withLengths('length_m between 2 and 60'),
    changes: ['replace constraint'],
    hazards: ['existing-rows'],
    says: ['drop constraint berths_length_m_check', 'validate constraint berths_length_m_check'],
  },
  'a foreign key comes to a table whose policies hold for the owner': {
    from: withTable(
      'berths',
      (table) => ({ ...table, rowSecurity: 'forced' }),
      withTable('boats', (table) => ({ ...table, foreignKeys: [] })),
    ),
    to: withTable('berths', (table) => ({ ...table, rowSecurity: 'forced' })),
    changes: ['add constraint'],
    hazards: ['existing-rows'],
    says: ['berths no force row level', 'not valid', 'validate constraint boats_berth_id_fkey', 'berths force row level'],
  },
  'a materialized view is filled from a table whose policies hold for the owner': {
    from: withTable('berths', (table) => ({ ...table, rowSecurity: 'forced', policies: [lookingAround] })),
    to: {
      ...withTable('berths', (table) => ({ ...table, rowSecurity: 'forced', policies: [lookingAround] })),
      views: [{ ...view, materialized: true, securityInvoker: false }],
    },
    changes: ['create view'],
    says: ['berths no force row level', 'create materialized view', 'berths force row level'],
  },
  'a function in SQL reads a table whose policies hold for the owner': {
    from: withTable('berths', (table) => ({ ...table, rowSecurity: 'forced', policies: [lookingAround] })),
    to: {
      ...withTable('berths', (table) => ({ ...table, rowSecurity: 'forced', policies: [lookingAround] })),
      routines: [
        { ...half, name: 'all_berths', arguments: '', returns: 'setof public.berths', body: 'select * from public.berths' },
      ],
    },
    changes: ['create function'],
    says: ['berths no force row level', 'create function public.all_berths', 'berths force row level'],
  },
  'an index comes': {
    to: withTable('berths', (table) => ({ ...table, indexes: [index] })),
    changes: ['create index'],
    hazards: ['long-lock'],
    says: ['create index berths_label_idx on public.berths'],
  },
  'an index gets another name': {
    from: withTable('berths', (table) => ({ ...table, indexes: [index] })),
    to: withTable('berths', (table) => ({ ...table, indexes: [{ ...index, name: 'by_label' }] })),
    changes: ['rename index'],
    says: ['alter index public.berths_label_idx rename to by_label'],
  },
  'a policy asks something else': {
    from: guarded,
    to: withTable('berths', (table) => ({ ...table, policies: [{ ...policy, using: 'true' }] }), guarded),
    changes: ['change policy'],
    says: ['alter policy read on public.berths\n  to authenticated\n  using (true)'],
  },
  'a policy is for something else': {
    from: guarded,
    to: withTable('berths', (table) => ({ ...table, policies: [{ ...policy, command: 'delete' }] }), guarded),
    changes: ['replace policy'],
    says: ['drop policy read on public.berths', 'for delete to authenticated'],
  },
  'row level security is turned off': {
    from: guarded,
    to: withTable('berths', (table) => ({ ...table, rowSecurity: 'off' }), guarded),
    changes: ['row security'],
    hazards: ['opens-access'],
    says: ['alter table public.berths disable row level security'],
  },
  'what a policy rests on gets another type': {
    from: guarded,
    to: withTable(
      'berths',
      (table) => ({
        ...table,
        columns: withColumn('label', { type: 'varchar(40)' }).tables[0]?.columns ?? [],
        policies: [{ ...policy, using: "label::text <> ''" }],
      }),
      guarded,
    ),
    changes: ['change column', 'change policy'],
    hazards: ['narrowed-type', 'rewrite'],
    says: ['drop policy read', 'alter column label type varchar(40)', 'create policy read'],
  },
  'a view shows something else': {
    from: { ...harbour, views: [view] },
    to: { ...harbour, views: [{ ...view, query: 'select label from public.berths' }] },
    changes: ['replace view'],
    says: ['drop view public.long_berths', 'create view public.long_berths', 'revoke all on table public.long_berths'],
  },
  'a view goes': {
    from: { ...harbour, views: [view] },
    to: harbour,
    changes: ['drop view'],
    hazards: ['breaking-drop'],
    says: ['drop view public.long_berths'],
  },
  'a function does something else': {
    from: touched,
    to: { ...touched, routines: [{ ...touch, body: '\nbegin\n  return null;\nend\n' }] },
    changes: ['change function'],
    says: ['create or replace function public.touch()'],
  },
  'a function takes something else': {
    from: { ...harbour, routines: [half] },
    to: { ...harbour, routines: [{ ...half, arguments: 'number integer', body: 'select number / 2' }] },
    changes: ['replace function'],
    hazards: ['breaking-drop'],
    says: [
      'drop function public.half(integer)',
      'create function public.half(number integer)',
      'revoke all on function public.half(integer)',
    ],
  },
  'a trigger goes with its function': {
    from: touched,
    to: harbour,
    changes: ['drop trigger', 'drop function'],
    says: ['drop trigger touch on public.berths', 'drop function public.touch()'],
  },
  'privileges narrow to columns': {
    from: { ...harbour, grants: [select('authenticated'), select('anon')] },
    to: { ...harbour, grants: [select('authenticated', ['label'])] },
    changes: ['change grant', 'change grant'],
    says: [
      'revoke select on table public.berths from anon',
      'revoke select on table public.berths from authenticated',
      'grant select (label) on table public.berths',
    ],
  },
  'comments come and go': {
    from: { ...withColumn('label', { comment: 'As painted.' }) },
    to: { ...withTable('berths', (table) => ({ ...table, comment: 'Places for boats.' })) },
    changes: ['comment on table', 'change column'],
    says: ['comment on column public.berths.label is null', "comment on table public.berths is 'Places for boats.'"],
  },
  'a table and a column are called something else': {
    from: withTable('berths', (table) => ({ ...table, indexes: [index] }), guarded),
    to: {
      ...guarded,
      tables: guarded.tables.map((table) =>
        table.name === 'berths'
          ? {
              ...table,
              name: 'moorings',
              was: 'berths',
              columns: table.columns.map((column) =>
                column.name === 'label' ? { ...column, name: 'sign', was: 'label' } : column,
              ),
              primaryKey: makePrimaryKey('moorings', ['id']),
              indexes: [makeIndex('moorings', { keys: [{ column: 'sign' }] })],
              policies: [{ ...policy, using: "sign <> ''" }],
            }
          : {
              ...table,
              foreignKeys: table.foreignKeys.map((key) => ({ ...key, references: { ...key.references, table: 'moorings' } })),
            },
      ),
    },
    changes: ['rename constraint', 'rename index'],
    hazards: ['breaking-rename'],
    says: [
      'alter table public.berths rename to moorings',
      'alter table public.moorings rename column label to sign',
      'alter sequence public.berths_id_seq rename to moorings_id_seq',
      'rename constraint berths_pkey to moorings_pkey',
      'alter index public.berths_label_idx rename to moorings_sign_idx',
    ],
  },
}

describe('each change', () => {
  test.each(Object.entries(cases))('%s', async (_, { from = harbour, to, changes, hazards = [], says }) => {
    const { renames, impossible } = declaredRenames(from, to)
    expect(impossible).toEqual([])
    const { ways } = await tryPair(database, from, to, renames)
    expect(ways.up.changes.map((change) => change.kind).sort()).toEqual([...changes].sort())
    const found = hazardsOf(ways.up.changes, renames, ways.old, ways.next).map(({ code }) => code)
    expect([...new Set(found)].sort()).toEqual([...hazards].sort())
    const script = toMigration(ways.up.steps)
    let at = 0
    for (const part of says) {
      const next = script.indexOf(part, at)
      expect(next, `${part}\n\nin\n\n${script}`).toBeGreaterThanOrEqual(0)
      at = next + 1
    }
  })
})

test('a rename that does not fit is said', () => {
  const renamed = (was: string) => withTable('berths', (table) => ({ ...table, name: 'moorings', was }))
  expect(declaredRenames(harbour, renamed('quays')).impossible).toEqual(['`moorings` was `quays`: there is no such table'])
  expect(declaredRenames(harbour, renamed('boats')).impossible).toEqual(['`moorings` was `boats`: that table is still there'])
  expect(declaredRenames(harbour, withColumn('label', { was: 'name' }))).toEqual({ renames: [], impossible: [] })
})
