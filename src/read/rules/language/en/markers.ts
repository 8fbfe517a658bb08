import { splitPhrases } from '../phrase-text.ts'
import type { Phrases } from '../phrases.ts'
import { accessPhrases } from './markers/access.ts'
import { compositionPhrases } from './markers/composition.ts'
import { countsPhrases } from './markers/counts.ts'
import { deletionPhrases } from './markers/deletion.ts'
import { queriesPhrases } from './markers/queries.ts'
import { refusalsPhrases } from './markers/refusals.ts'
import { schemaPartsPhrases } from './markers/schema-parts.ts'
import { storiesPhrases } from './markers/stories.ts'
import { valueKindsPhrases } from './markers/value-kinds.ts'
import { valuesPhrases } from './markers/values.ts'

/** What English words and phrases mean, a file per family. See {@link Phrases} for how a phrase is written. */
export const englishPhrases: Phrases = splitPhrases({
  ...compositionPhrases,
  ...countsPhrases,
  ...valuesPhrases,
  ...schemaPartsPhrases,
  ...deletionPhrases,
  ...accessPhrases,
  ...refusalsPhrases,
  ...queriesPhrases,
  ...valueKindsPhrases,
  ...storiesPhrases,
})
