import { expect, test } from 'vitest'
import { makeCheck, makeColumn, makeForeignKey, makeIndex, makeTable, makeUnique } from '../schema/factories.ts'
import { emptySchema, type Schema } from '../schema/schema.ts'
import { renameColumn, renamedColumns } from './rename-column.ts'

const text = (name: string) => makeColumn({ name, type: 'text' })
const schema: Schema = {
  ...emptySchema({ kind: 'postgres', version: 17 }),
  tables: [
    makeTable({
      name: 'sails',
      columns: [text('mark'), text('cloth'), { ...text('shown'), generated: { expression: "mark || ' mark'", stored: true } }],
      uniques: [makeUnique('sails', { columns: ['cloth', 'mark'] })],
      checks: [makeCheck('sails', ['mark'], { expression: 'char_length(mark) < 9 and "mark" <> \'mark\' and mark(cloth)' })],
      indexes: [
        makeIndex('sails', {
          keys: [{ expression: 'lower(mark)' }, { column: 'mark' }],
          include: ['mark'],
          where: 'mark is not null',
        }),
      ],
      policies: [
        {
          name: 'own',
          command: 'select',
          permissive: true,
          roles: [],
          using: 'mark in (select mark from public.boats where boats.mark = sails.mark)',
        },
      ],
    }),
    makeTable({
      name: 'boats',
      columns: [text('mark')],
      foreignKeys: [
        makeForeignKey('boats', { columns: ['mark'], references: { schema: 'public', table: 'sails', columns: ['mark'] } }),
      ],
      policies: [
        {
          name: 'own',
          command: 'select',
          permissive: true,
          roles: [],
          using: 'exists (select from sails where sails.mark = mark)',
        },
      ],
    }),
  ],
  grants: [
    {
      object: { kind: 'table', schema: 'public', name: 'sails' },
      role: 'crew',
      privileges: [{ privilege: 'update', columns: ['mark', 'cloth'] }],
    },
  ],
  access: {
    groups: [],
    rules: [
      {
        schema: 'public',
        table: 'boats',
        who: { kind: 'signed in' },
        may: [{ operation: 'update', columns: ['mark'] }],
        rows: {
          kind: 'equals',
          path: {
            steps: [{ direction: 'forward', column: 'mark', schema: 'public', table: 'sails', key: 'mark' }],
            column: 'mark',
          },
          values: ['x'],
        },
        reasons: [],
      },
    ],
  },
}

test('a column is called by its new name where its table is meant, and nowhere else', () => {
  const { tables, grants, access } = renameColumn(schema, { schema: 'public', table: 'sails', from: 'mark', to: 'order' })
  const [sails, boats] = tables
  expect(sails?.columns.map(({ name, generated }) => generated?.expression ?? name)).toEqual([
    'order',
    'cloth',
    '"order" || \' mark\'',
  ])
  expect(sails?.uniques[0]).toMatchObject({ name: 'sails_cloth_mark_key', columns: ['cloth', 'order'] })
  expect(sails?.checks[0]?.expression).toBe('char_length("order") < 9 and "order" <> \'mark\' and mark(cloth)')
  expect(sails?.indexes[0]).toMatchObject({
    keys: [{ expression: 'lower("order")' }, { column: 'order' }],
    include: ['order'],
    where: '"order" is not null',
  })
  expect(sails?.policies[0]?.using).toBe('"order" in (select mark from public.boats where boats.mark = sails."order")')
  expect(boats?.columns[0]?.name).toBe('mark')
  expect(boats?.foreignKeys[0]).toMatchObject({ columns: ['mark'], references: { columns: ['order'] } })
  expect(boats?.policies[0]?.using).toBe('exists (select from sails where sails."order" = mark)')
  expect(grants[0]?.privileges).toEqual([{ privilege: 'update', columns: ['order', 'cloth'] }])
  expect(access.rules[0]).toMatchObject({
    may: [{ operation: 'update', columns: ['mark'] }],
    rows: { path: { steps: [{ column: 'mark', key: 'order' }], column: 'order' } },
  })
})

test('what a column was counts while no column has that name', () => {
  const named = (was: string) => ({
    ...schema,
    tables: [makeTable({ name: 'sails', columns: [{ ...text('sign'), was }, text('cloth')] })],
  })
  expect(renamedColumns(named('mark'))).toEqual([{ schema: 'public', table: 'sails', from: 'mark', to: 'sign' }])
  expect(renamedColumns(named('cloth'))).toEqual([])
})
