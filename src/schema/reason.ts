/**
 * Why a part of the schema is there. Reasons are what the plan's "Why" cells hold, so each kind has exactly one written form:
 * `prd:41 US-003`, `convention`, `inferred`, `A2`, `found`.
 *
 * - `source`: a line of a document asked for it. `document` is the short name that the brief gives a file
 *   (`prd`, `notes`, `notes-2`, `stack`, `glossary`), `line` counts from 1.
 * - `convention`: no document says it, every such schema has it (keys, timestamps).
 * - `inferred`: supposed from what the documents say; always worth confirming.
 * - `assumption`: the numbered assumption in section 5 that it rests on.
 * - `found`: it was there already, in an existing database or migration.
 */
export type Reason =
  | { readonly kind: 'source'; readonly document: string; readonly line: number; readonly requirement?: string }
  | { readonly kind: 'convention' }
  | { readonly kind: 'inferred' }
  | { readonly kind: 'assumption'; readonly number: number }
  | { readonly kind: 'found' }

export const convention: Reason = { kind: 'convention' }
export const inferred: Reason = { kind: 'inferred' }

/** Where a part comes from, strongest first: a document states it, every schema has it, or it was supposed. */
export type Provenance = 'stated' | 'conventional' | 'inferred' | 'found'
