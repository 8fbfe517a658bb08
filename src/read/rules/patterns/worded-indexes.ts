import type { IndexClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import { fieldOfNoun } from '../columns/field-subject.ts'
import { nounsInRow, scopeOf } from '../columns/scopes.ts'
import { sentenceEntity } from '../columns/targets.ts'
import { whichOf } from '../columns/which-rows.ts'
import type { Marker, NounPhrase, Sentence } from '../language/sentence.ts'
import type { Reading } from '../reading.ts'
import { markersOf, mentionOf, namedEntity } from '../text/grammar.ts'

type Keys = IndexClaim['keys']

/** An index that a sentence asks for in words. */
export interface WordedIndex {
  readonly entity: Mention
  readonly keys: Keys
  readonly which?: string
}

/**
 * An index whose columns are named in words, or in words and code: "index bookings by hall and start date", "index on guest and creation date descending", "indeks na
 * biletach po wydarzeniu i stanie", "GIN na tagach w `events`", "partial index on bills for open ones". Undefined where all columns are in code, which other sentences
 * than these say as well. `opening`: the meaning that opens it, of what is searched as well.
 */
export function wordedIndex(
  sentence: Sentence,
  reading: Reading,
  opening: 'INDEX' | 'SEARCH' = 'INDEX',
): WordedIndex | undefined {
  const marker = openingOf(sentence, opening)
  if (marker === undefined) return undefined
  const named = sentence.nouns.filter((noun) => noun.from >= marker.to && isOutermost(noun, sentence))
  const [first] = named
  if (first === undefined) return undefined
  const table = tableOf(first, named, sentence, reading)
  const row = nounsInRow(sentence, table?.next ?? first.from).filter((noun) => noun !== table?.noun)
  const said = row.flatMap((noun) => keyOf(noun, sentence, reading))
  const entity =
    table?.entity ?? said.find((key) => key.entity !== undefined)?.entity ?? sentenceEntity(sentence, reading, first.from)
  if (entity === undefined) return undefined
  const which = conditionOf(table?.noun, row.at(-1), entity, sentence, reading)
  const falling = markersOf(sentence, 'DESCENDING')
  const every = falling.some((each) => each.to <= marker.to)
  const keys = said.map(({ attribute, noun }) => {
    const descending = every || falling.some((each) => each.from >= noun.to && each.from - noun.to <= 1)
    return { attribute, ...(descending ? { descending: true } : {}) }
  })
  const code = row.every((noun) => noun.identifier)
  // "Indexes on: `a`, `b desc`" are one for each
  const several = sentence.words.slice(marker.from, marker.to).some((word) => word.plural === true)
  if (code && which === undefined && (several || keys.length < 2 || falling.length === 0)) return undefined
  if (keys.length === 0 && which === undefined) return undefined
  return { entity, keys, ...(which === undefined ? {} : { which }) }
}

/** The words for the index itself, up to the preposition behind them: "partial index on". */
function openingOf(sentence: Sentence, opening: 'INDEX' | 'SEARCH'): Marker | undefined {
  let found: Marker | undefined
  for (const marker of markersOf(sentence, opening)) {
    if (found !== undefined && marker.from > found.to + 1) break
    found = { ...marker, from: found?.from ?? marker.from, to: Math.max(found?.to ?? 0, marker.to) }
  }
  return found
}

/** A noun that is no part of a longer one. */
function isOutermost(noun: NounPhrase, sentence: Sentence): boolean {
  return !sentence.nouns.some(
    (other) => other !== noun && other.from <= noun.from && other.to >= noun.to && other.to - other.from > noun.to - noun.from,
  )
}

interface Place {
  readonly entity: Mention
  readonly noun: NounPhrase
  /** Where the columns begin. */
  readonly next?: number
}

/** The table: "index bookings by …", "indeks na biletach po …", or behind the columns "… of the songs", "… w `notices`". */
function tableOf(first: NounPhrase, named: readonly NounPhrase[], sentence: Sentence, reading: Reading): Place | undefined {
  const leading = namedEntity(first, reading)
  const after = sentence.words[first.to]
  const followed = after?.pos === 'preposition' && named.some((noun) => noun.from > first.to && noun.from - first.to <= 3)
  const several = first.plural || first.identifier
  const end =
    after === undefined ||
    /^[.,;()]$/.test(after.text) ||
    after.pos === 'pronoun' ||
    markersOf(sentence, 'FOR').some((each) => each.from === first.to)
  if (leading && several && (followed || end))
    return { entity: { ...leading, text: first.text }, noun: first, next: first.to + 1 }
  const last = named.findLast((noun) => noun !== first && noun.plural && namedEntity(noun, reading))
  const entity = last && namedEntity(last, reading)
  const led = last && sentence.words.slice(last.from - 2, last.from).some((word) => word.pos === 'preposition')
  return entity && last && led ? { entity: { ...entity, text: last.text }, noun: last } : undefined
}

interface Key {
  readonly attribute: Mention
  readonly noun: NounPhrase
  readonly entity?: Mention
}

function keyOf(noun: NounPhrase, sentence: Sentence, reading: Reading): readonly Key[] {
  const field = fieldOfNoun(noun, sentence, reading)
  if (field) return [{ attribute: field.attribute, noun, ...(field.entity ? { entity: field.entity } : {}) }]
  const scope = scopeOf(noun, sentence, reading)
  if (scope?.kind === 'per' || scope?.kind === 'attribute') return [{ attribute: scope.mention, noun }]
  return noun.person || noun.abstract ? [] : [{ attribute: mentionOf(noun), noun }]
}

/** "for pending ones", "that are not archived", "tylko dla opublikowanych ogłoszeń": the rows that the index is of. */
function conditionOf(
  table: NounPhrase | undefined,
  last: NounPhrase | undefined,
  entity: Mention,
  sentence: Sentence,
  reading: Reading,
): string | undefined {
  const model = reading.modelOf(sentence.block)
  const from = Math.max(table?.to ?? 0, last?.to ?? 0)
  const only = markersOf(sentence, 'FOR', 'ONLY').findLast((marker) => marker.from >= Math.min(from, table?.to ?? from))
  const adjective = only && sentence.words.slice(only.to, only.to + 2).find((word) => word.pos === 'adjective')
  if (adjective) return sentence.language === 'en' ? adjective.lemma : model.name(adjective.text).name
  return table && sentence.words[table.to]?.pos === 'pronoun' ? whichOf(table, entity, sentence, reading) : undefined
}
