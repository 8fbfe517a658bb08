import type { UniqueClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import { nounsInRow, periodOf, type Scope, scopeOf } from '../columns/scopes.ts'
import { whichOf } from '../columns/which-rows.ts'
import type { Marker, Meaning, NounPhrase, Sentence } from '../language/sentence.ts'
import type { Pattern, Reading } from '../reading.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { foundIn, markersOf, means, namedEntity } from '../text/grammar.ts'

/**
 * Of how many rows there is one at most, in words:
 * "one vote per member and motion", "a guest can rate a room only once", "only one active session per user", "no two seats of a hall may have the same
 * number", "the same phone cannot be registered twice for one event", "jeden odczyt dziennie na licznik", "ten sam gość nie może mieć dwóch rezerwacji na ten sam
 * dzień", "co najwyżej jeden domyślny adres na klienta".
 *
 * Not: "at least one", "users see one list" (what is shown), "each ticket has a price" (a column), "once signed in", what an account has one of without more
 * being said (a relationship).
 */
export const atMostOne: Pattern = {
  name: 'at most one',
  read: (block, reading) =>
    readAsked(block, reading, (sentence) => singleRows(sentence, reading).map((claim) => foundIn(reading, sentence, claim))),
}

/** The claims of {@link atMostOne} in a sentence, for other families to leave those sentences to it. */
export function singleRows(sentence: Sentence, reading: Reading): readonly UniqueClaim[] {
  const made = [...ofOnes(sentence, reading), ...ofPairs(sentence, reading), ...ofTimes(sentence, reading)]
  return made.slice(0, 1)
}

/** "One vote per member", "each guest has at most one open bill": a thing in the singular with the number one. */
function ofOnes(sentence: Sentence, reading: Reading): readonly UniqueClaim[] {
  if (means(sentence, ...shown)) return []
  return sentence.nouns.flatMap((noun): readonly UniqueClaim[] => {
    const one = numberOne(noun, sentence)
    const entity = one && !noun.identifier ? counted(noun, reading) : undefined
    if (one === undefined || entity === undefined) return []
    const clause = clauseAround(sentence, noun.from)
    const subject = subjectOf(noun, sentence, clause)
    if (subject?.plural === true && one.to - one.from < 2) return []
    const nouns = [...(subject ? [subject] : []), ...placesOf(noun, sentence, clause)]
    const which = whichOf(noun, entity, sentence, reading)
    const claim = claimOf(entity, nouns, which, sentence, reading)
    const rows = claim.per.length + claim.attributes.length
    const scopes = rows + (claim.period === undefined ? 0 : 1)
    const strict =
      one.to - one.from >= 2 || markersIn(sentence, clause, 'AT_MOST', 'ZERO_OR', 'EXACTLY', 'PER', 'ONLY').length > 0
    return rows > 0 && (which !== undefined || scopes > 1 || strict) ? [claim] : []
  })
}

const shown: readonly Meaning[] = ['VIEWS', 'LISTS', 'SORT', 'FILTER', 'OPTIONAL']

/** The marker that gives a noun the number one: "one vote", "at most one", "nie więcej niż jeden"; not "the same one", nor "at least one". */
function numberOne(noun: NounPhrase, sentence: Sentence): Marker | undefined {
  const number = sentence.words.findIndex((word, index) => index >= noun.from - 1 && index < noun.to && word.value === 1)
  if (noun.plural || number < 0) return undefined
  const over = (marker: Marker): boolean => marker.from <= number && number < marker.to
  if (markersOf(sentence, 'SAME', 'AT_LEAST', 'MANY', 'ONE_OF', 'OTHER').some(over)) {
    const refused = markersOf(sentence, 'NOT', 'NO').some((marker) => marker.to <= number)
    const more = markersOf(sentence, 'AT_LEAST', 'MANY').find(over)
    return refused ? more : undefined
  }
  return markersOf(sentence, 'ONE', 'EXACTLY', 'AT_MOST', 'ZERO_OR').find(over)
}

/** "No two seats …", "nie może być dwóch odczytów z tego samego dnia": two that agree in what follows are refused. */
function ofPairs(sentence: Sentence, reading: Reading): readonly UniqueClaim[] {
  if (!means(sentence, 'SAME', 'SHARE', 'HAS') || means(sentence, 'OVERLAP')) return []
  return sentence.nouns.flatMap((noun): readonly UniqueClaim[] => {
    const two = sentence.words.findIndex((word, index) => index >= noun.from - 1 && index < noun.to && word.value === 2)
    if (two < 0 || !noun.plural) return []
    const clause = clauseAround(sentence, noun.from)
    const refusal = markersIn(sentence, clause, 'NOT', 'NO')
    const refused = refusal.length > 0 || markersOf(sentence, 'UNIQUE').some((each) => each.to === two + 1)
    const entity = refused ? counted(noun, reading) : undefined
    if (entity === undefined) return []
    const others = sentence.nouns.filter((each) => each !== noun && within(clause, each) && each.from >= clause.from)
    const claim = claimOf(entity, others, undefined, sentence, reading)
    // "two visits of one room must not be billed together" agree in what they lead to and are refused something else
    const agrees = claim.attributes.length > 0 || claim.period !== undefined
    const object = refusal.some((marker) => marker.to <= noun.from)
    return agrees || (object && claim.per.length > 0) ? [claim] : []
  })
}

/** "A guest can rate a room once", "cannot be invited twice to one team": what a row leads to, whatever the row is called. */
function ofTimes(sentence: Sentence, reading: Reading): readonly UniqueClaim[] {
  const marker =
    markersOf(sentence, 'ONCE').find((each) => isAmount(each, sentence)) ??
    (means(sentence, 'NOT', 'NO') ? markersOf(sentence, 'TWICE')[0] : undefined)
  if (marker === undefined || means(sentence, ...shown, 'SO_THAT')) return []
  const clause = clauseAround(sentence, marker.from)
  const nouns = sentence.nouns.filter((noun) => within(clause, noun))
  if (nouns[0]?.plural === true && sentence.words[nouns[0].to]?.pos !== 'verb') return []
  const verb = sentence.words
    .slice(clause.from, clause.to)
    .map((word) => (word.pos === 'verb' ? reading.entities.find(word.lemma) : undefined))
    .find((entity) => entity !== undefined)
  const claim = claimOf(verb, nouns, undefined, sentence, reading)
  return claim.per.length + claim.attributes.length + (claim.period === undefined ? 0 : 1) > 1 ? [claim] : []
}

/** "once", "raz": an amount, and not the conjunction: something is said to be done, and no clause follows. */
function isAmount(marker: Marker, sentence: Sentence): boolean {
  const next = sentence.words[marker.to]
  if (marker.from === 0 || sentence.words[marker.from - 1]?.text === ',') return false
  return (
    next === undefined ||
    /^[.,;)]$/.test(next.text) ||
    next.pos === 'preposition' ||
    markersOf(sentence, 'PER', 'DAILY', 'WEEKLY', 'MONTHLY').some((each) => each.from === marker.to)
  )
}

