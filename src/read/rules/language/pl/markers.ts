import type { Phrases } from '../phrases.ts'
import { rulePhrases } from './markers/rules.ts'
import { structurePhrases } from './markers/structure.ts'

/** What Polish words and phrases mean, written in lemmas. See {@link Phrases} for how a phrase is written. */
export const polishPhrases: Phrases = { ...structurePhrases, ...rulePhrases }
