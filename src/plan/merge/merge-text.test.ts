import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryPlan } from '../../../test/arbitrary/plan.ts'
import { compileAccess } from '../../design/access/compile-access.ts'
import { makeColumn, makeIndex, makePrimaryKey, makeTable } from '../../schema/factories.ts'
import { emptyNotes } from '../../schema/notes.ts'
import { orderSchema } from '../../schema/order-schema.ts'
import type { Plan } from '../../schema/plan.ts'
import { emptySchema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { isUntouched } from '../seal.ts'
import { sealedText } from '../sealed-text.ts'
import { mergeText } from './merge-text.ts'

const stated = [{ kind: 'source' as const, document: 'prd', line: 4 }]
const column = (name: string, type = 'text') => makeColumn({ name, type, reasons: stated })
const table = (name: string, ...columns: Table['columns']): Table =>
  makeTable({ name, columns: [column('id', 'bigint'), ...columns], primaryKey: makePrimaryKey(name, ['id']), reasons: stated })
const planOf = (...tables: readonly Table[]): Plan => ({
  title: 'Harbour',
  schema: { ...emptySchema({ kind: 'postgres', version: 17 }), tables },
  notes: emptyNotes,
})
const written = (plan: Plan) => sealedText(plan, undefined, plan)

/** Plans of any kind have policies that no rule asks for. */
const asItIs = (schema: Plan['schema']) => schema

async function merge(text: string, designed: Plan) {
  const { value, diagnostics } = await mergeText(text, 'db-plan.md', designed, compileAccess)
  return {
    isWhole: value?.isWhole,
    columns: value?.plan.schema.tables.flatMap((one) => one.columns.map(({ name, type }) => `${one.name}.${name} ${type}`)),
    said: diagnostics.map(({ code, message }) => `${code.replace('plan/merge-', '')}: ${message.split(': ')[1] ?? ''}`),
    plan: value?.plan,
  }
}

const first = planOf(table('boats', column('name'), column('length', 'integer')), table('crews', column('motto')))

test('what nobody touched follows the documents, what somebody edited stays', async () => {
  const edited = written(first)
    .replace('| `name` | `text` |', '| `name` | `varchar(40)` |')
    .replace('| `motto` | `text` | no | | | prd:4 |', '| `motto` | `text` | no | | | prd:4 |\n| `flag` | `text` | yes | | | |')
  const next = planOf(table('boats', column('name'), column('length', 'numeric'), column('draft', 'numeric')), table('piers'))
  const merged = await merge(edited, next)
  expect(merged.columns).toEqual([
    'boats.id bigint',
    'boats.name varchar(40)',
    'boats.length numeric',
    'boats.draft numeric',
    'crews.id bigint',
    'crews.motto text',
    'crews.flag text',
    'piers.id bigint',
  ])
  expect(merged.said).toEqual([
    'added: column boats.draft; table piers',
    'changed: column boats.length',
    'kept: column boats.name; table crews',
  ])
  expect(merged.isWhole).toBe(true)
})

test('what somebody took out stays out, what the documents dropped goes', async () => {
  const edited = written(first).replace(/\| `length` .*\n/, '')
  const merged = await merge(edited, planOf(table('boats', column('name'), column('length', 'integer'))))
  expect(merged.columns).toEqual(['boats.id bigint', 'boats.name text'])
  expect(merged.said).toEqual(['removed: table crews', 'left-out: column boats.length'])
})

test('where both changed a part, the person is heard and told', async () => {
  const edited = written(first).replace('| `length` | `integer` |', '| `length` | `bigint` |')
  const merged = await merge(
    edited,
    planOf(table('boats', column('name'), column('length', 'numeric')), table('crews', column('motto'))),
  )
  expect(merged.columns).toContain('boats.length bigint')
  expect(merged.said).toEqual(['disputed: column boats.length'])
})

test('the merged plan knows its edits the next time', async () => {
  const edited = written(first).replace('| `name` | `text` |', '| `name` | `varchar(40)` |')
  const next = planOf(table('boats', column('name'), column('length', 'numeric')), table('crews', column('motto')))
  const once = await merge(edited, next)
  const text = sealedText(once.plan as Plan, undefined, next)
  expect(isUntouched(text)).toBe(false)
  const again = await merge(text, next)
  expect(again.said).toEqual(['kept: column boats.name'])
  expect(sealedText(again.plan as Plan, undefined, next)).toBe(text)
})

test('a line that a plan has no place for, and a plan without a seal, keep the text from being replaced', async () => {
  const text = written(first)
  expect((await merge(text.replace('## 3. Indexes', '<!-- ask Zofia about tides -->\n\n## 3. Indexes'), first)).isWhole).toBe(
    false,
  )
  const unsealed = text.replace(/<!-- dbplan:.*/, '')
  const merged = await merge(unsealed, planOf(table('boats', column('name'))))
  expect(merged.isWhole).toBe(false)
  expect(merged.said).toEqual(['kept: column boats.length; table crews'])
})

test('what cannot be read is not merged', async () => {
  const { value, diagnostics } = await mergeText(
    written(first).replace('| Column | Type |', '| Column | Sort |'),
    'db-plan.md',
    first,
    compileAccess,
  )
  expect(value).toBeUndefined()
  expect(diagnostics.map(({ severity }) => severity)).toContain('error')
})

test('merging any plan with what it was made of changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPlan, async (plan) => {
      const { value, diagnostics } = await mergeText(written(plan), 'db-plan.md', plan, asItIs)
      expect(diagnostics).toEqual([])
      expect(value).toMatchObject({ plan: { ...plan, schema: orderSchema(plan.schema) }, isWhole: true })
    }),
    { numRuns: 15 },
  )
})

test('any edit of any plan survives any design', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPlan, arbitraryPlan, async (plan, other) => {
      const mine: Plan = {
        ...plan,
        schema: {
          ...plan.schema,
          tables: [
            ...plan.schema.tables,
            { ...table('my own table'), indexes: [makeIndex('mine', { keys: [{ column: 'id' }] })] },
          ],
        },
      }
      const text = sealedText(mine, undefined, plan)
      const { value } = await mergeText(text, 'db-plan.md', { ...other, title: plan.title }, asItIs)
      expect(value?.plan.schema.tables.map(({ name }) => name)).toContain('my own table')
    }),
    { numRuns: 10 },
  )
})
