import { keyOf } from '../../schema/order.ts'
import type { Table } from '../../schema/table.ts'
import type { Index } from '../../schema/table-index.ts'
import { checkClause, exclusionClause, foreignKeyClause, primaryKeyClause, uniqueClause } from '../../sql/objects/constraint.ts'
import { createIndex } from '../../sql/objects/table-index.ts'
import { nameOf, tokenise } from '../../sql/tokenise.ts'
import type { Change, Constraint } from '../change.ts'
import { type Differences, type Matched, matchBy } from './differences.ts'

/** How `describeObjects` calls each kind of constraint. */
const described: Readonly<Record<Constraint['type'], string>> = {
  'primary key': 'primary key',
  unique: 'unique constraint',
  check: 'check',
  'foreign key': 'foreign key',
  exclusion: 'exclusion',
}

export function constraintsOf(table: Table): readonly Constraint[] {
  return [
    ...(table.primaryKey === undefined ? [] : [{ type: 'primary key' as const, value: table.primaryKey }]),
    ...table.uniques.map((value) => ({ type: 'unique' as const, value })),
    ...table.checks.map((value) => ({ type: 'check' as const, value })),
    ...table.foreignKeys.map((value) => ({ type: 'foreign key' as const, value })),
    ...table.exclusions.map((value) => ({ type: 'exclusion' as const, value })),
  ]
}

/** The columns of a table that an expression names. */
export function namedColumns(expression: string, table: Table): readonly string[] {
  const words = new Set(tokenise(expression).flatMap((token) => (token.kind === 'word' ? [nameOf(token)] : [])))
  return table.columns.map(({ name }) => name).filter((name) => words.has(name))
}

/** The constraint as `alter table … add` takes it. */
export function constraintClause(constraint: Constraint, table: Table): string {
  switch (constraint.type) {
    case 'primary key':
      return primaryKeyClause(constraint.value)
    case 'unique':
      return uniqueClause(constraint.value)
    case 'check':
      return checkClause(constraint.value)
    case 'foreign key':
      return foreignKeyClause(constraint.value)
    case 'exclusion':
      return exclusionClause(constraint.value, new Set(table.columns.map((column) => column.name)))
  }
}

export function constraintChanges(
  from: Table,
  to: Table,
  { ofPart }: Differences,
  taken: ReadonlySet<string>,
): readonly Change[] {
  const matched = matchBy(constraintsOf(from), constraintsOf(to), ({ type, value }) => `${type}\u0000${value.name}`)
  const definition = (constraint: Constraint, table: Table) =>
    constraintClause({ ...constraint, value: { ...constraint.value, name: 'same' } } as Constraint, table)
  const renamed = renamedOf(matched, (one, side) => definition(one, side === 'from' ? from : to), nameFree(taken, to))
  return [
    ...matched.gone
      .filter((one) => !renamed.some((pair) => pair.from === one))
      .map((one): Change => ({ kind: 'drop constraint', table: from, from: one })),
    ...renamed.map((pair): Change => ({ kind: 'rename constraint', table: to, ...pair })),
    ...matched.came
      .filter((one) => !renamed.some((pair) => pair.to === one))
      .map((one): Change => ({ kind: 'add constraint', table: to, to: one })),
    ...matched.both
      .filter((pair) => ofPart(described[pair.to.type], to, pair.to.value.name).size > 0)
      .map((pair): Change => ({ kind: 'replace constraint', table: to, ...pair })),
  ]

  function nameFree(names: ReadonlySet<string>, table: Table): (one: Constraint) => boolean {
    return (one) => !names.has(keyOf({ schema: table.schema, name: one.value.name }))
  }
}

export function indexChanges(from: Table, to: Table, { ofPart }: Differences, taken: ReadonlySet<string>): readonly Change[] {
  const matched = matchBy(from.indexes, to.indexes, ({ name }) => name)
  const definition = (index: Index) => createIndex(to, { ...index, name: 'same' })
  const renamed = renamedOf(matched, definition, (one) => !taken.has(keyOf({ schema: to.schema, name: one.name })))
  return [
    ...matched.gone
      .filter((one) => !renamed.some((pair) => pair.from === one))
      .map((one): Change => ({ kind: 'drop index', table: from, from: one })),
    ...renamed.map((pair): Change => ({ kind: 'rename index', table: to, ...pair })),
    ...matched.came
      .filter((one) => !renamed.some((pair) => pair.to === one))
      .map((one): Change => ({ kind: 'create index', table: to, to: one })),
    ...matched.both
      .filter((pair) => ofPart('index', to, pair.to.name).size > 0)
      .map((pair): Change => ({ kind: 'replace index', table: to, ...pair })),
  ]
}

/** What has the same definition under another name is renamed, which costs nothing, where the name is free. It holds no data, so this guesses at nothing. */
function renamedOf<T>(
  { gone, came }: Matched<T>,
  definition: (one: T, side: 'from' | 'to') => string,
  isFree: (one: T) => boolean,
): readonly { readonly from: T; readonly to: T }[] {
  const waiting = new Map<string, T[]>()
  for (const one of gone) waiting.set(definition(one, 'from'), [...(waiting.get(definition(one, 'from')) ?? []), one])
  return came.flatMap((one) => {
    const from = isFree(one) ? waiting.get(definition(one, 'to'))?.shift() : undefined
    return from === undefined ? [] : [{ from, to: one }]
  })
}
