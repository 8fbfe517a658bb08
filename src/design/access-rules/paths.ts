import type { Path } from '../../schema/access.ts'
import type { Draft, DraftColumn, DraftTable } from '../draft.ts'
import type { Step } from '../relations/ownership.ts'

/** A walk along foreign keys, as the schema writes it. */
export function pathOf(steps: readonly Step[], column: string): Path {
  return {
    steps: steps.map(({ column: via, parent }) => ({
      direction: 'forward',
      column: via.name,
      schema: 'public',
      table: parent.name,
      key: parent.primaryKey[0] ?? 'id',
    })),
    column,
  }
}

/** A way from a table to a group its rows belong to. */
export interface GroupPath {
  readonly steps: readonly Step[]
  readonly column: DraftColumn
}

/** The shortest way along required references from each table to a column that names a group. */
export function groupPaths(draft: Draft, groupKey: string): ReadonlyMap<string, GroupPath> {
  const paths = new Map<string, GroupPath>()
  const byKey = new Map(draft.tables.map((table) => [table.key, table]))
  const children = new Map<string, { readonly child: DraftTable; readonly column: DraftColumn }[]>()
  const queue: string[] = []
  for (const table of draft.tables)
    for (const column of table.columns) {
      const target = column.references?.target
      if (target?.kind !== 'table' || target.key === table.key) continue
      if (target.key === groupKey) {
        if (paths.has(table.key) || (column.nullable && table.part !== 'profile')) continue
        paths.set(table.key, { steps: [], column })
        if (table.part !== 'profile') queue.push(table.key)
      } else if (!column.nullable) {
        const list = children.get(target.key) ?? []
        children.set(target.key, list)
        list.push({ child: table, column })
      }
    }
  for (let at = 0; at < queue.length; at++) {
    const parent = byKey.get(queue[at] ?? '')
    const path = parent === undefined ? undefined : paths.get(parent.key)
    if (parent === undefined || path === undefined) continue
    for (const { child, column } of children.get(parent.key) ?? []) {
      if (paths.has(child.key)) continue
      paths.set(child.key, { steps: [{ column, parent }, ...path.steps], column: path.column })
      queue.push(child.key)
    }
  }
  return paths
}
