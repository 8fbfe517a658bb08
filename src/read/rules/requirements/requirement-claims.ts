import type { Requirement } from '../../../brief/brief.ts'
import type { Claim, RequirementClaim } from '../../../claim/claim.ts'
import { accountMention, type Mention } from '../../../claim/mention.ts'
import { groupedBy } from '../../../schema/grouped-by.ts'
import { notThings } from '../columns/common-names.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { identifierMention, type Reading } from '../reading.ts'
import { readQualified } from '../tables/identifiers.ts'
import { isAccounts, markersOf, means, mentionOf } from '../text/grammar.ts'
import { partsOfRequirement, type RequirementPart } from './parts-of-requirement.ts'
import { isHandled, type NamedThing, thingOfNoun } from './thing-of-noun.ts'

type Detail = NonNullable<RequirementClaim['details']>[number]

/**
 * One claim per numbered requirement: the things that it is about, and the attributes that it names. It is about what its title and its wish name, and
 * about what its criteria have made, changed or kept; what they name in passing is not what it needs. A requirement that names none, and has nothing kept, asks
 * for nothing that is stored (a theme, a response time, a language).
 */
export function requirementClaims(
  requirements: readonly Requirement[],
  reading: Reading,
  claims: readonly Claim[],
): readonly (RequirementClaim & { readonly line: number })[] {
  const sentences = groupedBy(
    reading.sentences.filter((sentence) => sentence.requirement !== undefined),
    (sentence) => sentence.requirement,
  )
  const said = groupedBy(
    claims.filter(({ source }) => source.requirement !== undefined && source.document === reading.document.id),
    ({ source }) => source.requirement,
  )
  return requirements
    .filter((requirement) => requirement.document === reading.document.id)
    .map(({ id, title, line }) => {
      const parts = partsOfRequirement(sentences.get(id) ?? [])
      const things = thingsOf(parts, reading)
      const known = things.some((thing) => !thing.guessed)
      const stated = (said.get(id) ?? []).flatMap(statedDetails)
      const details = [...stated, ...parts.flatMap((part) => detailsOf(part, reading))]
      const accounts = isAboutAccounts(parts, known)
      const keeps = known || accounts || parts.some((part) => keepsSomething(part))
      return {
        kind: 'requirement' as const,
        id,
        title,
        about: things.map((thing) => thing.mention),
        ...(accounts ? { accounts } : {}),
        ...(details.length === 0 ? {} : { details: once(details) }),
        ...(keeps ? {} : { needsNoData: true }),
        line,
      }
    })
}

/** Whether what stands at a word is not wanted. Discarding, rejecting and preventing are what people ask for like anything else. */
function isLeftOut(sentence: Sentence, word: number): boolean {
  return markersOf(sentence, 'NO', 'WITHOUT', 'LATER', 'OUT_OF_SCOPE', 'INSTEAD').some(
    (marker) => marker.to <= word && word - marker.to <= 2,
  )
}

/** First what the title is about, then the wish, then what the criteria handle. */
function thingsOf(parts: readonly RequirementPart[], reading: Reading): readonly NamedThing[] {
  const signsIn = parts.some(({ part, sentence }) => part === 'title' && means(sentence, 'SIGNS_IN'))
  const found = new Map<string, NamedThing>()
  for (const wanted of ['title', 'wish', 'criterion'] as const) {
    for (const { part, sentence, nouns } of parts) {
      if (part !== wanted) continue
      for (const noun of nouns) {
        if (isLeftOut(sentence, noun.from)) continue
        if (part !== 'title' && signsIn && !isHandled(noun, sentence, 'made')) continue
        if (part === 'criterion' && !isHandled(noun, sentence)) continue
        const thing = isAccounts(noun)
          ? part === 'title' && (isHandled(noun, sentence) || hasDetail(noun, nouns))
            ? { mention: accountMention, guessed: false }
            : undefined
          : thingOfNoun(noun, sentence, reading)
        if (thing !== undefined && !found.has(thing.mention.name)) found.set(thing.mention.name, thing)
      }
    }
  }
  return [...found.values()]
}

/** "The user's role": a noun that belongs to people says something of their account. */
function hasDetail(noun: NounPhrase, nouns: readonly NounPhrase[]): boolean {
  return nouns.some((other) => other.name !== noun.name && other.name.startsWith(`${noun.name}_`) && other.to === noun.to)
}

/** Signing up, in and out, passwords: in the title, or in the wish of a requirement that is about nothing else. */
function isAboutAccounts(parts: readonly RequirementPart[], elsewhere: boolean): boolean {
  return parts.some(
    ({ part, sentence, nouns }) =>
      (part === 'title' || (part === 'wish' && !elsewhere)) &&
      (means(sentence, 'SIGNS_IN', 'ACCOUNT_DELETION', 'PLATFORM_ACCOUNTS') ||
        nouns.some((noun) => !noun.person && isAccounts(noun))),
  )
}

function detailsOf({ sentence, nouns }: RequirementPart, reading: Reading): readonly Detail[] {
  let thing: Mention | undefined
  return nouns.flatMap((noun): readonly Detail[] => {
    const named = noun.identifier ? readQualified(noun.name) : undefined
    if (named?.column !== undefined)
      return [{ attribute: identifierMention(named.column), entity: identifierMention(named.table) }]
    const meant = noun.person ? undefined : thingOfNoun(noun, sentence, reading)
    if (meant?.guessed === false) thing = meant.mention
    if (noun.abstract || noun.person) return []
    const owner = noun.possessor === undefined ? undefined : sentence.nouns[noun.possessor]
    const entity = (owner === undefined ? undefined : thingOfNoun(owner, sentence, reading)?.mention) ?? thing
    return [{ attribute: mentionOf(noun), ...(entity === undefined || entity === meant?.mention ? {} : { entity }) }]
  })
}

/** The attributes that the patterns read in the requirement's sentences. */
function statedDetails(claim: Claim): readonly Detail[] {
  switch (claim.kind) {
    case 'attribute':
    case 'limit':
    case 'values':
      return [{ attribute: claim.attribute, ...(claim.entity === undefined ? {} : { entity: claim.entity }) }]
    case 'query':
      return [...claim.filter, ...claim.search, ...claim.sort.map((key) => key.attribute)].map((attribute) => ({
        attribute,
        entity: claim.entity,
      }))
    default:
      return []
  }
}

function once(details: readonly Detail[]): readonly Detail[] {
  return [...groupedBy(details, ({ attribute, entity }) => `${entity?.name ?? ''}.${attribute.name}`).values()].flatMap(
    ([first]) => first ?? [],
  )
}

/** Whether something that could be kept is made, changed or kept; a window, a message or an error is no such thing. */
function keepsSomething({ sentence, nouns }: RequirementPart): boolean {
  if (means(sentence, 'AUDIT', 'KEEP', 'ANONYMISES')) return true
  return nouns.some(
    (noun) =>
      !noun.abstract &&
      !noun.person &&
      !notThings.has(noun.name) &&
      !notThings.has(noun.head) &&
      !isLeftOut(sentence, noun.from) &&
      isHandled(noun, sentence),
  )
}
