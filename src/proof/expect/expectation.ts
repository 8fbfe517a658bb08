import type { AccessRule, Operation } from '../../schema/access.ts'
import type { Actor } from '../people/actors.ts'
import type { Row } from '../probe.ts'
import { nameOf, targetOf } from '../rows/facts.ts'
import { appRolesOf, type Data, groupsOf, holds } from './holds.ts'

/**
 * What the access rules say of an actor, a table and an operation. The second oracle beside PostgreSQL: nothing here
 * reads policies or grants, and nothing that compiles them is used.
 */
export interface Expectation {
  /** Whether the actor's database role has the privilege at all. Without it PostgreSQL answers 42501. */
  readonly granted: (table: string, operation: Operation, actor: Actor) => boolean
  /** Whether the actor may do it to this row: for an INSERT or the new row of an UPDATE, with the references the row has. */
  readonly allows: (table: string, operation: Operation, actor: Actor, row: Row) => boolean
  /** Whether this rule alone gives the row to the actor. */
  readonly ruleAllows: (rule: AccessRule, actor: Actor, row: Row) => boolean
  /** Whether the row's references may be made by this actor: each leads to a row that the actor may read. */
  readonly mayRefer: (table: string, actor: Actor, row: Row, options?: Referring) => boolean
  /** The rules that let this actor's role do it, whoever the actor is. */
  readonly rules: (table: string, operation: Operation, actor: Actor) => readonly AccessRule[]
}

export interface Referring {
  /** Only the references in these columns. */
  readonly columns?: readonly string[]
  /** The row is not there yet. */
  readonly isNew?: boolean
}

export function expectationFrom(data: Data): Expectation {
  const { facts } = data

  const rules = (table: string, operation: Operation, actor: Actor) =>
    (facts.rules.get(table) ?? []).filter(
      (rule) =>
        rule.through === undefined &&
        rule.rows.kind !== 'none' &&
        isOfRole(rule, actor) &&
        (rule.may.some((permission) => permission.operation === operation) ||
          // Whoever may change or delete a row may read it.
          (operation === 'select' && rule.may.some(({ operation: may }) => may === 'update' || may === 'delete'))),
    )
  const backendIsFree = (table: string, actor: Actor) =>
    actor.kind === 'backend' &&
    !(facts.rules.get(table) ?? []).some((rule) => rule.who.kind === 'backend' && rule.through === undefined)

  const ruleAllows = (rule: AccessRule, actor: Actor, row: Row): boolean =>
    isOfRole(rule, actor) && isWho(rule, actor, data) && holds(rowsOf(rule), row, actor, data)

  const allows = (table: string, operation: Operation, actor: Actor, row: Row): boolean =>
    backendIsFree(table, actor) || rules(table, operation, actor).some((rule) => ruleAllows(rule, actor, row))

  const mayRefer = (table: string, actor: Actor, row: Row, { columns, isNew = false }: Referring = {}): boolean => {
    if (actor.kind === 'backend') return true
    const found = facts.tables.get(table)
    return (found?.foreignKeys ?? []).every((key) => {
      const target = facts.tables.get(targetOf(key))
      if (columns !== undefined && !key.columns.some((column) => columns.includes(column))) return true
      if (target === undefined || facts.accountTables.has(nameOf(target)) || facts.accounts?.table === nameOf(target)) return true
      if (key.columns.some((column) => row[column] === null || row[column] === undefined)) return true
      const readable = rules(nameOf(target), 'select', actor)
      const optional = key.columns.some((name) => found?.columns.find((column) => column.name === name)?.nullable)
      if (readable.length === 0) return !optional
      const parents = data
        .rows(nameOf(target))
        .filter((parent) =>
          key.columns.every((column, at) => String(parent[key.references.columns[at] ?? '']) === String(row[column])),
        )
      // A new row that leads to itself leads to nothing yet.
      const itself =
        isNew &&
        targetOf(key) === table &&
        key.columns.every((column, at) => row[column] === row[key.references.columns[at] ?? ''])
      return !itself && parents.every((parent) => allows(nameOf(target), 'select', actor, parent))
    })
  }

  return {
    granted: (table, operation, actor) => backendIsFree(table, actor) || rules(table, operation, actor).length > 0,
    allows,
    ruleAllows,
    mayRefer,
    rules,
  }
}

function isOfRole(rule: AccessRule, actor: Actor): boolean {
  if (rule.who.kind === 'anonymous') return actor.kind === 'anonymous'
  if (rule.who.kind === 'backend') return actor.kind === 'backend'
  return actor.kind === 'person'
}

function isWho(rule: AccessRule, actor: Actor, data: Data): boolean {
  const { who } = rule
  if (who.kind === 'role') return appRolesOf(actor, data).some((role) => who.roles.includes(role))
  if (who.kind === 'member') return groupsOf(actor, who.group, who.roles, data).length > 0
  if (who.kind === 'owner') return namesCaller(rule.rows)
  return true
}

/** "Admins of the household may …": the role that `who` names is the role in the row's own group. */
function rowsOf(rule: AccessRule): AccessRule['rows'] {
  const { who } = rule
  if (who.kind !== 'member' || who.roles.length === 0) return rule.rows
  const narrowed = (rows: AccessRule['rows']): AccessRule['rows'] => {
    if (rows.kind === 'all of' || rows.kind === 'any of') return { ...rows, parts: rows.parts.map(narrowed) }
    return rows.kind === 'group' && rows.group === who.group && rows.roles.length === 0 ? { ...rows, roles: who.roles } : rows
  }
  return narrowed(rule.rows)
}

function namesCaller(rows: AccessRule['rows']): boolean {
  if (rows.kind === 'all of' || rows.kind === 'any of') return rows.parts.some(namesCaller)
  return rows.kind === 'caller'
}
