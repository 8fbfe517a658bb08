import { expect, test } from 'vitest'
import { emptyNotes } from '../schema/notes.ts'
import { emptySchema, type Schema } from '../schema/schema.ts'
import { findObjects } from './find-objects.ts'
import { nearest } from './nearest.ts'
import { planLines } from './plan-lines.ts'
import { explainReason } from './reasons.ts'

const source = { kind: 'source', document: 'prd', line: 2, requirement: 'US-001' } as const
const schema: Schema = {
  ...emptySchema({ kind: 'supabase', version: 17 }),
  enums: [{ schema: 'public', name: 'bed_kind', values: ['flat'], reasons: [source] }],
  tables: [
    {
      schema: 'public',
      name: 'beds',
      columns: [{ name: 'name', type: 'text', nullable: false, reasons: [source] }],
      uniques: [{ name: 'beds_name_key', columns: ['name'], reasons: [source] }],
      checks: [],
      foreignKeys: [],
      exclusions: [],
      indexes: [],
      triggers: [],
      rowSecurity: 'on',
      policies: [
        { name: 'owners read their beds', command: 'select', permissive: true, roles: ['authenticated'], using: 'true' },
      ],
      reasons: [source],
    },
  ],
  access: {
    groups: [],
    rules: [
      {
        schema: 'public',
        table: 'beds',
        who: { kind: 'signed in' },
        may: [{ operation: 'select' }],
        rows: { kind: 'all' },
        reasons: [source],
      },
    ],
  },
}

test.each([
  ['beds', 'table'],
  ['public.beds', 'table'],
  ['BEDS', 'table'],
  ['beds.name', 'column'],
  ['name', 'column'],
  ['beds_name_key', 'constraint'],
  ['"owners read their beds"', 'policy'],
  ['bed_kind', 'type'],
])('%s is a %s, with its reasons', (name, kind) => {
  expect(findObjects(schema, name)).toMatchObject([{ kind, reasons: [source] }])
})

test('a mistyped name', () => {
  expect(findObjects(schema, 'bed')).toEqual([])
  expect(nearest('bed', ['beds', 'beds.name', 'gardens'])).toEqual(['beds'])
  expect(nearest('nmae', ['beds.name'])).toEqual(['beds.name'])
  expect(nearest('something', ['beds'])).toEqual([])
})

test('the lines of the plan that define an object', () => {
  const plan =
    '# Plan\n\n### `beds`\n\n| Column |\n|---|\n| `name` | `text` |\n\n- unique `beds_name_key` on (`name`)\n\n### `paths`\n\n| `name` | `text` |\n\n## 4. Policies\n\ncreate policy "owners read their beds" on public.beds\n'
  const lineOf = (name: string) => findObjects(schema, name).flatMap((object) => planLines(plan, object).map(({ line }) => line))
  expect(lineOf('beds')).toEqual([3])
  expect(lineOf('beds.name')).toEqual([7])
  expect(lineOf('beds_name_key')).toEqual([9])
  expect(lineOf('owners read their beds')).toEqual([17])
})

test('reasons quote the documents as they are now', () => {
  const documents = new Map([['prd', { path: '.ai/prd.md', lines: ['# Garden', '  - Beds have a name.'] }]])
  expect(explainReason(source, documents, emptyNotes)).toEqual({
    reference: 'prd:2',
    meaning: 'asked for by US-001',
    place: '.ai/prd.md:2',
    quote: '- Beds have a name.',
  })
  expect(explainReason({ ...source, line: 9 }, documents, emptyNotes)).not.toHaveProperty('quote')
  expect(
    explainReason({ kind: 'assumption', number: 1 }, documents, {
      ...emptyNotes,
      assumptions: [{ number: 1, text: 'Beds are small.', reasons: [] }],
    }).meaning,
  ).toBe('Beds are small.')
})
