import { keyOf } from '../../../schema/order.ts'
import type { RowSecurity } from '../../../schema/table.ts'
import type { ParsedStatement } from '../../../sql/parser/parse-statements.ts'
import type { Node } from '../../../sql/parser/syntax-tree.ts'
import { applyGrant, Grants, stringOf } from './grants.ts'
import { readPolicy } from './policy.ts'
import { readRoutine } from './routine.ts'
import type { SqlState } from './state.ts'
import { readViewQuery } from './view.ts'

export function emptyState(): SqlState {
  return {
    rowSecurity: new Map(),
    policies: new Map(),
    routines: [],
    views: new Map(),
    grants: new Grants(),
    grantedSchemas: new Set(),
  }
}

/** What a plan does not take from SQL: `undefined` where the statement was applied, else the reason in words. */
type Problem = string | undefined
type Handlers = {
  readonly [kind: string]: ((node: never, statement: ParsedStatement, state: SqlState, isView: IsView) => Problem) | undefined
}
export type IsView = (schema: string, name: string) => boolean
type NodeOf<K extends string> = Node extends infer N ? (N extends { readonly [P in K]: infer V } ? V : never) : never

const handlers = {
  AlterTableStmt: (node: NodeOf<'AlterTableStmt'>, _: ParsedStatement, state: SqlState): Problem => {
    for (const command of node.cmds ?? []) {
      const change = rowSecurityChanges['AlterTableCmd' in command ? (command.AlterTableCmd.subtype ?? '') : '']
      if (change === undefined) return 'of "alter table" a plan holds row level security alone'
      const key = keyOf({ schema: node.relation?.schemaname ?? 'public', name: node.relation?.relname ?? '' })
      state.rowSecurity.set(key, change(state.rowSecurity.get(key) ?? 'off'))
    }
    return undefined
  },
  CreatePolicyStmt: (node: NodeOf<'CreatePolicyStmt'>, { sql: text, start }: ParsedStatement, state: SqlState): Problem => {
    const table = { schema: node.table?.schemaname ?? 'public', name: node.table?.relname ?? '' }
    const key = keyOf(table)
    state.policies.set(key, [...(state.policies.get(key) ?? []), { table, policy: readPolicy(node, text), offset: start }])
    return undefined
  },
  GrantStmt: (node: NodeOf<'GrantStmt'>, { sql: text }: ParsedStatement, state: SqlState, isView: IsView): Problem => {
    if (node.objtype === 'OBJECT_SCHEMA') for (const schema of node.objects ?? []) state.grantedSchemas.add(stringOf(schema))
    return applyGrant(node, text, state.grants, isView)
  },
  CreateFunctionStmt: (node: NodeOf<'CreateFunctionStmt'>, { sql: text }: ParsedStatement, state: SqlState): Problem => {
    const routine = readRoutine(node, text)
    if (typeof routine === 'string') return `${routine} cannot stand in a plan`
    state.routines.push(routine)
    return undefined
  },
  CommentStmt: (node: NodeOf<'CommentStmt'>, _: ParsedStatement, state: SqlState): Problem => {
    const items = node.object !== undefined && 'List' in node.object ? (node.object.List.items ?? []).map(stringOf) : []
    if (node.objtype === 'OBJECT_POLICY') return commentOnPolicy(items, node.comment ?? '', state)
    if (node.objtype !== 'OBJECT_FUNCTION')
      return 'comments on other objects than functions and policies stand beside the objects'
    const object = node.object !== undefined && 'ObjectWithArgs' in node.object ? node.object.ObjectWithArgs : undefined
    const name = (object?.objname ?? []).map(stringOf)
    // A comment follows its function, so of several with one name the last that was created is meant.
    const routine = state.routines.findLast((r) => r.name === name.at(-1) && r.schema === (name.length > 1 ? name[0] : 'public'))
    if (routine === undefined) return 'the function it comments on is not created before it'
    routine.comment = node.comment ?? ''
    return undefined
  },
  ViewStmt: (node: NodeOf<'ViewStmt'>, { sql: text }: ParsedStatement, state: SqlState): Problem => {
    const key = keyOf({ schema: node.view?.schemaname ?? 'public', name: node.view?.relname ?? '' })
    state.views.set(key, readViewQuery(text, false, node.options ?? []))
    return undefined
  },
  CreateTableAsStmt: (node: NodeOf<'CreateTableAsStmt'>, { sql: text }: ParsedStatement, state: SqlState): Problem => {
    if (node.objtype !== 'OBJECT_MATVIEW') return 'a plan holds no tables made by queries'
    const { rel } = node.into ?? {}
    state.views.set(keyOf({ schema: rel?.schemaname ?? 'public', name: rel?.relname ?? '' }), readViewQuery(text, true, []))
    return undefined
  },
  CreateTrigStmt: (): Problem => undefined,
} satisfies Handlers

const rowSecurityChanges: Readonly<Record<string, ((before: RowSecurity) => RowSecurity) | undefined>> = {
  AT_EnableRowSecurity: (before) => (before === 'forced' ? 'forced' : 'on'),
  AT_ForceRowSecurity: () => 'forced',
  AT_NoForceRowSecurity: (before) => (before === 'forced' ? 'on' : before),
  AT_DisableRowSecurity: () => 'off',
}

function commentOnPolicy(path: readonly string[], comment: string, state: SqlState): Problem {
  const [schema, table] = path.length > 2 ? [path[0] ?? '', path[1] ?? ''] : ['public', path[0] ?? '']
  const policies = state.policies.get(keyOf({ schema, name: table })) ?? []
  const index = policies.findLastIndex(({ policy }) => policy.name === path.at(-1))
  const found = policies[index]
  if (found === undefined) return 'the policy it comments on is not created before it'
  policies[index] = { ...found, policy: { ...found.policy, comment } }
  return undefined
}

/** Applies one statement of a plan's SQL blocks to what the others before it made. */
export function applyStatement(statement: ParsedStatement, state: SqlState, isView: IsView): Problem {
  const { kind } = statement
  const handler = (handlers as Handlers)[kind]
  if (handler === undefined) return 'a plan takes policies, grants, functions and views from SQL, and nothing else'
  return handler((statement.tree as Readonly<Record<string, unknown>>)[kind] as never, statement, state, isView)
}
