import type { Mention } from '../../../claim/mention.ts'
import type { Operation } from '../../../schema/access.ts'
import { sentenceEntity } from '../columns/targets.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Reading } from '../reading.ts'
import { entityOfNoun, isAccounts, markersOf, meansBetween, nounListAfter } from '../text/grammar.ts'
import { isGroup } from './audience.ts'
import { isAnyone } from './makers.ts'
import { operationsIn } from './operations.ts'
import { isMember } from './roles.ts'

/** What only those may do with a thing who made it, and who may besides. */
export interface Authorship {
  readonly entities: readonly Mention[]
  readonly may: readonly Operation[]
  readonly besides: readonly NounPhrase[]
}

interface Clause {
  readonly from: number
  readonly to: number
}

/**
 * That changing or deleting is its author's: "Remarks can be edited only by their author", "the person who added a recording may delete it",
 * "users can edit only their own comments", "Autor może usunąć swój komentarz", "Wpis usuwa wyłącznie osoba, która go dodała", "nobody but its author may delete a
 * recording". Where authors are named beside others ("by its author or an admin"), the others come as well.
 *
 * Not: what people do with what is theirs by the way ("As a user I want to edit my notes"), owners of a group, refusals.
 */
export function authorshipIn(sentence: Sentence, reading: Reading): readonly Authorship[] {
  return clausesOf(sentence).flatMap((clause) => readClause(sentence, clause, reading) ?? [])
}

/** The stretches between semicolons, dashes and ends of sentences; commas stand inside them ("osoba, która je dodała"). */
function clausesOf({ words }: Sentence): readonly Clause[] {
  const ends = words.flatMap((word, index) => (/^[;.–—]$/.test(word.text) ? [index] : []))
  return [...ends, words.length]
    .map((to, index) => ({ from: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, to }))
    .filter(({ from, to }) => to > from)
}

function readClause(sentence: Sentence, clause: Clause, reading: Reading): Authorship | undefined {
  const { from, to } = clause
  const may = operationsIn(sentence, from, to).filter((operation) => operation === 'update' || operation === 'delete')
  const refused = meansBetween(sentence, from, to, 'NOT', 'NO', 'WITHOUT')
  const except = markersOf(sentence, 'EXCEPT').find((marker) => marker.from >= from && marker.to <= to)
  if (may.length === 0 || (refused && except === undefined)) return undefined
  const author = authorIn(sentence, clause, except?.to)
  if (author === undefined) return undefined
  const entities = thingsOf(sentence, clause, author, reading)
  const besides = sentence.nouns.filter(
    (noun) =>
      noun.person &&
      noun.from >= from &&
      noun.to <= to &&
      noun !== author.noun &&
      !noun.identifier &&
      !isAccounts(noun) &&
      !isAnyone(noun.head) &&
      !isMember(noun) &&
      noun.from >= author.at - 4,
  )
  return entities.length === 0 ? undefined : { entities, may, besides }
}

interface Author {
  readonly noun?: NounPhrase
  /** The word at which the author is named. */
  readonly at: number
}

/** Who made it: an author by name, whoever "added it", or people with "only their own". */
function authorIn(sentence: Sentence, { from, to }: Clause, except: number | undefined): Author | undefined {
  const within = (at: number): boolean => at >= Math.max(from, except ?? 0) && at < to
  const people = sentence.nouns.filter((noun) => noun.person && !noun.identifier && within(noun.from))
  const has = (...meanings: Parameters<typeof markersOf>[1][]): boolean => meansBetween(sentence, from, to, ...meanings)
  const alone = has('ONLY') || except !== undefined
  const own = markersOf(sentence, 'OWN').filter((marker) => marker.from >= from && marker.to <= to)
  const author = people.find(
    ({ head, from: at, to: end }) =>
      /^(?:author|creator)$/.test(head) || (head === 'owner' && own.some((marker) => marker.from >= at - 1 && marker.to <= end)),
  )
  if (author !== undefined) return alone || has('CAN', 'OWN') ? { noun: author, at: author.from } : undefined
  const made = markersOf(sentence, 'CREATES').find(
    (marker) => within(marker.from) && relativeBefore(sentence, marker.from) !== undefined,
  )
  const maker = made && relativeBefore(sentence, made.from)
  if (maker !== undefined && (alone || has('CAN'))) {
    const noun = people.filter((each) => each.to <= maker).at(-1)
    return { ...(noun === undefined ? {} : { noun }), at: maker }
  }
  const somebody = people.find((noun) => isAccounts(noun) || isAnyone(noun.name) || isMember(noun))
  const theirs = own.find(({ from: at }) => sentence.nouns.some((noun) => !noun.person && noun.from <= at && at < noun.to))
  const wish = has('AS_ROLE', 'WANTS', 'SO_THAT')
  const widely = operationsIn(sentence, from, to).includes('insert')
  if (somebody === undefined || theirs === undefined || !(alone || !(wish || widely))) return undefined
  return { noun: somebody, at: somebody.from }
}

/** "the person who added it", "osoba, która je dodała", "ten, kto ją napisał": the word at which the relative clause of a verb begins. */
function relativeBefore(sentence: Sentence, verb: number): number | undefined {
  return [verb - 1, verb - 2, verb - 3].find((at) => /^(?:who|whoever|który|kto)$/.test(sentence.words[at]?.lemma ?? ''))
}

/** What the author may change: behind the verb where the author acts, else what the clause begins with; of a pronoun, what was spoken of before. */
function thingsOf(sentence: Sentence, { from, to }: Clause, author: Author, reading: Reading): readonly Mention[] {
  const acts = markersOf(sentence, 'EDITS', 'DELETE', 'WRITE', 'MANAGES').filter(
    (marker) => marker.from >= from && marker.to <= to,
  )
  const active = acts.find((marker) => marker.from > author.at)
  const isThing = (noun: NounPhrase): boolean =>
    !noun.person && !isGroup(noun, reading) && entityOfNoun(noun, reading) !== undefined
  const near = sentence.nouns.filter((noun) => noun.from >= from && noun.to <= to)
  const first = (active && near.find((noun) => noun.from >= active.from && isThing(noun))) ?? near.find(isThing)
  const listed = first === undefined ? [] : nounListAfter(sentence, first.from).filter((noun) => noun.to <= to && isThing(noun))
  const named = (listed.includes(first as NounPhrase) ? listed : first === undefined ? [] : [first]).flatMap(
    (noun) => entityOfNoun(noun, reading) ?? [],
  )
  if (named.length > 0) return named
  const before = sentenceEntity(sentence, reading)
  return before === undefined || before.name.startsWith('auth.') ? [] : [before]
}
