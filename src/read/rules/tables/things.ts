import type { Document, Zone } from '../../../brief/document.ts'
import { accountMention, type Mention } from '../../../claim/mention.ts'
import {
  alsoThings,
  attributeNames,
  groupNames,
  isNamedByModifier,
  isOnlyAttribute,
  notThings,
  viewHeads,
  weakThings,
} from '../columns/common-names.ts'
import { isDefinable } from '../columns/field-lists.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { type Act, actsIn, indexByBeginning } from '../people/acts.ts'
import { belongingOf } from '../people/belonging.ts'
import { rolesListed, speakerOf } from '../people/speakers.ts'
import { singularLinks } from '../relations/singular-links.ts'
import { mentionOf } from '../text/grammar.ts'
import { isRefused } from '../text/refusals.ts'
import { contentsIn } from './contents.ts'
import { decisionsIn, joinRequestsIn } from './decisions.ts'
import { definedIn } from './definitions.ts'
import type { EntityIndex } from './entity-index.ts'
import { type Evidence, evidenceFor } from './evidence.ts'
import { keyOfName } from './identifiers.ts'
import { type Part, partsIn } from './parts.ts'
import { reactionsIn } from './reactions.ts'
import { areSynonyms, otherNamesOf } from './same-things.ts'
import { type SectionTitle, titledNames } from './section-titles.ts'
import { plainName, unkeptIn } from './unkept.ts'

export interface Thing {
  readonly mention: Mention
  readonly evidence: ReadonlySet<Evidence>
  readonly count: number
  readonly score: number
}

/** The things that the prose of a PRD keeps, collected before patterns read. */
export interface ThingIndex {
  find(name: string): Mention | undefined
  /** How many sentences that ask for something name it at all. */
  count(name: string): number
  thing(name: string): Thing | undefined
  /** Whom the stories let speak and of whom nothing is kept but the account. */
  speaker(name: string): Mention | undefined
  /** Whether people belong to it together: a group by its name, or what the documents say that those who sign in belong to. */
  isGroup(name: string): boolean
  readonly all: readonly Thing[]
  /** The thing that an act makes one of: a reservation, of "reserve an item". The object itself is not made. */
  madeBy(act: Act, sentence: Sentence): Mention | undefined
}

/** Whether what is done to a noun makes something else, and not the noun: "book a class" makes a booking, "rate a recipe" a rating. */
export function isActedOn(noun: NounPhrase, sentence: Sentence, things: ThingIndex): boolean {
  return (
    actsIn(sentence).some((act) => act.object === noun && things.madeBy(act, sentence) !== undefined) ||
    reactionsIn(sentence).some(({ target }) => target === noun)
  )
}

const weights: Readonly<Record<Evidence, number>> = {
  define: 4,
  contained: 4,
  title: 2,
  create: 2,
  edit: 1.5,
  delete: 2,
  list: 1,
  manage: 3,
  store: 2,
  own: 1,
  many: 1,
  search: 1,
  assign: 1,
}

/** Zones whose sentences say what the product keeps. */
const positive: ReadonlySet<Zone> = new Set<Zone>([
  'requirements',
  'data model',
  'stories',
  'acceptance',
  'overview',
  'summary',
  'decisions',
  'recommendations',
  'memo',
  'other',
  'answers',
  'roles',
])

/** Whether a zone's sentences ask for something: out-of-scope lists, metrics and open issues do not. */
export function asksForSomething(zone: Zone): boolean {
  return positive.has(zone)
}

/** A noun phrase that could be a table: no person of the general kind, nothing abstract, no mere attribute. */
export function couldBeThing(noun: NounPhrase, defined = false, titled = false): boolean {
  if (noun.identifier || noun.name === '' || noun.name.length < 3) return false
  if (
    defined &&
    (isDefinable(noun.name) ||
      (noun.name !== noun.head && isDefinable(noun.head)) ||
      (noun.name !== noun.head && attributeNames.has(noun.head)))
  )
    return true
  if (isNamedByModifier(noun.name)) return true
  const each = defined && (noun.quantifier === 'each' || noun.quantifier === 'one') && !notThings.has(noun.head)
  if (noun.abstract && !titled && !each) return false
  if (alsoThings.has(noun.name)) return true
  if (notThings.has(noun.name) || notThings.has(noun.head) || attributeNames.has(noun.name)) return false
  if (attributeNames.has(noun.head) && noun.head !== noun.name) return false
  return /^[a-z][a-z0-9_]*$/.test(noun.name) && noun.name.split('_').length <= 3
}