interface Clause {
  readonly from: number
  readonly to: number
}

function clauseAround(sentence: Sentence, word: number): Clause {
  const ends = (each: { readonly text: string }): boolean => /^[;:.!?–—]$/.test(each.text)
  const before = sentence.words.slice(0, word).findLastIndex(ends)
  const after = sentence.words.findIndex((each, index) => index >= word && ends(each))
  return { from: before + 1, to: after < 0 ? sentence.words.length : after }
}

function within(clause: Clause, noun: NounPhrase): boolean {
  return noun.from >= clause.from && noun.to <= clause.to
}

function markersIn(sentence: Sentence, clause: Clause, ...meanings: readonly Meaning[]): readonly Marker[] {
  return markersOf(sentence, ...meanings).filter((marker) => marker.from >= clause.from && marker.to <= clause.to)
}

/** The table or thing that is counted; people who use the product are not. */
function counted(noun: NounPhrase, reading: Reading): Mention | undefined {
  const entity = namedEntity(noun, reading) ?? reading.entities.find(noun.head)
  return entity && keyOfName(entity.name) !== 'user' ? { ...entity, text: noun.text } : undefined
}

/** Who or what begins the clause and has, makes or gets the counted one: with a column in its parenthesis that column. */
function subjectOf(noun: NounPhrase, sentence: Sentence, clause: Clause): NounPhrase | undefined {
  const first = sentence.nouns.find((each) => within(clause, each) && each.from >= clause.from)
  if (!first || first === noun || first.to > noun.from) return undefined
  if (!sentence.words.slice(first.to, noun.from).some((word) => word.pos === 'verb')) {
    const led = markersOf(sentence, 'PER').some(
      (marker) => marker.to > clause.from && marker.from <= first.from && marker.to <= first.to,
    )
    return led ? first : undefined
  }
  const column = sentence.nouns.find((each) => each.identifier && each.from >= first.to && each.to <= noun.from)
  const bracket = sentence.words.slice(first.to, column?.from ?? first.to).some((word) => word.text === '(')
  return column && bracket ? column : first
}

/** What stands behind the counted one after a preposition, in a row, and whose it is. */
function placesOf(noun: NounPhrase, sentence: Sentence, clause: Clause): readonly NounPhrase[] {
  const owner = noun.possessor === undefined ? undefined : sentence.nouns[noun.possessor]
  const found = new Set<NounPhrase>(owner ? [owner] : [])
  for (let at = noun.from + 1; at < clause.to; at += 1) {
    const word = sentence.words[at]
    const leads = word?.pos === 'preposition' || markersOf(sentence, 'PER').some((marker) => marker.from === at)
    if (
      !leads ||
      sentence.markers.some((marker) => marker.meaning === 'WITH' && marker.from === at && /^with$|^z/.test(word?.lemma ?? ''))
    )
      continue
    for (const each of nounsInRow(sentence, at + 1)) if (within(clause, each) && each !== noun) found.add(each)
  }
  return [...found]
}

function claimOf(
  entity: Mention | undefined,
  nouns: readonly NounPhrase[],
  which: string | undefined,
  sentence: Sentence,
  reading: Reading,
): UniqueClaim & { readonly per: readonly Mention[] } {
  const per = new Map<string, Mention>()
  const attributes = new Map<string, Mention>()
  let period = periodOf(sentence)
  for (const noun of nouns) {
    const scope: Scope | undefined = scopeOf(noun, sentence, reading)
    if (scope === undefined) continue
    if (scope.kind === 'period') period = scope.period
    else if (scope.kind === 'attribute') attributes.set(scope.mention.name, scope.mention)
    else if (keyOfName(scope.mention.name) !== keyOfName(entity?.name ?? '')) per.set(scope.mention.name, scope.mention)
  }
  return {
    kind: 'unique',
    ...(entity ? { entity } : {}),
    attributes: [...attributes.values()],
    per: [...per.values()],
    ...(period === undefined ? {} : { period }),
    ...(which === undefined ? {} : { which }),
  }
}
