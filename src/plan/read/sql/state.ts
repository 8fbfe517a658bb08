import type { Policy } from '../../../schema/policy.ts'
import type { Routine } from '../../../schema/routine.ts'
import type { RowSecurity } from '../../../schema/table.ts'
import type { View } from '../../../schema/view.ts'
import type { QualifiedName } from '../../form/name.ts'
import type { Grants } from './grants.ts'

/** What the SQL blocks of a plan add up to, statement by statement. Keys are `keyOf(object)`. */
export interface SqlState {
  readonly rowSecurity: Map<string, RowSecurity>
  readonly policies: Map<string, { readonly table: QualifiedName; readonly policy: Policy; readonly offset: number }[]>
  readonly routines: (Omit<Routine, 'reasons'> & { comment?: string })[]
  readonly views: Map<string, Pick<View, 'query' | 'securityInvoker' | 'materialized'>>
  readonly grants: Grants
  /** Names of the schemas that some statement grants or revokes on. */
  readonly grantedSchemas: Set<string>
}
