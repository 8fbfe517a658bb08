import { accountMention, type Mention } from '../../../claim/mention.ts'
import { groupNames } from '../columns/common-names.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { belongingOf, ownGroup } from '../people/belonging.ts'
import { isAnyone } from '../people/makers.ts'
import { listedRole, signedIn } from '../people/speakers.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { foundingIn } from '../tables/foundings.ts'
import { asksForSomething } from '../tables/things.ts'
import { entityOfNoun, foundIn, markersOf, means, mentionOf } from '../text/grammar.ts'

/**
 * Roles and groups of people:
 * "two roles: Users and Administrators", "- **Clerk** – sells tickets" in a list of roles, "As an admin I want to …", "the user joins a household with a code", "members of a team share its tasks",
 * "Użytkownik należy do jednej jednostki".
 *
 * Not: personas of the overview ("busy parents"), a user's own profile, groups of things ("group of products").
 */
export const people: Pattern = {
  name: 'people',
  read(block, reading) {
    return reading
      .sentencesOf(block)
      .flatMap((sentence) =>
        asksForSomething(sentence.zone)
          ? [...readRoles(sentence, reading), ...readGroups(sentence, reading), ...readShared(sentence, reading)]
          : [],
      )
  },
}

function roleName(noun: NounPhrase): string {
  return /^(?:administrator|system_administrator|super_admin|admin)$/.test(noun.name) ? 'admin' : noun.name
}

function readRoles(sentence: Sentence, reading: Reading): readonly Found[] {
  const found: Found[] = []
  const named = listedRole(sentence)
  if (named && reading.things.speaker(named.name) !== undefined && !isAnyone(named.name))
    return [foundIn(reading, sentence, { kind: 'role', role: roleName(named) })]
  const signer = signedIn(sentence)
  if (signer && reading.things.speaker(signer.name) !== undefined && reading.things.speaker(signer.name) !== accountMention)
    found.push(foundIn(reading, sentence, { kind: 'role', role: roleName(signer) }))
  const listed = markersOf(sentence, 'ROLE').length > 0
  const story = markersOf(sentence, 'AS_ROLE')[0]
  for (const noun of sentence.nouns) {
    if (!noun.person || noun.identifier) continue
    const admin = /^(?:admin|administrator|system_administrator|super_admin|moderator)$/.test(noun.name)
    const near = listed && markersOf(sentence, 'ROLE').some((marker) => noun.from >= marker.to && noun.from - marker.to <= 8)
    const speaks = story !== undefined && noun.from >= story.from && noun.from - story.to <= 2
    if (
      !(admin && (near || speaks || means(sentence, 'CAN', 'ONLY', 'MUST'))) &&
      !((near || (speaks && !isKept(noun, reading))) && !isAnyone(noun.name))
    )
      continue
    if (
      sentence.markers.some(
        (marker) =>
          (marker.meaning === 'NO' || marker.meaning === 'WITHOUT') && marker.to <= noun.from && noun.from - marker.to <= 4,
      )
    )
      continue
    const group = groupOf(sentence, noun, reading) ?? entityOfNoun(foundingIn(sentence)?.group, reading)
    found.push(foundIn(reading, sentence, { kind: 'role', role: roleName(noun), ...(group ? { group } : {}) }))
  }
  return found
}

/** Persons whom other people add and keep a list of are things, though they may speak in a story. */
function isKept(noun: NounPhrase, reading: Reading): boolean {
  return reading.entities.find(noun.name) !== undefined || reading.things.thing(noun.name) !== undefined
}

/** "an administrator of the household", "Family Admin": the group inside which the role is. */
function groupOf(sentence: Sentence, noun: NounPhrase, reading: Reading): Mention | undefined {
  const owner = noun.possessor === undefined ? undefined : sentence.nouns[noun.possessor]
  if (!owner || !groupNames.test(owner.name)) return undefined
  return reading.entities.find(owner.name) ?? reading.things.find(owner.name) ?? mentionOf(owner)
}

