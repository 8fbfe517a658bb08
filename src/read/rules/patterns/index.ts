import type { Pattern } from '../reading.ts'
import { accessSentences } from './access.ts'
import { answerChanges } from './answer-changes.ts'
import { answeredThings } from './answered-things.ts'
import { answersTo } from './answers.ts'
import { atMostOne } from './at-most-one.ts'
import { audience } from './audience.ts'
import { changeLogs } from './change-logs.ts'
import { columnItems } from './column-items.ts'
import { columnLists } from './column-lists.ts'
import { columnSentences } from './column-sentences.ts'
import { conditionSentences } from './conditions.ts'
import { contents } from './contents.ts'
import { conventions } from './conventions.ts'
import { decisions } from './decisions.ts'
import { definedThings } from './defined-things.ts'
import { deleteRules } from './delete-rules.ts'
import { dictionaryTables } from './dictionary-tables.ts'
import { doers } from './doers.ts'
import { entityMentions } from './entities.ts'
import { everyTableColumns } from './every-table-columns.ts'
import { exclusions } from './exclusions.ts'
import { foundings } from './foundings.ts'
import { indexSentences } from './indexes.ts'
import { keptRecords } from './kept-records.ts'
import { keySentences } from './keys.ts'
import { labelledColumns } from './labelled-columns.ts'
import { limitSentences } from './limits.ts'
import { linkTables } from './link-tables.ts'
import { madeRelations } from './made-relations.ts'
import { memberAccess } from './member-access.ts'
import { neededFields } from './needed-fields.ts'
import { openQuestions } from './open-questions.ts'
import { orderings } from './orderings.ts'
import { overlaps } from './overlaps.ts'
import { ownDetails } from './own-details.ts'
import { people } from './people.ts'
import { policies } from './policies.ts'
import { possessedFields } from './possessed-fields.ts'
import { preferences } from './preferences.ts'
import { proseFields } from './prose-fields.ts'
import { quantifiedRelations } from './quantified-relations.ts'
import { querySentences } from './queries.ts'
import { reactions } from './reactions.ts'
import { relationLines } from './relation-lines.ts'
import { relationSentences } from './relation-sentences.ts'
import { retention } from './retention.ts'
import { singularRelations } from './singular-relations.ts'
import { snapshots } from './snapshots.ts'
import { sqlBlocks } from './sql-blocks.ts'
import { states } from './states.ts'
import { trailingFields } from './trailing-fields.ts'
import { treeLines } from './tree-lines.ts'
import { typedNouns } from './typed-nouns.ts'
import { uniqueSentences } from './unique.ts'
import { unkeptThings } from './unkept-things.ts'
import { valueSentences } from './values.ts'

const families: readonly Pattern[] = [
  entityMentions,
  sqlBlocks,
  columnLists,
  labelledColumns,
  columnItems,
  dictionaryTables,
  columnSentences,
  everyTableColumns,
  typedNouns,
  definedThings,
  proseFields,
  possessedFields,
  preferences,
  orderings,
  ownDetails,
  neededFields,
  trailingFields,
  treeLines,
  relationLines,
  relationSentences,
  linkTables,
  quantifiedRelations,
  singularRelations,
  madeRelations,
  doers,
  contents,
  snapshots,
  limitSentences,
  valueSentences,
  states,
  uniqueSentences,
  atMostOne,
  keySentences,
  deleteRules,
  retention,
  changeLogs,
  keptRecords,
  conditionSentences,
  overlaps,
  policies,
  accessSentences,
  audience,
  memberAccess,
  people,
  foundings,
  reactions,
  decisions,
  answeredThings,
  indexSentences,
  querySentences,
  exclusions,
  unkeptThings,
  answerChanges,
  conventions,
  openQuestions,
]

/** All families, in the order in which their claims stand when they are read at the same place. */
export const patterns: readonly Pattern[] = [...families, answersTo(families)]
