import { expect, test } from 'vitest'
import type { ClaimBody } from '../../claim/claim.ts'
import { belongs, column, columns, convention, decided, name, planOf, said, table, values } from '../testing.ts'

const decisionsOf = async (...bodies: readonly (ClaimBody | readonly ClaimBody[])[]) =>
  (await decided(...bodies)).notes.decisions.map((remark) => remark.text)

const decks = [table('`decks`'), columns('`decks`', '`author_id`', '`title`'), table('`cards`'), belongs('`cards`', '`decks`')]

test('whose rows are whose is said once for all tables', async () => {
  const decisions = await decisionsOf(...decks)
  expect(decisions).toContain(
    'Each row of `decks` belongs to one account, `author_id`: set when the row is added, never changed.',
  )
  expect(decisions).toContain(
    'Rows below others belong to whoever owns those: `cards` by `deck_id`. An owner column of their own could say otherwise.',
  )
})

test('keys to a parent carry the owner where both have one', async () => {
  expect(await decisionsOf(...decks, column('`cards`', '`author_id`'))).toContain(
    'Keys of `cards` to a parent carry the owner: no row hangs under a parent of somebody else, whoever writes it.',
  )
})

test('an open list stays text, and a closed one says how it grows', async () => {
  const decisions = await decisionsOf(
    ...decks,
    column('`decks`', '`topic`'),
    values('`decks`', '`topic`', ['history', 'music'], { open: true }),
    values('`cards`', '`state`', ['new', 'learnt'], { as: 'enum' }),
  )
  expect(decisions).toContain('`decks.topic` is text: the documents give examples of the values, not the list.')
  expect(decisions.join('\n')).toContain('Closed lists are enum types (`card_state`)')
})

test('what is unique inside something else', async () => {
  const decisions = await decisionsOf(...decks, {
    kind: 'unique',
    entity: name('`decks`'),
    attributes: [name('`title`')],
    per: [name('author')],
  })
  expect(decisions).toContain('`title` of `decks` is unique per author, not among all.')
})

test('types that are written one way and kept in another', async () => {
  const decisions = await decisionsOf(
    ...decks,
    column('`cards`', '`front`', { type: 'VARCHAR(200)' }),
    column('`cards`', '`due_at`', { type: 'TIMESTAMP' }),
    column('`cards`', '`layout`', { type: 'jsonb' }),
  )
  expect(decisions.join('\n')).toContain('`varchar(n)` of the documents is `text` with a check of the length')
  expect(decisions.join('\n')).toContain('`timestamp` of the documents is `timestamptz`')
  expect(decisions).toContain('`cards.layout` is kept whole, as `jsonb`: no constraint looks inside.')
  const same = await decisionsOf(...decks, column('`cards`', '`due_at`', { type: 'timestamptz' }))
  expect(same.join('\n')).not.toContain('of the documents is')
})

test('what goes with an account and what stays', async () => {
  const decisions = await decisionsOf(
    ...decks,
    table('`reports`'),
    belongs('`reports`', 'user', { optional: true, onDelete: 'set null', column: name('`reporter_id`') }),
  )
  expect(decisions).toContain('Deleting an account deletes its rows of `decks`, leaves those of `reports` without it.')
})

test('a limit of rows that no trigger keeps is said once, with every line that says it', async () => {
  const most: ClaimBody = { kind: 'count', entity: name('`decks`'), maximum: 20 }
  const plan = await planOf([
    said('prd', most),
    said('decision', ...decks, { ...most, per: name('shelf') }, { ...most, period: 'day', maximum: 3 }),
  ])
  const limits = plan.notes.decisions.filter((remark) => remark.text.startsWith('At most'))
  expect(limits.map((remark) => [remark.text.split(':')[0], remark.reasons.length])).toEqual([
    ['At most 20 rows of `decks` per shelf', 2],
    ['At most 3 rows of `decks` per day', 1],
  ])
})

test('a document that does without row-level security is answered', async () => {
  expect((await decisionsOf(...decks, convention('no row level security'))).join('\n')).toContain('Row-level security stays on')
})
