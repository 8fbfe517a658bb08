import type { ClaimBody } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import type { ReferentialAction } from '../../../schema/constraint.ts'
import type { IndexMethod } from '../../../schema/table-index.ts'
import { identifierMention, type Pattern } from '../reading.ts'
import { claimsOfPolicy, readPolicy } from '../sql/policy-meaning.ts'
import { child, count, list, type ParsedStatement, type SqlNode, strings, text } from '../sql/sql-tree.ts'

/**
 * Blocks of SQL in the documents: `create table`, `create type … as enum`, `create index`, `alter table … add constraint`, `create policy`,
 * read by PostgreSQL's own parser. A statement that it refuses says nothing. Inserts, functions, triggers and queries are no claims.
 */
export const sqlBlocks: Pattern = {
  name: 'sql blocks',
  read(block, reading) {
    const source = reading.block(block)
    const sql = reading.sql
    if (source?.kind !== 'code' || !sql) return []
    return sql.statementsOf(block).flatMap((statement) =>
      (readers[statement.kind]?.(statement, sql.enums) ?? []).map(({ body, line }) => ({
        body,
        block,
        at: { line: sql.lineOf(block, line) },
      })),
    )
  },
}

interface Said {
  readonly body: ClaimBody
  /** Line in the script, from 0. */
  readonly line: number
}

export type Enums = ReadonlyMap<string, readonly string[]>

type StatementReader = (statement: ParsedStatement, enums: Enums) => readonly Said[]

const readers: Readonly<Record<string, StatementReader>> = {
  CreateStmt: readTable,
  IndexStmt: readIndex,
  AlterTableStmt: readAlter,
  CreatePolicyStmt: readPolicyStatement,
}

/** The values of the enum types that the statements create, by name. */
export function enumsOf(statements: readonly ParsedStatement[]): Enums {
  return new Map(
    statements.flatMap((statement) => {
      const name = statement.kind === 'CreateEnumStmt' ? strings(statement.node.typeName).at(-1) : undefined
      return name === undefined ? [] : [[name, strings(statement.node.vals)] as const]
    }),
  )
}

function tableOf(relation: SqlNode | undefined): Mention | undefined {
  const name = text(relation, 'relname')
  const schema = text(relation, 'schemaname')
  return name === undefined
    ? undefined
    : identifierMention(schema === undefined || schema === 'public' ? name : `${schema}.${name}`)
}

function readTable(statement: ParsedStatement, enums: Enums): readonly Said[] {
  const entity = tableOf(child(statement.node, 'relation'))
  if (!entity) return []
  const elements = list(statement.node.tableElts)
  const start = count(child(statement.node, 'relation'), 'location') ?? 0
  const said: Said[] = [{ body: { kind: 'entity', entity, as: 'table' }, line: statement.lineOf(start) }]
  for (const element of elements) {
    const column = child(element, 'ColumnDef')
    const constraint = child(element, 'Constraint')
    if (column) said.push(...readColumn(column, entity, statement, enums))
    if (constraint) said.push(...readConstraint(constraint, entity, undefined, statement))
  }
  return said
}

function readColumn(column: SqlNode, entity: Mention, statement: ParsedStatement, enums: Enums): readonly Said[] {
  const name = text(column, 'colname')
  if (name === undefined) return []
  const attribute = identifierMention(name)
  const line = statement.lineOf(count(column, 'location') ?? 0)
  const constraints = list(column.constraints)
    .map((each) => child(each, 'Constraint'))
    .filter((each) => each !== undefined)
  const typeName = child(column, 'typeName')
  const typeStart = count(typeName, 'location')
  const typeText = typeStart === undefined ? undefined : typeTextAt(statement.slice(typeStart))
  const bareType = strings(typeName?.names).at(-1)
  const enumValues = bareType === undefined ? undefined : enums.get(bareType)
  const kinds = constraints.map((each) => text(each, 'contype'))
  const primary = kinds.includes('CONSTR_PRIMARY')
  const fallback = constraints.find((each) => text(each, 'contype') === 'CONSTR_DEFAULT')
  const foreign = constraints.find((each) => text(each, 'contype') === 'CONSTR_FOREIGN')
  const references = foreign && referenceOf(foreign)
  const defaultText = fallback && expressionAt(statement, count(fallback, 'location'), /^default\s+/i)
  const said: Said[] = [
    {
      line,
      body: {
        kind: 'attribute',
        entity,
        attribute,
        strength: 'stated',
        ...(typeText === undefined || enumValues ? {} : { type: typeText }),
        optional: !(primary || kinds.includes('CONSTR_NOTNULL')),
        ...(defaultText === undefined ? {} : { default: defaultText }),
        ...(primary ? { primaryKey: true } : {}),
        ...(kinds.includes('CONSTR_UNIQUE') ? { unique: true } : {}),
        ...(references ? { references } : {}),
        ...(list(typeName?.arrayBounds).length > 0 ? { many: true } : {}),
      },
    },
  ]
  if (enumValues) said.push({ line, body: { kind: 'values', entity, attribute, values: enumValues, open: false, as: 'enum' } })
  for (const constraint of constraints) {
    const type = text(constraint, 'contype')
    if (type === 'CONSTR_CHECK' || type === 'CONSTR_FOREIGN')
      said.push(...readConstraint(constraint, entity, attribute, statement))
  }
  return said
}

