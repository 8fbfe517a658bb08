import type { Access, Path, Rows } from '../schema/access.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { identifier } from './quote.ts'
import { nameOf, tokenise } from './tokenise.ts'

/** A table under another name, in the same schema. */
export interface RenamedTable {
  readonly schema: string
  readonly from: string
  readonly to: string
}

/**
 * Says a table's new name wherever a schema says its old one: in keys, grants, access rules, and in policies where a name stands before or behind a point. Names of constraints,
 * indexes and policies stay, and so do views and functions, whose text PostgreSQL does not follow either.
 */
export function renameTable(schema: Schema, rename: RenamedTable): Schema {
  const named = <T extends { readonly schema: string; readonly table: string }>(place: T): T =>
    place.schema === rename.schema && place.table === rename.from ? { ...place, table: rename.to } : place
  const said = (text: string): string => renameInExpression(text, rename)
  const tables = schema.tables.map(
    (table): Table => ({
      ...table,
      name: table.schema === rename.schema && table.name === rename.from ? rename.to : table.name,
      foreignKeys: table.foreignKeys.map((key) => ({ ...key, references: named(key.references) })),
      policies: table.policies.map((policy) => ({
        ...policy,
        ...(policy.using === undefined ? {} : { using: said(policy.using) }),
        ...(policy.check === undefined ? {} : { check: said(policy.check) }),
      })),
    }),
  )
  const grants = schema.grants.map((grant) => {
    const { kind, schema: home, name } = grant.object
    const isIt = kind === 'table' && home === rename.schema && name === rename.from
    return isIt ? { ...grant, object: { ...grant.object, name: rename.to } } : grant
  })
  return { ...schema, tables, grants, access: renameInAccess(schema.access, named) }
}

type Naming = <T extends { readonly schema: string; readonly table: string }>(place: T) => T

function renameInAccess(access: Access, named: Naming): Access {
  return {
    ...access,
    groups: access.groups.map((group) => ({ ...named(group), membership: named(group.membership) })),
    ...(access.roles === undefined ? {} : { roles: named(access.roles) }),
    rules: access.rules.map((rule) => ({ ...named(rule), rows: renameInRows(rule.rows, named) })),
    ...(access.unread === undefined ? {} : { unread: access.unread.map(named) }),
  }
}

function renameInRows(rows: Rows, named: Naming): Rows {
  const walk = (path: Path): Path => ({ ...path, steps: path.steps.map(named) })
  switch (rows.kind) {
    case 'all':
    case 'none':
    case 'is null':
    case 'is not null':
      return rows
    case 'caller row':
      return named(rows)
    case 'all of':
    case 'any of':
      return { ...rows, parts: rows.parts.map((part) => renameInRows(part, named)) }
    case 'caller':
    case 'group':
    case 'groupmate':
    case 'equals':
      return { ...rows, path: walk(rows.path) }
  }
}

/** A name beside a point is the table's: `public.kilns`, `kilns.id`. */
function renameInExpression(text: string, { from, to }: RenamedTable): string {
  const tokens = tokenise(text)
  let result = ''
  let end = 0
  for (const [at, token] of tokens.entries()) {
    const isBeside = tokens[at - 1]?.text === '.' || tokens[at + 1]?.text === '.'
    if (token.kind !== 'word' || nameOf(token) !== from || !isBeside) continue
    result += text.slice(end, token.start) + identifier(to)
    end = token.end
  }
  return result + text.slice(end)
}

/** The tables that a schema says were called otherwise, where no table has the old name any more. */
export function renamedTables(schema: Pick<Schema, 'tables'>): readonly RenamedTable[] {
  return schema.tables.flatMap(({ schema: home, name, was }) =>
    was === undefined || was === name || schema.tables.some((other) => other.schema === home && other.name === was)
      ? []
      : [{ schema: home, from: was, to: name }],
  )
}
