import { readCatalog } from '../postgres/catalog/read-catalog.ts'
import { type Database, sqlState } from '../postgres/database.ts'
import { peopleOf } from '../proof/people/people.ts'
import { factsOf } from '../proof/rows/facts.ts'
import { makeWorld } from '../proof/rows/fill-world.ts'
import { openSession } from '../proof/session.ts'
import { type Difference, diffSchemas } from '../schema/diff-schemas.ts'
import type { Schema } from '../schema/schema.ts'
import { qualified } from '../sql/quote.ts'
import type { Named } from './change.ts'
import type { ConcurrentIndex } from './concurrent-indexes.ts'
import type { BothDirections } from './direction.ts'
import { type Kept, keptRows, type RowsLost, snapshot } from './kept-rows.ts'
import type { Rename } from './renames.ts'
import { apply, begin, commit, isInside, ownerIn, type Refused, rollback } from './scratch.ts'
import type { Step } from './step.ts'

/** What came of running a migration and taking it back. */
export interface Verification {
  /** The first thing that went wrong, if anything did. */
  readonly failure?: VerificationFailure
  /** How many rows stood there and were followed. */
  readonly rows: number
  /** Where rows broke what the new schema demands, in PostgreSQL's words; it was tried without the rows of that table then. */
  readonly withoutRows: readonly Refused[]
}

export type VerificationFailure =
  | { readonly kind: 'refused'; readonly direction: 'up' | 'down'; readonly refused: Refused }
  | { readonly kind: 'differs'; readonly direction: 'up' | 'down'; readonly differences: readonly Difference[] }
  | { readonly kind: 'rows'; readonly direction: 'up' | 'down'; readonly lost: readonly RowsLost[] }

/** Classes of SQLSTATE that speak of the data, not of the statement: 22 data exception, 23 integrity constraint violation. */
const aboutRows = /^2[23]/

/**
 * Runs a migration as it will be run: over generated rows, in a transaction of its own. Then what stands there is compared with the new schema, every row with what
 * it was, and the same on the way back.
 *
 * @param database where `bothDirections` left the old schema standing. What is made in it stays.
 */
export async function verify(
  database: Database,
  old: Schema,
  next: Schema,
  { up, down, ...canonical }: BothDirections,
  renames: readonly Rename[],
  indexes: readonly ConcurrentIndex[] = [],
): Promise<Verification> {
  await fill(database, old)
  const kept = keptRows(old, next, renames, up.changes)
  const there = await runWithRows(database, next, up.steps, kept, ['old', 'next'])
  const said = { rows: there.before.reduce((count, table) => count + table.rows.length, 0), withoutRows: there.inTheWay }
  if (there.refused !== undefined) return { ...said, failure: { kind: 'refused', direction: 'up', refused: there.refused } }
  const forth = await compare(database, canonical.next, 'up')
  if (forth !== undefined) return { ...said, failure: forth }
  const stuck = await buildConcurrently(database, next, indexes)
  if (stuck !== undefined) return { ...said, failure: { kind: 'refused', direction: 'up', refused: stuck } }
  const built = indexes.length === 0 ? undefined : await compare(database, canonical.next, 'up')
  if (built !== undefined) return { ...said, failure: built }
  const lost = lostRows(there.before, await snapshot(database, kept, 'next'))
  if (lost.length > 0) return { ...said, failure: { kind: 'rows', direction: 'up', lost } }

  const back = await runWithRows(database, old, down.steps, kept, ['next', 'old'])
  if (back.refused !== undefined) return { ...said, failure: { kind: 'refused', direction: 'down', refused: back.refused } }
  const again = await compare(database, canonical.old, 'down')
  if (again !== undefined) return { ...said, failure: again }
  const lostAgain = lostRows(back.before, await snapshot(database, kept, 'old'))
  if (lostAgain.length > 0) return { ...said, failure: { kind: 'rows', direction: 'down', lost: lostAgain } }
  return said
}

/**
 * Takes indexes that were built in the transaction away and builds them as the migration will, over the rows that are there. On a server the transaction that all happens
 * in is still open: there they stay as they are.
 */
