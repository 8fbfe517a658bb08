import type { ColumnPart, DraftTable } from '../draft.ts'

/** What a person could gain by setting it on their own row. */
const gains =
  /(^|_)(credits?|balance|plan|tier|subscription\w*|is_admin|is_premium|is_verified|verified_at|quota\w*|credits_\w+|total_points|points_balance|stripe_\w+|is_blocked|is_banned|is_deactivated|role|roles)$/

const stamps: ReadonlySet<ColumnPart> = new Set(['created', 'updated', 'deleted'])

/**
 * The columns a person may set on their own row, where some are not theirs to set; undefined where all are. `given`: columns that others settle as well, such
 * as the group that a person belongs to, by which they would see its rows.
 */
export function protectedColumns(
  table: DraftTable,
  given: ReadonlySet<string>,
): { readonly insertable: readonly string[]; readonly updatable: readonly string[] } | undefined {
  if (table.part !== 'profile' && table.part !== 'accounts') return undefined
  const forbidden = table.columns.filter(
    (column) =>
      given.has(column.name) || (column.part === 'attribute' && (gains.test(column.name) || /^password/.test(column.name))),
  )
  if (forbidden.length === 0) return undefined
  const free = table.columns.filter((column) => !forbidden.includes(column))
  return {
    insertable: free.filter((column) => !stamps.has(column.part) && column.identity === undefined).map((column) => column.name),
    updatable: free
      .filter(
        (column) =>
          (column.part === 'attribute' || column.part === 'reference') &&
          column.generated === undefined &&
          !table.primaryKey.includes(column.name),
      )
      .map((column) => column.name),
  }
}