/** What hangs on something is a thing of its own, called after both. */
function addPart({ child, parent, name }: Part, candidates: Map<string, Candidate>): void {
  const key = keyOfName(name)
  const known = candidates.get(key)
  candidates.set(key, {
    name,
    mention: { text: child.text, name, identifier: false, known: child.known && parent.known },
    evidence: new Set<Evidence>(['define']),
    count: (known?.count ?? 0) + 1,
    plural: true,
    part: true,
  })
}

interface Candidate {
  readonly name: string
  mention: Mention
  readonly evidence: Set<Evidence>
  /** Sentences that name it at all. */
  count: number
  plural: boolean
  readonly part?: boolean
}

/**
 * Collects the things of the documents. What has the same head is one thing ("travel plan", "saved plan", "plan"), unless two full names
 * show enough evidence each ("meal plan" and "training plan").
 */
export function buildThingIndex(
  documents: readonly {
    readonly document: Document
    readonly sentences: readonly Sentence[]
    readonly titles?: readonly (SectionTitle | undefined)[]
  }[],
  entities: EntityIndex,
): ThingIndex {
  const candidates = new Map<string, Candidate>()
  // A session's notes call their tables tables or say what each has; what they manage and create in passing is not kept for that. A
  // memo that calls nothing a table is prose like any other.
  const told = ({ document }: (typeof documents)[number]): boolean => document.kind === 'prd' || !entities.decided
  const defined = definedNames(documents)
  const inTitles = titledNames(documents.filter(told).flatMap((each) => each.titles ?? []))
  const speakers = new Map<string, Mention>()
  const belonging = new Map<string, string[]>()
  const unkept = new Set<string>()
  const decided = new Set<string>()
  let asking = 0
  for (const each of documents) {
    const prose = told(each)
    if (prose) for (const noun of rolesListed(each.sentences)) speakers.set(keyOfName(noun.name), mentionOf(noun))
    for (const sentence of each.sentences) {
      if (!positive.has(sentence.zone)) continue
      if (prose && sentence.nouns.length > 0) asking += 1
      const speaker = prose ? speakerOf(sentence) : undefined
      const contents = contentsIn(sentence)
      if (speaker) speakers.set(keyOfName(speaker.name), mentionOf(speaker))
      for (const noun of unkeptIn(sentence)) unkept.add(keyOfName(plainName(noun.name)))
      const joined = belongingOf(sentence)
      const group = joined && keyOfName(joined.group.name)
      if (joined && group !== undefined) belonging.set(group, [...(belonging.get(group) ?? []), keyOfName(joined.person.name)])
      for (const noun of sentence.nouns) {
        const key = keyOfName(noun.name)
        const contained = contents.some(({ part }) => part === noun)
        const known =
          contained ||
          contents.some(({ whole }) => whole === noun) ||
          defined.has(key) ||
          decisionsIn(sentence).some((decision) => decision.noun === noun)
        if (!couldBeThing(noun, known, inTitles.has(key)) || (!prose && !known)) continue
        // Where a session named the tables, what a word qualifies is another name of one of them.
        if (entities.decided && isNamedByModifier(noun.name) && !defined.has(key)) continue
        const candidate = candidates.get(key) ?? {
          name: noun.name,
          mention: { text: noun.text, name: noun.name, identifier: false, known: noun.known },
          evidence: new Set<Evidence>(),
          count: 0,
          plural: false,
        }
        // "add a card to my collection" makes no collection
        const inside = gatherings.test(noun.name) && sentence.words[noun.from - 1]?.pos === 'preposition'
        for (const each of inside ? [] : evidenceFor(sentence, noun)) candidate.evidence.add(each)
        if (defined.has(key) || contents.some(({ whole }) => whole === noun)) candidate.evidence.add('define')
        if (contained) candidate.evidence.add('contained')
        if (inTitles.has(key)) candidate.evidence.add('title')
        if (prose && joined?.group === noun) candidate.evidence.add('define')
        candidate.count += 1
        // An article counts as well: "create a household".
        candidate.plural ||= inTitles.has(key) || noun.plural || noun.quantifier === 'each' || noun.quantifier === 'one'
        candidates.set(key, candidate)
      }
      for (const part of prose ? [...partsIn(sentence), ...joinRequestsIn(sentence)] : []) addPart(part, candidates)
      for (const { noun } of prose ? decisionsIn(sentence) : []) decided.add(keyOfName(noun.name))
    }
  }
  // what is asked for, and others accept or reject, is kept; by its full name where it has one
  const parts = new Set([...candidates].flatMap(([key, { part }]) => (part ? [key.split('_').at(-1)] : [])))
  for (const key of decided) if (!parts.has(key)) candidates.get(key)?.evidence.add('define')
  const brief = asking <= briefSentences
  const nouns = indexByBeginning([...candidates.values()], (candidate) => candidate.mention)
  for (const each of documents.filter(told)) {
    for (const sentence of each.sentences) {
      if (!positive.has(sentence.zone)) continue
      for (const act of actsIn(sentence)) {
        if (!candidates.has(keyOfName(act.object.name)) || isRefused(sentence, act.object.from)) continue
        for (const candidate of nouns(act, sentence)) candidate.evidence.add('create')
      }
    }
  }
  // Members of a group speak as such: who belongs to what is a thing of its own.
  if ([...candidates.values()].some(({ name, count }) => groupNames.test(name) && count > 1)) speakers.delete('member')
  // Where all that speak are of one kind, that is what the users are called.
  const [only, ...others] = [...speakers.keys()].filter((key) => !/^(?:admin|administrator|moderator)$/.test(key))
  const users = others.length === 0 ? only : undefined
  if (users !== undefined) speakers.set(users, accountMention)
  for (const key of speakers.keys())
    if (key !== users && candidates.get(key)?.evidence.has('define')) speakers.delete(key)
    else candidates.delete(key)
  for (const [key, candidate] of candidates) if (unkept.has(keyOfName(plainName(candidate.name)))) candidates.delete(key)
  const families = new Map<string, Candidate[]>()
  for (const [key, candidate] of [...candidates].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const head = key.split('_').at(-1) ?? key
    families.set(head, [...(families.get(head) ?? []), candidate])
  }
  const byKey = new Map<string, Thing>()
  const all: Thing[] = []
  for (const [head, family] of families) {
    const strong = family.filter((each) => each.name.includes('_') && qualifies(each))
    const bare = family.find((each) => keyOfName(each.name) === head)
    const apart = strong.length >= 2 && (bare === undefined || !qualifies(bare) || strong.every((each) => each.count >= 3))
    for (const group of apart ? strong.map((each) => [each]) : [family]) {
      const merged = mergeFamily(group, candidates)
      if (!merged || !qualifies(merged, brief) || entities.find(merged.name) || isTable(merged.name, entities)) continue
      const thing: Thing = { mention: merged.mention, evidence: merged.evidence, count: merged.count, score: scoreOf(merged) }
      all.push(thing)
      for (const each of group) byKey.set(keyOfName(each.name), thing)
      if (!apart) byKey.set(head, thing)
    }
  }
  for (const thing of [...all].sort((a, b) => a.count - b.count || (a.mention.name < b.mention.name ? 1 : -1))) {
    const same = all.find((other) => other !== thing && areSynonyms(other.mention.name, thing.mention.name))
    if (!same) continue
    all.splice(all.indexOf(thing), 1)
    for (const [key, known] of byKey) if (known === thing) byKey.set(key, same)
  }
  all.sort((a, b) => (a.mention.name < b.mention.name ? -1 : 1))
  const made = indexByBeginning(all, (thing) => thing.mention)
  return {
    all,
    thing: (name) => byKey.get(keyOfName(name)),
    speaker: (name) => speakers.get(keyOfName(name)),
    isGroup: (name) =>
      groupNames.test(name) ||
      entities.find(`${name}_members`) !== undefined ||
      (belonging.get(keyOfName(name)) ?? []).some((person) => !byKey.has(person) && entities.find(person) === undefined),
    find: (name) => byKey.get(keyOfName(name))?.mention,
    count: (name) => candidates.get(keyOfName(name))?.count ?? 0,
    madeBy: (act, sentence) => made(act, sentence)[0]?.mention,
  }
}

