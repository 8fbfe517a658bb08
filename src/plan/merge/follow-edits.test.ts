import { describe, expect, test } from 'vitest'
import { compileAccess } from '../../design/access/compile-access.ts'
import {
  makeCheck,
  makeColumn,
  makeForeignKey,
  makeIndex,
  makePrimaryKey,
  makeTable,
  makeUnique,
} from '../../schema/factories.ts'
import { emptyNotes } from '../../schema/notes.ts'
import { orderSchema } from '../../schema/order-schema.ts'
import type { Plan } from '../../schema/plan.ts'
import { emptySchema, type Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { readPlan } from '../read-plan.ts'
import { sealedText } from '../sealed-text.ts'
import { followEdits } from './follow-edits.ts'
import { mergeText } from './merge-text.ts'

const uuid = (name: string) => makeColumn({ name, type: 'uuid' })
const text = (name: string) => makeColumn({ name, type: 'text' })
const kilns: Table = makeTable({
  name: 'kilns',
  columns: [uuid('id'), uuid('potter_id'), text('label'), text('glaze')],
  primaryKey: makePrimaryKey('kilns', ['id']),
  uniques: [makeUnique('kilns', { columns: ['potter_id', 'label'] })],
  checks: [makeCheck('kilns', ['label'], { expression: 'char_length(label) <= 30' })],
  indexes: [makeIndex('kilns', { keys: [{ column: 'label' }] })],
  foreignKeys: [
    makeForeignKey('kilns', {
      columns: ['potter_id'],
      references: { schema: 'auth', table: 'users', columns: ['id'] },
      onDelete: 'cascade',
    }),
  ],
})
const caller = { kind: 'caller', path: { steps: [], column: 'potter_id' } } as const
const rules: Schema['access']['rules'] = [
  {
    schema: 'public',
    table: 'kilns',
    who: { kind: 'owner', label: 'owner' },
    may: [
      { operation: 'select' },
      { operation: 'insert' },
      { operation: 'update', columns: ['label', 'glaze'] },
      { operation: 'delete' },
    ],
    rows: caller,
    reasons: [],
  },
]
function planOf(...tables: readonly Table[]): Plan {
  const schema = { ...emptySchema({ kind: 'supabase', version: 17 }), tables, access: { groups: [], rules } }
  return { title: 'Pottery', schema: orderSchema(compileAccess(schema)), notes: emptyNotes }
}
const first = planOf(kilns)
const written = sealedText(first, undefined, first)

async function merge(edited: string, designed = first) {
  expect(edited).not.toBe(written)
  const { value, diagnostics } = await mergeText(edited, 'db-plan.md', designed, compileAccess)
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  const { schema } = value.plan
  const grants = schema.grants.flatMap(({ object, role, privileges }) =>
    role === 'authenticated' && object.kind === 'table'
      ? privileges.map(
          ({ privilege, columns }) => `${privilege} ${object.name}${columns === undefined ? '' : ` (${columns.join(', ')})`}`,
        )
      : [],
  )
  return {
    ...value,
    schema,
    grants,
    policies: schema.tables.flatMap((table) => table.policies.map(({ command }) => `${table.name} ${command}`)),
    said: diagnostics.map(({ code, message }) => `${code.replace('plan/merge-', '')}: ${message.split(': ')[1] ?? ''}`),
  }
}

test('a column that a person renames in its row is called so throughout', async () => {
  const { schema, grants, said, isWhole } = await merge(written.replace('| `label` |', '| `sign` <!-- was: label --> |'))
  const [table] = schema.tables
  expect(table?.columns.map(({ name }) => name)).toEqual(['id', 'potter_id', 'sign', 'glaze'])
  expect(table?.uniques.map(({ columns }) => columns)).toEqual([['potter_id', 'sign']])
  expect(table?.checks.map(({ expression }) => expression)).toEqual(['char_length(sign) <= 30'])
  expect(table?.indexes.map(({ keys }) => keys)).toEqual([[{ column: 'sign' }]])
  expect(grants).toContain('update kilns (sign, glaze)')
  expect(said.filter((line) => !line.startsWith('follows'))).toEqual([])
  expect(isWhole).toBe(true)
})

test('a type that a person renames in its row is called so throughout', async () => {
  const typed: Table = {
    ...kilns,
    columns: [...kilns.columns, makeColumn({ name: 'heat', type: 'kiln_heat', default: "'low'::kiln_heat" })],
    checks: [...kilns.checks, makeCheck('kilns', ['heat'], { expression: "heat <> 'high'::kiln_heat or label <> ''" })],
  }
  const plan = planOf(typed)
  const heat = { schema: 'public', name: 'kiln_heat', values: ['low', 'high'], reasons: [] }
  const design: Plan = { ...plan, schema: { ...plan.schema, enums: [heat] } }
  const sealed = sealedText(design, undefined, design)
  const { schema, said, isWhole } = await merge(sealed.replace('| `kiln_heat` |', '| `firing` <!-- was: kiln_heat --> |'), design)
  expect(schema.enums).toMatchObject([{ name: 'firing', was: 'kiln_heat' }])
  expect(schema.tables[0]?.columns.find(({ name }) => name === 'heat')).toMatchObject({
    type: 'firing',
    default: "'low'::firing",
  })
  expect(schema.tables[0]?.checks.map(({ expression }) => expression)).toContain("heat <> 'high'::firing or label <> ''")
  expect(said).toEqual([])
  expect(isWhole).toBe(true)
})

test('grants follow a column that a person takes out, and the next merge takes them for untouched', async () => {
  const once = await merge(written.replace(/\| `glaze` .*\n/, '').replace('update (`label`, `glaze`)', 'update (`label`)'))
  expect(once.grants).toContain('update kilns (label)')
  expect(once.said).toContain('follows: grant on table public.kilns to authenticated')
  expect(once.said).toContain('left-out: column kilns.glaze')
  const again = sealedText(once.plan, undefined, once.designed)
  const wider = await merge(again.replace('update (`label`)', 'update (`id`, `label`)'))
  expect(wider.grants).toContain('update kilns (id, label)')
  expect(wider.said.filter((line) => line.startsWith('disputed'))).toEqual([])
})

test('policies and grants follow a rule that a person changes, and a policy that they change stays', async () => {
  const { policies, grants, said } = await merge(written.replace(/(\| `kilns` \| owner \| )[^|]*\|/, '$1select, insert |'))
  expect(policies).toEqual(['kilns select', 'kilns insert'])
  expect(grants).toEqual(['insert kilns', 'select kilns'])
  expect(said.find((line) => line.startsWith('follows'))).toContain('policy "owners delete their kilns" of kilns')
  const own = await merge(written.replace(/(for delete to authenticated\n\s*using \()[^\n]*;/, "$1glaze = 'none');"))
  const deletion = own.schema.tables[0]?.policies.find(({ command }) => command === 'delete')
  expect(deletion?.using).toBe("glaze = 'none'")
  expect(own.said).toEqual(['kept: policy "owners delete their kilns" of kilns'])
})

test("a table of a person's own is closed to callers as every other", async () => {
  const table =
    '### `shelves`\n\n| Column | Type | Null | Default | Constraints | Why |\n|---|---|---|---|---|---|\n| `id` | `uuid` | no | | primary key | |\n\n'
  const { schema, said } = await merge(written.replace('## 2. Relationships', `${table}## 2. Relationships`))
  expect(schema.tables.find(({ name }) => name === 'shelves')?.rowSecurity).toBe('on')
  expect(said).toContain('kept: table shelves')
})

describe('what an edited plan means before dbplan runs again', () => {
  const follow = async (edited: string) => {
    const { value, diagnostics } = await readPlan(edited, 'db-plan.md')
    expect(diagnostics).toEqual([])
    return followEdits(value, edited, compileAccess)
  }

  test('policies and grants follow a rule that was changed, and nothing else moves', async () => {
    const { plan, follows } = await follow(written.replace(/(\| `kilns` \| owner \| )[^|]*\|/, '$1select, insert |'))
    expect(plan.schema.tables[0]?.policies.map(({ command }) => command)).toEqual(['select', 'insert'])
    expect(follows).toEqual([
      'policy "owners change their kilns" of kilns',
      'policy "owners delete their kilns" of kilns',
      'grant on table public.kilns to authenticated',
    ])
    const untouched = await follow(written)
    expect(untouched).toEqual({ plan: (await readPlan(written, 'db-plan.md')).value, follows: [] })
  })

  test('a plan that does not say what dbplan wrote is taken as it stands', async () => {
    const unsealed = written.replace(/<!-- dbplan:[^\n]*-->/, '').replace(/(\| `kilns` \| owner \| )[^|]*\|/, '$1select |')
    expect((await follow(unsealed)).follows).toEqual([])
  })
})

describe('a table that a person renames in its heading', () => {
  const renamed = written.replace('### `kilns`', '### `ovens` <!-- was: kilns -->')

  test('is called so throughout, and its policies stay', async () => {
    const { value, diagnostics } = await readPlan(renamed, 'db-plan.md')
    expect(diagnostics).toEqual([])
    const [table] = value.schema.tables
    expect(table).toMatchObject({ name: 'ovens', was: 'kilns', rowSecurity: 'on' })
    expect(table?.indexes).toHaveLength(1)
    expect(table?.policies).toHaveLength(4)
    expect(new Set(value.schema.grants.flatMap(({ object }) => (object.kind === 'table' ? [object.name] : [])))).toEqual(
      new Set(['ovens']),
    )
    expect(value.schema.access.rules.map((rule) => rule.table)).toEqual(['ovens'])
    expect(followEdits(value, renamed, compileAccess).follows).toEqual([])
  })

  test('is the table that the documents ask for under its old name', async () => {
    const { schema, said, isWhole } = await merge(renamed)
    expect(schema.tables.map(({ name }) => name)).toEqual(['ovens'])
    expect(said).toEqual([])
    expect(isWhole).toBe(true)
  })
})

test('what still names a table that a person took out is said once, with every line', async () => {
  const from = written.indexOf('### `kilns`')
  const without = written.slice(0, from) + written.slice(written.indexOf('## 2. Relationships'))
  const { diagnostics } = await readPlan(without, 'db-plan.md')
  const lines = without
    .split('\n')
    .flatMap((line, at) => (/^\| `kilns(_label_idx)?` \| (owner|btree)|^create policy/.test(line) ? [at + 1] : []))
  expect(lines.length).toBeGreaterThan(4)
  expect(diagnostics).toMatchObject([
    {
      code: 'plan/unknown-name',
      message: `\`kilns\` is no table of this plan, and ${lines.length} lines still name it: ${lines.join(', ')}`,
      place: { line: lines[0] },
    },
  ])
})
