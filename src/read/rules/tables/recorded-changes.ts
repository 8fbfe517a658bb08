import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { markersOf, means } from '../text/grammar.ts'
import { oncePerSentence } from '../text/once-per-sentence.ts'

const changes = /^(?:\w+_)?(?:change|modification|edit|edition|update)(?:_(?:history|log|journal|register))?$/

/** The word for changes that are recorded: for each or all of them, or for those of which a log is kept; not for what a form saves. */
export const recordedChange = oncePerSentence((sentence: Sentence): NounPhrase | undefined => {
  const noun = sentence.nouns.find((each) => changes.test(each.name))
  if (!noun || markersOf(sentence, 'STORES', 'KEEP').length === 0) return undefined
  const logged = means(sentence, 'AUDIT') || sentence.nouns.some(({ name }) => /(?:^|_)(?:history|log|journal)$/.test(name))
  const all = noun.quantifier === 'each' || noun.quantifier === 'all'
  return all || (logged && (noun.plural || /_(?:history|log|journal|register)$/.test(noun.name))) ? noun : undefined
})