/** "Members see the songs and rehearsals of their band": what hangs on the group. Of a session's tables the columns say it. */
function readShared(sentence: Sentence, reading: Reading): readonly Found[] {
  const group = ownGroup(sentence, reading.things)
  if (reading.entities.decided || !(sentence.nouns[0]?.person || sentence.nouns[0] === group)) return []
  const to = group && reading.things.find(group.name)
  if (group === undefined || to === undefined) return []
  return sentence.nouns.flatMap((noun, index): readonly Found[] => {
    if (!isOf(noun, group, sentence) && !isOwnOf(noun, group, sentence)) return []
    return listedBefore(index, sentence).flatMap((each) => {
      const from = each.person ? undefined : (reading.things.find(each.name) ?? reading.things.find(each.head))
      return from === undefined || from.name === to.name
        ? []
        : [foundIn(reading, sentence, { kind: 'relationship', from, to, cardinality: 'many to one' })]
    })
  })
}

/** "The offers of their company", "requests from their own branch". */
function isOf(noun: NounPhrase, group: NounPhrase, sentence: Sentence): boolean {
  if (noun.possessor !== undefined) return sentence.nouns[noun.possessor] === group
  const gap = sentence.words.slice(noun.to, group.from)
  return noun.to <= group.from && gap.length > 0 && gap.length <= 2 && gap[0]?.pos === 'preposition'
}

/** "Each company sees only its own orders". */
function isOwnOf(noun: NounPhrase, group: NounPhrase, sentence: Sentence): boolean {
  return group === sentence.nouns[0] && noun !== group && markersOf(sentence, 'OWN').some((own) => own.from === noun.from)
}

/** A noun and those before it that commas and conjunctions join to it. */
function listedBefore(last: number, sentence: Sentence): readonly NounPhrase[] {
  const list: NounPhrase[] = []
  for (let at = last; at >= 0; at--) {
    const noun = sentence.nouns[at]
    const after = list[0]
    if (noun === undefined) break
    const gap = after === undefined ? [] : sentence.words.slice(noun.to, after.from)
    if (!gap.every((word) => word.pos === 'conjunction' || word.pos === 'determiner' || word.text === ',')) break
    list.unshift(noun)
  }
  return list
}

function readGroups(sentence: Sentence, reading: Reading): readonly Found[] {
  const joined = belongingOf(sentence)
  const group = joined && reading.things.isGroup(joined.group.name) ? entityOfNoun(joined.group, reading) : undefined
  if (joined !== undefined && group !== undefined)
    return [
      foundIn(reading, sentence, { kind: 'entity', entity: group, as: 'thing' }),
      foundIn(reading, sentence, { kind: 'group', entity: group, ...(joined.single ? { single: true } : {}) }),
      ...(joined.single && !reading.entities.decided
        ? [foundIn(reading, sentence, { kind: 'relationship', from: accountMention, to: group, cardinality: 'many to one' })]
        : []),
    ]
  const joining = markersOf(sentence, 'JOINS', 'MEMBER', 'SHARE', 'BELONGS')
  if (joining.length === 0) return []
  const noun = sentence.nouns.find(
    (each) => groupNames.test(each.name) && !each.person && (reading.entities.find(each.name) || reading.things.find(each.name)),
  )
  if (!noun) return []
  const entity = reading.entities.find(noun.name) ?? reading.things.find(noun.name)
  const near = joining.some((marker) => Math.abs(marker.from - noun.from) <= 6)
  const person = sentence.nouns.some((each) => each.person || each.name === 'user')
  // "Members can book a class": what members do something with is no group of theirs.
  const isMember = joining.some(
    (marker) =>
      marker.meaning === 'JOINS' ||
      (marker.meaning === 'MEMBER' &&
        !sentence.words.slice(marker.to, Math.max(marker.to, noun.from)).some((word) => word.pos === 'verb')),
  )
  // Things belong to groups too ("cards belonging to a group"): who belongs must be a person.
  const belongs = joining.some((marker) => {
    const who = sentence.nouns.filter((each) => each.to <= marker.from).at(-1)
    return marker.meaning === 'BELONGS' && who?.person === true && marker.from - who.to <= 3
  })
  const shared = joining.some((marker) => marker.meaning === 'SHARE') && person
  if (!entity || !near || !(isMember || belongs || shared)) return []
  const single = noun.quantifier === 'one' && means(sentence, 'ONE', 'ONLY')
  return [
    foundIn(reading, sentence, { kind: 'group', entity: { ...entity, text: noun.text }, ...(single ? { single: true } : {}) }),
  ]
}
