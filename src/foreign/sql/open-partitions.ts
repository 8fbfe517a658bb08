import { keyOf } from '../../schema/order.ts'
import type { Draft, Remark } from '../draft.ts'

/** The partitions that callers reach by their own names, past the policies of the table they are part of. */
export function openPartitions(draft: Draft): readonly Remark[] {
  const isSecured = (name: Parameters<typeof keyOf>[0]) => (draft.tables.get(keyOf(name))?.rowSecurity ?? 'off') !== 'off'
  return draft.partitions
    .filter(({ table, of }) => table.schema === 'public' && isSecured(of) && !isSecured(table))
    .map(({ table, of, spot }) => ({
      code: 'access/open-partition',
      severity: 'error',
      message: `Row level security is off on ${table.name}, a partition of ${of.name}: its rows are open whatever the policies of ${of.name} say.`,
      help: `Enable row level security on ${table.name} too, or make it in a schema that the API does not reach.`,
      spot,
    }))
}
