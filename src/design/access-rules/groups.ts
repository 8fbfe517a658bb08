import type { Group } from '../../schema/access.ts'
import type { Draft, DraftColumn, DraftTable } from '../draft.ts'

export interface FoundGroup {
  readonly key: string
  readonly group: Group
  readonly membership: DraftTable
}

/**
 * The groups that people share rows in. A group is a table that documents say people belong to together, with a table (or the profile) that says who
 * belongs to it. Without such a table nothing can be shared, and there is no group.
 */
export function findGroups(draft: Draft): readonly FoundGroup[] {
  return draft.tables.flatMap((table) => {
    const claims = table.facts?.groups ?? []
    if (claims.length === 0) return []
    const membership = membershipOf(table, draft)
    if (membership === undefined) return []
    const role = membership.table.columns.find((column) => /(^|_)role$/.test(column.name))
    const roles = role === undefined ? [] : rolesOf(role)
    const group: Group = {
      name: table.key,
      schema: 'public',
      table: table.name,
      membership: {
        schema: 'public',
        table: membership.table.name,
        groupColumn: membership.group.name,
        userColumn: membership.user.name,
        ...(role === undefined || roles.length === 0 ? {} : { roleColumn: role.name }),
      },
      roles,
    }
    return [{ key: table.key, group, membership: membership.table }]
  })
}

function membershipOf(
  group: DraftTable,
  draft: Draft,
): { readonly table: DraftTable; readonly group: DraftColumn; readonly user: DraftColumn } | undefined {
  const candidates = draft.tables.flatMap((table) => {
    const toGroup = table.columns.find(
      (column) => column.references?.target.kind === 'table' && column.references.target.key === group.key,
    )
    const user = table.columns.find(
      (column) =>
        column.references?.target.kind === 'accounts' ||
        (column.references?.target.kind === 'table' && column.references.target.key === draft.accounts.profile),
    )
    const self = table.part === 'accounts' ? table.columns.find((column) => column.name === table.primaryKey[0]) : user
    if (toGroup === undefined || self === undefined || table.key === group.key) return []
    const rank = /(^|_)(member|membership|participant|user)$/.test(table.key)
      ? 0
      : table.part === 'profile' || table.part === 'accounts'
        ? 1
        : table.part === 'join'
          ? 2
          : 9
    return rank === 9 ? [] : [{ table, group: toGroup, user: self, rank }]
  })
  return candidates.sort((a, b) => a.rank - b.rank)[0]
}

/** The values a role column can take. */
export function rolesOf(column: DraftColumn): readonly string[] {
  return column.values ?? []
}
