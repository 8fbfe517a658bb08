import { isFieldLike, isKeeping } from '../columns/field-lists.ts'
import type { Marker, NounPhrase, Sentence } from '../language/sentence.ts'
import { isToBe, nounListAfter } from '../text/grammar.ts'
import { isNoThing } from './is-no-thing.ts'
import { attributesAfter } from './listed-attributes.ts'

/** "An invoice carries a number, an issue date and a note": a verb that the language has no meaning for, of one thing, and fields behind it. */
export function carriedBy(sentence: Sentence): readonly { readonly noun: NounPhrase; readonly from: number }[] {
  return sentence.words.flatMap((word, at) => {
    if (word.pos !== 'verb' || !/[^su]s$/.test(word.text) || isToBe(word) || hasMeaning(sentence, at)) return []
    const noun = sentence.nouns.find((each) => each.to === at)
    if (!noun || noun.from > 1 || noun.person || noun.abstract || noun.plural || isNoThing(noun)) return []
    if (noun.quantifier !== 'one' && noun.quantifier !== 'each') return []
    return attributesAfter(sentence, at + 1) >= 3 ? [{ noun, from: at + 1 }] : []
  })
}

/** "Expenses are simpler: a courier records an amount, a date and a category": what people write down, in the sentence's second half, of what it begins with. */
export function announcedBefore(sentence: Sentence): readonly { readonly noun: NounPhrase; readonly from: number }[] {
  const noun = sentence.nouns.find((each) => each.from === 0)
  const colon = sentence.words.findIndex((word) => word.text === ':')
  if (!noun?.plural || noun.person || isNoThing(noun) || !isToBe(sentence.words[noun.to]) || colon < 0) return []
  const verb = sentence.markers.find((marker) => isKeeping(marker.meaning) && marker.from > colon)
  const doer = verb && sentence.nouns.find((each) => each.to === verb.from && each.from > colon)
  const list = verb ? nounListAfter(sentence, verb.to) : []
  return verb && doer?.person && list.length >= 2 && list.every(isFieldLike) ? [{ noun, from: verb.to }] : []
}

/** "for every client we remember the name and the address": what is done by us, or by nobody in particular, to what each one has. */
export function keptFor(sentence: Sentence, per: Marker): Pick<Marker, 'from' | 'to'> | undefined {
  const at = sentence.words.findIndex(
    (word, index) =>
      index > per.to &&
      word.pos === 'verb' &&
      !isToBe(word) &&
      !hasMeaning(sentence, index) &&
      /^we$/i.test(sentence.words[index - 1]?.text ?? ''),
  )
  return at < 0 || attributesAfter(sentence, at + 1) < 2 ? undefined : { from: at, to: at + 1 }
}

function hasMeaning(sentence: Sentence, at: number): boolean {
  return sentence.markers.some((marker) => marker.from <= at && at < marker.to)
}
