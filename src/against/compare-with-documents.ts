import { lintFacts } from '../lint/facts.ts'
import type { Schema } from '../schema/schema.ts'
import type { Asked } from './asked.ts'
import { compareAccess } from './compare/access.ts'
import { compareColumns } from './compare/columns.ts'
import { compareConventions } from './compare/conventions.ts'
import { compareDeletion } from './compare/deletion.ts'
import { compareExclusions } from './compare/exclusions.ts'
import { compareLimits } from './compare/limits.ts'
import { compareReferences } from './compare/references.ts'
import { compareTables } from './compare/tables.ts'
import { compareUniques } from './compare/uniques.ts'
import { compareValues } from './compare/values.ts'
import type { Comparison, Difference, Sides } from './difference.ts'
import { namesIn } from './names.ts'
import { pairTables } from './pair.ts'

const comparisons: readonly Comparison[] = [
  compareTables,
  compareColumns,
  compareReferences,
  compareDeletion,
  compareLimits,
  compareValues,
  compareUniques,
  compareAccess,
  compareExclusions,
  compareConventions,
]

/**
 * Where a schema does not serve what documents ask for, or contradicts what was decided. It says nothing of what a document leaves open, and nothing of
 * a thing that it cannot find again with certainty.
 */
export async function compareWithDocuments(schema: Schema, { draft, polish }: Asked): Promise<readonly Difference[]> {
  const names = namesIn(polish)
  const { tree } = await lintFacts({ schema })
  const sides: Sides = { draft, schema, names, tree, pairs: pairTables(draft, schema, names) }
  return comparisons.flatMap((compare) => compare(sides))
}
