import type { RoleSource } from '../../schema/access.ts'
import type { Draft } from '../draft.ts'
import { rolesOf } from './groups.ts'

/** Where an application-wide role of an account is kept: a `role` column of the profile or of a table with one row per account. */
export function findRoleSource(draft: Draft): RoleSource | undefined {
  for (const table of draft.tables) {
    const role = table.columns.find(
      (column) => column.name === 'role' || column.name === 'user_role' || column.name === 'app_role',
    )
    const user = table.columns.find((column) => column.part === 'owner' || (table.part === 'accounts' && column.part === 'key'))
    if (role === undefined || user === undefined) continue
    const perAccount =
      table.part === 'profile' ||
      table.part === 'accounts' ||
      /(^|_)user_role$/.test(table.key) ||
      (table.primaryKey.length === 1 && table.primaryKey[0] === user.name)
    const roles = rolesOf(role)
    if (perAccount && roles.length > 0)
      return { schema: 'public', table: table.name, userColumn: user.name, roleColumn: role.name, roles }
  }
  return undefined
}
