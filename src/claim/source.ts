/**
 * How much a sentence weighs against another about the same thing, strongest first. A later answer over a decision, over a
 * recommendation, over the summary, over the PRD; `stack` is what the platform itself brings.
 */
export type Authority = 'glossary' | 'answer' | 'decision' | 'recommendation' | 'summary' | 'prd' | 'stack'

export const authorities: readonly Authority[] = ['glossary', 'answer', 'decision', 'recommendation', 'summary', 'prd', 'stack']

/** Where a claim was read. `quote` is a verbatim piece of line `line` of the document, never across a line end. */
export interface Source {
  readonly document: string
  readonly line: number
  readonly quote: string
  readonly requirement?: string
  readonly authority: Authority
  /** Grows along the documents in reading order; of two claims of one authority, the later one holds. */
  readonly order: number
}
