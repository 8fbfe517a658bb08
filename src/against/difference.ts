import type { Source } from '../claim/source.ts'
import type { RulesDraft } from '../design/access-rules/add-access-rules.ts'
import type { DraftTable } from '../design/draft.ts'
import type { Part } from '../schema/part-key.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import type { Names } from './names.ts'
import type { Pair } from './pair.ts'

/** The two sides, brought together. */
export interface Sides {
  readonly draft: RulesDraft
  readonly schema: Schema
  readonly pairs: readonly Pair[]
  readonly names: Names
  /** The syntax tree of an expression of the schema. */
  readonly tree: (expression: string | undefined) => unknown
  /** Tables of which no document says anything, not even of one of their columns. */
  readonly unspoken: readonly Table[]
}

/** Where the schema does not do what a document asks for. */
export interface Difference {
  readonly code: `against/${string}`
  readonly message: string
  readonly help: string
  /** The line that asks for it. */
  readonly source: Source
  /** The part of the schema; absent where the schema has nothing of it. */
  readonly part?: Part
  /** It is in the PRD's prose, which says what people want rather than how it is kept. */
  readonly isWeak?: boolean
}

/** A comparison of one concern. */
export type Comparison = (sides: Sides) => readonly Difference[]

export const pairOf = ({ pairs }: Sides, key: string | undefined): Pair | undefined =>
  pairs.find(({ asked }) => asked.key === key)

/** Whether the documents themselves name a table as it stands in a schema: as code, or in words that are all known. */
export function isNamed(table: DraftTable): boolean {
  return table.facts?.mentions.some(({ mention }) => mention.identifier || mention.known) === true
}
