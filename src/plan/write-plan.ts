import type { Proof } from '../proof/proof.ts'
import { orderSchema } from '../schema/order-schema.ts'
import type { Plan } from '../schema/plan.ts'
import { writeDiagram } from './diagram/write-diagram.ts'
import { writeAccessRules, writeActors } from './write/access.ts'
import { writeHeader } from './write/header.ts'
import { writeIndexes } from './write/indexes.ts'
import { type Block, fence, section } from './write/layout.ts'
import { writeNotes } from './write/notes.ts'
import { writeObserved } from './write/observed.ts'
import { writeProtectedColumns } from './write/protected-columns.ts'
import { writeRelationships } from './write/relationships.ts'
import { writeFunctions, writePolicies } from './write/sql-blocks.ts'
import { writePlatformTable, writeTableSection } from './write/tables.ts'
import { writeExtensions, writeNamespaces, writeTypes } from './write/types.ts'
import { writeViews } from './write/views.ts'

/**
 * Writes a plan as `.ai/db-plan.md`: six sections, all made from the one model, so that no two can disagree. The same plan gives the
 * same bytes, and `readPlan` reads them back into the same plan. What the proof saw is shown where it is given.
 */
export function writePlan(given: Plan, proof?: Proof): string {
  const plan: Plan = { ...given, schema: orderSchema(given.schema) }
  const { schema } = plan
  const blocks: readonly Block[] = [
    ...writeHeader(plan, proof),
    ...numbered('## 1. Tables', [
      ...writeNamespaces(schema),
      ...writeExtensions(schema),
      ...writeTypes(schema),
      ...schema.tables.flatMap(writeTableSection),
      ...schema.platformTables.flatMap((table) => writePlatformTable(table, schema)),
      ...writeViews(schema.views),
    ]),
    ...numbered('## 2. Relationships', writeRelationships(schema)),
    ...numbered('## 3. Indexes', writeIndexes(schema)),
    ...numbered('## 4. PostgreSQL policies', [
      ...writeActors(schema),
      ...writeAccessRules(schema),
      ...writeProtectedColumns(schema),
      ...writeObserved(proof),
      ...writePolicies(schema),
      ...writeFunctions(schema),
    ]),
    ...numbered('## 5. Notes', writeNotes(plan.notes, proof)),
    ...numbered('## 6. Diagram', schema.tables.length === 0 ? [] : [fence('mermaid', writeDiagram(schema))]),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** The six sections are always there, also where there is nothing to say. */
function numbered(heading: string, blocks: readonly Block[]): readonly Block[] {
  const written = section(heading, blocks)
  return written.length === 0 ? [heading, 'None.'] : written
}
