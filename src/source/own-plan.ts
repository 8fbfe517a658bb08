import type { Spot } from '../diagnostic/spot.ts'
import { locatePlanParts } from '../plan/locate.ts'
import { isSealed } from '../plan/seal.ts'
import { constraintNames, displayName } from '../schema/lookups.ts'
import { type Part, partKey } from '../schema/part-key.ts'
import type { Schema } from '../schema/schema.ts'

/** Whether a text is a plan in dbplan's own format: it is sealed, or says under its title which PostgreSQL it is for, as no other does. */
export function isOwnPlan(text: string): boolean {
  return isSealed(text) || /^# Database plan\b[^\n]*\n+\W*PostgreSQL \d+ on /m.test(text.replaceAll('\r\n', '\n'))
}

/** Where the parts of a plan in dbplan's own format stand: whole lines. */
export function ownPlanSpots(text: string, file: string, schema: Schema): ReadonlyMap<string, Spot> {
  const lines = locatePlanParts(text)
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const spots = new Map<string, Spot>()
  const put = (part: Part, name: string): void => {
    const line = lines.get(name)
    if (line === undefined) return
    const start = starts[line - 1] ?? 0
    spots.set(partKey(part), { file, start, end: (starts[line] ?? text.length + 1) - 1 })
  }
  for (const table of schema.tables) {
    const owner = displayName(table)
    put({ kind: 'table', name: owner }, owner)
    for (const { name } of table.columns) put({ kind: 'column', owner, name }, `${owner}.${name}`)
    for (const name of constraintNames(table)) put({ kind: 'constraint', owner, name }, name)
    for (const { name } of table.indexes) put({ kind: 'index', owner, name }, name)
    for (const { name } of table.policies) put({ kind: 'policy', owner, name }, name)
    for (const { name } of table.triggers) put({ kind: 'trigger', owner, name }, `${owner}.${name}`)
  }
  for (const view of schema.views) put({ kind: 'view', name: displayName(view) }, displayName(view))
  for (const routine of schema.routines) put({ kind: 'function', name: displayName(routine) }, displayName(routine))
  for (const type of schema.enums) put({ kind: 'type', name: displayName(type) }, displayName(type))
  return spots
}
