import type { Attempt } from '../proof/proof.ts'
import { displayName, findColumn } from '../schema/lookups.ts'
import type { Schema } from '../schema/schema.ts'

/**
 * What the proof observed without what the rules say of the same parts, at whatever level the project has set them to: indexes, a table without row level
 * security (`access/rls-off`), a key that sets NULL where NULL is refused (`key/set-null-not-null`).
 */
export function withoutSaidByRules(attempts: readonly Attempt[], schema: Schema): readonly Attempt[] {
  const open = new Set(
    schema.tables.filter(({ rowSecurity }) => rowSecurity === 'off').flatMap((table) => [table.name, displayName(table)]),
  )
  const impossible = new Set(
    schema.tables.flatMap((table) =>
      table.foreignKeys
        .filter(
          ({ onDelete, columns }) => onDelete === 'set null' && columns.some((one) => findColumn(table, one)?.nullable === false),
        )
        .map(({ name }) => name),
    ),
  )
  return attempts.flatMap((attempt) => {
    const { check, object, passed } = attempt
    if (
      !passed &&
      (check === 'indexes' || (check === 'attack l' && open.has(object)) || (check === 'accepts' && impossible.has(object)))
    )
      return []
    if (attempt.suspicious === undefined || !open.has(object)) return [attempt]
    const { suspicious: _said, ...observed } = attempt
    return [observed]
  })
}
