import { canonicalSchema } from '../postgres/canonical.ts'
import { type Dependency, readDependencies } from '../postgres/catalog/dependencies.ts'
import { readCatalog } from '../postgres/catalog/read-catalog.ts'
import type { Database } from '../postgres/database.ts'
import type { Schema } from '../schema/schema.ts'
import { createStatements } from '../sql/create-statements.ts'
import { arrange } from './arrange.ts'
import type { Change } from './change.ts'
import { diff } from './diff/diff.ts'
import { type Rename, renameSteps, reversed } from './renames.ts'
import { apply, type Refused, takenBack } from './scratch.ts'
import type { Step } from './step.ts'

/** What PostgreSQL makes of a schema. */
interface Standing {
  /** The schema in PostgreSQL's spelling. */
  readonly canonical: Schema
  /** What stands in the database once the renames have run, and what depends on what there. */
  readonly catalog: Schema
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
 * Works out the way from one schema to another and back. PostgreSQL is asked twice: it is shown each schema, in a transaction that is rolled back, for its spelling
 * of every expression and for what depends on what.
 *
 * @param database an empty database behind the platform's prelude; it is left as it was.
 */
export async function bothDirections(
  database: Database,
  old: Schema,
  next: Schema,
  renames: readonly Rename[],
): Promise<BothDirections | Unusable> {
  const back = reversed(renames)
  const before = await standing(database, old, renames)
  if ('statement' in before) return { unusable: 'old', refused: before }
  const after = await standing(database, next, back)
  if ('statement' in after) return { unusable: 'next', refused: after }
  return {
    up: direction(before, { canonical: after.canonical, written: next }, renameSteps(renames, old)),
    down: direction(after, { canonical: before.canonical, written: old }, renameSteps(back, next)),
    old: before.canonical,
    next: after.canonical,
  }
}

async function standing(database: Database, schema: Schema, renames: readonly Rename[]): Promise<Standing | Refused> {
  return takenBack(database, async () => {
    const refused = await apply(database, schema.platform, createStatements(schema))
    if (refused !== undefined) return refused
    const canonical = await canonicalSchema(database, schema)
    const stuck = await apply(database, schema.platform, renameSteps(renames, schema))
    if (stuck !== undefined) return stuck
    return { canonical, catalog: await readCatalog(database, schema.platform), dependencies: await readDependencies(database) }
  })
}

function direction(from: Standing, to: Parameters<typeof arrange>[2], renamed: readonly Step[]): Direction {
  const changes = diff(from.catalog, to.canonical)
  return { changes, steps: [...renamed, ...arrange(changes, from.catalog, to, from.dependencies)] }
}
