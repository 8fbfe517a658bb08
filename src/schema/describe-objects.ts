import type { Column } from './column.ts'
import type { Exclusion, ForeignKey, Unique } from './constraint.ts'
import type { Grant } from './grant.ts'
import { displayName } from './lookups.ts'
import { compareText } from './order.ts'
import type { Policy } from './policy.ts'
import type { Routine } from './routine.ts'
import type { Schema } from './schema.ts'
import type { PlatformTable, Table } from './table.ts'
import type { Index, IndexKey } from './table-index.ts'
import type { Trigger, TriggerEvent } from './trigger.ts'
import type { View } from './view.ts'

/** An object with everything about it that a database keeps, each aspect as one text; what it does not have is absent. */
export interface Described {
  readonly kind: string
  readonly object: string
  readonly aspects: Readonly<Record<string, string | undefined>>
}

/** Every object of a schema, described so that two descriptions are equal exactly when PostgreSQL holds the same. */
export function describeObjects(schema: Schema): readonly Described[] {
  return [
    ...schema.namespaces.map(({ name, comment }) => ({ kind: 'schema', object: name, aspects: { comment } })),
    ...schema.extensions.map(({ name, schema: home }) => ({ kind: 'extension', object: name, aspects: { schema: home } })),
    ...schema.enums.map((type) => ({
      kind: 'type',
      object: displayName(type),
      aspects: { values: list(type.values), comment: type.comment },
    })),
    ...schema.tables.flatMap(describeTable),
    ...schema.platformTables.flatMap(describeTriggers),
    ...schema.views.flatMap(describeView),
    ...schema.routines.map(describeRoutine),
    ...schema.grants.flatMap(describeGrant),
  ]
}

const list = (items: readonly string[]): string => JSON.stringify(items)
const flag = (value: boolean | undefined): string => (value ? 'yes' : 'no')
const sorted = (items: readonly string[]): readonly string[] => [...items].sort(compareText)

function describeTable(table: Table): readonly Described[] {
  const name = displayName(table)
  const part = (kind: string, object: string, aspects: Described['aspects']): Described => ({
    kind,
    object: `${name}: ${object}`,
    aspects,
  })
  return [
    {
      kind: 'table',
      object: name,
      aspects: {
        comment: table.comment,
        columns: list(table.columns.map((column) => column.name)),
        'row level security': table.rowSecurity,
        'partition by': table.partitionBy,
      },
    },
    ...table.columns.map((column) => ({ kind: 'column', object: `${name}.${column.name}`, aspects: columnAspects(column) })),
    ...(table.primaryKey === undefined
      ? []
      : [part('primary key', table.primaryKey.name, { columns: list(table.primaryKey.columns) })]),
    ...table.uniques.map((unique) => part('unique constraint', unique.name, uniqueAspects(unique))),
    ...table.checks.map((check) => part('check', check.name, { expression: check.expression })),
    ...table.foreignKeys.map((key) => part('foreign key', key.name, foreignKeyAspects(key))),
    ...table.exclusions.map((exclusion) => part('exclusion', exclusion.name, exclusionAspects(exclusion))),
    ...table.indexes.map((index) => part('index', index.name, indexAspects(index))),
    ...table.policies.map((policy) => part('policy', policy.name, policyAspects(policy))),
    ...describeTriggers(table),
  ]
}

function columnAspects(column: Column): Described['aspects'] {
  return {
    type: column.type,
    nullable: flag(column.nullable),
    default: column.default,
    identity: column.identity,
    generated: column.generated?.expression,
    stored: column.generated === undefined ? undefined : flag(column.generated.stored),
    collation: column.collation,
    comment: column.comment,
  }
}

function uniqueAspects(unique: Unique): Described['aspects'] {
  return { columns: list(unique.columns), 'nulls not distinct': flag(unique.nullsNotDistinct), deferrable: unique.deferrable }
}

