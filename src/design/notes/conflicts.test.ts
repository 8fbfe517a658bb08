import { describe, expect, test } from 'vitest'
import type { ClaimBody } from '../../claim/claim.ts'
import { design } from '../design.ts'
import { access, belongs, claims, column, columns, limit, name, planOf, rulesOf, said, table, tableIn } from '../testing.ts'

const kiln = [table('`kilns`'), ...columns('`kilns`', '`label`'), table('`pots`'), ...columns('`pots`', '`glaze`')]
const key = (type: 'uuid' | 'bigint', entity?: string): ClaimBody => ({
  kind: 'key',
  type,
  ...(entity === undefined ? {} : { entity: name(entity) }),
})
const onDelete = (rule: 'cascade' | 'set null'): ClaimBody => ({
  kind: 'delete rule',
  entity: name('`pots`'),
  to: name('`kilns`'),
  rule,
})
const conflicts = async (...places: Parameters<typeof planOf>[0]) =>
  (await planOf(places)).notes.conflicts.map(({ text }) => text)

describe('conflicts', () => {
  test('of limits say both limits, both places, and which holds', async () => {
    const found = await conflicts(
      said('prd', limit('`pots`', '`glaze`', { maximum: 40 })),
      said('decision', kiln, limit('`pots`', '`glaze`', { maximum: 60 })),
    )
    expect(found).toEqual([
      '`pots.glaze`: at most 40 by prd:1 "line 1", at most 60 by notes:6 "line 6"; the decision weighs more: at most 60.',
    ])
  })

  test.each([
    ['the type of all keys', [key('bigint')], [key('uuid')], 'The type of primary keys: bigint'],
    ['the type of one key', [key('bigint', '`pots`')], [key('uuid', '`pots`')], 'The key of `pots`: bigint'],
    [
      'what happens to what hangs on a thing',
      [onDelete('set null')],
      [belongs('`pots`', '`kilns`'), onDelete('cascade')],
      '`pots`, when its kiln is deleted: on delete set null',
    ],
    [
      'the length of a type',
      [limit('`pots`', '`glaze`', { maximum: 40 })],
      [column('`pots`', '`glaze`', { type: 'varchar(60)' })],
      '`pots.glaze`: at most 40',
    ],
    [
      'cardinality',
      [belongs('`pots`', '`kilns`', { cardinality: 'many to many' })],
      [belongs('`pots`', '`kilns`')],
      '`pots` and their kiln: many to many',
    ],
    [
      'access',
      [access('`pots`', { kind: 'owner' }, ['update'], { denied: true })],
      [access('`pots`', { kind: 'owner' }, ['update'])],
      '`pots`: update refused',
    ],
  ])('of %s', async (_, weaker, stronger, beginning) => {
    const found = await conflicts(said('prd', weaker), said('decision', kiln, stronger))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(beginning)
    expect(found[0]).toContain('the decision weighs more')
  })

  test('a later answer holds against an earlier refusal', async () => {
    const plan = await planOf([
      said('prd', access('`pots`', { kind: 'owner' }, ['update'], { denied: true })),
      said('decision', kiln),
      said('answer', access('`pots`', { kind: 'owner' }, ['update'])),
    ])
    expect(rulesOf(plan, 'pots')[0]).toContain('update')
    expect(tableIn(plan, 'pots').columns.map((each) => each.name)).toContain('glaze')
  })

  test('a line that says both, and what says the same twice, contradict nothing', async () => {
    const twice = claims(
      said('prd', kiln, limit('`pots`', '`glaze`', { maximum: 60 }), limit('`pots`', '`glaze`', { maximum: 200 })),
      said('decision', limit('`pots`', '`glaze`', { maximum: 60 }), column('`pots`', '`glaze`', { optional: false })),
    ).map((claim) =>
      claim.kind === 'limit' && claim.source.authority === 'prd' ? { ...claim, source: { ...claim.source, line: 9 } } : claim,
    )
    const plan = (await design({ title: 'Pots', platform: { kind: 'supabase', version: 17 }, claims: twice })).value
    expect(plan.notes.conflicts).toEqual([])
  })

  test('what is out of scope about a thing does not refuse the thing', async () => {
    const refusal: ClaimBody = { kind: 'exclusion', subject: 'entity', entity: name('pot'), text: 'pot', deferred: false }
    const long = claims(said('prd', refusal), said('decision', kiln)).map((claim) =>
      claim.kind === 'exclusion'
        ? { ...claim, source: { ...claim.source, quote: 'Selling pots to visitors who come from abroad' } }
        : claim,
    )
    const plan = (await design({ title: 'Pots', platform: { kind: 'supabase', version: 17 }, claims: long })).value
    expect(plan.notes.conflicts).toEqual([])
  })
})
