import type { LanguageModel, Word } from '../language/sentence.ts'
import { parenthesis, splitList } from '../text/lists.ts'
import { type Passage, part, textOf, trimmed } from '../text/passage.ts'
import { wholeItems } from '../text/whole-items.ts'
import { attributeNames } from './common-names.ts'

/** Names (English) of fields whose parenthesis lists what they may hold, whatever it names. */
const choices =
  /(?:^|_)(?:type|kind|status|state|category|frequency|unit|reason|method|mode|period|goal|role|level|source|channel|sort|order)$/

/** Names that units have as well. */
const units: ReadonlySet<string> = new Set([
  'hour',
  'day',
  'month',
  'year',
  'period',
  'date',
  'time',
  'unit',
  'currency',
  'language',
])

/**
 * The fields of a list in running text. What a parenthesis splits into fields is those: "an address (street, city and postal code)", "coordinates (latitude and
 * longitude)".
 *
 * Not: values ("type (weight, length)"), one field's other name ("name (title)").
 */
export function fieldItems(list: Passage, model: LanguageModel): readonly Passage[] {
  return wholeItems(splitList(list), model).flatMap((piece) => partsOfField(piece, model) ?? [piece])
}

function partsOfField(piece: Passage, model: LanguageModel): readonly Passage[] | undefined {
  const group = parenthesis(piece)
  if (!group || group.start === 0 || group.end < piece.end - piece.start) return undefined
  const named = model.analyse(textOf(part(piece, 0, group.start)), []).nouns[0]
  // "a list of lines (text, price)": those are the lines'
  if (!named || choices.test(named.name) || named.quantifier === 'many') return undefined
  const parts = splitList(group.inside)
  const fields = parts.every((each) => {
    const { nouns, words } = model.analyse(textOf(each), [])
    const [noun] = nouns
    return (
      noun !== undefined &&
      words.length <= 4 &&
      !units.has(noun.name) &&
      (attributeNames.has(noun.name) || attributeNames.has(noun.head))
    )
  })
  return parts.length >= 2 && fields ? parts : undefined
}

/**
 * An item as far as it names a field: "a location described in words" ends before the participle, "queen seen (yes/no)" is whole. Undefined for an item in which somebody
 * does something.
 */
export function namedPart(piece: Passage, model: LanguageModel): Passage | undefined {
  const text = textOf(piece)
  // "address": alone it may be a verb's form as well
  if (attributeNames.has(text.toLowerCase())) return piece
  const { words, nouns } = model.analyse(text, [])
  const outside = words.filter((word) => depthAt(text, word.start) === 0 && !/^[()]$/.test(word.text))
  const at = outside.findIndex((word, index) => word.pos === 'verb' && index < 6)
  const verb = outside[at]
  if (!verb) return piece
  const index = words.indexOf(verb)
  if (isMoment(outside)) return piece
  const noun = nouns.find((each) => each.to <= index)
  if (!noun) return undefined
  // "the product used", "the deposit paid (yes/no)"
  if (at === outside.length - 1) return piece
  const behind = outside[at + 1]
  const participle = /(?:ed|en|wn|pt|nt|de|ld)$/i.test(verb.text) && noun.to === index
  return participle && behind?.pos === 'preposition' ? trimmed(part(piece, 0, verb.start)) : undefined
}

/**
 * The name of an item of nothing but describing words, which share the noun of an item behind it: "minimalny" of "minimalny i maksymalny wiek", "planned" of
 * "planned and actual return date".
 */
export function describedLater(items: readonly Passage[], at: number, model: LanguageModel): string | undefined {
  const own = describing(items[at], model)
  const next = own && items.slice(at + 1).find((item) => !describing(item, model))
  if (!own || !next) return undefined
  const text = textOf(next).replace(/\s*\(.*$/s, '')
  const { words } = model.analyse(text, [])
  const from = words.findIndex((word) => word.pos !== 'adjective')
  const noun = words[from]
  if (from < 1 || noun?.pos !== 'noun') return undefined
  const named = model.name(`${own} ${text.slice(noun.start)}`)
  return named.known ? named.name : undefined
}

function describing(item: Passage | undefined, model: LanguageModel): string | undefined {
  const text = item && textOf(item)
  if (text === undefined || /[()]/.test(text)) return undefined
  const { words, nouns } = model.analyse(text, [])
  return words.length > 0 && words.length <= 2 && nouns.length === 0 && words.every((word) => word.pos === 'adjective')
    ? text
    : undefined
}

/** "returned at", "handed over on", "valid until": when what happened, in so many words. */
export function isMoment(words: readonly Word[]): boolean {
  const last = words.at(-1)
  return (
    words.length >= 2 &&
    words.length <= 3 &&
    (words[0]?.pos === 'verb' || holding.test(words[0]?.text ?? '')) &&
    last !== undefined &&
    moments.test(last.text)
  )
}

/** "from" or "to" alone: where the time begins or ends that a thing takes. */
export function isBound(words: readonly Pick<Word, 'text'>[]): boolean {
  return words.length === 1 && boundOf(words[0]?.text ?? '') !== undefined
}

/** The name (English) of the moment that a lone "from", "to", "od" or "do" stands for. */
export function boundOf(word: string): string | undefined {
  if (/^(?:from|od)$/i.test(word)) return 'starts_at'
  return /^(?:to|until|till|do)$/i.test(word) ? 'ends_at' : undefined
}

const moments = /^(?:at|on|from|to|until|by)$/i

/** What holds from when until when: "valid from", "available until". */
const holding = /^(?:valid|available|open|closed|active)$/i

function depthAt(text: string, at: number): number {
  const before = text.slice(0, at)
  return (before.match(/\(/g)?.length ?? 0) - (before.match(/\)/g)?.length ?? 0)
}
