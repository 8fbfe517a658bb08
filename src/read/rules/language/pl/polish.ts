import type { GlossaryEntry } from '../../../../brief/brief.ts'
import { phraseBeginnings } from '../phrase-beginnings.ts'
import { compilePhrases, withoutInner } from '../phrases.ts'
import { callingMeanings, type LanguageModel, listingMeanings } from '../sentence.ts'
import { symbolMarkers } from '../symbol-markers.ts'
import { contextMarkers } from './context-markers.ts'
import { compileLexicon, type Lexicon } from './lexicon.ts'
import { polishPhrases } from './markers.ts'
import { nameOf } from './name-phrase.ts'
import { findNounPhrases } from './noun-phrases.ts'
import { readWords, wordOf } from './read-words.ts'
import { compileTerms } from './terms.ts'

let lexicon: Lexicon | undefined

const mayCall = phraseBeginnings(polishPhrases, [...callingMeanings, ...listingMeanings])

/**
 * Loads the Polish model: the lexicon's forms (once a process), and the project's own words, which win over the lexicon.
 * Everything is in the package; nothing is read from disk or network.
 */
export async function loadPolish(glossary: readonly GlossaryEntry[]): Promise<LanguageModel> {
  lexicon ??= compileLexicon()
  const words = lexicon
  const terms = compileTerms(
    words,
    glossary.map(({ word, name }) => ({ text: word, name })),
  )
  const findMarkers = compilePhrases(polishPhrases)
  // Each quotation is shorter than the text it stands in, so this ends.
  const name: LanguageModel['name'] = (text) => nameOf(text, readWords(text, [], words), terms, name)
  const analyse: LanguageModel['analyse'] = (text, marks) => {
    const read = readWords(text, marks, words)
    const { nouns, chosen } = findNounPhrases(read, text, terms, name)
    const sentence = read.map((word, index) => wordOf(word, chosen.get(index)))
    return {
      words: sentence,
      markers: withoutInner([...contextMarkers(sentence, findMarkers(sentence), nouns), ...symbolMarkers(sentence)]),
      nouns,
    }
  }
  return {
    language: 'pl',
    analyse,
    mayCall,
    name,
  }
}
