import type { ForeignKey } from '../../schema/constraint.ts'
import type { Table } from '../../schema/table.ts'
import { isOptional, nameOf, targetOf } from './facts.ts'

export interface Ordered {
  readonly table: Table
  /** Keys that lead to rows made later: left empty. */
  readonly later: readonly ForeignKey[]
}

/** Parents before children. Where tables refer to each other in a circle, the circle is cut at a key that may stay empty. */
export function fillingOrder(tables: readonly Table[]): readonly Ordered[] {
  const done = new Set<string>()
  const known = new Set(tables.map(nameOf))
  const waiting = [...tables]
  const ordered: Ordered[] = []
  const missing = (table: Table) =>
    table.foreignKeys.filter((key) => known.has(targetOf(key)) && targetOf(key) !== nameOf(table) && !done.has(targetOf(key)))
  while (waiting.length > 0) {
    const next =
      waiting.find((table) => missing(table).length === 0) ??
      waiting.find((table) => missing(table).every((key) => isOptional(table, key))) ??
      waiting[0]
    if (next === undefined) break
    ordered.push({ table: next, later: missing(next) })
    done.add(nameOf(next))
    waiting.splice(waiting.indexOf(next), 1)
  }
  return ordered
}
