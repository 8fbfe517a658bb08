import type { LanguageModel } from '../language/sentence.ts'
import { type Passage, textOf } from './passage.ts'

const conjunction = /^\s+\p{L}+\s+$/u

/**
 * The items of a list, of which two that a conjunction joins are one where the language knows them as one name: "imię i nazwisko", "data i godzina rozpoczęcia".
 *
 * Not: two fields that share a word ("start and end time"), whatever a comma parts.
 */
export function wholeItems(items: readonly Passage[], model: LanguageModel): readonly Passage[] {
  const whole: Passage[] = []
  for (const item of items) {
    const last = whole.at(-1)
    if (last && isOne(last, item, model)) whole[whole.length - 1] = { ...last, end: item.end }
    else whole.push(item)
  }
  return whole
}

function isOne(first: Passage, second: Passage, model: LanguageModel): boolean {
  if (!conjunction.test(first.inline.text.slice(first.end, second.start))) return false
  const own = textOf(first)
  if (own.split(' ').length > 3 || /[(`"„]/.test(own)) return false
  const { words, nouns } = model.analyse(textOf({ ...first, end: second.end }).replace(/\s*\(.*$/s, ''), [])
  const [noun] = nouns
  return (
    noun?.known === true &&
    noun.from === 0 &&
    words.slice(noun.from, noun.to).some((word) => word.pos === 'conjunction') &&
    noun.to === words.length
  )
}
