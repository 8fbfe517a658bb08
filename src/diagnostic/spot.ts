/** A stretch of a file: offsets in UTF-16 units, `end` exclusive. */
export interface Spot {
  readonly file: string
  readonly start: number
  readonly end: number
  /** Whether it is written in the notation of another tool, so that SQL cannot take its place. */
  readonly isOther?: true
}

/** A change of a file's text that leaves everything outside the stretch as it is. */
export interface Edit {
  readonly spot: Spot
  readonly text: string
}
