import type { CallerRow, Group, PathStep } from '../../schema/access.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { identifier, literal, qualified } from '../../sql/quote.ts'
import { and, type Condition, type KeyReference } from './condition.ts'
import { castCaller, type Helpers, oneOf } from './helper-routines.ts'
import { findColumn, findTable } from './lookup.ts'

/** Where a condition is written down: which row it speaks of, who asks, and how the rows of another table are asked for. */
export interface Scope {
  readonly schema: Schema
  readonly helpers: Helpers
  readonly role: string
  /** Before a column of the row at hand: empty in a policy, `draws.` in a subselect, `old.` in a trigger. */
  readonly prefix: string
  readonly table: Table | undefined
  /** The SELECT that yields the keys of the rows that meet `of`. */
  readonly select: (step: PathStep, of: Condition) => string
  /** That the row a foreign key leads to can be read. */
  readonly readable: (key: KeyReference, of: Condition) => string
}

interface Written {
  readonly sql: string
  readonly joined?: 'and' | 'or'
}

/** A condition as a boolean SQL expression. Nothing in it runs once per row but comparisons with columns of the row. */
export function conditionSql(condition: Condition, scope: Scope): string {
  return write(condition, scope).sql
}

function write(condition: Condition, scope: Scope): Written {
  const column = (name: string) => `${scope.prefix}${identifier(name)}`
  const group = (name: string): Group => {
    const found = scope.schema.access.groups.find((candidate) => candidate.name === name)
    if (found === undefined) throw new Error(`a rule names the group ${name}, which the schema does not have`)
    return found
  }
  switch (condition.kind) {
    case 'all':
      return { sql: 'true' }
    case 'none':
      return { sql: 'false' }
    case 'caller': {
      const type = findColumn(scope.table, condition.column)?.type ?? 'uuid'
      const caller = castCaller(scope.helpers.caller(scope.role), scope.helpers.callerType, type)
      return { sql: `${column(condition.column)} = ${caller}` }
    }
    case 'group': {
      const keys = scope.helpers.groupKeys(group(condition.group), condition.roles, scope.role)
      return { sql: `${column(condition.column)} = ${keys.one ? `(select ${keys.sql})` : `any (array(select ${keys.sql}))`}` }
    }
    case 'in group': {
      const keys = scope.helpers.groupKeys(group(condition.group), condition.roles, scope.role)
      return { sql: keys.one ? `(select ${keys.sql}) is not null` : `exists (select from ${keys.sql})` }
    }
    case 'groupmate': {
      const mates = scope.helpers.groupmates(group(condition.group), scope.role)
      return { sql: `${column(condition.column)} = any (array(select ${mates.sql}))` }
    }
    case 'is null':
    case 'is not null':
      return { sql: `${column(condition.column)} ${condition.kind}` }
    case 'equals':
      return { sql: equals(column(condition.column), condition.values, findColumn(scope.table, condition.column)?.type) }
    case 'has role': {
      const roles = scope.helpers.appRoles(scope.role)
      if (roles.boolean) return { sql: `(select ${roles.sql})` }
      if (roles.one) return { sql: oneOf(`(select ${roles.sql})`, condition.roles) }
      return disjoin(condition.roles.map((role) => ({ sql: `${literal(role)} = any (array(select ${roles.sql}))` })))
    }
    case 'caller row':
      return { sql: `exists (${scope.select(...callerRowStep(condition))})` }
    case 'through':
      return { sql: `${column(condition.step.column)} = any (array(${scope.select(condition.step, condition.of)}))` }
    case 'readable':
      return { sql: scope.readable(condition.key, condition.of) }
    case 'and':
      return {
        sql: condition.parts.map((part) => wrapped(write(part, scope), 'or')).join(' and '),
        joined: 'and',
      }
    case 'or':
      return disjoin(condition.parts.map((part) => write(part, scope)))
  }
}

const wrapped = (part: Written, joined: 'and' | 'or') => (part.joined === joined ? `(${part.sql})` : part.sql)

function disjoin(parts: readonly Written[]): Written {
  const [first, ...rest] = parts
  if (first !== undefined && rest.length === 0) return first
  return { sql: parts.map((part) => wrapped(part, 'and')).join(' or '), joined: 'or' }
}

function equals(column: string, values: readonly string[], type: string | undefined): string {
  if (type === 'boolean' && values.length === 1) return values[0] === 'true' ? column : `not ${column}`
  return oneOf(column, values)
}

/** The caller's row, found by its key rather than from the row at hand. */
function callerRowStep({ schema, table, key, column, test }: CallerRow): [PathStep, Condition] {
  return [
    { direction: 'backward', column: key, schema, table, key },
    and([
      { kind: 'caller', column: key },
      { ...test, column },
    ]),
  ]
}

/** The SELECT of a step, read straight from its table: under that table's policies in a policy, past them in a definer helper. */
export function selectThrough(step: PathStep, of: Condition, scope: Scope): string {
  const target = qualified(step.schema, step.table)
  const prefix = `${identifier(step.table)}.`
  const from = `select ${prefix}${identifier(step.key)} from ${target}`
  if (of.kind === 'all') return from
  return `${from} where ${conditionSql(of, { ...scope, prefix, table: findTable(scope.schema, step) })}`
}
