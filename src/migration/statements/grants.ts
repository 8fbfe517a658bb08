import type { Grant, GrantObject } from '../../schema/grant.ts'
import { compareText } from '../../schema/order.ts'
import { traitsOf } from '../../schema/platform.ts'
import type { Schema } from '../../schema/schema.ts'
import { ownObjects } from '../../sql/grants.ts'
import { createGrant, revokeAll, revokeGrant } from '../../sql/objects/grant.ts'
import type { Change } from '../change.ts'
import type { Step } from '../step.ts'

export interface Granting {
  readonly before: Schema
  readonly after: Schema
  readonly changes: readonly Change[]
  /** Whether an object was not there before, or was dropped on the way: it has what the platform gives by default, and nothing else. */
  readonly isNew: (object: GrantObject) => boolean
  /** Columns that come, and such as were dropped on the way. */
  readonly isNewColumn: (object: GrantObject, column: string) => boolean
}

/** New objects get their privileges as in a first migration; those that stay lose what they shall not have, and get what they lack. */
export function grantSteps({ before, after, changes, isNew, isNewColumn }: Granting): readonly Step[] {
  const { anonymous, signedIn, backend } = traitsOf(after.platform)
  const everybody = ['public', anonymous, signedIn, backend]
  const held = new Map(before.grants.map((grant) => [grantKey(grant), grant]))
  const own = new Map(ownObjects(after).map((object) => [objectKey(object), object]))
  const stays = new Set(ownObjects(before).map(objectKey))
  const steps: Step[] = []
  for (const [key, object] of own) {
    if (!isNew(object)) continue
    steps.push(revokeAll(object, everybody))
    steps.push(...after.grants.filter((grant) => objectKey(grant.object) === key).flatMap(createGrant))
  }
  for (const change of changes) {
    if (change.kind !== 'change grant' || change.from === undefined) continue
    const { from, to } = change
    const isDropped = stays.has(objectKey(from.object)) && !own.has(objectKey(from.object))
    if (isDropped || isNew(from.object)) continue
    steps.push(
      ...revokeGrant(lost(from, to, (column) => isNewColumn(from.object, column) || !hasColumn(after, from.object, column))),
    )
  }
  for (const grant of after.grants) {
    const isFresh = isNew(grant.object)
    if (isFresh && own.has(objectKey(grant.object))) continue
    const from = isFresh ? undefined : held.get(grantKey(grant))
    const privileges = grant.privileges.filter((one) => {
      const had = from?.privileges.find((other) => other.privilege === one.privilege)
      if (had === undefined) return true
      return columnsText(had) !== columnsText(one) || (one.columns ?? []).some((column) => isNewColumn(grant.object, column))
    })
    if (privileges.length > 0) steps.push(...createGrant({ ...grant, privileges }))
  }
  return steps
}

type Privileges = Grant['privileges']

/** What has to be taken away. A privilege on the whole table goes as a whole, and one on columns goes before it becomes one on the whole. */
function lost(from: Grant, to: Grant | undefined, isGoneAnyway: (column: string) => boolean): Grant {
  const privileges = from.privileges.flatMap((had): Privileges => {
    const has = to?.privileges.find((other) => other.privilege === had.privilege)
    if (has !== undefined && columnsText(has) === columnsText(had)) return []
    if (had.columns === undefined || (has !== undefined && has.columns === undefined)) return [{ privilege: had.privilege }]
    const columns = had.columns.filter((column) => !isGoneAnyway(column) && !has?.columns?.includes(column))
    return columns.length === 0 ? [] : [{ privilege: had.privilege, columns }]
  })
  return { ...from, privileges }
}

function columnsText({ columns }: Privileges[number]): string {
  return columns === undefined ? 'all' : JSON.stringify([...columns].sort(compareText))
}

function hasColumn(schema: Schema, object: GrantObject, column: string): boolean {
  const holders = [...schema.tables, ...schema.views]
  return holders.some(
    (one) => one.schema === object.schema && one.name === object.name && one.columns.some(({ name }) => name === column),
  )
}

export function objectKey({ kind, schema, name }: GrantObject): string {
  return [kind, schema, name].join('\u0000')
}

function grantKey({ object, role }: Grant): string {
  return `${objectKey(object)}\u0000${role}`
}
