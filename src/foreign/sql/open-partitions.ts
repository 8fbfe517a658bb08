import { leavesGrants } from '../../schema/left-grants.ts'
import { keyOf } from '../../schema/order.ts'
import { traitsOf } from '../../schema/platform.ts'
import type { Schema } from '../../schema/schema.ts'
import { qualified } from '../../sql/quote.ts'
import type { Draft, Remark } from '../draft.ts'

/**
 * The partitions that callers reach by their own names, past the policies of the table they are part of: row level security is that of the table which a
 * statement names. PostgreSQL manual, "Row Security Policies"; proof, attack o.
 */
export function openPartitions({ partitions, tables }: Draft, { platform, grants }: Schema): readonly Remark[] {
  const isSecured = (name: Parameters<typeof keyOf>[0]) => (tables.get(keyOf(name))?.rowSecurity ?? 'off') !== 'off'
  const isLeft = leavesGrants(platform, grants)
  return partitions.flatMap(({ table, of, text, spot, isRevoked }): readonly Remark[] => {
    const granted = grants.filter(({ object }) => object.kind === 'table' && keyOf(object) === keyOf(table))
    // The backend is past row level security in any case.
    const isGranted = granted.some(({ role }) => role !== traitsOf(platform).backend)
    const isReached = isGranted || (isLeft && table.schema === 'public' && !isRevoked)
    if (!isReached || isSecured(table) || !isSecured(of)) return []
    const enable = `alter table ${qualified(table.schema, table.name)} enable row level security`
    return [
      {
        code: 'access/open-partition',
        severity: 'error',
        message: `Row level security is off on ${table.name}, a partition of ${of.name}: its rows are open whatever the policies of ${of.name} say.`,
        help: `Enable it on ${table.name} too, take back what is granted there, or make it in a schema that the API does not reach.`,
        spot,
        edit: { spot, text: `${text};\n${enable}` },
      },
    ]
  })
}