/** "klient" where there is a table `customers`: the table's rows, no thing of their own. */
function isTable(name: string, entities: EntityIndex): boolean {
  return otherNamesOf(name).length > 0 && entities.findNamed(name) !== undefined
}

/** "A stay is booked for one pet": what notes say of each one, and what it leads to. */
function leadingSubjects(sentence: Sentence): readonly string[] {
  return singularLinks(sentence)
    .filter(({ subject, object }) => !subject.person && !object.abstract && !isOnlyAttribute(object.name))
    .map(({ subject }) => subject.name)
}

/** Keys of what the documents define by saying what each has, and notes by saying what each leads to. */
function definedNames(
  documents: readonly { readonly document: Document; readonly sentences: readonly Sentence[] }[],
): ReadonlySet<string> {
  const names = documents.flatMap(({ document, sentences }) =>
    sentences
      .filter((sentence) => positive.has(sentence.zone) && !sentence.words.some((word) => word.identifier))
      .flatMap((sentence) => [
        ...definedIn(sentence).map((noun) => noun.name),
        ...(document.kind === 'notes' ? leadingSubjects(sentence) : []),
      ]),
  )
  return new Set(names.map(keyOfName))
}

function scoreOf(candidate: Candidate): number {
  return [...candidate.evidence].reduce((sum, each) => sum + weights[each], 0)
}

