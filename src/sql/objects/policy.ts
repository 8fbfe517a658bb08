import { displayName } from '../../schema/lookups.ts'
import type { Policy } from '../../schema/policy.ts'
import type { Table } from '../../schema/table.ts'
import { identifier, qualified } from '../quote.ts'
import type { Statement } from '../statement.ts'
import { commentOn } from './comment.ts'
import { roleName } from './grant.ts'

export function createPolicy(table: Table, policy: Policy): readonly Statement[] {
  const target = qualified(table.schema, table.name)
  const object = displayName(table)
  const kind = policy.permissive ? '' : ' as restrictive'
  const roles = policy.roles.length === 0 ? 'public' : policy.roles.map(roleName).join(', ')
  const lines = [`create policy ${identifier(policy.name)} on ${target}${kind}`, `  for ${policy.command} to ${roles}`]
  if (policy.using !== undefined) lines.push(`  using (${policy.using})`)
  if (policy.check !== undefined) lines.push(`  with check (${policy.check})`)
  return [
    { kind: 'policy', object, sql: lines.join('\n') },
    ...commentOn('policy', object, `policy ${identifier(policy.name)} on ${target}`, policy.comment),
  ]
}

export function dropPolicy(table: Table, policy: Policy): Statement {
  const sql = `drop policy ${identifier(policy.name)} on ${qualified(table.schema, table.name)}`
  return { kind: 'policy', object: displayName(table), sql }
}
