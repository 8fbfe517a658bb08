import { displayName } from '../../schema/lookups.ts'
import type { Policy } from '../../schema/policy.ts'
import type { RowSecurity, Table } from '../../schema/table.ts'
import { roleName } from '../../sql/objects/grant.ts'
import { identifier, literal, qualified } from '../../sql/quote.ts'
import { type Step, step } from '../step.ts'

/** `comment on …`, also to take a comment away. */
export function setComment(kind: Step['kind'], object: string, target: string, comment: string | undefined): Step {
  return step(kind, object, `comment on ${target} is ${comment === undefined || comment === '' ? 'null' : literal(comment)}`)
}

const security: Readonly<Record<RowSecurity, readonly string[]>> = {
  off: ['no force', 'disable'],
  on: ['no force', 'enable'],
  forced: ['enable', 'force'],
}

/** Only what differs is said: `no force` where it was forced, `enable` where it was off. */
export function changeRowSecurity(from: RowSecurity, to: Table): readonly Step[] {
  const needless = from === 'off' ? 'no force' : from === 'on' ? 'no force' : ''
  const actions = security[to.rowSecurity].filter(
    (action) => action !== needless && !(action === 'enable' && from !== 'off') && !(action === 'disable' && from === 'off'),
  )
  const name = qualified(to.schema, to.name)
  return actions.map((action) => step('row security', displayName(to), `alter table ${name} ${action} row level security`))
}

export function alterPolicy(table: Table, policy: Policy): Step {
  const roles = policy.roles.length === 0 ? 'public' : policy.roles.map(roleName).join(', ')
  const lines = [`alter policy ${identifier(policy.name)} on ${qualified(table.schema, table.name)}`, `  to ${roles}`]
  if (policy.using !== undefined) lines.push(`  using (${policy.using})`)
  if (policy.check !== undefined) lines.push(`  with check (${policy.check})`)
  return step('policy', displayName(table), lines.join('\n'))
}
