import { expect, test } from 'vitest'
import type { ClaimBody } from '../../claim/claim.ts'
import { column, columnIn, columns, decided, name, planOf, said, table, wanted } from '../testing.ts'

const requirement = (id: string, about: readonly string[], needsNoData = false): ClaimBody => ({
  kind: 'requirement',
  id,
  title: `Requirement ${id}`,
  about: about.map(name),
  needsNoData,
})

test('every requirement is served, needs no data, or is said not to be covered', async () => {
  const plan = await planOf([
    said(
      'prd',
      requirement('US-001', ['recipe', 'title']),
      requirement('US-002', [], true),
      requirement('US-003', ['newsletter']),
    ),
    said('decision', table('`recipes`'), column('`recipes`', '`title`')),
  ])
  expect(plan.notes.coverage.map(({ id, outcome, servedBy }) => [id, outcome, servedBy])).toEqual([
    ['US-001', 'served', ['recipes', 'recipes.title']],
    ['US-002', 'no data', []],
    ['US-003', 'not covered', []],
  ])
})

test('a requirement is served by the columns it names of what it is about, and by what was made for it', async () => {
  const about: ClaimBody = {
    kind: 'requirement',
    id: 'US-001',
    title: 'Rename a recipe',
    about: [name('recipe')],
    details: [{ attribute: name('title') }, { attribute: name('name'), entity: name('shelf') }],
  }
  const plan = await planOf([
    said('prd', about),
    said('decision', table('`recipes`'), column('`recipes`', '`title`'), table('`shelves`'), column('`shelves`', '`name`')),
  ])
  expect(plan.notes.coverage[0]?.servedBy).toEqual(['recipes', 'recipes.title'])
})

test('signing in is served by the accounts, and attributes alone by the one table that has them', async () => {
  const plan = await planOf([
    said(
      'prd',
      { kind: 'requirement', id: 'US-001', title: 'Log in', about: [], accounts: true },
      {
        kind: 'requirement',
        id: 'US-002',
        title: 'Overview',
        about: [],
        details: [{ attribute: name('crust') }, { attribute: name('topping') }],
      },
      { kind: 'requirement', id: 'US-003', title: 'Toppings', about: [], details: [{ attribute: name('topping') }] },
    ),
    said('decision', table('`pies`'), column('`pies`', '`crust`'), column('`pies`', '`topping`'), table('`cups`')),
  ])
  expect(plan.notes.coverage.map(({ servedBy }) => servedBy)).toEqual([
    ['auth.users'],
    ['pies', 'pies.crust', 'pies.topping'],
    [],
  ])
})

test('an open question of the documents becomes something to confirm', async () => {
  const plan = await decided(table('`recipes`'), { kind: 'open question', text: 'How long\nare drafts kept?' })
  expect(plan.notes.assumptions.map((assumption) => assumption.text)).toContain(
    'Left open by the documents: How long are drafts kept?',
  )
})

test('an open question in other words is asked once, and another about the same table is another', async () => {
  const open = (text: string): ClaimBody => ({ kind: 'open question', text })
  const plan = await decided(
    table('`loans`'),
    open('Clarify how overdue loans are reported to members (e.g. a reminder flag on `loans`).'),
    open('Reporting of overdue loans to members: reminder flag or not.'),
    open('How long overdue loans are kept after members leave.'),
  )
  expect(plan.notes.assumptions.map((each) => each.text).filter((text) => text.startsWith('Left open'))).toEqual([
    'Left open by the documents: Clarify how overdue loans are reported to members (e.g. a reminder flag on loans).',
    'Left open by the documents: How long overdue loans are kept after members leave.',
  ])
})

test('an open question about a column is asked with what the plan supposes of it, once', async () => {
  const open = (text: string): ClaimBody => ({ kind: 'open question', text })
  const plan = await decided(
    table('`loans`'),
    column('`loans`', '`mood`'),
    column('`loans`', '`returned_on`', { type: 'date', optional: true }),
    open('Is loans.mood a closed list?'),
    open('May loans.returned_on lie in the future?'),
  )
  const asked = plan.notes.assumptions.map((each) => each.text)
  expect(asked.filter((text) => text.includes('mood'))).toHaveLength(1)
  expect(asked.find((text) => text.includes('mood'))).toContain('Left open by the documents: Is loans.mood a closed list?')
  expect(asked).toContain(
    'Left open by the documents: May loans.returned_on lie in the future? Assumed: `loans.returned_on` is `date`, optional.',
  )
})

test('what is out of scope is left out, once', async () => {
  const feature: ClaimBody = { kind: 'exclusion', subject: 'feature', text: 'Payments', deferred: false }
  const plan = await wanted(feature, feature)
  expect(plan.notes.leftOut.map((remark) => remark.text)).toEqual(['Payments: out of scope.'])
})

test('columns of one table of which nothing tells what they hold are one question', async () => {
  const plan = await decided(
    table('`kites`'),
    columns('`kites`', '`hover`', '`swerve`'),
    table('`lines`'),
    columns('`lines`', '`drag`'),
  )
  const asked = plan.notes.assumptions.filter(({ text }) => text.includes('text: no document'))
  expect(asked.map(({ text }) => text)).toEqual([
    '`kites.hover` and `kites.swerve` are text: no document says what they hold.',
    '`lines.drag` is text: no document says what it holds.',
  ])
  const numbers = ['hover', 'swerve'].map((name) =>
    columnIn(plan, 'kites', name).reasons.flatMap((reason) => (reason.kind === 'assumption' ? [reason.number] : [])),
  )
  expect(numbers).toEqual([[asked[0]?.number], [asked[0]?.number]])
})

test.each([
  ['caption', 'text'],
  ['mileage', 'integer'],
  ['daily_limit', 'integer'],
  ['gross_sum', 'numeric(12,2)'],
])('nobody is asked what a %s is', async (called, type) => {
  const plan = await decided(table('`kites`'), columns('`kites`', `\`${called}\``))
  expect(columnIn(plan, 'kites', called).type).toBe(type)
  expect(plan.notes.assumptions.filter(({ text }) => text.includes(called))).toEqual([])
})
