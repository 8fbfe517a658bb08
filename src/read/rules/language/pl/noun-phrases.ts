import { pluralise } from '../../../../schema/inflect.ts'
import type { NounPhrase } from '../sentence.ts'
import type { Reading } from './lexicon.ts'
import { ACC, ANY_CASE, GEN, LOC } from './morphology/form.ts'
import { composeName, isTransparent, keepsPerson } from './names.ts'
import { compoundPreposition, contextCases, continues } from './phrase-context.ts'
import type { ReadWord } from './read-words.ts'
import { type Term, type Terms, termAt } from './terms.ts'

/** What noun phrases were found, and how the words in them were read. */
export interface Phrases {
  readonly nouns: readonly NounPhrase[]
  readonly chosen: ReadonlyMap<number, Reading>
}

type Draft = { -readonly [K in keyof NounPhrase]: NounPhrase[K] }

const QUANTIFIERS: Readonly<Record<string, NounPhrase['quantifier']>> = {
  każdy: 'each',
  wszystkie: 'all',
  wszelki: 'all',
  wiele: 'many',
  kilka: 'many',
  mnóstwo: 'many',
  żaden: 'no',
  niektóry: 'some',
  jeden: 'one',
  pojedynczy: 'one',
  liczny: 'many',
}

/** Determiners and possessives that begin a phrase and say nothing of its number. */
const DETERMINERS: ReadonlySet<string> = new Set(
  'ten tamten taki swój mój nasz własny jakiś jakikolwiek dowolny jego jej ich dany który'.split(' '),
)

/** Finds the noun phrases of a sentence: determiners, adjectives that agree, a head, adjectives after it, and what it belongs to in the genitive. */
export function findNounPhrases(
  words: readonly ReadWord[],
  text: string,
  terms: Terms,
  nameQuoted: NameQuoted = composeName,
): Phrases {
  const nouns: Draft[] = []
  const chosen = new Map<number, Reading>()
  const parser = { words, text, terms, nouns, chosen, nameQuoted }
  let at = 0
  let carried = 0
  while (at < words.length) {
    const preposition = termAt(words, at, terms) === undefined ? compoundPreposition(words, at) : 0
    if (preposition > 0) {
      at += preposition
      const next = parsePhrase(parser, at, GEN)
      carried = next === undefined ? 0 : GEN
      at = next ?? at
      continue
    }
    const begun = nouns.length
    const wanted = contextCases(words, at, chosen) & (continues(words, at) && carried !== 0 ? carried : ANY_CASE)
    const next = parsePhrase(parser, at, wanted === 0 ? ANY_CASE : wanted)
    // `e-maila i hasła`: what is joined stands in one case.
    if (next !== undefined && nouns.length > begun) carried = wanted
    else if (!continues(words, at + 1)) carried = 0
    at = next ?? at + 1
  }
  return { nouns, chosen }
}

/** Names the inside of quotation marks. */
type NameQuoted = (text: string) => { readonly name: string; readonly known: boolean }

interface Parser {
  readonly nameQuoted: NameQuoted
  readonly words: readonly ReadWord[]
  readonly text: string
  readonly terms: Terms
  readonly nouns: Draft[]
  readonly chosen: Map<number, Reading>
}

const NONE: readonly Reading[] = []
const closedLemma = (word: ReadWord | undefined): string | undefined => word?.closed
const nounReadings = (word: ReadWord | undefined): readonly Reading[] => word?.nouns ?? NONE
const adjectiveReadings = (word: ReadWord | undefined): readonly Reading[] => word?.adjectives ?? NONE

const agrees = (adjective: Reading, noun: Reading): boolean =>
  (adjective.cases & noun.cases) !== 0 && adjective.plural === noun.plural

/** The adjective that a noun could be as well: `zbyt długi`, `niski, średni lub wysoki`. */
function describing(words: readonly ReadWord[], at: number): Reading | undefined {
  const [adjective] = adjectiveReadings(words[at])
  if (adjective === undefined || nounReadings(words[at]).length === 0 || nounFollows(words, at)) return undefined
  if (/^(?:zbyt|bardzo|dość|najbardziej|mniej|bardziej)$/.test(closedLemma(words[at - 1]) ?? '')) return adjective
  const other = words[at - 2]
  return continues(words, at) && adjectiveReadings(other).length > 0 && nounReadings(other).length === 0 ? adjective : undefined
}

