import type { Person, Side } from '../people/people.ts'
import type { Row } from '../probe.ts'
import type { Value } from './candidates.ts'
import type { Solution } from './solve.ts'

export type { Row } from '../probe.ts'

/** Whose a made row is: an owner's, nobody's (its owner column is empty), or everybody's. */
export type Place = Side | 'nobody' | 'shared'

export interface MadeRow {
  readonly place: Place
  readonly person?: Person
  readonly row: Row
}

/**
 * Values for one more row, which fit but have not been inserted. Where there can be no further row (one per account, one per parent), those
 * of a row that is there, which has to be taken away first.
 */
export interface Spare {
  readonly place: Place
  readonly person?: Person
  readonly values: Readonly<Record<string, Value>>
  readonly replaces?: Row
}

/** The generated data: what stands in each table (by `schema.table`), what could still be added, and what could not be made. */
export interface World {
  readonly people: readonly Person[]
  readonly made: ReadonlyMap<string, readonly MadeRow[]>
  /** Every row that is there, read back as superuser: those made here, and those that triggers added. */
  readonly rows: ReadonlyMap<string, readonly Row[]>
  readonly spares: ReadonlyMap<string, readonly Spare[]>
  readonly solutions: ReadonlyMap<string, readonly Solution[]>
  readonly missing: readonly { readonly table: string; readonly why: string }[]
  /** Whether every deferred constraint holds of the made rows. */
  readonly settled: boolean
}
