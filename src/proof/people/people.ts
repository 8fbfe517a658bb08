import type { Schema } from '../../schema/schema.ts'
import type { Facts } from '../rows/facts.ts'

/** Whose rows a row stands among. `mine` and `theirs` are two owners, each with a group of their own. */
export type Side = 'mine' | 'theirs'

/**
 * A person of the fixture. The same few people take part in every proof, so that plans can be compared:
 * the owner and another owner, each in a group of their own; one member of the owner's group per role, who owns nothing; one holder of each
 * role of the application; a newcomer with an account and nothing else.
 */
export interface Person {
  readonly name: string
  readonly description: string
  readonly id: string
  readonly side?: Side
  /** The main person of a side owns its rows. */
  readonly main: boolean
  /** The role in each group, by the group's name; `null` where the group has no roles. */
  readonly groups: Readonly<Record<string, string | null>>
  readonly appRole?: string
  /** Has rows in the tables that describe accounts. A newcomer has none yet. */
  readonly settled: boolean
}

export function peopleOf(facts: Facts): readonly Person[] {
  const { access } = facts.schema
  const plainRole = (roles: readonly string[]) => leastRole(facts.schema, roles)
  const mainGroups = Object.fromEntries(access.groups.map((group) => [group.name, plainRole(group.roles)]))
  const roles = unique(access.groups.flatMap((group) => (group.roles.length === 0 ? ['member'] : group.roles)))
  const groupNames = access.groups.map((group) => group.name).join(' or ')
  const people: Omit<Person, 'id'>[] = [
    {
      name: 'owner',
      description: 'an account whose rows these are',
      side: 'mine',
      main: true,
      groups: mainGroups,
      settled: true,
    },
    {
      name: 'another owner',
      description: 'an account with rows of its own',
      side: 'theirs',
      main: true,
      groups: mainGroups,
      settled: true,
    },
    ...roles.map((role) => ({
      // "owner" is somebody here already, and people are told apart by their names
      name: role === 'owner' ? 'owner of the group' : role,
      description: `in the owner's ${groupNames} as ${role}, with no rows of their own`,
      side: 'mine' as const,
      main: false,
      groups: Object.fromEntries(
        access.groups
          .filter((group) => group.roles.length === 0 || group.roles.includes(role))
          .map((group) => [group.name, group.roles.length === 0 ? null : role]),
      ),
      settled: true,
    })),
    ...(access.roles?.roles ?? []).map((role) => ({
      name: roles.includes(role) ? `application ${role}` : role,
      description: `an account with the role ${role}, with no rows of its own`,
      main: false,
      groups: {},
      appRole: role,
      settled: true,
    })),
    { name: 'newcomer', description: 'an account with nothing yet', main: false, groups: {}, settled: false },
  ]
  const type = idType(facts)
  return people.map((person, at) => ({ ...person, id: accountId(type, at + 1) }))
}

/** The role that rules name least, so that what the owner may do is not what their role may do. */
function leastRole(schema: Schema, roles: readonly string[]): string | null {
  const named = (role: string) =>
    schema.access.rules.filter((rule) => rule.who.kind === 'member' && rule.who.roles.includes(role)).length
  return [...roles].reverse().sort((left, right) => named(left) - named(right))[0] ?? null
}

function idType(facts: Facts): string {
  if (facts.accounts === undefined) return 'uuid'
  const column = facts.tables.get(facts.accounts.table)?.columns.find((candidate) => candidate.name === facts.accounts?.key)
  return column?.type ?? 'uuid'
}

export function accountId(type: string, number: number): string {
  if (type === 'uuid') return `00000000-0000-4000-a000-${String(number).padStart(12, '0')}`
  return /^(integer|bigint|smallint|numeric)/.test(type) ? String(900 + number) : `account-${number}`
}

const unique = (words: readonly string[]) => [...new Set(words)]