/** Parses one phrase at a word and says where the text goes on; `cases` are the ones its place asks for. */
function parsePhrase(parser: Parser, start: number, cases: number): number | undefined {
  const { words } = parser
  const { at: afterDeterminers, quantifier, count, governs } = readDeterminers(words, start)
  const wanted = governs ? cases | GEN : cases
  let at = afterDeterminers
  const term = termAt(words, at, parser.terms)
  if (term !== undefined) return addTerm(parser, start, at, term, wanted, quantifier, count)
  const name = words[at]
  if (name !== undefined && (name.token.kind === 'name' || name.token.kind === 'quoted'))
    return addName(parser, start, at, quantifier, count)
  const described = start === at ? describing(words, at) : undefined
  if (described !== undefined) {
    parser.chosen.set(at, described)
    return at + 1
  }
  const before: number[] = []
  while (adjectiveReadings(words[at]).length > 0 && (nounReadings(words[at]).length === 0 || nounFollows(words, at))) {
    before.push(at)
    at += 1
    const inner = termAt(words, at, parser.terms)
    if (inner !== undefined) return addTerm(parser, start, at, inner, wanted, quantifier, count, before)
  }
  const head = chooseHead(words, at, before, wanted)
  if (head === undefined) return undefined
  parser.chosen.set(at, head)
  for (const index of before) choose(parser, index, head)
  const after: number[] = []
  let end = at + 1
  let foreign = ''
  while (words[at]?.foreign === true && words[end]?.foreign === true && words[end]?.token.spaced === true) {
    const next = words[end]?.readings[0]
    foreign += `${foreign === '' ? '' : '_'}${(words[end - 1] as ReadWord).readings[0]?.entry.name ?? ''}`
    if (next !== undefined) parser.chosen.set(end, next)
    end += 1
  }
  const last = foreign === '' ? head : ((words[end - 1] as ReadWord).readings[0] ?? head)
  while (end < words.length && followsAsAdjective(words, end, last)) {
    choose(parser, end, last)
    after.push(end)
    end += 1
  }
  const headName = foreign === '' ? head.entry.name : `${foreign}_${last.entry.name}`
  const draft: Draft = {
    from: start,
    to: end,
    text: '',
    name: '',
    head: headName,
    plural: last.plural || (count !== undefined && count > 1),
    identifier: false,
    known: true,
    person: last.entry.person,
    abstract: last.entry.abstract,
    ...(quantifier === undefined ? {} : { quantifier }),
    ...(count === undefined ? {} : { count }),
  }
  parser.nouns.push(draft)
  const adjectives = [...before, ...after].map((index) => parser.chosen.get(index)).filter((each) => each !== undefined)
  const known = [at, ...before, ...after].every((index) => words[index]?.known ?? true)
  finish(parser, draft, end, {
    headName,
    adjectives: adjectives.map(({ entry }) => entry.name),
    known,
    action: last.entry.action,
    lemma: last.entry.lemma,
    proper: last.entry.pos === 'proper noun',
  })
  return draft.to
}

function nounFollows(words: readonly ReadWord[], at: number): boolean {
  const next = words[at + 1]
  return nounReadings(next).some((noun) => adjectiveReadings(words[at]).some((adjective) => agrees(adjective, noun)))
}

function choose(parser: Parser, index: number, noun: Reading): void {
  const readings = adjectiveReadings(parser.words[index])
  const reading = readings.find((each) => agrees(each, noun)) ?? readings[0]
  if (reading !== undefined) parser.chosen.set(index, reading)
}

function chooseHead(words: readonly ReadWord[], at: number, before: readonly number[], cases: number): Reading | undefined {
  const readings = nounReadings(words[at])
  if (readings.length === 0) return undefined
  const agreeing = readings.filter((noun) =>
    before.every((index) => adjectiveReadings(words[index]).some((adjective) => agrees(adjective, noun))),
  )
  const candidates = agreeing.length > 0 ? agreeing : readings
  // `na liście` is a place before it is a direction, so the list wins over leaves.
  const likelier = cases === (LOC | ACC) ? LOC : cases
  return (
    candidates.find((noun) => (noun.cases & likelier) !== 0) ??
    candidates.find((noun) => (noun.cases & cases) !== 0) ??
    candidates[0]
  )
}

