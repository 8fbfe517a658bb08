import type { ClaimOf } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import type { PlacedLimit } from '../columns/limits.ts'
import { periodOf } from '../columns/scopes.ts'
import { qualifierOf } from '../columns/which-rows.ts'
import type { Meaning, NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Reading } from '../reading.ts'
import { foundIn, markersOf, means, meansBetween, mentionOf, namedEntity } from '../text/grammar.ts'
import { singleRows } from './at-most-one.ts'

/** A bound on how many rows there are: the amount counts a table or thing. */
export function rowCounts(limit: PlacedLimit, sentence: Sentence, reading: Reading): readonly Found[] {
  const counted = countedBy(limit, sentence, reading)
  if (counted === undefined) return []
  const { noun, entity } = counted
  if (limit.maximum === 1 && singleRows(sentence, reading).length > 0) return []
  const period = periodOf(sentence)
  const per = isWhole(sentence, limit) ? holderOf(noun, limit, sentence, reading) : undefined
  if (per === undefined && period === undefined && !means(sentence, 'AT_MOST', 'AT_LEAST', 'BETWEEN')) return []
  const which = per === undefined ? undefined : qualifierOf(noun, entity, sentence)
  return [
    foundIn(reading, sentence, {
      kind: 'count',
      entity: { ...entity, text: noun.text },
      ...(per === undefined ? {} : { per }),
      ...(which === undefined ? {} : { which }),
      ...boundsOf(limit, sentence),
      ...(period === undefined ? {} : { period }),
    }),
  ]
}

/** "There is a limit of notes per plant": it is said that there is one, and not which. */
export function unnumberedCounts(sentence: Sentence, reading: Reading): readonly Found[] {
  if (sentence.words.some((word) => word.value !== undefined && word.value > 1)) return []
  const limit = sentence.nouns.find((noun) => noun.head === 'limit')
  if (limit === undefined) return []
  const marker = markersOf(sentence, 'PER').find((each) => each.from > limit.from)
  const noun = marker && sentence.nouns.filter((each) => each.from >= limit.from && each.to <= marker.from && each.plural).at(-1)
  const entity = noun && namedEntity(noun, reading)
  const per = marker && noun && afterMarker(marker.from, marker.to, noun, sentence, reading)
  if (noun === undefined || entity === undefined || per === undefined) return []
  return [foundIn(reading, sentence, { kind: 'count', entity: { ...entity, text: noun.text }, per })]
}

interface Counted {
  readonly noun: NounPhrase
  readonly entity: Mention
}

/** What the amount counts: the noun that it stands with, or "the number of … is limited to 20". */
function countedBy(limit: PlacedLimit, sentence: Sentence, reading: Reading): Counted | undefined {
  const beside =
    sentence.nouns.find((noun) => noun.from <= limit.to && noun.to >= limit.to) ??
    sentence.nouns.find((noun) => noun.from >= limit.to && noun.from - limit.to <= 2)
  if (beside !== undefined) {
    const entity = beside.identifier ? undefined : namedEntity(beside, reading)
    return entity && { noun: beside, entity }
  }
  if (!means(sentence, 'AT_MOST')) return undefined
  const number = sentence.nouns.find((noun) => noun.to <= limit.from && noun.name.endsWith('_count'))
  const name = number?.name.slice(0, -'_count'.length)
  const entity = name === undefined ? undefined : namedEntity({ name, head: name }, reading)
  return number && entity && { noun: number, entity }
}

/** "Cannot have more than 20" is a most, though "more than 20" alone is a least. */
function boundsOf(limit: PlacedLimit, sentence: Sentence): Pick<ClaimOf<'count'>, 'minimum' | 'maximum'> {
  const { minimum, maximum } = limit
  const refused = minimum !== undefined && maximum === undefined && meansBetween(sentence, 0, limit.from, 'NOT')
  if (refused) return { maximum: minimum }
  return { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) }
}

/** Words that count what is done in one go, and not what there is: "upload 5 photos", "at once". */
const inOneGo =
  /^(?:upload|import|generate|select|send|choose|display|show|simultaneously|once|concurrent|przesłać|przesyłać|wgrać|wgrywać|importować|zaimportować|generować|wygenerować|wybrać|wybierać|zaznaczyć|wysłać|jednocześnie|jednorazowo|naraz)$/

/** Whether the sentence says how many there may be at all: not when something happens ("if there are more than 10, …"), nor how many are shown or sent. */
function isWhole(sentence: Sentence, limit: PlacedLimit): boolean {
  const first = sentence.words[0]
  const comma = sentence.words.findIndex((word) => word.text === ',')
  const isCondition = first?.pos === 'conjunction' && comma > limit.from
  return !isCondition && !means(sentence, 'VIEWS', 'LISTS') && !sentence.words.some((word) => inOneGo.test(word.lemma))
}

/** Who or what has that many: "per user", "a user can have …", "in a group …", "3 photos of an offer". */
function holderOf(counted: NounPhrase, limit: PlacedLimit, sentence: Sentence, reading: Reading): Mention | undefined {
  const marker = markersOf(sentence, 'PER', 'EACH').find((each) => each.from >= counted.from - 8)
  const said = marker && afterMarker(marker.from, marker.to, counted, sentence, reading)
  if (said !== undefined) return said
  const beyond = sentence.nouns.find((noun) => noun.from >= counted.to && noun.from - counted.to <= 2)
  if (beyond !== undefined && isPlace(sentence, counted.to, beyond.from)) return heldBy(beyond, reading)
  const place = sentence.nouns.find((noun) => noun.to <= limit.from && noun !== counted && isPlace(sentence, 0, noun.from))
  if (place !== undefined) return heldBy(place, reading)
  const subject = sentence.nouns.find((noun) => noun.to <= limit.from && noun !== counted)
  return subject !== undefined && meansBetween(sentence, subject.to, limit.from, ...having) ? heldBy(subject, reading) : undefined
}

const having: readonly Meaning[] = ['HAS', 'NO', 'CREATES', 'INCLUDES', 'CONSISTS', 'STORES', 'MANAGES', 'ASSIGNS']

function isPlace(sentence: Sentence, from: number, to: number): boolean {
  return sentence.words[from]?.pos === 'preposition' && meansBetween(sentence, from, to, 'INTO', 'FOR')
}

function afterMarker(from: number, to: number, counted: NounPhrase, sentence: Sentence, reading: Reading): Mention | undefined {
  const noun = sentence.nouns.find((each) => each.to > from && each.from - to <= 2 && each !== counted)
  return noun && heldBy(noun, reading)
}

function heldBy(noun: NounPhrase, reading: Reading): Mention | undefined {
  const entity = namedEntity(noun, reading)
  if (entity !== undefined) return { ...entity, text: noun.text }
  return noun.person || noun.name === 'account' ? mentionOf(noun) : undefined
}
