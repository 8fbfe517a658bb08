import { rankOf } from '../claim-order.ts'
import { type Draft, type DraftColumn, type DraftTable, mapTables } from '../draft.ts'

/**
 * Tables that cannot be without each other cannot have a first row. Of the required references that go round in a circle the weakest gives way: one that
 * only a sentence about a relationship made is dropped, one that is a stated column may be null. A row that leads to its own table
 * may always be the first.
 */
export function breakCycles(draft: Draft): Draft {
  let current = mapTables(draft, (table) => ({
    ...table,
    columns: table.columns.map((column) =>
      leadsTo(column, table.key) && !table.primaryKey.includes(column.name) ? loosened(column) : column,
    ),
  }))
  for (;;) {
    const cycle = findCycle(current.tables)
    if (cycle === undefined) return current
    const weakest = [...cycle].sort((a, b) => strength(a.column) - strength(b.column))[0]
    if (weakest === undefined) return current
    current = mapTables(current, (table) => (table.key === weakest.table.key ? withoutRequirement(table, weakest.column) : table))
  }
}

interface Edge {
  readonly table: DraftTable
  readonly column: DraftColumn
  readonly to: string
}

/** The edges of one circle of required references, if there is any. Depth first, each table once. */
function findCycle(tables: readonly DraftTable[]): readonly Edge[] | undefined {
  const edges = new Map<string, readonly Edge[]>(
    tables.map((table) => [
      table.key,
      table.columns.flatMap((column): readonly Edge[] => {
        const target = column.references?.target
        return target?.kind === 'table' && !column.nullable && target.key !== table.key ? [{ table, column, to: target.key }] : []
      }),
    ]),
  )
  const done = new Set<string>()
  for (const start of tables) {
    const path: Edge[] = []
    const onPath = new Map<string, number>([[start.key, 0]])
    const stack: { readonly key: string; next: number }[] = [{ key: start.key, next: 0 }]
    while (stack.length > 0) {
      const top = stack[stack.length - 1]
      if (top === undefined) break
      const edge = done.has(top.key) ? undefined : edges.get(top.key)?.[top.next]
      top.next++
      if (edge === undefined) {
        done.add(top.key)
        onPath.delete(top.key)
        stack.pop()
        path.pop()
        continue
      }
      const at = onPath.get(edge.to)
      if (at !== undefined) return [...path.slice(at), edge]
      if (done.has(edge.to)) continue
      path.push(edge)
      onPath.set(edge.to, path.length)
      stack.push({ key: edge.to, next: 0 })
    }
  }
  return undefined
}

/** Columns that documents state are stronger than those a relationship made; a stronger authority is stronger. */
function strength(column: DraftColumn): number {
  const best = Math.min(10, ...column.why.sources.map(rankOf))
  return (column.facts === undefined ? 0 : 100) - best + column.why.sources.length / 100
}

function withoutRequirement(table: DraftTable, column: DraftColumn): DraftTable {
  if (column.facts !== undefined || table.part === 'join')
    return { ...table, columns: table.columns.map((known) => (known.name === column.name ? loosened(known) : known)) }
  return {
    ...table,
    columns: table.columns.filter((known) => known.name !== column.name),
    uniques: table.uniques.filter((unique) => !unique.columns.includes(column.name)),
  }
}

function leadsTo(column: DraftColumn, key: string): boolean {
  return column.references?.target.kind === 'table' && column.references.target.key === key && !column.nullable
}

function loosened(column: DraftColumn): DraftColumn {
  if (column.references === undefined) return column
  const onDelete = column.references.onDelete === 'cascade' ? 'cascade' : 'set null'
  return { ...column, nullable: true, references: { ...column.references, onDelete } }
}
