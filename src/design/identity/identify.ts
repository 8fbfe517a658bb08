import type { Claim } from '../../claim/claim.ts'
import type { Mention } from '../../claim/mention.ts'
import { fromSession } from '../claim-order.ts'
import { accountKey, entityKey } from './entity-key.ts'
import type { Identity } from './identity.ts'
import { entityMentions } from './mentions.ts'
import { isModifier } from './modifier-words.ts'

/** Words for an account that may as well be a thing of the project (a bank account, a member of a club). */
const doubtfulAccountWords: ReadonlySet<string> = new Set(['account', 'person', 'owner', 'creator', 'author'])

interface Seen {
  table: boolean
  attributes: number
  mentions: number
  /** Some mention of it is a name, or words that a lexicon knows. */
  known: boolean
  /** Some mention of it is written as code writes it. */
  identifier: boolean
}

/**
 * Decides which mentions are one entity. A key is first the singular snake_case name; a spelling apart (`flash_card`, `flashcard`) is the same. Then, for
 * keys that no document makes a table: a role people play and the doubtful words for people mean accounts; a state before a known
 * name ("saved recipe") is dropped; a bare name means the one table that ends in it ("items" where there is only `order_items`).
 */
export function identify(claims: readonly Claim[], aliases: ReadonlyMap<string, string> = new Map()): Identity {
  const seen = survey(claims)
  const roles = new Set(
    claims.flatMap((claim) => (claim.kind === 'role' && claim.group === undefined ? [entityKey(claim.role)] : [])),
  )
  const isAnchor = (key: string) => {
    const what = seen.get(key)
    return what !== undefined && (what.table || what.attributes >= 2)
  }
  const bySquashed = new Map<string, string>()
  const byLastWord = new Map<string, string[]>()
  const weightOf = (key: string): number => (isAnchor(key) ? 2 : 0) + (seen.get(key)?.identifier === true ? 1 : 0)
  for (const key of [...seen.keys()].sort((a, b) => weightOf(b) - weightOf(a))) {
    const squashed = key.replaceAll('_', '')
    if (!bySquashed.has(squashed)) bySquashed.set(squashed, key)
    const parts = key.split('_')
    if (isAnchor(key))
      for (let from = 1; from < parts.length; from++) {
        const tail = parts.slice(from).join('_')
        const list = byLastWord.get(tail) ?? []
        byLastWord.set(tail, list)
        list.push(key)
      }
  }
  const byStem = unknownStems(seen)
  const hasOwnUsers = seen.get('profile')?.table === true
  const resolve = (key: string): string => {
    if (key === accountKey) return key
    const other = byStem.get(key)
    if (other !== undefined) return resolve(other)
    if (key === 'user_profile' && hasOwnUsers && seen.get('user_profile')?.table !== true) return 'profile'
    if (key === 'profile' && !hasOwnUsers && seen.get('user_profile')?.table === true) return 'user_profile'
    const sameLetters = bySquashed.get(key.replaceAll('_', ''))
    if (sameLetters !== undefined && sameLetters !== key && isAnchor(sameLetters)) return sameLetters
    if (isAnchor(key) && !(roles.has(key) && seen.get(key)?.table !== true)) return key
    if (roles.has(key) || doubtfulAccountWords.has(key)) return accountKey
    const words = key.split('_')
    for (let from = 1; from < words.length; from++) {
      if (!words.slice(0, from).every(isModifier)) break
      const rest = words.slice(from).join('_')
      if (rest === accountKey || isAnchor(rest) || (seen.has(rest) && byLastWord.get(rest) === undefined)) return rest
    }
    const longer = byLastWord.get(key)
    if (longer?.length === 1 && longer[0] !== undefined) return longer[0]
    return key
  }
  const cache = new Map<string, string>()
  const keyOfName = (name: string): string => {
    const known = cache.get(name)
    if (known !== undefined) return known
    const found = resolve(entityKey(name))
    const resolved = aliases.get(found) ?? found
    cache.set(name, resolved)
    return resolved
  }
  return { keyOf: (mention: Mention) => keyOfName(mention.name), keyOfName, roles }
}

/**
 * Words that no lexicon knows come in the forms that their sentences ask for: `pasieka`, `pasieki`, `pasiek`. Of those that differ in their ending alone the one that
 * most is said of stands for all.
 */
function unknownStems(seen: ReadonlyMap<string, Seen>): ReadonlyMap<string, string> {
  const byStem = new Map<string, string[]>()
  for (const [key, { known, table }] of seen) {
    const stem = key.replace(/[aeiouy]+$/, '').replace(/e([bcdfghklmnprstwz])$/, '$1')
    if (!known && !table && stem.length >= 4) byStem.set(stem, [...(byStem.get(stem) ?? []), key])
  }
  const weight = (key: string): number => (seen.get(key)?.attributes ?? 0) * 10 + (seen.get(key)?.mentions ?? 0)
  return new Map(
    [...byStem.values()].flatMap((keys) => {
      const [first, ...rest] = [...keys].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))
      return first === undefined ? [] : rest.map((key) => [key, first] as const)
    }),
  )
}

/** What the documents make of each key: whether they call it a table, and how many columns they state for it. */
function survey(claims: readonly Claim[]): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>()
  const of = (mention: Mention): Seen => {
    const key = entityKey(mention.name)
    const known = seen.get(key) ?? { table: false, attributes: 0, mentions: 0, known: false, identifier: false }
    known.mentions += 1
    known.known ||= mention.known
    known.identifier ||= mention.identifier
    seen.set(key, known)
    return known
  }
  for (const claim of claims) {
    for (const mention of entityMentions(claim)) of(mention)
    if (claim.kind === 'entity' && claim.as === 'table') of(claim.entity).table = true
    if (claim.kind === 'relationship' && claim.through !== undefined) {
      of(claim.through).table = true
      // what is linked is neither the link nor a word for it
      of(claim.from).attributes += 2
      of(claim.to).attributes += 2
    }
    if (claim.kind === 'attribute' && claim.entity !== undefined && claim.strength === 'stated') {
      of(claim.entity).attributes += 1
      if (claim.references?.entity.identifier === true && fromSession(claim.source)) of(claim.references.entity).table = true
    }
  }
  return seen
}