async function buildConcurrently(
  database: Database,
  { platform }: Schema,
  indexes: readonly ConcurrentIndex[],
): Promise<Refused | undefined> {
  if (isInside(database)) return undefined
  for (const { build, drop } of indexes) {
    await database.exec(`set role ${ownerIn(database, platform)}`)
    await database.exec(drop.sql)
    try {
      await database.exec(build.sql)
    } catch (error) {
      return {
        statement: build,
        message: error instanceof Error ? error.message : String(error),
        state: sqlState(error) ?? 'none',
      }
    } finally {
      await database.exec('reset role')
    }
  }
  return undefined
}

/** Makes rows as the proof does, and keeps them. */
async function fill(database: Database, schema: Schema): Promise<void> {
  await begin(database)
  const facts = factsOf(schema)
  await makeWorld(await openSession(database), facts, peopleOf(facts))
  await commit(database)
}

type Side = 'old' | 'next'

/**
 * Runs statements over the rows that are there. Where PostgreSQL refuses because of rows, the rows of the table it speaks of are taken out and it is tried again:
 * whoever allowed the hazard will have mended them.
 */
async function runWithRows(
  database: Database,
  schema: Schema,
  steps: readonly Step[],
  kept: readonly Kept[],
  [from, to]: readonly [Side, Side],
) {
  const inTheWay: Refused[] = []
  for (let left = kept.length + 1; ; left--) {
    const before = await snapshot(database, kept, from)
    const refused = await run(database, schema, steps)
    if (refused === undefined || !aboutRows.test(refused.state) || left === 0) return { before, inTheWay, refused }
    inTheWay.push(refused)
    const spoken = kept.filter((one) => `${refused.statement.sql} `.includes(` ${qualified(one[to].schema, one[to].name)} `))
    await empty(
      database,
      (spoken.length === 0 || left === 1 ? kept : spoken).map((one) => one[from]),
    )
  }
}

async function run(database: Database, schema: Schema, steps: readonly Step[]): Promise<Refused | undefined> {
  await begin(database)
  const refused = await apply(database, schema.platform, steps)
  if (refused !== undefined) {
    await rollback(database)
    return refused
  }
  try {
    await commit(database)
    return undefined
  } catch (error) {
    await rollback(database).catch(() => undefined)
    const message = error instanceof Error ? error.message : String(error)
    return { statement: { kind: 'constraint', object: 'commit', sql: 'commit' }, message, state: '23000' }
  }
}

/** Where the database differs from the schema. No statement changes the order of columns, so it does not count. */
async function compare(database: Database, schema: Schema, direction: 'up' | 'down'): Promise<VerificationFailure | undefined> {
  const differences = diffSchemas(schema, await readCatalog(database, schema.platform)).filter(
    ({ kind, aspect, expected, actual }) => !(kind === 'table' && aspect === 'columns' && sorted(expected) === sorted(actual)),
  )
  return differences.length === 0 ? undefined : { kind: 'differs', direction, differences }
}

function sorted(list: string | undefined): string {
  return JSON.stringify([...(JSON.parse(list ?? '[]') as string[])].sort())
}

function lostRows(
  before: Awaited<ReturnType<typeof snapshot>>,
  after: Awaited<ReturnType<typeof snapshot>>,
): readonly RowsLost[] {
  return before.flatMap((table, at) => {
    const now = after[at]?.rows ?? []
    return JSON.stringify(table.rows) === JSON.stringify(now) ? [] : [{ table: table.table, before: table.rows, after: now }]
  })
}

/** Takes every row out of tables and of those that refer to them, behind the back of triggers. */
async function empty(database: Database, tables: readonly Named[]): Promise<void> {
  if (tables.length === 0) return
  const names = tables.map(({ schema, name }) => qualified(schema, name)).join(', ')
  await begin(database)
  await database.exec(
    `set local session_replication_role = replica; truncate ${names} cascade; set local session_replication_role = default`,
  )
  await commit(database)
}
