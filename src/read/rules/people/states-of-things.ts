import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Reading } from '../reading.ts'
import { isToBe } from '../text/grammar.ts'

/** Names (English) of states in which rows are for others to see, or are not. */
const shown =
  /^(?:un)?(?:published|public|approved|accepted|active|visible|shared|released|verified|confirmed|listed|open|finished|completed|closed|archived|hidden|private|draft|pending|rejected)$/

/** The state that stands with a thing of which access is said: `published`, of "Published posts are visible to everyone", "opublikowane wpisy". */
export function stateOfThing(noun: NounPhrase, sentence: Sentence, reading: Reading): string | undefined {
  const model = reading.modelOf(sentence.block)
  const words = sentence.words.slice(noun.from, noun.to)
  return words.flatMap((word) => {
    if (word.pos !== 'adjective' && word.pos !== 'verb') return []
    const name = sentence.language === 'en' ? word.text.toLowerCase() : model.name(word.text).name
    return shown.test(name) ? [name] : []
  })[0]
}

/** "Diary entries are private", "Wpisy są prywatne": what it is said of, the sentence's first noun, where no group stands behind it. */
export function privateThing(sentence: Sentence): NounPhrase | undefined {
  const [noun] = sentence.nouns
  const word = sentence.words.findIndex(({ lemma }) => /^(?:private|prywatny)$/.test(lemma))
  if (!noun || noun.person || noun.from > 1 || word < noun.to || word - noun.to > 2) return undefined
  const plain = sentence.words.slice(noun.to, word).every((each) => isToBe(each) || each.pos === 'adverb')
  return plain && isToBe(sentence.words[noun.to]) ? noun : undefined
}
