import { type Dependency, kindOf, type NodeId } from '../postgres/catalog/dependencies.ts'
import type { Schema } from '../schema/schema.ts'
import type { Change } from './change.ts'
import { ids, nodesOf, nodesOfTable } from './node-ids.ts'

/** What changes reach, beyond the objects they name. */
export interface Affected {
  /** Everything that goes: for good, or because what it depends on cannot be changed under it. The latter comes again. */
  readonly gone: ReadonlySet<NodeId>
  /** Columns that stay and get another type, or the same type made anew. */
  readonly retyped: ReadonlySet<NodeId>
}

/**
 * Follows dependencies from what changes to what must give way. PostgreSQL drops nothing that something else needs, and changes no type of a column that a view,
 * a policy, a trigger or a generated column uses. Keys and plain indexes it rebuilds by itself.
 */
export function affectedBy(changes: readonly Change[], before: Schema, dependencies: readonly Dependency[]): Affected {
  const dependents = new Map<NodeId, NodeId[]>()
  for (const { from, to } of dependencies) dependents.set(to, [...(dependents.get(to) ?? []), from])
  const rebuilt = rebuiltByItself(before)
  const known = nodesOf(before)
  const gone = new Set<NodeId>()
  const retyped = new Set<NodeId>()
  const open: NodeId[] = []
  const lose = (id: NodeId): void => {
    if (gone.has(id)) return
    gone.add(id)
    open.push(id)
  }
  const retype = (id: NodeId): void => {
    if (retyped.has(id)) return
    retyped.add(id)
    open.push(id)
  }
  for (const change of changes) {
    for (const id of goesWith(change)) lose(id)
    const id = retypedBy(change)
    if (id !== undefined) retype(id)
  }
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const isType = kindOf(id) === 'type'
    for (const dependent of dependents.get(id) ?? []) {
      if (!known.has(dependent)) continue
      const kind = kindOf(dependent)
      if (kind === 'table') continue
      if (isType && kind === 'column') retype(dependent)
      else if (gone.has(id) || isType || !(kind === 'default' || rebuilt.has(dependent))) lose(dependent)
    }
  }
  return { gone, retyped: new Set([...retyped].filter((id) => kindOf(id) === 'column' && !gone.has(id))) }
}

function goesWith(change: Change): readonly NodeId[] {
  switch (change.kind) {
    case 'drop table':
    case 'replace table':
      return nodesOfTable(change.from)
    case 'drop column':
    case 'replace column':
      return [
        ids.column(change.table, change.from.name),
        ...(change.from.default === undefined ? [] : [ids.default(change.table, change.from.name)]),
      ]
    case 'drop constraint':
    case 'replace constraint':
      return [ids.constraint(change.table, change.from.value.name)]
    case 'drop index':
    case 'replace index':
      return [ids.index(change.table, change.from.name)]
    case 'drop trigger':
    case 'replace trigger':
      return [ids.trigger(change.table, change.from.name)]
    case 'drop policy':
    case 'replace policy':
      return [ids.policy(change.table, change.from.name)]
    case 'drop view':
    case 'replace view':
      return [ids.view(change.from)]
    case 'drop function':
    case 'replace function':
      return [ids.routine(change.from)]
    default:
      return []
  }
}

function retypedBy(change: Change): NodeId | undefined {
  if (change.kind === 'rebuild type') return ids.type(change.from)
  return change.kind === 'change column' && change.aspects.includes('type')
    ? ids.column(change.table, change.from.name)
    : undefined
}

/** What PostgreSQL makes anew by itself when a column in it gets another type, whatever the new type is. */
function rebuiltByItself(schema: Schema): ReadonlySet<NodeId> {
  return new Set(
    schema.tables.flatMap((table) => [
      ...(table.primaryKey === undefined ? [] : [ids.constraint(table, table.primaryKey.name)]),
      ...table.uniques.map(({ name }) => ids.constraint(table, name)),
      ...table.indexes
        .filter((index) => index.where === undefined && index.keys.every((key) => key.column !== undefined))
        .map(({ name }) => ids.index(table, name)),
    ]),
  )
}
