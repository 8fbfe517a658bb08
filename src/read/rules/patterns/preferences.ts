import { accountMention } from '../../../claim/mention.ts'
import { claimsOfSpec, readColumnSpec } from '../columns/column-spec.ts'
import { attributeNames } from '../columns/common-names.ts'
import { isAttribute, isPreferences, objectOf } from '../columns/field-lists.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { isAccounts, markersOf, namedEntity, passageOfWords } from '../text/grammar.ts'
import { splitList } from '../text/lists.ts'
import { marksOf, type Passage, part, textOf, trimmed } from '../text/passage.ts'

/**
 * What people settle for themselves is kept of each person:
 * "users set their preferred currency and time zone", "As a member I want to set my default volume", "Użytkownik może ustawić preferencje: jednostki, język".
 *
 * Not: what people change of things ("users edit their orders", "set the price of a product"), preferences of something else, those of documents that define tables.
 */
export const preferences: Pattern = {
  name: 'preferences',
  read(block, reading) {
    if (reading.document.kind !== 'prd' || reading.entities.decided) return []
    return readAsked(block, reading, readSentence)
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  if (markersOf(sentence, 'NOT', 'NO', 'WITHOUT').length > 0) return []
  const from = listedFrom(sentence, reading)
  const whole = from === undefined ? undefined : passageOfWords(reading, sentence)
  const start = from === undefined ? undefined : sentence.words[from]?.start
  if (!whole || start === undefined) return []
  const stop = sentence.words.find((word, index) => index > (from ?? 0) && /^[.;!?]$/.test(word.text))
  return splitList(part(whole, start, stop?.start)).flatMap((item) => readItem(item, sentence, reading))
}

/** The word at which the list of what is settled begins. */
function listedFrom(sentence: Sentence, reading: Reading): number | undefined {
  for (const marker of markersOf(sentence, 'EDITS', 'CREATES', 'STORES', 'MANAGES')) {
    const object = objectOf(sentence, marker)
    if (!object || !isTheirs(sentence, marker.from)) continue
    if (isPreferences(object.name)) {
      const sign = sentence.words[object.to]?.text
      return sign === ':' || sign === '(' ? object.to + 1 : undefined
    }
    if (marker.meaning !== 'EDITS' || namedEntity(object, reading)) continue
    const settled = markersOf(sentence, 'PREFERRED', 'DEFAULT').some((each) => each.from >= marker.from && each.to <= object.to)
    if (settled && !object.person) return marker.to
  }
  return undefined
}

/** Said of whoever uses the product: an account, or the person of a story. */
function isTheirs(sentence: Sentence, verb: number): boolean {
  const doer = sentence.nouns.filter((noun) => noun.to <= verb).at(-1)
  return doer === undefined || doer.person || isAccounts(doer)
}

function readItem(item: Passage, sentence: Sentence, reading: Reading): readonly Found[] {
  const model = reading.modelOf(sentence.block)
  const analysis = model.analyse(textOf(item), marksOf(item))
  const noun = analysis.nouns[0]
  if (!noun || noun.identifier || noun.person || (noun.abstract && !isAttribute(noun))) return []
  if (namedEntity(noun, reading) && !attributeNames.has(noun.name)) return []
  const bare = trimmed(part(item, analysis.words[beginOf(noun, analysis)]?.start ?? 0))
  const spec = readColumnSpec(bare, model)
  if (!spec || spec.attribute.text.split(/\s+/).length > 6) return []
  return claimsOfSpec(spec, accountMention, 'stated').map((body): Found => ({ body, block: sentence.block, at: item }))
}

/** The noun's first own word: without determiners and "preferred"; "default" is part of the name. */
function beginOf(noun: NounPhrase, analysis: Pick<Sentence, 'words' | 'markers'>): number {
  const preferred = analysis.markers.filter((marker) => marker.meaning === 'PREFERRED')
  for (let at = noun.from; at < noun.to - 1; at += 1) {
    const word = analysis.words[at]
    const dropped =
      word?.pos === 'determiner' || word?.pos === 'pronoun' || preferred.some((marker) => marker.from <= at && at < marker.to)
    if (!dropped) return at
  }
  return noun.to - 1
}
