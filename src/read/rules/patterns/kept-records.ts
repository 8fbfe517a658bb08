import { accountMention, type Mention } from '../../../claim/mention.ts'
import { singularise } from '../../../schema/inflect.ts'
import { claimsOfSpec, readColumnSpec } from '../columns/column-spec.ts'
import { isOnlyAttribute } from '../columns/common-names.ts'
import { isAttribute } from '../columns/field-lists.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { foundIn, isAccounts, markersOf, means, mentionOf, nounListAfter, passageOfWords } from '../text/grammar.ts'
import { splitList } from '../text/lists.ts'
import type { Passage } from '../text/passage.ts'

/** Names (English) of what is written down about what happens, and is no thing that people keep otherwise. */
const recorded = /^(?:\w+_)?(?:error|failure|statistic|statistics|log|event|metric|attempt)$/

/**
 * Records that a PRD wants in the database: "Store statistics related to transcription in a separate table", "All import errors are stored in the database, connected to a
 * user", "Błędy generowania są zapisywane w osobnej tabeli z informacją o użytkowniku".
 *
 * Not: errors that are shown, logs of servers, statistics on a screen: it must be said that a table or the database keeps them.
 */
export const keptRecords: Pattern = {
  name: 'kept records',
  read(block, reading) {
    if (reading.document.kind !== 'prd') return []
    return readAsked(block, reading, (sentence) =>
      // where the tables are listed, only what is called one joins them
      reading.entities.decided && !means(sentence, 'TABLE') ? [] : readSentence(sentence, reading),
    )
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  const details = detailsIn(sentence, reading)
  // What is said of a detail ("when it was accepted or discarded") says nothing of the record.
  const said = { markers: sentence.markers.filter((marker) => marker.from < details.from) }
  if (means(said, 'NOT', 'NO', 'WITHOUT', 'UNKEPT', 'REJECT', 'LATER') || !isKeptInDatabase(sentence)) return []
  const noun = sentence.nouns.find((each) => recorded.test(each.name) && !each.identifier)
  if (noun === undefined) return []
  const name = nameOf(noun, sentence)
  if (name === undefined) return []
  const entity: Mention = { text: noun.text, name, identifier: false, known: noun.known }
  const user = sentence.nouns.find((each) => isAccounts(each) && each.from > noun.from)
  return [
    foundIn(reading, sentence, { kind: 'entity', entity, as: 'table' }),
    ...fieldsOf(noun, sentence).map((field) =>
      foundIn(reading, sentence, { kind: 'attribute', entity, attribute: mentionOf(field), strength: 'stated' }),
    ),
    ...(user === undefined
      ? []
      : [
          foundIn(reading, sentence, {
            kind: 'relationship',
            from: entity,
            to: { ...accountMention, text: user.text },
            cardinality: 'many to one',
          }),
        ]),
    ...detailsOf(details.list, entity, sentence, reading),
  ]
}

/** "in a separate table with a code and a message": what is kept of each. */
function fieldsOf(noun: NounPhrase, sentence: Sentence): readonly NounPhrase[] {
  const [marker] = markersOf(sentence, 'WITH').filter(({ from }) => from > noun.to)
  const list = marker ? nounListAfter(sentence, marker.to).filter((each) => !isAccounts(each)) : []
  return list.every((each) => !each.person && !each.plural && !each.identifier) && list.some(isAttribute) ? list : []
}

/** What stands behind a colon or an example's sign, and at which word it begins: behind the last one, where there is none. */
function detailsIn(sentence: Sentence, reading: Reading): { readonly from: number; readonly list?: Passage } {
  const example = markersOf(sentence, 'EXAMPLE')[0]
  const colon = sentence.words.findIndex((word) => word.text === ':')
  const end = sentence.words.length
  const from = Math.min(example?.from ?? end, colon < 0 ? end : colon)
  const list = from < end - 1 ? passageOfWords(reading, sentence, from === colon ? from + 1 : example?.to) : undefined
  return { from, ...(list === undefined ? {} : { list }) }
}

/** The list's items that are certainly fields: common ones and clauses that name one, "duration", "kto zatwierdził". */
function detailsOf(list: Passage | undefined, entity: Mention, sentence: Sentence, reading: Reading): readonly Found[] {
  if (list === undefined) return []
  const model = reading.modelOf(sentence.block)
  return splitList(list).flatMap((item) => {
    const spec = readColumnSpec(item, model)
    const name = spec?.attribute.name ?? ''
    if (spec === undefined || !(isOnlyAttribute(name) || /_(?:at|by)$/.test(name))) return []
    return claimsOfSpec(spec, entity, 'stated').map((body): Found => ({ body, block: sentence.block, at: item }))
  })
}

/** "Stored in the database", "in a separate table". */
function isKeptInDatabase(sentence: Sentence): boolean {
  const place = sentence.nouns.filter(
    (noun) => noun.name === 'database' || markersOf(sentence, 'TABLE').some((one) => one.to === noun.to),
  )
  return (
    means(sentence, 'STORES', 'CREATES') &&
    place.some(
      (noun) =>
        sentence.words[noun.from - 1]?.pos === 'preposition' || markersOf(sentence, 'INTO').some((one) => one.to === noun.from),
    )
  )
}

/** "Import errors" as they are called; "errors related to imports" by what they are of; a bare "errors" says too little. */
function nameOf(noun: NounPhrase, sentence: Sentence): string | undefined {
  const name = singularise(noun.name)
  if (name.includes('_')) return name
  const possessor = noun.possessor === undefined ? undefined : sentence.nouns[noun.possessor]
  const link = markersOf(sentence, 'LINKS', 'FOR').find((one) => one.from >= noun.to && one.from - noun.to <= 1)
  const of = possessor ?? (link && sentence.nouns.find((each) => each.from >= link.to && each.from - link.to <= 1))
  return of === undefined || of.person ? undefined : `${singularise(of.name)}_${name}`
}
