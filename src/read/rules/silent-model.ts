import type { LanguageModel } from './language/sentence.ts'
import { wordsOfName } from './tables/identifiers.ts'

/** For documents without a sentence (a script alone): names are taken as they are, and nothing else is understood. */
export const silentModel: LanguageModel = {
  language: 'en',
  analyse: () => ({ words: [], markers: [], nouns: [] }),
  mayCall: () => false,
  name: (text) => ({ name: wordsOfName(text).join('_'), plural: false, known: false }),
}
