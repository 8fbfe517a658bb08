import type { ClaimOf } from '../../claim/claim.ts'
import { findRoleSource } from '../access-rules/role-source.ts'
import type { Draft, DraftColumn, DraftTable, Question } from '../draft.ts'
import { derivedName } from '../naming/derived-name.ts'
import { listedNames } from '../naming/listed.ts'
import { quoteText } from '../naming/quote-name.ts'
import { safeName } from '../naming/safe-name.ts'
import { snakeCase } from '../naming/snake-case.ts'
import { emptyTable } from '../relations/empty-table.ts'
import { assuming, because, type Why } from '../why.ts'

/**
 * Where documents let people do something by their role in the application, the role must be kept: in a `role` of the profile (or of the
 * project's own accounts), else in `user_roles`, one row per account. Nothing is added where a table keeps it already, or where no rule asks for it.
 */
export function addRoles(draft: Draft): Draft {
  const asked = roleAccess(draft)
  if (asked.length === 0 || findRoleSource(draft) !== undefined) return draft
  const names = new Set([...asked.map((claim) => (claim.who.kind === 'role' ? safeName(claim.who.role, 'role') : 'role'))])
  const inside = rolesInside(draft)
  for (const claim of draft.facts.general.roles)
    if (claim.group === undefined && !inside.has(snakeCase(claim.role))) names.add(safeName(claim.role, 'role'))
  const values = names.has('user') ? ['user', ...[...names].filter((value) => value !== 'user')] : ['user', ...names]
  const id = 'roles'
  const why = assuming(because(asked), id)
  const keeper = draft.tables.find((table) => table.part === 'profile' || table.part === 'accounts')
  const known = keeper?.columns.find((column) => /(^|_)role$/.test(column.name))
  if (known?.values !== undefined) return draft
  const question: Question = {
    id,
    topic: 'roles',
    text: `Accounts have one of the roles ${listedNames(values)}: \`user\`, unless the backend sets another. Nobody sets their own.`,
    why: because(asked),
  }
  const questions = [...draft.questions, question]
  if (keeper === undefined) return { ...draft, tables: [...draft.tables, roleTable(values, why)], questions }
  const grown = known === undefined ? withRole(keeper, values, why) : withValues(keeper, known, values, why)
  return { ...draft, tables: draft.tables.map((table) => (table === keeper ? grown : table)), questions }
}

/** Rules that speak of a role, on tables that exist. */
function roleAccess(draft: Draft): readonly ClaimOf<'access'>[] {
  const inside = rolesInside(draft)
  return draft.tables.flatMap((table) =>
    (table.facts?.access ?? []).filter(
      (claim) =>
        claim.who.kind === 'role' && !inside.has(snakeCase(claim.who.role)) && claim.denied !== true && claim.may.length > 0,
    ),
  )
}

/** Roles that a table between people and something else keeps: those of a team's members, say, which are no roles of the application. */
function rolesInside(draft: Draft): ReadonlySet<string> {
  return new Set(
    draft.tables
      .filter((table) => table.part !== 'profile' && table.part !== 'accounts' && !/(^|_)user_role$/.test(table.key))
      .flatMap((table) =>
        table.columns.filter((column) => /(^|_)role$/.test(column.name)).flatMap((column) => column.values ?? []),
      )
      .map(snakeCase),
  )
}

function roleColumn(values: readonly string[], why: Why): DraftColumn {
  return { name: 'role', part: 'attribute', type: 'text', nullable: false, default: quoteText(values[0] ?? 'user'), values, why }
}

function withRole(table: DraftTable, values: readonly string[], why: Why): DraftTable {
  const expression = `role in (${values.map(quoteText).join(', ')})`
  return {
    ...table,
    columns: [...table.columns, roleColumn(values, why)],
    checks: [...table.checks, { name: derivedName(table.name, ['role'], 'check'), expression, why }],
  }
}

/** A role column of which no document lists the values: the roles that the rules name. */
function withValues(table: DraftTable, column: DraftColumn, values: readonly string[], why: Why): DraftTable {
  const roleless = table.columns.filter((candidate) => candidate !== column)
  return column.type === 'text' && column.name === 'role'
    ? withRole({ ...table, columns: roleless }, values, { ...why, sources: [...column.why.sources, ...why.sources] })
    : table
}

function roleTable(values: readonly string[], why: Why): DraftTable {
  const user: DraftColumn = {
    name: 'user_id',
    part: 'owner',
    type: 'uuid',
    nullable: false,
    references: { target: { kind: 'accounts' }, onDelete: 'cascade', why },
    why,
  }
  const base = {
    ...emptyTable('user_role', 'user_roles', why),
    comment: 'The role of an account in the application. Written by the backend alone.',
  }
  const table = withRole(base, values, why)
  return { ...table, columns: [user, ...table.columns], uniques: [{ columns: ['user_id'], why, purpose: 'one to one' }] }
}
