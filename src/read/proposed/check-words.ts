import type { Document } from '../../brief/document.ts'
import type { Mention } from '../../claim/mention.ts'
import type { LanguageModel } from '../rules/language/sentence.ts'
import { keyOfName } from '../rules/tables/identifiers.ts'
import { plainText } from './find-quote.ts'
import type { Names } from './names.ts'
import { isSaid, type LinePassage, stemsOf } from './passage-of-line.ts'

/** Why a proposal was dropped. */
export type Refusal =
  | 'quote not in its document'
  | 'no such document'
  | 'name that is not in the documents'
  | 'no name'
  | 'number or value not in its quote'
  | 'SQL not in its quote'
  | 'asks for what is out of scope'
  | 'no such requirement'
  | 'says nothing'

/**
 * Holds what a claim says against the words it quotes. Each method gives what may be kept and notes what may not; a claim of which anything was refused is
 * dropped whole.
 */
export interface WordCheck {
  entity(text: string): Mention
  attribute(text: string): Mention
  number(value: number): number
  value(text: string): string
  sql(text: string): string
  /** The text if the document has it, for what may be left out. */
  verbatim(text: string): string | undefined
  refuse(why: Refusal): void
  readonly refusals: readonly Refusal[]
}

export interface WordContext {
  readonly document: Document
  readonly passage: LinePassage
  readonly quote: string
  readonly names: Names
  readonly proposed: ReadonlyMap<string, string>
  readonly model: LanguageModel | undefined
}

const nothing: Mention = { text: '', name: '', identifier: false, known: false }

export function checkWords({ document, passage, quote, names, proposed, model }: WordContext): WordCheck {
  const refusals: Refusal[] = []
  const stems = new Set(stemsOf(passage.text))
  const around = plainText(passage.text)
  const quoted = plainText(quote)
  // A suggested English name stands for the word it translates.
  const wordFor = new Map([...proposed].map(([word, name]) => [keyOfName(name), word]))
  const named = (text: string, isKnown: (mention: Mention) => boolean): Mention => {
    const written = wordFor.get(keyOfName(text)) ?? text
    const mention = names.mentionOf(written, document, proposed)
    if (mention === undefined) refusals.push('no name')
    else if (!isKnown(mention) && !isSaid(written, stems) && !isSaid(mention.text, stems))
      refusals.push('name that is not in the documents')
    return mention ?? nothing
  }
  return {
    refusals,
    refuse: (why) => void refusals.push(why),
    // A sentence speaks of "it" where an earlier one named the thing.
    entity: (text) => named(text, names.isEntity),
    attribute: (text) => named(text, () => false),
    number: (value) => {
      const numbers = numbersOf(quote, model)
      // "fewer than ten" is at most nine.
      if (![value, value - 1, value + 1].some((one) => numbers.has(one))) refusals.push('number or value not in its quote')
      return value
    },
    value: (text) => {
      if (!around.includes(plainText(text)) && !isSaid(text, stems)) refusals.push('number or value not in its quote')
      return text
    },
    sql: (text) => {
      if (!quoted.includes(plainText(text))) refusals.push('SQL not in its quote')
      return text
    },
    verbatim: (text) => (around.includes(plainText(text)) ? text : undefined),
  }
}

function numbersOf(quote: string, model: LanguageModel | undefined): ReadonlySet<number> {
  const written = [...quote.matchAll(/\d+(?:[.,]\d+)?/g)].map(([digits]) => Number(digits.replace(',', '.')))
  const grouped = [...quote.matchAll(/\d{1,3}(?:[ ,.]\d{3})+/g)].map(([digits]) => Number(digits.replaceAll(/\D/g, '')))
  const read = model?.analyse(quote, []).words.flatMap(({ value }) => (value === undefined ? [] : [value])) ?? []
  return new Set([...written, ...grouped, ...read])
}
