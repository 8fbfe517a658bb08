import type { Policy, PolicyCommand } from '../../../schema/policy.ts'
import type { CreatePolicyStmt } from '../../../sql/parser/syntax-tree.ts'
import { roleOf } from './grants.ts'
import { Slices } from './slices.ts'

/** A policy from its statement; its expressions are taken as they are written. */
export function readPolicy(statement: CreatePolicyStmt, text: string): Policy {
  const slices = new Slices(text)
  const using = slices.find(['using'])
  const check = slices.find(['check'])
  const usingText = using < 0 ? undefined : slices.parenthesised(using + 1)?.content
  const checkText = check < 0 ? undefined : slices.parenthesised(check + 1)?.content
  return {
    name: statement.policy_name ?? '',
    command: (statement.cmd_name ?? 'all') as PolicyCommand,
    permissive: statement.permissive === true,
    roles: (statement.roles ?? []).map(roleOf),
    ...(usingText === undefined ? {} : { using: usingText }),
    ...(checkText === undefined ? {} : { check: checkText }),
  }
}
