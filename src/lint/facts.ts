import { displayName } from '../schema/lookups.ts'
import { keyOf } from '../schema/order.ts'
import type { Part, PartKind } from '../schema/part-key.ts'
import { type PlatformTraits, traitsOf } from '../schema/platform.ts'
import type { Policy } from '../schema/policy.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { loadParser } from '../sql/parser/load-parser.ts'
import { at } from '../sql/parser/walk.ts'

/** What a schema was read from: rules on how a thing is written ask for it. */
export interface LintSource {
  readonly schema: Schema
  /** Types as they are written, by `table.column`; empty where only the catalog is known. */
  readonly writtenTypes?: ReadonlyMap<string, string>
  /** What is said in words alone of who may reach a table, by name; under no name, of tables that are not named. */
  readonly accessWords?: ReadonlyMap<string, 'said' | 'backend' | 'unclear'>
  /** Policies that were made of words. */
  readonly taken?: readonly { readonly table: string; readonly policy: Policy }[]
}

/** A schema prepared for the rules: trees of its expressions, tables by name. */
export interface LintFacts {
  readonly schema: Schema
  readonly traits: PlatformTraits
  /** Whether callers reach tables with roles of their own, so that policies and grants decide: on Supabase, or where policies are used at all. */
  readonly hasApi: boolean
  readonly table: (schema: string, name: string) => Table | undefined
  /** The syntax tree of an expression of this schema; undefined where PostgreSQL cannot read it. */
  readonly tree: (expression: string | undefined) => unknown
  readonly writtenType: (table: Table, column: string) => string | undefined
  /** What the source says in words alone of who may reach the table. */
  readonly accessWords: (table: Table) => 'said' | 'backend' | 'unclear' | undefined
  /** Whether a policy was made of words that the source says. */
  readonly isInWords: (table: Table, policy: Policy) => boolean
}

/** Loads PostgreSQL's parser and prepares a schema for the rules. */
export async function lintFacts({
  schema,
  writtenTypes = new Map(),
  accessWords = new Map(),
  taken = [],
}: LintSource): Promise<LintFacts> {
  const { parse } = await loadParser()
  const trees = new Map<string, unknown>()
  const tree = (expression: string | undefined): unknown => {
    if (expression === undefined) return undefined
    if (!trees.has(expression)) {
      // On a line of its own the parenthesis closes behind a remark (`-- …`) as well.
      const parsed = parse(`select (${expression}\n)`)
      trees.set(
        expression,
        parsed.ok ? at(parsed.value.stmts?.[0], 'stmt', 'SelectStmt', 'targetList', 0, 'ResTarget', 'val') : undefined,
      )
    }
    return trees.get(expression)
  }
  const tables = new Map(schema.tables.map((table) => [keyOf(table), table]))
  return {
    schema,
    traits: traitsOf(schema.platform),
    hasApi: schema.platform.kind === 'supabase' || schema.tables.some((table) => table.policies.length > 0),
    table: (home, name) => tables.get(keyOf({ schema: home, name })),
    tree,
    // Words that name no table count where nothing else says who may do what.
    accessWords: (table) =>
      accessWords.get(displayName(table)) ??
      (schema.tables.some(({ policies }) => policies.length > 0) ? undefined : accessWords.get('')),
    isInWords: (table, { name }) => taken.some((one) => one.table === displayName(table) && one.policy.name === name),
    writtenType: (table, column) => writtenTypes.get(`${displayName(table)}.${column}`),
  }
}

export function partIn(table: Table, kind: PartKind, name: string): Part {
  return kind === 'table' ? { kind, name: displayName(table) } : { kind, owner: displayName(table), name }
}

/** The trees of a policy: the rows it lets through, and the rows it lets in, which PostgreSQL takes from USING where WITH CHECK is missing. */
export function policyTrees(facts: LintFacts, policy: Policy): { readonly using: unknown; readonly check: unknown } {
  return {
    using: facts.tree(policy.using),
    check: facts.tree(policy.check ?? (policy.command === 'insert' ? undefined : policy.using)),
  }
}

/** The policies that apply to an operation; restrictive ones only narrow. */
export function policiesFor(table: Table, command: 'select' | 'insert' | 'update' | 'delete'): readonly Policy[] {
  return table.policies.filter((policy) => policy.permissive && (policy.command === command || policy.command === 'all'))
}

/** Whether a policy speaks to callers, and not to the backend alone. */
export function isForCallers(policy: Policy, traits: PlatformTraits): boolean {
  return (
    policy.roles.length === 0 ||
    policy.roles.some((role) => role === 'public' || role === traits.signedIn || role === traits.anonymous)
  )
}

/** The columns that a role of callers may write in a table: undefined where no grant narrows it. */
export function grantedColumns(facts: LintFacts, table: Table, privilege: 'insert' | 'update'): readonly string[] | undefined {
  const grants = facts.schema.grants.filter(
    ({ object, role }) =>
      object.kind === 'table' &&
      object.schema === table.schema &&
      object.name === table.name &&
      [facts.traits.signedIn, facts.traits.anonymous, 'public'].includes(role),
  )
  // Without any grant on the tables the plan leaves them to the platform.
  if (!facts.schema.grants.some(({ object }) => object.kind === 'table')) return undefined
  const found = grants.flatMap(({ privileges }) => privileges.filter((one) => one.privilege === privilege))
  if (found.some(({ columns }) => columns === undefined)) return undefined
  return found.flatMap(({ columns }) => columns ?? [])
}