function foreignKeyAspects(key: ForeignKey): Described['aspects'] {
  return {
    columns: list(key.columns),
    references: `${displayName({ schema: key.references.schema, name: key.references.table })} ${list(key.references.columns)}`,
    'on delete': key.onDelete,
    'on delete columns': key.onDeleteColumns === undefined ? undefined : list(key.onDeleteColumns),
    'on update': key.onUpdate,
    deferrable: key.deferrable,
  }
}

function exclusionAspects(exclusion: Exclusion): Described['aspects'] {
  return {
    method: exclusion.method,
    elements: list(exclusion.elements.map(({ expression, operator }) => `${expression} with ${operator}`)),
    where: exclusion.where,
    deferrable: exclusion.deferrable,
  }
}

function indexAspects(index: Index): Described['aspects'] {
  return {
    method: index.method,
    keys: list(index.keys.map(indexKey)),
    include: index.include === undefined || index.include.length === 0 ? undefined : list(index.include),
    unique: flag(index.unique),
    'nulls not distinct': flag(index.nullsNotDistinct),
    where: index.where,
  }
}

/** Says where nulls stand in any case, so that the default said and unsaid are one. */
function indexKey(key: IndexKey): string {
  const nulls = key.nulls ?? (key.descending ? 'first' : 'last')
  const what = key.column === undefined ? `(${key.expression ?? ''})` : key.column
  return [
    what,
    ...(key.operatorClass === undefined ? [] : [key.operatorClass]),
    key.descending ? 'desc' : 'asc',
    'nulls',
    nulls,
  ].join(' ')
}

function policyAspects(policy: Policy): Described['aspects'] {
  return {
    command: policy.command,
    permissive: flag(policy.permissive),
    roles: list(policy.roles.length === 0 ? ['public'] : sorted(policy.roles)),
    using: policy.using,
    check: policy.check,
    comment: policy.comment,
  }
}

function describeTriggers(table: Table | PlatformTable): readonly Described[] {
  return table.triggers.map((trigger) => ({
    kind: 'trigger',
    object: `${displayName(table)}: ${trigger.name}`,
    aspects: triggerAspects(trigger),
  }))
}

function triggerAspects(trigger: Trigger): Described['aspects'] {
  const event = ({ kind, columns }: TriggerEvent) =>
    columns === undefined || columns.length === 0 ? kind : `${kind} of ${list(sorted(columns))}`
  return {
    timing: trigger.timing,
    events: list(sorted(trigger.events.map(event))),
    level: trigger.level,
    when: trigger.when,
    function: trigger.function,
    constraint: flag(trigger.constraint !== undefined),
    deferrable: trigger.constraint?.deferrable,
  }
}

function describeView(view: View): readonly Described[] {
  const name = displayName(view)
  return [
    {
      kind: 'view',
      object: name,
      aspects: {
        query: view.query,
        columns: list(view.columns.map((column) => column.name)),
        'security invoker': flag(view.securityInvoker),
        materialized: flag(view.materialized),
        comment: view.comment,
      },
    },
    ...view.columns.map((column) => ({
      kind: 'view column',
      object: `${name}.${column.name}`,
      aspects: { type: column.type, comment: column.comment },
    })),
  ]
}

function describeRoutine(routine: Routine): Described {
  return {
    kind: 'function',
    object: `${displayName(routine)}(${routine.arguments})`,
    aspects: {
      returns: routine.returns,
      language: routine.language,
      volatility: routine.volatility,
      security: routine.security,
      strict: flag(routine.strict),
      'search path': routine.searchPath,
      body: routine.body,
      comment: routine.comment,
    },
  }
}

/** A grant of nothing is no grant. */
function describeGrant({ object, role, privileges }: Grant): readonly Described[] {
  const name = object.kind === 'schema' ? object.schema : displayName(object)
  return privileges.map(({ privilege, columns }) => ({
    kind: 'grant',
    object: `${privilege} on ${object.kind} ${name} to ${role}`,
    aspects: { columns: columns === undefined ? 'all' : list(sorted(columns)) },
  }))
}
