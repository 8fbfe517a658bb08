import { expect, test } from 'vitest'
import { hazardCodes } from '../../src/migration/hazards.ts'
import { nextMigration } from '../../src/migration/next-migration.ts'
import { makeColumn, makeForeignKey, makeIndex, makePrimaryKey, makeTable } from '../../src/schema/factories.ts'
import { emptyNotes } from '../../src/schema/notes.ts'
import { emptySchema, type Schema } from '../../src/schema/schema.ts'
import type { Table } from '../../src/schema/table.ts'

const text = (name: string) => makeColumn({ name, type: 'text' })
const piers = makeTable({
  name: 'piers',
  columns: [makeColumn({ name: 'id', type: 'bigint' }), text('label'), text('sign')],
  primaryKey: makePrimaryKey('piers', ['id']),
  indexes: [makeIndex('piers', { keys: [{ column: 'label' }], name: 'piers_look_idx' })],
})
const tides = makeTable({
  name: 'tides',
  columns: [makeColumn({ name: 'at', type: 'timestamptz' }), text('sign')],
  partitionBy: 'range (at)',
})
const schemaOf = (...tables: readonly Table[]): Schema => ({ ...emptySchema({ kind: 'postgres', version: 18 }), tables })

const wanted = schemaOf(
  {
    ...piers,
    indexes: [
      makeIndex('piers', { keys: [{ column: 'sign' }], name: 'piers_look_idx' }),
      makeIndex('piers', { keys: [{ column: 'label' }, { column: 'sign' }], name: 'piers_label_sign_idx' }),
      makeIndex('piers', { keys: [{ column: 'sign' }], unique: true, name: 'piers_sign_key' }),
    ],
  },
  { ...tides, indexes: [makeIndex('tides', { keys: [{ column: 'sign' }], name: 'tides_sign_idx' })] },
  makeTable({
    name: 'lamps',
    columns: [makeColumn({ name: 'id', type: 'bigint' }), text('sign')],
    primaryKey: makePrimaryKey('lamps', ['id']),
    foreignKeys: [
      makeForeignKey('lamps', {
        columns: ['sign'],
        references: { schema: 'public', table: 'piers', columns: ['sign'] },
        onDelete: 'cascade',
      }),
    ],
    indexes: [makeIndex('lamps', { keys: [{ column: 'sign' }], name: 'lamps_sign_idx' })],
  }),
)

test('new indexes on tables that are there get a script of their own, where PostgreSQL can build them concurrently', async () => {
  const plan = { title: 'Piers', schema: wanted, notes: emptyNotes }
  const options = { source: 'plan.md', from: 'old.md', concurrently: true }
  const { value, diagnostics } = await nextMigration(schemaOf(piers, tides), plan, { ...options, allowed: new Set(hazardCodes) })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(value?.indexes.map(({ name, script }) => [name, script.replace(/^(--.*\n|\n)*/, '')])).toEqual([
    ['piers_label_sign_idx', 'create index concurrently piers_label_sign_idx on public.piers using btree (label, sign);\n'],
  ])
  // One that takes the place of another, one that a foreign key rests on, one on a partitioned table, one on a new table.
  const inside = value?.up.match(/create (unique )?index \w+/g)
  expect(inside?.map((statement) => statement.split(' ').at(-1)).sort()).toEqual([
    'lamps_sign_idx',
    'piers_look_idx',
    'piers_sign_key',
    'tides_sign_idx',
  ])
  expect(value?.down).toContain('drop index public.piers_label_sign_idx;')
  const locking = value?.hazards.flatMap(({ code, object }) => (code === 'long-lock' ? [object] : []))
  expect(locking).not.toContain('piers_label_sign_idx')
  expect(locking).toContain('tides_sign_idx')
})

test('where a lock is refused, the way without one is said', async () => {
  const old = schemaOf({ ...piers, indexes: [] })
  const plan = { title: 'Piers', schema: schemaOf(piers), notes: emptyNotes }
  const { value, diagnostics } = await nextMigration(old, plan, { source: 'plan.md', from: 'old.md', allowed: new Set() })
  expect(value).toBeUndefined()
  expect(diagnostics.find(({ code }) => code === 'migration/long-lock')?.help).toContain('--concurrently')
})
