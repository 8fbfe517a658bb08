import type { Table } from './table.ts'

/** Order by code units, the same on every machine: the only comparison of names in dbplan. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

interface Named {
  readonly schema: string
  readonly name: string
}

/** By schema, `public` first, then by name. */
export function compareNamed(a: Named, b: Named): number {
  if (a.schema !== b.schema) {
    if (a.schema === 'public') return -1
    if (b.schema === 'public') return 1
    return compareText(a.schema, b.schema)
  }
  return compareText(a.name, b.name)
}

/** A key that two objects share only if schema and name are the same; the separator cannot occur in a PostgreSQL name. */
export function keyOf(object: Named): string {
  return `${object.schema}\u0000${object.name}`
}

/**
 * Parents before children, as foreign keys go, and by name where they leave a choice. Of tables that reference each other in
 * a circle the first by name comes first. References to tables that are not in the list do not count.
 */
export function orderTables(tables: readonly Table[]): readonly Table[] {
  const waiting = new Map(
    [...tables].sort(compareNamed).map((table) => [keyOf(table), { table, parents: new Set<string>() }] as const),
  )
  const children = new Map<string, string[]>()
  for (const [key, { table, parents }] of waiting) {
    for (const { references } of table.foreignKeys) {
      const parent = keyOf({ schema: references.schema, name: references.table })
      if (parent === key || !waiting.has(parent) || parents.has(parent)) continue
      parents.add(parent)
      const others = children.get(parent)
      if (others === undefined) children.set(parent, [key])
      else others.push(key)
    }
  }
  const ranks = new Map([...waiting.keys()].map((key, rank) => [key, rank]))
  const rankOf = (key: string): number => ranks.get(key) ?? 0
  // What waits for no other, the first by name last.
  const free = [...waiting].flatMap(([key, { parents }]) => (parents.size === 0 ? [key] : [])).reverse()
  const ordered: Table[] = []
  while (waiting.size > 0) {
    const key = free.pop() ?? firstOfACircle([...waiting])
    const next = waiting.get(key)
    if (next !== undefined) ordered.push(next.table)
    waiting.delete(key)
    for (const child of children.get(key) ?? []) {
      const parents = waiting.get(child)?.parents
      parents?.delete(key)
      if (parents?.size === 0) free.splice(placeAmong(free, child, rankOf), 0, child)
    }
  }
  return ordered
}

/** Where a key belongs in a list that descends by rank. */
function placeAmong(keys: readonly string[], key: string, rankOf: (key: string) => number): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rankOf(keys[middle] ?? '') > rankOf(key)) low = middle + 1
    else high = middle
  }
  return low
}

interface Waiting {
  readonly table: Table
  readonly parents: ReadonlySet<string>
}

/** When every table waits: the first by name that waits for itself, so that tables outside the circle keep waiting for it. */
function firstOfACircle(entries: readonly (readonly [string, Waiting])[]): string {
  const parentsOf = new Map(entries.map(([key, { parents }]) => [key, parents]))
  const waitsForItself = (start: string): boolean => {
    const seen = new Set<string>()
    const open = [start]
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      for (const parent of parentsOf.get(key) ?? []) {
        if (parent === start) return true
        if (!seen.has(parent)) {
          seen.add(parent)
          open.push(parent)
        }
      }
    }
    return false
  }
  const found = entries.find(([key]) => waitsForItself(key)) ?? entries[0]
  if (found === undefined) throw new Error('no tables are left to order')
  return found[0]
}
