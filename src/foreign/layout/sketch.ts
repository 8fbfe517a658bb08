import type { Spot } from '../../diagnostic/spot.ts'
import type { TableName } from '../draft.ts'

/** A table as a document describes it, outside SQL. */
export interface TableSketch {
  readonly table: TableName
  readonly spot: Spot
  readonly columns: readonly ColumnSketch[]
  readonly constraints: readonly ConstraintSketch[]
  /** Whether the document says that the platform keeps it. */
  readonly isManaged: boolean
  readonly comment?: string
}

export interface ColumnSketch {
  readonly name: string
  readonly spot: Spot
  /** The type and what follows it. */
  readonly spec: string
  /** Where the description stands apart: what it says of a default or of the row that is referenced. */
  readonly description?: string
}

export interface ConstraintSketch {
  readonly text: string
  readonly spot: Spot
}
