import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { all, and, type Condition, implies, none, or } from './condition.ts'

const mine: Condition = { kind: 'caller', column: 'owner_id' }
const published: Condition = { kind: 'equals', column: 'status', values: ['published'] }
const admin: Condition = { kind: 'group', column: 'team_id', group: 'team', roles: ['admin'] }
const anyMember: Condition = { ...admin, roles: [] }

describe('implies', () => {
  test('a role in the group is membership of it, and not the other way round', () => {
    expect(implies(admin, anyMember)).toBe(true)
    expect(implies(anyMember, admin)).toBe(false)
  })
  test('one of fewer values is one of more', () => {
    expect(implies(published, { ...published, values: ['draft', 'published'] })).toBe(true)
    expect(implies({ ...published, values: ['draft', 'published'] }, published)).toBe(false)
  })
  test('a column that equals something is not null', () => {
    expect(implies(mine, { kind: 'is not null', column: 'owner_id' })).toBe(true)
    expect(implies({ kind: 'is null', column: 'owner_id' }, { kind: 'is not null', column: 'owner_id' })).toBe(false)
  })
  test('a part of a conjunction, a member of a disjunction', () => {
    expect(implies(and([mine, published]), mine)).toBe(true)
    expect(implies(mine, or([mine, published]))).toBe(true)
    expect(implies(or([mine, published]), mine)).toBe(false)
  })
})

describe('and, or', () => {
  test('leave out what is said already', () => {
    expect(or([admin, anyMember])).toEqual(anyMember)
    expect(and([admin, anyMember])).toEqual(admin)
    expect(or([mine, mine])).toEqual(mine)
  })
  test('know everything and nothing', () => {
    expect(or([mine, all])).toEqual(all)
    expect(and([mine, none])).toEqual(none)
    expect(or([])).toEqual(none)
    expect(and([])).toEqual(all)
  })

  // The truth of each leaf is chosen freely: joining conditions must keep what they mean.
  const leaves: readonly Condition[] = [mine, published, { kind: 'is null', column: 'deleted_at' }]
  const arbitrary = fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(...leaves),
      fc.array(tie('node'), { maxLength: 3 }).map(and),
      fc.array(tie('node'), { maxLength: 3 }).map(or),
    ),
  })).node
  const truth = (condition: Condition, facts: readonly boolean[]): boolean => {
    if (condition.kind === 'all' || condition.kind === 'none') return condition.kind === 'all'
    if (condition.kind === 'and') return condition.parts.every((part) => truth(part, facts))
    if (condition.kind === 'or') return condition.parts.some((part) => truth(part, facts))
    return facts[leaves.findIndex((leaf) => JSON.stringify(leaf) === JSON.stringify(condition))] ?? false
  }
  const world = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean())

  test('mean what their parts mean together', () => {
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 4 }), world, (parts, facts) => {
        expect(truth(and(parts), facts)).toBe(parts.every((part) => truth(part, facts)))
        expect(truth(or(parts), facts)).toBe(parts.some((part) => truth(part, facts)))
      }),
    )
  })
  test('what implies says is so', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, world, (left, right, facts) => {
        if (implies(left, right) && truth(left, facts)) expect(truth(right, facts)).toBe(true)
      }),
    )
  })
})