/** The type's own words: up to a constraint, a comma or the closing parenthesis. */
function typeTextAt(source: string): string | undefined {
  const match =
    /^(?:"[^"]+"|[\w.]+)(?:\s+(?:precision|varying|with(?:out)?\s+time\s+zone))?(?:\s*\([^)]*\))?(?:\s+with(?:out)?\s+time\s+zone)?(?:\s*\[\s*\d*\s*\])*/i.exec(
      source,
    )
  return match?.[0].replace(/\s+/g, ' ').trim()
}

/** The source of an expression that begins after a keyword at `location`, up to what ends it. */
function expressionAt(statement: ParsedStatement, location: number | undefined, keyword: RegExp): string | undefined {
  if (location === undefined) return undefined
  const source = statement.slice(location).replace(keyword, '')
  let depth = 0
  let quoted = false
  let at = 0
  for (; at < source.length; at += 1) {
    const character = source[at] ?? ''
    if (character === "'") quoted = !quoted
    if (quoted) continue
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth < 0 || (depth === 0 && character === ',')) break
    if (
      depth === 0 &&
      at > 0 &&
      /^\s(?:not\s+null|null|primary\s+key|unique|references|check|constraint|generated|collate|--)/i.test(source.slice(at))
    )
      break
    if (depth === 0 && source.startsWith('--', at)) break
  }
  const found = source.slice(0, at).replace(/\s+/g, ' ').trim()
  return found === '' ? undefined : found
}

function referenceOf(constraint: SqlNode): { readonly entity: Mention; readonly attribute?: string } | undefined {
  const entity = tableOf(child(constraint, 'pktable'))
  const attribute = strings(constraint.pk_attrs)[0]
  return entity && { entity, ...(attribute === undefined ? {} : { attribute }) }
}

const actions: Readonly<Record<string, ReferentialAction>> = { c: 'cascade', n: 'set null', d: 'set default', r: 'restrict' }

function readConstraint(
  constraint: SqlNode,
  entity: Mention,
  attribute: Mention | undefined,
  statement: ParsedStatement,
): readonly Said[] {
  const location = count(constraint, 'location') ?? 0
  const line = statement.lineOf(location)
  const keys = strings(constraint.keys).map(identifierMention)
  const kind = text(constraint, 'contype')
  if (kind === 'CONSTR_PRIMARY' && keys.length > 0) return [{ line, body: { kind: 'key', entity, attributes: keys } }]
  if (kind === 'CONSTR_UNIQUE' && keys.length > 0) return [{ line, body: { kind: 'unique', entity, attributes: keys } }]
  if (kind === 'CONSTR_CHECK') {
    const source = statement.slice(location)
    const open = source.search(/check\s*\(/i)
    const sql = open < 0 ? undefined : inside(source.slice(source.indexOf('(', open)))
    if (sql === undefined) return []
    const values = valuesOfCheck(child(constraint, 'raw_expr'))
    if (values)
      return [
        {
          line,
          body: {
            kind: 'values',
            entity,
            attribute: identifierMention(values.column),
            values: values.values,
            open: false,
            as: 'check',
          },
        },
      ]
    return [{ line, body: { kind: 'condition', entity, sql } }]
  }
  if (kind === 'CONSTR_FOREIGN') {
    const columns = strings(constraint.fk_attrs).map(identifierMention)
    const from = attribute ?? (columns.length === 1 ? columns[0] : undefined)
    const references = referenceOf(constraint)
    const action = actions[text(constraint, 'fk_del_action') ?? 'a']
    if (!from || !references) return []
    return [
      ...(attribute
        ? []
        : [{ line, body: { kind: 'attribute' as const, entity, attribute: from, references, strength: 'stated' as const } }]),
      ...(action
        ? [{ line, body: { kind: 'delete rule' as const, entity, to: references.entity, column: from, rule: action } }]
        : []),
    ]
  }
  return []
}

function inside(source: string): string | undefined {
  let depth = 0
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] === "'") at = source.indexOf("'", at + 1)
    if (at < 0) return undefined
    if (source[at] === '(') depth += 1
    if (source[at] === ')') depth -= 1
    if (depth === 0) return source.slice(1, at).replace(/\s+/g, ' ').trim()
  }
  return undefined
}