/** An adjective after its noun (`data końcowa`), unless it agrees with a noun that follows (`liczba aktywnych użytkowników`). */
function followsAsAdjective(words: readonly ReadWord[], at: number, head: Reading): boolean {
  const word = words[at]
  if (nounReadings(word).length > 0) return false
  const readings = adjectiveReadings(word).filter((adjective) => agrees(adjective, head))
  return (
    readings.length > 0 && readings[0]?.entry.participle === false && words[at + 1]?.closed !== 'być' && !nounFollows(words, at)
  )
}

interface Determiners {
  readonly at: number
  readonly quantifier?: NounPhrase['quantifier']
  readonly count?: number
  /** The quantifier puts its noun in the genitive: `wiele przepisów`, `5 fiszek`. */
  readonly governs: boolean
}

function readDeterminers(words: readonly ReadWord[], start: number): Determiners {
  let at = start
  let quantifier: NounPhrase['quantifier']
  let count: number | undefined
  let governs = false
  for (;;) {
    const word = words[at]
    const closed = closedLemma(word)
    const value = word?.token.value ?? word?.readings[0]?.entry.value
    if (closed !== undefined && Object.hasOwn(QUANTIFIERS, closed)) {
      quantifier = QUANTIFIERS[closed]
      governs = closed === 'wiele' || closed === 'kilka' || closed === 'mnóstwo'
      if (closed === 'jeden') count = 1
      if (closed === 'jeden' && mayBeNone(words, at)) quantifier = 'zero or one'
    } else if (value !== undefined && Number.isInteger(value) && word !== undefined && word.token.end > word.token.start) {
      count = value
      governs = value > 4 || value === 0
      if (value === 1) quantifier = mayBeNone(words, at) ? 'zero or one' : 'one'
    } else if (closed === undefined || !DETERMINERS.has(closed)) break
    at += 1
  }
  if (at === words.length || (at > start && words[at]?.token.kind === 'punctuation')) return { at: start, governs: false }
  return { at, governs, ...(quantifier === undefined ? {} : { quantifier }), ...(count === undefined ? {} : { count }) }
}

/** `co najwyżej jeden`, `maksymalnie jedna`, `zero lub jeden`. */
function mayBeNone(words: readonly ReadWord[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 2), at).map(({ token }) => token.text.toLowerCase())
  return /(?:najwyżej|maksymalnie|maks\.?|max\.?|zero lub|0 lub|zero albo)$/.test(before.join(' '))
}

function addName(
  parser: Parser,
  start: number,
  at: number,
  quantifier: NounPhrase['quantifier'],
  count: number | undefined,
): number {
  const token = (parser.words[at] as ReadWord).token
  const exact = token.kind === 'name'
  const named = exact ? { name: token.text, known: true } : parser.nameQuoted(token.text)
  parser.nouns.push({
    from: start,
    to: at + 1,
    text: parser.text.slice((parser.words[start] as ReadWord).token.start, token.end),
    name: named.name,
    head: named.name,
    plural: false,
    identifier: exact,
    known: named.known,
    person: false,
    abstract: false,
    ...(quantifier === undefined ? {} : { quantifier }),
    ...(count === undefined ? {} : { count }),
  })
  return at + 1
}

