import type { AccessClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import { qualifierOf, whichOf } from '../columns/which-rows.ts'
import type { Marker, Meaning, NounPhrase, Sentence } from '../language/sentence.ts'
import type { Reading } from '../reading.ts'
import { entityOfNoun, isAccounts, markersOf, meansBetween } from '../text/grammar.ts'
import { isAnyone } from './makers.ts'

export type Who = AccessClaim['who']

/**
 * Whom the words from `from` to `to` (exclusive) speak of as a whole: everyone ("anyone", "public"), everyone signed in ("all logged-in users"), everyone in a group
 * ("everyone in the company", "the whole branch", "all members of the team"), or the people in a role ("administrators", "treatment staff").
 *
 * `whole`: a group that is named means its people, whatever stands with it. Undefined where it is one person or nobody known. "Everyone" is narrowed by what it is said of: everyone in the company is not everyone.
 */
export function audienceOf(sentence: Sentence, from: number, to: number, reading: Reading, whole = false): Who | undefined {
  const has = (...meanings: readonly Meaning[]): boolean => meansBetween(sentence, from, to, ...meanings)
  const nouns = sentence.nouns.filter((noun) => noun.from >= from && noun.to <= to)
  const group = nouns.find((noun) => isGroup(noun, reading))
  if (group !== undefined) {
    const named = nouns.some((noun) => noun.person && (noun.possessor === undefined || sentence.nouns[noun.possessor] === group))
    if (!whole && !named && !has('ALL', 'EACH', 'PUBLIC', 'MEMBER', 'SHARE', 'PER')) return undefined
    const entity = entityOfNoun(group, reading)
    return { kind: 'member', ...(entity ? { group: entity } : {}) }
  }
  if (has('OWN', 'OWNER')) return undefined
  if (has('SIGNED_IN') && !has('ANONYMOUS')) return has('ALL', 'EACH', 'PUBLIC') ? { kind: 'signed in' } : undefined
  if (has('ADMIN')) return { kind: 'role', role: 'admin' }
  const people = nouns.filter((noun) => noun.person)
  if (has('MEMBER') || people.some((noun) => !isAnyone(noun.name) && !isAccounts(noun))) return undefined
  if (people.some(isAccounts) || has('SHARE')) return has('ALL', 'EACH', 'PUBLIC') ? { kind: 'signed in' } : undefined
  const open = markersOf(sentence, 'ANONYMOUS', 'PUBLIC').filter((marker) => marker.from >= from && marker.to <= to)
  return open.some((marker) => !describesThing(marker, sentence)) ? { kind: 'anonymous' } : undefined
}

/** "An anonymous daily limit", "public transport", "dla każdego dnia": said of a thing, and of nobody who looks. */
function describesThing(marker: Marker, sentence: Sentence): boolean {
  return sentence.nouns.some((noun) => !noun.person && noun.from <= marker.to && marker.to <= noun.to && marker.from < noun.to)
}

/** Whether a noun names what people belong to together. */
export function isGroup(noun: NounPhrase, reading: Reading): boolean {
  return !noun.person && reading.things.isGroup(noun.name)
}

/** Which rows of a thing everyone may see: `published`, of "published recipes" and of "recipes that are published"; all of them where nothing is said. */
export function rowsOf(
  who: Who,
  noun: NounPhrase,
  entity: Mention,
  sentence: Sentence,
  reading: Reading,
): Pick<AccessClaim, 'which'> {
  if (who.kind !== 'anonymous') return {}
  const subject = sentence.nouns[0] === noun
  const which = subject ? qualifierOf(noun, entity, sentence) : whichOf(noun, entity, sentence, reading)
  return which === undefined || which === 'public' ? {} : { which }
}

/** Whether somebody looks at what follows, rather than getting into the program: "browse recipes", not "access the site". */
export function looksAt(sentence: Sentence, from: number, to: number): boolean {
  const entering = markersOf(sentence, 'ACCESS')
  return markersOf(sentence, 'VIEWS', 'READ', 'LISTS', 'SEARCH').some(
    (marker) =>
      marker.from >= from && marker.to <= to && !entering.some((other) => other.from <= marker.from && marker.to <= other.to),
  )
}
