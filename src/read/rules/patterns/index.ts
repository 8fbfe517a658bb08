import type { Pattern } from '../reading.ts'
import { accessSentences } from './access.ts'
import { answersTo } from './answers.ts'
import { columnItems } from './column-items.ts'
import { columnLists } from './column-lists.ts'
import { columnSentences } from './column-sentences.ts'
import { conditionSentences } from './conditions.ts'
import { conventions } from './conventions.ts'
import { deleteRules } from './delete-rules.ts'
import { entityMentions } from './entities.ts'
import { exclusions } from './exclusions.ts'
import { indexSentences } from './indexes.ts'
import { keySentences } from './keys.ts'
import { labelledColumns } from './labelled-columns.ts'
import { limitSentences } from './limits.ts'
import { openQuestions } from './open-questions.ts'
import { people } from './people.ts'
import { possessedFields } from './possessed-fields.ts'
import { proseFields } from './prose-fields.ts'
import { querySentences } from './queries.ts'
import { relationLines } from './relation-lines.ts'
import { relationSentences } from './relation-sentences.ts'
import { sqlBlocks } from './sql-blocks.ts'
import { typedNouns } from './typed-nouns.ts'
import { uniqueSentences } from './unique.ts'
import { valueSentences } from './values.ts'

const families: readonly Pattern[] = [
  entityMentions,
  sqlBlocks,
  columnLists,
  labelledColumns,
  columnItems,
  columnSentences,
  typedNouns,
  proseFields,
  possessedFields,
  relationLines,
  relationSentences,
  limitSentences,
  valueSentences,
  uniqueSentences,
  keySentences,
  deleteRules,
  conditionSentences,
  accessSentences,
  people,
  indexSentences,
  querySentences,
  exclusions,
  conventions,
  openQuestions,
]

/** All families, in the order in which their claims stand when they are read at the same place. */
export const patterns: readonly Pattern[] = [...families, answersTo(families)]
