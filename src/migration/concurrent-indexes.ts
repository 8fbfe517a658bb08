import { displayName } from '../schema/lookups.ts'
import type { Schema } from '../schema/schema.ts'
import { identifier, qualified } from '../sql/quote.ts'
import type { Direction } from './direction.ts'
import type { Hazard } from './hazards.ts'
import { type Step, step } from './step.ts'

/** An index that is built while people go on writing. PostgreSQL refuses the statement inside a transaction. */
export interface ConcurrentIndex {
  readonly name: string
  /** `create index concurrently …`. */
  readonly build: Step
  /** What takes it away again, also what is left of it where the build failed. */
  readonly drop: Step
}

export interface Apart {
  /** What runs in one transaction, and the indexes that come behind it, as plain statements. */
  readonly main: readonly Step[]
  readonly plain: readonly Step[]
  readonly indexes: readonly ConcurrentIndex[]
}

/**
 * Sets the indexes apart that can be built concurrently: new ones on tables that are there. One that takes the place of another stays in the transaction, so that queries
 * are never without either; so does one that a foreign key needs, and one on a partitioned table, for which PostgreSQL has no such way.
 * (Manual, CREATE INDEX: Building Indexes Concurrently.)
 */
export function setIndexesApart({ changes, steps }: Direction, next: Schema): Apart {
  const names = new Set<string>()
  const indexes: ConcurrentIndex[] = []
  const plain: Step[] = []
  for (const change of changes) {
    if (change.kind !== 'create index') continue
    const { table, to } = change
    if (table.partitionBy !== undefined || (to.unique && isReferred(next, table, to.keys))) continue
    const found = steps.find(({ kind, object, sql }) => kind === 'index' && object === to.name && sql.includes(onTable(table)))
    if (found === undefined) continue
    names.add(found.sql)
    plain.push(found)
    indexes.push({
      name: to.name,
      build: { ...found, sql: found.sql.replace(/^create (unique )?index /, 'create $1index concurrently ') },
      drop: step('index', displayName(table), `drop index if exists ${identifier(table.schema)}.${identifier(to.name)}`),
    })
  }
  return { main: steps.filter(({ sql }) => !names.has(sql)), plain, indexes }
}

const onTable = ({ schema, name }: { readonly schema: string; readonly name: string }): string =>
  ` on ${qualified(schema, name)} `

/** Whether a foreign key may rest on the index. */
function isReferred(
  schema: Schema,
  table: { readonly schema: string; readonly name: string },
  keys: readonly { readonly column?: string }[],
): boolean {
  const columns = new Set(keys.map(({ column }) => column))
  return schema.tables.some(({ foreignKeys }) =>
    foreignKeys.some(
      ({ references }) =>
        references.schema === table.schema &&
        references.table === table.name &&
        references.columns.length === columns.size &&
        references.columns.every((column) => columns.has(column)),
    ),
  )
}

/** Nobody waits for an index that is built concurrently. */
export function withoutLocks(hazards: readonly Hazard[], { indexes }: Apart): readonly Hazard[] {
  return hazards.filter(({ code, object }) => code !== 'long-lock' || !indexes.some(({ name }) => name === object))
}