const acting: readonly Evidence[] = ['create', 'delete', 'manage', 'store', 'edit']

/** A document of so few sentences says most things once. */
const briefSentences = 30

/** What all that somebody has of a kind is called: "my collection", "their library". */
const gatherings = /^(?:collection|library|inventory|archive|repository)$/

function qualifies(candidate: Candidate, brief = false): boolean {
  if (candidate.evidence.has('define') || candidate.evidence.has('contained')) return true
  // nobody makes one or names one: "my collection" is the cards in it
  if (gatherings.test(candidate.name) && !['create', 'delete', 'many'].some((each) => candidate.evidence.has(each as Evidence)))
    return false
  const weak = weakThings.has(candidate.mention.name)
  const acted = acting.filter((each) => candidate.evidence.has(each)).length
  const titled = candidate.evidence.has('title')
  const least = weak ? (titled ? 4 : 5) : groupNames.test(candidate.mention.name) ? 2 : 3
  if (brief && !weak) return acted >= 1 && candidate.plural && scoreOf(candidate) >= 2
  return acted >= (weak && !titled ? 2 : 1) && candidate.plural && scoreOf(candidate) >= least && candidate.count >= 2
}

/** One candidate of a family: the bare head where it is used alone, else the name used most; views of other things are left out. */
function mergeFamily(group: readonly Candidate[], candidates: ReadonlyMap<string, Candidate>): Candidate | undefined {
  const own = group.filter((each) => {
    const words = keyOfName(each.name).split('_')
    const head = words.at(-1) ?? ''
    const prefix = words.slice(0, -1).join('_')
    // "the items of an order have a quantity": lines of it, where a card of a recipe is the recipe
    if (/^(?:item|entry)$/.test(head) && each.evidence.has('define')) return true
    return !(viewHeads.has(head) && prefix !== '' && candidates.has(prefix))
  })
  const named = [...own].sort((a, b) => (a.name.includes('_') ? 1 : 0) - (b.name.includes('_') ? 1 : 0) || b.count - a.count)
  const [first] = named
  if (!first) return undefined
  // A bare head that is rarely said alone is short for the one long name it has.
  const longer = own.filter((each) => each !== first && each.name.includes('_') && qualifies(each))
  const parts = own.filter((each) => each.part)
  const hanging = parts.length === 1 && !first.evidence.has('define') ? parts[0] : undefined
  const best = hanging ?? (!first.name.includes('_') && first.count === 1 && longer.length === 1 && longer[0] ? longer[0] : first)
  const evidence = new Set(own.flatMap((each) => [...each.evidence]))
  return {
    name: best.name,
    mention: best.mention,
    evidence,
    count: own.reduce((sum, each) => sum + each.count, 0),
    plural: own.some((each) => each.plural),
  }
}