function valuesOfCheck(
  expression: SqlNode | undefined,
): { readonly column: string; readonly values: readonly string[] } | undefined {
  const compared = child(expression, 'A_Expr')
  if (text(compared, 'kind') !== 'AEXPR_IN') return undefined
  const column = strings(child(child(compared, 'lexpr'), 'ColumnRef')?.fields).at(-1)
  const items = list(child(child(compared, 'rexpr'), 'List')?.items)
  const values = items.flatMap((item) => text(child(child(item, 'A_Const'), 'sval'), 'sval') ?? [])
  return column !== undefined && values.length === items.length && values.length > 0 ? { column, values } : undefined
}

const methods: readonly IndexMethod[] = ['btree', 'hash', 'gin', 'gist', 'brin', 'spgist']

function readIndex(statement: ParsedStatement): readonly Said[] {
  const entity = tableOf(child(statement.node, 'relation'))
  const keys = list(statement.node.indexParams).map((each) => child(each, 'IndexElem'))
  const names = keys.map((key) => text(key, 'name'))
  const location = count(child(statement.node, 'relation'), 'location') ?? 0
  if (!entity || keys.length === 0 || names.some((name) => name === undefined)) return []
  const where = /\bwhere\b([\s\S]*)$/i.exec(statement.slice(location))?.[1]?.replace(/\s+/g, ' ').trim()
  const condition = statement.node.whereClause !== undefined && where ? { where } : {}
  const line = statement.lineOf(location)
  const unique = statement.node.unique === true
  const mentions = names.map((name) => identifierMention(name ?? ''))
  const method = methods.find((each) => each === text(statement.node, 'accessMethod'))
  if (unique) return [{ line, body: { kind: 'unique', entity, attributes: mentions, ...condition } }]
  return [
    {
      line,
      body: {
        kind: 'index',
        entity,
        keys: mentions.map((attribute, index) => ({
          attribute,
          ...(text(keys[index], 'ordering') === 'SORTBY_DESC' ? { descending: true } : {}),
        })),
        ...(method === undefined || method === 'btree' ? {} : { method }),
        ...condition,
      },
    },
  ]
}

function readAlter(statement: ParsedStatement, enums: Enums): readonly Said[] {
  const entity = tableOf(child(statement.node, 'relation'))
  if (!entity || entity.name.includes('.')) return []
  return list(statement.node.cmds).flatMap((command) => {
    const inner = child(command, 'AlterTableCmd')
    const definition = child(inner, 'def')
    const column = child(definition, 'ColumnDef')
    const constraint = child(definition, 'Constraint')
    if (text(inner, 'subtype') === 'AT_AddColumn' && column) return readColumn(column, entity, statement, enums)
    if (text(inner, 'subtype') === 'AT_AddConstraint' && constraint)
      return readConstraint(constraint, entity, undefined, statement)
    return []
  })
}

/** Only conditions whose meaning is plain: the caller's own row, everyone's, a role's, a group's. The others are left to the documents' words. */
function readPolicyStatement(statement: ParsedStatement): readonly Said[] {
  const entity = tableOf(child(statement.node, 'table'))
  const policy = readPolicy(statement)
  if (!entity || !policy || entity.name.includes('.')) return []
  const line = statement.lineOf(count(child(statement.node, 'table'), 'location') ?? 0)
  return claimsOfPolicy(entity, policy).map((body) => ({ body, line }))
}
