import type { AccessRule, Operation } from '../../schema/access.ts'
import type { Table } from '../../schema/table.ts'
import type { Actor } from '../people/actors.ts'
import { type Facts, nameOf, pathsOf } from '../rows/facts.ts'
import type { Expectation } from './expectation.ts'

/**
 * The columns that the rules let an actor's role read or write. To change: those of any rule, for whom of which row is told by
 * {@link columnsOfRule}. To read or add: those of all rules that name some, for a column privilege knows no row.
 */
export function expectedColumns(
  facts: Facts,
  expectation: Expectation,
  table: Table,
  operation: Operation,
  actor: Actor,
): readonly string[] {
  const names = table.columns.map((column) => column.name)
  const rules = expectation.rules(nameOf(table), operation, actor)
  if (actor.kind === 'backend' && rules.length === 0) return names
  if (operation === 'update') {
    return names.filter((name) => rules.some((rule) => columnsOfRule(facts, table, rule, operation, actor).includes(name)))
  }
  const lists = rules.flatMap((rule) => namedColumns(rule, operation))
  if (lists.length > 0) return names.filter((name) => lists.every((list) => list.includes(name)))
  if (operation === 'select' || actor.kind === 'backend') return names
  const trusted = rules.every(isTrusted)
  return names.filter((name) => !isProtected(facts, table, name, operation, trusted))
}

/** The columns that one rule gives: those it names, or all that are not protected. */
export function columnsOfRule(
  facts: Facts,
  table: Table,
  rule: AccessRule,
  operation: Operation,
  actor: Actor,
): readonly string[] {
  const names = table.columns.map((column) => column.name)
  const isWhole = rule.may.some((permission) => permission.operation === operation && permission.columns === undefined)
  if (!isWhole) return names.filter((name) => namedColumns(rule, operation).some((list) => list.includes(name)))
  return actor.kind === 'backend' ? names : names.filter((name) => !isProtected(facts, table, name, operation, isTrusted(rule)))
}

function namedColumns(rule: AccessRule, operation: Operation): readonly (readonly string[])[] {
  return rule.may.flatMap((permission) =>
    permission.operation === operation && permission.columns !== undefined ? [permission.columns] : [],
  )
}

const isTrusted = ({ who }: AccessRule) => (who.kind === 'member' || who.kind === 'role') && who.roles.length > 0

/**
 * Columns that nobody writes by a rule that does not name them: those that decide whose a row is, and what an account may do. Where only
 * people in a named role write at all (`trusted`), they say what others may do: who administers members sets their roles.
 */
export function isProtected(facts: Facts, table: Table, name: string, operation: Operation, trusted = false): boolean {
  const column = table.columns.find((one) => one.name === name)
  if (column === undefined || column.generated !== undefined) return true
  // Whoever may insert may write `overriding system value`.
  if (column.identity === 'always' && operation === 'update') return true
  const { roles, groups } = facts.schema.access
  const holdsRole =
    !trusted &&
    ((roles !== undefined && nameOf(table) === `${roles.schema}.${roles.table}` && roles.roleColumn === name) ||
      groups.some(
        ({ membership }) => nameOf(table) === `${membership.schema}.${membership.table}` && membership.roleColumn === name,
      ))
  if (operation === 'insert') return holdsRole
  return (
    holdsRole ||
    table.primaryKey?.columns.includes(name) === true ||
    name === 'created_at' ||
    name === 'updated_at' ||
    ownerColumns(facts, table).includes(name)
  )
}

/** The columns by which rules say whose a row is: the caller's own id, the group, or a parent in a group. */
export function ownerColumns(facts: Facts, table: Table): readonly string[] {
  const known = ownersOf.get(facts) ?? new Map<string, readonly string[]>()
  ownersOf.set(facts, known)
  const name = nameOf(table)
  const columns = known.get(name) ?? ownerColumnsIn(facts.rules.get(name) ?? [])
  known.set(name, columns)
  return columns
}

/** Found once per table: it is asked for each of its columns, as each actor. */
const ownersOf = new WeakMap<Facts, Map<string, readonly string[]>>()

function ownerColumnsIn(rules: readonly AccessRule[]): readonly string[] {
  return rules.flatMap((rule) =>
    pathsOf(rule.rows).flatMap(({ kind, path }) => {
      const [first] = path.steps
      if (first === undefined) return kind === 'caller' || kind === 'group' ? [path.column] : []
      return kind === 'group' && first.direction === 'forward' ? [first.column] : []
    }),
  )
}