function addTerm(
  parser: Parser,
  start: number,
  at: number,
  term: Term,
  cases: number,
  quantifier: NounPhrase['quantifier'],
  count: number | undefined,
  before: readonly number[] = [],
): number {
  const { words, chosen } = parser
  let head: Reading | undefined
  for (let index = at; index < at + term.words.length; index += 1) {
    const noun = nounReadings(words[index]).filter(({ entry }) => term.words[index - at]?.has(entry.lemma))
    const wanted = head === undefined ? cases : GEN
    const fitting = noun.find((reading) => (reading.cases & wanted) !== 0) ?? noun[0]
    if (fitting !== undefined) {
      chosen.set(index, fitting)
      head ??= fitting
    }
  }
  for (const index of before) if (head !== undefined) choose(parser, index, head)
  const draft: Draft = {
    from: start,
    to: at + term.words.length,
    text: '',
    name: '',
    head: term.name,
    plural: (closedLemma(words[at]) === undefined && (head?.plural ?? false)) || (count !== undefined && count > 1),
    identifier: false,
    known: true,
    person: term.person || (term.words.length === 1 && (head?.entry.person ?? false)),
    abstract: term.abstract,
    ...(quantifier === undefined ? {} : { quantifier }),
    ...(count === undefined ? {} : { count }),
  }
  parser.nouns.push(draft)
  const adjectives = before.map((index) => chosen.get(index)?.entry.name ?? '')
  finish(parser, draft, draft.to, { headName: term.name, adjectives, known: true, action: false, lemma: '', term: !term.joins })
  return draft.to
}

interface Head {
  readonly headName: string
  readonly adjectives: readonly string[]
  readonly known: boolean
  readonly action: boolean
  readonly lemma: string
  readonly term?: boolean
  readonly proper?: boolean
}

/** Reads what stands after a head in the genitive, then names the phrase. */
function finish(parser: Parser, draft: Draft, end: number, head: Head): void {
  const { nouns, words, text } = parser
  let inner: Draft | undefined
  const place = nouns.length
  // What an action acts on stands for itself; inside a longer chain (`historia generowania fiszek`) the outer head counts.
  if (!head.action && !head.proper && genitiveAt(words, end, parser.terms)) {
    const next = parsePhrase(parser, end, GEN)
    inner = nouns[place]
    if (next !== undefined && inner !== undefined) draft.to = next
  }
  draft.text = text.slice((words[draft.from] as ReadWord).token.start, (words[draft.to - 1] as ReadWord).token.end)
  draft.known = head.known && (inner?.known ?? true)
  const own = [...head.adjectives.filter((each) => each !== ''), head.headName]
  if (inner === undefined) {
    draft.name = own.join('_')
    return
  }
  if (isTransparent(head.lemma)) {
    Object.assign(draft, {
      name: inner.name,
      head: inner.head,
      person: inner.person,
      abstract: inner.abstract,
      plural: inner.plural || draft.plural,
    })
    if (inner.possessor !== undefined) draft.possessor = inner.possessor
    nouns.splice(place, 1)
    if (draft.possessor !== undefined) draft.possessor -= 1
    for (const noun of nouns.slice(place)) if (noun.possessor !== undefined) noun.possessor -= 1
    return
  }
  if (!inner.abstract) draft.possessor = place
  if (head.lemma === 'liczba' || head.lemma === 'ilość') {
    const bound = head.adjectives.find((each) => /^(?:max|min)/.test(each))?.slice(0, 3)
    draft.name =
      bound === undefined
        ? [...head.adjectives.filter((each) => each !== ''), inner.name, 'count'].join('_')
        : `${bound}_${pluralise(inner.name)}`
    draft.head = 'count'
    draft.plural = false
    return
  }
  const merged = !inner.identifier && head.term !== true && (!inner.person || keepsPerson(head.headName))
  draft.name = merged ? [...head.adjectives.filter((each) => each !== ''), inner.name, head.headName].join('_') : own.join('_')
}

/** Whether a noun in the genitive, with its adjectives, stands at a word. */
function genitiveAt(words: readonly ReadWord[], start: number, terms: Terms): boolean {
  let at = start
  while (at < start + 4) {
    const word = words[at]
    if (word === undefined || word.token.kind !== 'word' || compoundPreposition(words, at) > 0) return false
    const closed = closedLemma(word)
    if (closed !== undefined) {
      if (!DETERMINERS.has(closed) && !Object.hasOwn(QUANTIFIERS, closed)) return false
      at += 1
      continue
    }
    const nouns = nounReadings(word)
    if (nouns.some(({ cases, entry }) => (cases & GEN) !== 0 && entry.pos === 'noun')) return true
    if (nouns.length > 0 && termAt(words, at, terms) === undefined && adjectiveReadings(word).length === 0) return false
    if (!adjectiveReadings(word).some(({ cases }) => (cases & GEN) !== 0)) return false
    at += 1
  }
  return false
}
