import type { Column } from '../../schema/column.ts'
import { constraintNames, displayName } from '../../schema/lookups.ts'
import { keyOf } from '../../schema/order.ts'
import type { Policy } from '../../schema/policy.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { shortName } from '../../sql/quote.ts'
import type { Change, ColumnAspect } from '../change.ts'
import { typeChange } from '../type-change.ts'
import { constraintChanges, indexChanges } from './constraints.ts'
import { type Differences, matchBy } from './differences.ts'
import { triggerChanges } from './triggers.ts'

export function tableChanges(from: Schema, to: Schema, differences: Differences): readonly Change[] {
  const { gone, both, came } = matchBy(from.tables, to.tables, keyOf)
  const isEnum = enumTypes(from, to)
  const taken = relationNames(from)
  return [
    ...gone.map((one): Change => ({ kind: 'drop table', from: one })),
    ...came.map((one): Change => ({ kind: 'create table', to: one })),
    ...both.flatMap((pair): readonly Change[] => {
      const aspects = differences.of('table', displayName(pair.to))
      if (aspects.has('partition by')) return [{ kind: 'replace table', ...pair }]
      return [
        ...(aspects.has('comment') ? [{ kind: 'comment on table' as const, ...pair }] : []),
        ...(aspects.has('row level security') ? [{ kind: 'row security' as const, ...pair }] : []),
        ...columnChanges(pair.from, pair.to, differences, isEnum),
        ...constraintChanges(pair.from, pair.to, differences, taken),
        ...indexChanges(pair.from, pair.to, differences, taken),
        ...triggerChanges(pair.from, pair.to, differences),
        ...policyChanges(pair.from, pair.to, differences),
      ]
    }),
  ]
}

/** The names of types that are enums in one of the schemas, as columns spell them. */
export function enumTypes(...schemas: readonly Schema[]): (type: string) => boolean {
  const names = new Set(schemas.flatMap(({ enums }) => enums.map(shortName)))
  return (type) => names.has(type)
}

/** Names that are taken in a schema by what indexes and constraints share their names with. */
function relationNames(schema: Schema): ReadonlySet<string> {
  return new Set([
    ...[...schema.tables, ...schema.views].map(keyOf),
    ...schema.tables.flatMap((table) =>
      [...constraintNames(table), ...table.indexes.map(({ name }) => name)].map((name) => keyOf({ schema: table.schema, name })),
    ),
  ])
}

const columnAspects: Readonly<Record<string, ColumnAspect>> = {
  type: 'type',
  collation: 'type',
  nullable: 'nullable',
  default: 'default',
  identity: 'identity',
  generated: 'expression',
  stored: 'expression',
  comment: 'comment',
}

function columnChanges(from: Table, to: Table, { of }: Differences, isEnum: (type: string) => boolean): readonly Change[] {
  const { gone, both, came } = matchBy(from.columns, to.columns, ({ name }) => name)
  return [
    ...gone.map((one): Change => ({ kind: 'drop column', table: from, from: one })),
    ...came.map((one): Change => ({ kind: 'add column', table: to, to: one })),
    ...both.flatMap((pair): readonly Change[] => {
      const found = [...of('column', `${displayName(to)}.${pair.to.name}`)].flatMap((aspect) => columnAspects[aspect] ?? [])
      const aspects = [...new Set(found)]
      if (aspects.length === 0) return []
      const isAnother =
        !keepsExpression(pair.from, pair.to, aspects) || typeChange(pair.from.type, pair.to.type, isEnum) === undefined
      return isAnother
        ? [{ kind: 'replace column', table: to, ...pair }]
        : [{ kind: 'change column', table: to, ...pair, aspects }]
    }),
  ]
}

/**
 * Whether a generated column can stay: a stored one may become a plain one and keeps its values (`drop expression`). Any other change of what it is computed
 * from makes another column, and so does a new type of it, for both would have to change at once.
 */
function keepsExpression(from: Column, to: Column, aspects: readonly ColumnAspect[]): boolean {
  if (from.generated === undefined && to.generated === undefined) return true
  if (aspects.includes('expression')) return from.generated?.stored === true && to.generated === undefined
  return !aspects.includes('type')
}

function policyChanges(from: Table, to: Table, { ofPart }: Differences): readonly Change[] {
  const { gone, both, came } = matchBy(from.policies, to.policies, ({ name }) => name)
  return [
    ...gone.map((one): Change => ({ kind: 'drop policy', table: from, from: one })),
    ...came.map((one): Change => ({ kind: 'create policy', table: to, to: one })),
    ...both.flatMap((pair): readonly Change[] => {
      const aspects = ofPart('policy', to, pair.to.name)
      const comment: readonly Change[] = aspects.has('comment') ? [{ kind: 'comment on policy', table: to, ...pair }] : []
      const others = [...aspects].filter((aspect) => aspect !== 'comment')
      if (others.length === 0) return comment
      if (!canAlter(pair.from, pair.to, others)) return [{ kind: 'replace policy', table: to, ...pair }]
      return [{ kind: 'change policy', table: to, ...pair }, ...comment]
    }),
  ]
}

/** `alter policy` changes roles and conditions; it takes no condition away. */
function canAlter(from: Policy, to: Policy, aspects: readonly string[]): boolean {
  if (aspects.includes('command') || aspects.includes('permissive')) return false
  return (from.using === undefined || to.using !== undefined) && (from.check === undefined || to.check !== undefined)
}
