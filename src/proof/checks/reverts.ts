import type { Schema } from '../../schema/schema.ts'
import { createStatements } from '../../sql/create-statements.ts'
import { dropStatements } from '../../sql/drop-statements.ts'
import { attempt } from '../attempt.ts'
import type { Attempt } from '../proof.ts'
import type { Session } from '../session.ts'
import { firstFailure } from './applies.ts'

const objects = `
select 'schema ' || nspname as object from pg_namespace
union all select 'role ' || rolname from pg_roles
union all select 'extension ' || extname from pg_extension
union all select 'relation ' || oid::regclass::text from pg_class where relnamespace::regnamespace::text !~ '^pg_'
union all select 'type ' || oid::regtype::text from pg_type where typnamespace::regnamespace::text !~ '^pg_'
union all select 'function ' || oid::regprocedure::text from pg_proc where pronamespace::regnamespace::text !~ '^pg_'
union all select 'trigger ' || tgname || ' on ' || tgrelid::regclass::text from pg_trigger where not tgisinternal
union all select 'policy ' || polname || ' on ' || polrelid::regclass::text from pg_policy`

/** What is in the database by name. */
export async function objectsOf(session: Session): Promise<ReadonlySet<string>> {
  return new Set((await session.rows(objects)).map((row) => String(row.object)))
}

/** The down script takes away all that the migration made and nothing else, and the migration then applies again. Undone at the end. */
export async function reverts(session: Session, schema: Schema, before: ReadonlySet<string>): Promise<readonly Attempt[]> {
  return session.undone(async () => {
    const drops = dropStatements(schema)
    const failed = await firstFailure(session, schema, drops)
    if (failed !== undefined) return [attempt('reverts', failed.object, failed.sql, 'success', failed.why, false)]
    const after = await objectsOf(session)
    const left = [...after].filter((object) => !before.has(object))
    const lost = [...before].filter((object) => !after.has(object))
    const observed = [...left.map((object) => `left: ${object}`), ...lost.map((object) => `lost: ${object}`)].sort()
    const again = await firstFailure(session, schema, createStatements(schema))
    return [
      attempt(
        'reverts',
        'migration',
        `${drops.length} statements`,
        'nothing left',
        observed.join(', ') || 'nothing left',
        observed.length === 0,
      ),
      attempt('reverts', again?.object ?? 'migration', 'apply again', 'success', again?.why ?? 'success', again === undefined),
    ]
  })
}
