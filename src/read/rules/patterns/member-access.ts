import type { Mention } from '../../../claim/mention.ts'
import { type Operation, operations } from '../../../schema/access.ts'
import { sentenceEntity } from '../columns/targets.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { authorshipIn } from '../people/authorship.ts'
import { operationsIn } from '../people/operations.ts'
import { groupOfPerson, isMember, roleOf } from '../people/roles.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entityOfNoun, foundIn, isAccounts, markersOf, means } from '../text/grammar.ts'

/**
 * What people in a group, or in a role, may do with which tables:
 * "Members of a group can read its tools, reservations and loans", "Owners and stewards may add, change and delete tools, and record loans",
 * "Członkowie zespołu mogą przeglądać zadania", "Members manage their own reservations".
 *
 * Not: what a user may do (the owner's business, read elsewhere), screens, refusals.
 */
export const memberAccess: Pattern = {
  name: 'member access',
  read(block, reading) {
    if (reading.document.kind !== 'notes') return []
    return readAsked(block, reading, readSentence)
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  const verb = sentence.words.findIndex((word) => word.pos === 'verb')
  const people = sentence.nouns.filter((noun) => noun.person && noun.to <= verb && !noun.identifier)
  if (verb < 0 || people.length === 0 || people.some(isAccounts) || (people[0]?.from ?? 9) > 2) return []
  if (means(sentence, 'NOT', 'NO', 'WITHOUT', 'ADMIN') || !people.every((noun) => !/^admin/.test(noun.name))) return []
  // "Owners" alone are whoever owns the row.
  if (people.length === 1 && /^(?:owner|author|creator)$/.test(people[0]?.head ?? '') && !means(sentence, 'ONLY')) return []
  if (authorshipIn(sentence, reading).length > 0) return []
  const can = markersOf(sentence, 'CAN')[0]
  const only = means(sentence, 'ONLY')
  // "the workshop's manager approves repairs": who has a role in a group does what is said of them
  const acts = people.every((person) => !isMember(person) && groupOfPerson(person, sentence, reading) !== undefined)
  if (!can && !only && !acts && !(markersOf(sentence, 'MANAGES')[0]?.from === verb)) return []
  const objects = objectsOf(sentence, can?.to ?? verb, reading)
  const meant = objects.length === 0 && only ? pronounOf(sentence, verb, reading) : undefined
  if (meant !== undefined)
    return people.map((person) =>
      foundIn(reading, sentence, { kind: 'access', ...meant, who: roleOf(person, sentence, reading), only: true }),
    )
  return objects.flatMap(({ noun, may, approves }): readonly Found[] => {
    const entity = entityOfNoun(noun, reading)
    if (!entity) return []
    const own = sentence.markers.some((each) => each.meaning === 'OWN' && each.from >= noun.from && each.to <= noun.to)
    const who = own ? [{ kind: 'owner' } as const] : people.map((person) => roleOf(person, sentence, reading))
    return who.map((each) =>
      // to approve is for those who are said to
      foundIn(reading, sentence, {
        kind: 'access',
        entity,
        who: each,
        may,
        ...((only || approves) && !own ? { only: true } : {}),
      }),
    )
  })
}

/** "`tickets` (…). Only leaders see them": the table right before. */
function pronounOf(
  sentence: Sentence,
  verb: number,
  reading: Reading,
): { readonly entity: Mention; readonly may: readonly Operation[] } | undefined {
  const pronoun = sentence.words.findIndex((word, index) => index > verb && word.pos === 'pronoun')
  const may = pronoun < 0 ? [] : operationsIn(sentence, verb, pronoun)
  const entity = may.length === 0 ? undefined : sentenceEntity(sentence, reading)
  return entity && { entity, may }
}

interface Done {
  readonly noun: NounPhrase
  readonly may: readonly Operation[]
  readonly approves: boolean
}

/** The things behind the verbs, each with the verbs that it is the object of: "add and change tools, and record loans". */
function objectsOf(sentence: Sentence, from: number, reading: Reading): readonly Done[] {
  const found: Done[] = []
  let may: readonly Operation[] = []
  let approves = false
  let closed = false
  for (let at = from; at < sentence.words.length; at += 1) {
    if (/^[.;:(]$/.test(sentence.words[at]?.text ?? '')) break
    const here = sentence.nouns.find((noun) => noun.from === at && entityOfNoun(noun, reading) !== undefined)
    if (here && may.length > 0) {
      found.push({ noun: here, may, approves })
      closed = true
      at = here.to - 1
      continue
    }
    const stores = sentence.markers.some((marker) => marker.meaning === 'STORES' && marker.from === at)
    const approval = sentence.markers.some(
      (marker) => (marker.meaning === 'APPROVES' || marker.meaning === 'DECIDES') && marker.from === at,
    )
    const spoken = new Set<Operation>([
      ...operationsIn(sentence, at, at + 1),
      ...(stores ? (['insert'] as const) : []),
      ...(approval ? (['update'] as const) : []),
    ])
    if (spoken.size === 0) continue
    approves = approval
    may = operations.filter((operation) => spoken.has(operation) || (!closed && may.includes(operation)))
    closed = false
  }
  return found
}
