import { canonicalSchema } from '../../postgres/canonical.ts'
import { readCatalog } from '../../postgres/catalog/read-catalog.ts'
import { diffSchemas } from '../../schema/diff-schemas.ts'
import type { Schema } from '../../schema/schema.ts'
import { attempt } from '../attempt.ts'
import type { Attempt } from '../proof.ts'
import type { Session } from '../session.ts'

const check = 'reads back'

/** The catalog, read into a Schema, equals the plan's: columns, types, constraints, indexes, policies, grants, functions, comments. */
export async function readsBack(session: Session, schema: Schema): Promise<readonly Attempt[]> {
  const canonical = await canonicalSchema(session.database, schema)
  const differences = diffSchemas(canonical, await readCatalog(session.database, schema.platform))
  if (differences.length === 0) {
    const objects = schema.tables.length + schema.routines.length + schema.enums.length + schema.views.length
    return [attempt(check, 'schema', `${objects} objects`, 'no difference', 'no difference', true)]
  }
  return differences.map(({ kind, object, aspect, expected, actual }) =>
    attempt(check, object, `${kind}, ${aspect}`, expected ?? 'none', actual ?? 'none', false),
  )
}
