/**
 * What a stretch of text is before a language looks at it. `name` is an identifier (snake_case, camelCase, `auth.users`, a code
 * span of one piece), `quoted` the inside of a short pair of quotation marks, `cardinality` a notation like `1:N`, `reference`
 * something that points elsewhere (US-001, a link, a file name, an address, a date).
 */
export type TokenKind = 'word' | 'number' | 'name' | 'quoted' | 'cardinality' | 'symbol' | 'punctuation' | 'reference'

/** Offsets count UTF-16 units in the analysed text, end exclusive; `text` is exactly what stands there. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly start: number
  readonly end: number
  /** Inside a code span. */
  readonly code: boolean
  readonly strong: boolean
  /** White space stands before it. */
  readonly spaced: boolean
  readonly value?: number
}

/** A stretch that the layout marked up. */
export interface MarkedStretch {
  readonly kind: string
  readonly start: number
  readonly end: number
}
