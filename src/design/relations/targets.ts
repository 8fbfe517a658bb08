import { singularise } from '../../schema/inflect.ts'
import type { Draft, Reference } from '../draft.ts'
import { accountKey } from '../identity/entity-key.ts'

export type Target = Reference['target']

/** Words for a person, as stems of column names: `author_id` leads to accounts where no table is called so. */
const people: ReadonlySet<string> = new Set(
  (
    'user owner author creator account person assignee assigner reviewer approver editor uploader sender receiver recipient requester invitee inviter ' +
    'organizer organiser host reporter moderator admin administrator follower followed blocker blocked manager supervisor actor updater modifier ' +
    'borrower lender renter buyer seller payer payee mentor voter rater commenter publisher subscriber inspector operator instructor trainer coach'
  ).split(' '),
)

/** Names (English) of whom people bring up or teach: a parent of theirs is no other row of the same kind. */
const young = /^(?:\w+_)?(?:child|kid|baby|pupil|student|ward)$/

/** Finds what names lead to. Built once per draft; every lookup is a few map reads. */
export interface Targets {
  /** What an entity's key leads to, if it became a table or is an account. */
  readonly ofKey: (key: string) => Target | undefined
  /** What the stem of `<stem>_id` leads to: a table, a table whose name ends so, or a person. */
  readonly ofStem: (stem: string, within: string) => Target | undefined
  readonly isPerson: (stem: string) => boolean
}

export function findTargets(draft: Draft): Targets {
  const keys = new Map<string, string>()
  for (const table of draft.tables) {
    keys.set(table.key, table.key)
    if (!keys.has(singularise(table.name))) keys.set(singularise(table.name), table.key)
  }
  const byTail = new Map<string, Set<string>>()
  for (const table of draft.tables) {
    const words = table.key.split('_')
    for (let from = 1; from < words.length; from++) {
      const tail = words.slice(from).join('_')
      byTail.set(tail, (byTail.get(tail) ?? new Set()).add(table.key))
    }
  }
  const { identity } = draft.facts
  const table = (key: string): Target => ({ kind: 'table', key })
  const isAccounts = (key: string) => key === accountKey
  const ofKey = (key: string): Target | undefined => {
    if (isAccounts(key)) return { kind: 'accounts' }
    const known = keys.get(key)
    return known === undefined ? undefined : table(known)
  }
  const isPerson = (stem: string) => people.has(stem) || identity.roles.has(stem)
  const ofStem = (stem: string, within: string): Target | undefined => {
    // the parent of a child is a person
    if (stem === 'parent') return keys.has('parent') ? table('parent') : young.test(within) ? { kind: 'accounts' } : table(within)
    const key = identity.keyOfName(stem)
    const direct = ofKey(key)
    if (direct !== undefined) return direct
    // `default_difficulty`: the longest tail that is a table, or is the only table's tail
    const words = stem.split('_')
    for (let from = 0; from < words.length; from++) {
      const tail = words.slice(from).join('_')
      const whole = from === 0 ? undefined : (keys.get(tail) ?? (isAccounts(identity.keyOfName(tail)) ? accountKey : undefined))
      if (whole !== undefined) return isAccounts(whole) ? { kind: 'accounts' } : table(whole)
      const longer = byTail.get(tail)
      const only = longer?.size === 1 ? [...longer][0] : undefined
      if (only !== undefined && !isPerson(tail)) return table(only)
    }
    if (isPerson(stem) || isPerson(words.at(-1) ?? '') || stem.endsWith('_by')) return { kind: 'accounts' }
    return undefined
  }
  return { ofKey, ofStem, isPerson }
}
