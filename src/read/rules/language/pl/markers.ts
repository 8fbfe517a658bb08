import { splitPhrases } from '../phrase-text.ts'
import type { Phrases } from '../phrases.ts'
import { accessPhrases } from './markers/access.ts'
import { decisionsPhrases } from './markers/decisions.ts'
import { structurePhrases } from './markers/structure.ts'
import { valuesPhrases } from './markers/values.ts'

/** What Polish words and phrases mean, written in lemmas. See {@link Phrases} for how a phrase is written. */
export const polishPhrases: Phrases = splitPhrases({
  ...structurePhrases,
  ...valuesPhrases,
  ...accessPhrases,
  ...decisionsPhrases,
})
