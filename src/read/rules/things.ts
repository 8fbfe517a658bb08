import type { Document, Zone } from '../../brief/document.ts'
import type { Mention } from '../../claim/mention.ts'
import { attributeNames, notThings } from './common-names.ts'
import type { EntityIndex } from './entity-index.ts'
import { keyOfName } from './identifiers.ts'
import type { Meaning, NounPhrase, Sentence } from './language/sentence.ts'

/** How a sentence shows that people keep something: what is done with it. */
export type Evidence = 'create' | 'edit' | 'delete' | 'list' | 'manage' | 'store' | 'own' | 'many' | 'search' | 'assign'

export interface Thing {
  readonly mention: Mention
  readonly evidence: ReadonlySet<Evidence>
  readonly count: number
  readonly score: number
}

/** The things that the prose of a PRD keeps, collected before patterns read. */
export interface ThingIndex {
  find(name: string): Mention | undefined
  thing(name: string): Thing | undefined
  readonly all: readonly Thing[]
}

const acts: readonly (readonly [Meaning, Evidence])[] = [
  ['CREATES', 'create'],
  ['EDITS', 'edit'],
  ['DELETE', 'delete'],
  ['LISTS', 'list'],
  ['MANAGES', 'manage'],
  ['STORES', 'store'],
  ['SEARCH', 'search'],
  ['ASSIGNS', 'assign'],
]

const weights: Readonly<Record<Evidence, number>> = {
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
export function couldBeThing(noun: NounPhrase): boolean {
  if (noun.identifier || noun.abstract || noun.name === '' || noun.name.length < 3) return false
  if (notThings.has(noun.name) || notThings.has(noun.head) || attributeNames.has(noun.name)) return false
  if (attributeNames.has(noun.head) && noun.head !== noun.name) return false
  return /^[a-z][a-z0-9_]*$/.test(noun.name) && noun.name.split('_').length <= 3
}

/**
 * Which verbs bear on a noun: the nearest verb of the noun's clause before it ("add, edit and delete recipes"), or after it in a title
 * ("recipe management"), with nothing but other members of the list between them.
 */
export function evidenceFor(sentence: Sentence, noun: NounPhrase): readonly Evidence[] {
  const found = new Set<Evidence>()
  for (const [meaning, evidence] of acts) {
    for (const marker of sentence.markers) {
      if (marker.meaning !== meaning) continue
      if (marker.to <= noun.from && noun.from - marker.to <= 12 && governs(sentence, marker.to, noun)) found.add(evidence)
    }
  }
  if (noun.possessor !== undefined && sentence.nouns[noun.possessor]?.person) found.add('own')
  if (noun.plural && (noun.quantifier === 'many' || noun.quantifier === 'all')) found.add('many')
  return [...found]
}

/** Nothing between a verb's end and the noun but determiners, adjectives, joined verbs and prepositionless nouns. */
function governs(sentence: Sentence, from: number, noun: NounPhrase): boolean {
  let heads = 0
  for (let at = from; at < noun.from; at += 1) {
    const word = sentence.words[at]
    if (!word) return false
    if (/^[.;:!?()–—]$/.test(word.text)) return false
    const inside = sentence.nouns.find((other) => other.from <= at && at < other.to)
    if (inside && !inside.abstract) {
      heads += at === inside.from ? 1 : 0
      const joined = sentence.words.slice(inside.to, noun.from).some((each) => each.pos === 'conjunction' || each.text === ',')
      if (!joined && inside.possessor === undefined) return false
    }
    if (word.pos === 'preposition' && !sentence.nouns.some((other) => other.from <= at && at < other.to)) {
      const next = sentence.nouns.find((other) => other.from > at)
      if (next === noun && !/^(?:of|for|o|do)$/i.test(word.text)) return false
      if (next !== noun) return false
    }
  }
  return heads <= 3
}

/** Collects the things of the documents. A noun counts once per sentence and kind of act. */
export function buildThingIndex(
  documents: readonly { readonly document: Document; readonly sentences: readonly Sentence[] }[],
  entities: EntityIndex,
): ThingIndex {
  const found = new Map<
    string,
    { mention: Mention; evidence: Map<Evidence, number>; count: number; plural: boolean; owner: number }
  >()
  const counts = new Map<string, number>()
  for (const { sentences } of documents) {
    for (const sentence of sentences) {
      if (!positive.has(sentence.zone)) continue
      for (const noun of sentence.nouns) {
        if (!couldBeThing(noun)) continue
        const key = keyOfName(noun.name)
        counts.set(key, (counts.get(key) ?? 0) + 1)
        const evidence = evidenceFor(sentence, noun)
        if (evidence.length === 0) continue
        const entry = found.get(key) ?? {
          mention: { text: noun.text, name: noun.name, identifier: false, known: noun.known },
          evidence: new Map<Evidence, number>(),
          count: 0,
          plural: false,
          owner: 0,
        }
        for (const each of evidence) entry.evidence.set(each, (entry.evidence.get(each) ?? 0) + 1)
        entry.count += 1
        entry.plural ||= noun.plural
        found.set(key, entry)
      }
    }
  }
  const all: Thing[] = []
  for (const [key, entry] of found) {
    const score = [...entry.evidence.keys()].reduce((sum, each) => sum + weights[each], 0)
    const acted = [...entry.evidence.keys()].some(
      (each) => each === 'create' || each === 'delete' || each === 'manage' || each === 'store' || each === 'edit',
    )
    const total = counts.get(key) ?? 0
    if (entities.find(key)) continue
    if (!acted || !entry.plural || score < 3 || total < 2) continue
    all.push({ mention: entry.mention, evidence: new Set(entry.evidence.keys()), count: total, score })
  }
  all.sort((a, b) => (a.mention.name < b.mention.name ? -1 : 1))
  const byKey = new Map(all.map((thing) => [keyOfName(thing.mention.name), thing]))
  return {
    all,
    thing: (name) => byKey.get(keyOfName(name)),
    find: (name) => byKey.get(keyOfName(name))?.mention,
  }
}

/** What each numbered requirement is mainly about: the thing that its first sentences name most, the earliest of equals. */
export function topicsOfRequirements(
  sentences: readonly Sentence[],
  indexes: { readonly entities: EntityIndex; readonly things: ThingIndex },
): ReadonlyMap<string, Mention> {
  const counts = new Map<string, Map<string, { mention: Mention; weight: number }>>()
  const seen = new Map<string, number>()
  for (const sentence of sentences) {
    if (sentence.requirement === undefined) continue
    const order = seen.get(sentence.requirement) ?? 0
    seen.set(sentence.requirement, order + 1)
    const names = counts.get(sentence.requirement) ?? new Map<string, { mention: Mention; weight: number }>()
    for (const noun of sentence.nouns) {
      if (noun.identifier || noun.name === 'user') continue
      const mention = indexes.entities.find(noun.name) ?? indexes.things.find(noun.name)
      if (!mention) continue
      const entry = names.get(mention.name) ?? { mention, weight: 0 }
      entry.weight += order < 3 ? 2 : 1
      names.set(mention.name, entry)
    }
    counts.set(sentence.requirement, names)
  }
  const topics = new Map<string, Mention>()
  for (const [id, names] of counts) {
    const best = [...names.values()].reduce<{ mention: Mention; weight: number } | undefined>(
      (top, each) => (top === undefined || each.weight > top.weight ? each : top),
      undefined,
    )
    if (best) topics.set(id, best.mention)
  }
  return topics
}
