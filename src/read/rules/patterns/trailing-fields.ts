import type { Mention } from '../../../claim/mention.ts'
import { claimsOfSpec, readColumnSpec } from '../columns/column-spec.ts'
import { listsFields } from '../columns/labelled-fields.ts'
import type { Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { asksForSomething } from '../tables/things.ts'
import { entityOfNoun, isAccounts, markersOf, passageOfWords } from '../text/grammar.ts'
import { splitList } from '../text/lists.ts'
import { type Passage, part, trimmed } from '../text/passage.ts'

/**
 * Fields that follow what a statement says of a thing, in notes:
 * behind a semicolon, "`stages` belong to a festival; name, capacity", "Each report is about one dive; day, depth, remarks";
 * as what is kept of it, "A charter is booked for one boat. We keep its start date, its price and a deposit.".
 *
 * Not: lists in which something else than fields stands, statements about people who use the product.
 */
export const trailingFields: Pattern = {
  name: 'trailing fields',
  read(block, reading) {
    return reading.sentencesOf(block).flatMap((sentence) => readTrailing(sentence, reading))
  },
}

/** What a sentence lists of the thing that the statement before it is about; empty where this family reads nothing. */
export function readTrailing(sentence: Sentence, reading: Reading): readonly Found[] {
  if (reading.document.kind !== 'notes' || !isStatement(sentence)) return []
  const sentences = reading.sentencesOf(sentence.block)
  const before = sentences.slice(0, sentences.indexOf(sentence))
  const list = listIn(sentence, before.findLast(isStatement), reading)
  const entity = list && subjectBefore(before.filter(isStatement), reading)
  return list && entity ? fieldsOf(list, entity, sentence, reading) : []
}

function isStatement(sentence: Sentence): boolean {
  return asksForSomething(sentence.zone) && !sentence.cell
}

/** The list that a sentence behind a semicolon is, or that stands behind its verb of keeping. */
function listIn(sentence: Sentence, before: Sentence | undefined, reading: Reading): Passage | undefined {
  const whole = passageOfWords(reading, sentence)
  if (!whole || !before || before.block !== sentence.block) return undefined
  if (before.text.endsWith(';')) return trimmed(whole, '.;')
  const [first] = sentence.words
  const kept = markersOf(sentence, 'STORES').find(({ from }) => from <= 1)
  const somebody = first?.pos === 'pronoun' ? /^we$/i.test(first.text) : /my$/i.test(first?.text ?? '')
  const start = kept && somebody ? sentence.words[kept.to]?.start : undefined
  return start === undefined ? undefined : trimmed(part(whole, start), '.;')
}

/** What the statement speaks of: the table that it names in code, or what it begins with. */
function subjectBefore(sentences: readonly Sentence[], reading: Reading): Mention | undefined {
  const own = reading.contextOf(sentences[0]?.block ?? 0, sentences[0]?.offset).subject
  if (own?.own) return own.entity
  for (const sentence of sentences.toReversed()) {
    const [first] = sentence.nouns
    const named = sentence.nouns.find((noun) => noun.identifier && entityOfNoun(noun, reading) !== undefined)
    const begins = first && first.from <= 2 && !isAccounts(first) ? first : undefined
    const entity = entityOfNoun(named, reading) ?? entityOfNoun(begins, reading)
    if (entity) return entity
  }
  return undefined
}

function fieldsOf(list: Passage, entity: Mention, sentence: Sentence, reading: Reading): readonly Found[] {
  const model = reading.modelOf(sentence.block)
  const items = splitList(list)
  if (items.length < 2 || !listsFields(items, model)) return []
  return items.flatMap((item) => {
    const spec = readColumnSpec(item, model)
    const other = spec && !spec.identifier ? reading.entities.find(spec.attribute.name) : undefined
    if (!spec || (other && keyOfName(other.name) === keyOfName(entity.name))) return []
    return claimsOfSpec(spec, entity, 'stated').map((body): Found => ({ body, block: sentence.block, at: item }))
  })
}
