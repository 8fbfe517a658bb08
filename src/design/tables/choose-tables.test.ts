import { expect, test } from 'vitest'
import { belongs, columns, decided, planOf, said, table, tableNames, thing, wanted } from '../testing.ts'

const refuses = (entity: string, deferred = false) =>
  ({
    kind: 'exclusion',
    subject: 'entity',
    entity: { text: entity, name: entity, identifier: false, known: true },
    text: entity,
    deferred,
  }) as const

test('what the session calls a table is one', async () => {
  expect(tableNames(await decided(table('`recipes`'), table('`tags`')))).toEqual(['recipes', 'tags'])
})

test('the PRD adds nothing that was dropped in passing', async () => {
  const plan = await planOf([said('prd', thing('shopping list'), thing('newsletter')), said('decision', table('`recipes`'))])
  expect(tableNames(plan)).toEqual(['recipes'])
})

test('a thing of the PRD with columns of its own joins the session’s tables', async () => {
  const plan = await planOf([
    said('prd', thing('supplier'), columns('supplier', 'company', 'vat number', 'phone')),
    said('decision', table('`recipes`'), columns('`recipes`', 'title', 'servings')),
  ])
  expect(tableNames(plan)).toEqual(['recipes', 'suppliers'])
})

test('a session that names one table of many has not decided the set', async () => {
  const others = ['aquarium', 'water test', 'feeding plan', 'treatment']
  const prd = said('prd', ...others.flatMap((name) => [thing(name), ...columns(name, 'title', 'volume')]))
  const plan = await planOf([prd, said('decision', table('`fish_species`'), columns('`fish_species`', 'name'))])
  expect(tableNames(plan)).toEqual(['aquariums', 'feeding_plans', 'fish_species', 'treatments', 'water_tests'])
})

test('records that the PRD wants in a table of their own join the session’s tables, unless it keeps records already', async () => {
  const wantsRecords = said('prd', table('recipe import error'))
  const recipes = [table('`recipes`'), columns('`recipes`', 'title', 'servings')]
  expect(tableNames(await planOf([wantsRecords, said('decision', ...recipes)]))).toEqual(['recipe_import_errors', 'recipes'])
  const logs = [table('`import_logs`'), columns('`import_logs`', 'message', 'code')]
  expect(tableNames(await planOf([wantsRecords, said('decision', ...recipes, ...logs)]))).toEqual(['import_logs', 'recipes'])
})

test('without a session, things with fields become tables and mere words do not', async () => {
  const plan = await wanted(thing('recipe'), columns('recipe', 'title', 'servings'), thing('dashboard'), thing('inspiration'))
  expect(tableNames(plan)).toEqual(['recipes'])
})

test('without a session, things that people keep become tables', async () => {
  const plan = await wanted(thing('recipe'), thing('recipe'), thing('recipe'), belongs('recipe', 'user'), {
    kind: 'query',
    entity: { text: 'recipes', name: 'recipe', identifier: false, known: true },
    filter: [],
    sort: [],
    search: [],
  })
  expect(tableNames(plan)).toEqual(['recipes'])
})

test('a refusal in a stronger or later place removes a table and is listed', async () => {
  const plan = await planOf([
    said('recommendation', table('`recipes`'), table('`households`')),
    said('answer', refuses('household')),
  ])
  expect(tableNames(plan)).toEqual(['recipes'])
  expect(plan.notes.leftOut.map((remark) => remark.text).join()).toContain('household')
})

test('a refusal in the PRD does not undo a decision, and the conflict is told', async () => {
  const plan = await planOf([said('prd', refuses('household', true)), said('decision', table('`households`'))])
  expect(tableNames(plan)).toEqual(['households'])
  expect(plan.notes.conflicts).toHaveLength(1)
})

test('words of SQL are no tables', async () => {
  expect(
    tableNames(await decided(table('`recipes`'), columns('`recipes`', 'title'), table('`cascade`'), table('`jsonb`'))),
  ).toEqual(['recipes'])
})

test('a name for a view is no table', async () => {
  expect(tableNames(await decided(table('`recipes`'), table('`recipe_totals`', { view: true })))).toEqual(['recipes'])
})
