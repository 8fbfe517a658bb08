import type { DraftTable } from '../design/draft.ts'
import { lintFacts } from '../lint/facts.ts'
import type { Schema } from '../schema/schema.ts'
import type { Asked } from './asked.ts'
import { compareAccess } from './compare/access.ts'
import { compareColumns } from './compare/columns.ts'
import { compareConventions } from './compare/conventions.ts'
import { compareDeletion } from './compare/deletion.ts'
import { compareExclusions } from './compare/exclusions.ts'
import { compareLimits } from './compare/limits.ts'
import { compareOverlaps } from './compare/overlaps.ts'
import { compareReferences } from './compare/references.ts'
import { compareRequired } from './compare/required.ts'
import { compareTables } from './compare/tables.ts'
import { compareUniques } from './compare/uniques.ts'
import { compareValues } from './compare/values.ts'
import type { Comparison, Difference, Sides } from './difference.ts'
import { namesIn } from './names.ts'
import { schemaDocument } from './names-of-schema.ts'
import { pairTables } from './pair.ts'

/** What is asked for and is not there is judged by the documents alone. */
const ofThings: readonly Comparison[] = [compareTables, compareColumns, compareAccess, compareConventions]

/** What is said of a thing that is there may leave open which one it is. */
const ofParts: readonly Comparison[] = [
  compareReferences,
  compareDeletion,
  compareLimits,
  compareValues,
  compareUniques,
  compareExclusions,
  compareOverlaps,
  compareRequired,
]

/**
 * Where a schema does not serve what documents ask for, or contradicts what was decided. It says nothing of what a document leaves open, and nothing of
 * a thing that it cannot find again with certainty.
 */
export async function compareWithDocuments(schema: Schema, { draft, named, polish }: Asked): Promise<readonly Difference[]> {
  const names = namesIn(polish)
  const { tree } = await lintFacts({ schema })
  const beside = pairTables(named, schema, names)
  const unspoken = schema.tables.filter((table) => !beside.some((pair) => pair.table === table && isSpokenOf(pair.asked)))
  const sidesOf = (one: Asked['draft'], pairs: Sides['pairs']): Sides => ({ draft: one, schema, names, tree, pairs, unspoken })
  const alone = sidesOf(draft, pairTables(draft, schema, names))
  const known = sidesOf(named, beside)
  const found = [
    ...ofThings.flatMap((compare) => compare(alone)),
    ...ofParts.flatMap((compare) => [...compare(alone), ...compare(known)]),
  ].filter(({ source }) => source.document !== schemaDocument)
  const isFirst = (one: Difference, at: number) =>
    found.findIndex(
      ({ message, source }) =>
        message === one.message && source.document === one.source.document && source.line === one.source.line,
    ) === at
  return found.filter(isFirst)
}

/** Whether a document says anything of a table or of one of its columns. */
function isSpokenOf({ facts }: DraftTable): boolean {
  const said = [
    ...(facts?.mentions ?? []),
    ...[...(facts?.attributes.values() ?? [])].flatMap(({ mentions, limits, values, exclusions }) => [
      ...mentions,
      ...limits,
      ...values,
      ...exclusions,
    ]),
  ]
  return said.some(({ source }) => source.document !== schemaDocument)
}
