import type { Draft, DraftColumn, DraftTable } from '../draft.ts'

/** The column that says whose a row is. */
export function ownerColumn(table: DraftTable): DraftColumn | undefined {
  return table.columns.find((column) => column.part === 'owner')
}

/** One step from a table to the table its rows hang under. */
export interface Step {
  readonly column: DraftColumn
  readonly parent: DraftTable
}

/** A way from a table to whose its rows are: the references to follow, and the owner column at their end. */
export interface OwnerPath {
  readonly steps: readonly Step[]
  readonly owner: DraftColumn
}

/**
 * The shortest way along required references from each table to an owner column; a table with its own has an empty one. The account's own row
 * (a profile) is its own. Breadth first from the owners, so that each table is visited once.
 */
export function ownerPaths(draft: Draft): ReadonlyMap<string, OwnerPath> {
  const byKey = new Map(draft.tables.map((table) => [table.key, table]))
  const children = new Map<string, { readonly child: DraftTable; readonly column: DraftColumn }[]>()
  const paths = new Map<string, OwnerPath>()
  const queue: string[] = []
  for (const table of draft.tables) {
    const owner = ownerColumn(table)
    if (owner !== undefined) {
      paths.set(table.key, { steps: [], owner })
      queue.push(table.key)
    }
    for (const column of table.columns) {
      const target = column.references?.target
      if (target?.kind !== 'table' || column.nullable || target.key === table.key) continue
      const list = children.get(target.key) ?? []
      children.set(target.key, list)
      list.push({ child: table, column })
    }
  }
  for (let at = 0; at < queue.length; at++) {
    const key = queue[at] ?? ''
    const parent = byKey.get(key)
    const path = paths.get(key)
    if (parent === undefined || path === undefined) continue
    for (const { child, column } of children.get(key) ?? []) {
      if (paths.has(child.key) || child.part === 'profile' || child.part === 'accounts') continue
      paths.set(child.key, { steps: [{ column, parent }, ...path.steps], owner: path.owner })
      queue.push(child.key)
    }
  }
  return paths
}
