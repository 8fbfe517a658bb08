import { type Dependency, readDependencies } from '../postgres/catalog/dependencies.ts'
import { readCatalog } from '../postgres/catalog/read-catalog.ts'
import type { Database } from '../postgres/database.ts'
import type { Schema } from '../schema/schema.ts'
import { createStatements } from '../sql/create-statements.ts'
import { literal } from '../sql/quote.ts'
import { arrange } from './arrange.ts'
import type { Change, ChangeOf } from './change.ts'
import { diff } from './diff/diff.ts'
import { type Rename, renameSteps, reversed } from './renames.ts'
import { apply, begin, commit, type Refused, rollback } from './scratch.ts'
import type { Step } from './step.ts'

/** What PostgreSQL makes of a schema. */
interface Standing {
  /** The schema as the catalog has it. */
  readonly catalog: Schema
  /** What stands there once the renames have run, and what depends on what then. */
  readonly renamed: Schema
  readonly dependencies: readonly Dependency[]
}

/** One way between two schemas: what is to be done, and the statements that do it. */
export interface Direction {
  readonly changes: readonly Change[]
  readonly steps: readonly Step[]
}

export interface BothDirections {
  readonly up: Direction
  readonly down: Direction
  /** Both schemas in PostgreSQL's spelling, for whoever compares what came of it. */
  readonly old: Schema
  readonly next: Schema
}

/** A schema that PostgreSQL does not take at all. */
export interface Unusable {
  readonly unusable: 'old' | 'next'
  readonly refused: Refused
}

/**
 * Works out the way from one schema to another and back. PostgreSQL is shown both, for its spelling of every expression and for what depends on what; what it then has in
 * its catalog is what a migration has to lead to.
 *
 * @param database an empty database behind the platform's prelude. The old schema stands in it afterwards, where both could be made.
 */
export async function bothDirections(
  database: Database,
  old: Schema,
  next: Schema,
  renames: readonly Rename[],
): Promise<BothDirections | Unusable> {
  const back = reversed(renames)
  const after = await standing(database, next, back, rollback)
  if ('statement' in after) return { unusable: 'next', refused: after }
  const before = await standing(database, old, renames, commit)
  if ('statement' in before) return { unusable: 'old', refused: before }
  return {
    up: direction(before, { canonical: after.catalog, written: next }, renameSteps(renames, old)),
    down: direction(after, { canonical: before.catalog, written: old }, renameSteps(back, next)),
    old: before.catalog,
    next: after.catalog,
  }
}

async function standing(
  database: Database,
  schema: Schema,
  renames: readonly Rename[],
  end: typeof commit,
): Promise<Standing | Refused> {
  await begin(database)
  let outcome = rollback
  try {
    const refused = await apply(database, schema.platform, createStatements(schema))
    if (refused !== undefined) return refused
    const catalog = await readCatalog(database, schema.platform)
    if (renames.length === 0) {
      const dependencies = await readDependencies(database)
      outcome = end
      return { catalog, renamed: catalog, dependencies }
    }
    await database.exec('savepoint renames')
    const stuck = await apply(database, schema.platform, renameSteps(renames, schema))
    if (stuck !== undefined) return stuck
    const renamed = await readCatalog(database, schema.platform)
    const dependencies = await readDependencies(database)
    await database.exec('rollback to savepoint renames')
    outcome = end
    return { catalog, renamed, dependencies }
  } finally {
    await outcome(database)
  }
}

function direction(from: Standing, to: Parameters<typeof arrange>[2], renamed: readonly Step[]): Direction {
  const found = diff(from.renamed, to.canonical)
  const steps = arrange(found, from.renamed, to, from.dependencies)
  const changes = found.map((change) =>
    change.kind === 'add values' && usesAny(steps, change.added) ? asRebuild(change) : change,
  )
  const isRebuilt = changes.some((change, at) => change !== found[at])
  return { changes, steps: [...renamed, ...(isRebuilt ? arrange(changes, from.renamed, to, from.dependencies) : steps)] }
}

/** Whether a statement names one of the values: PostgreSQL lets none be used in the transaction that adds it. (Manual, ALTER TYPE: Notes.) */
function usesAny(steps: readonly Step[], values: readonly string[]): boolean {
  const isRead = ({ kind, sql }: Step) => kind !== 'enum' && !(kind === 'routine' && sql.includes('language plpgsql'))
  return steps.some((step) => isRead(step) && values.some((value) => step.sql.includes(literal(value))))
}

function asRebuild({ from, to }: ChangeOf<'add values'>): ChangeOf<'rebuild type'> {
  return { kind: 'rebuild type', from, to, dropped: [] }
}
