/** Languages the built-in reader knows. A document that mixes both has the one most of its words are in; sentences are judged one by one. */
export type Language = 'en' | 'pl'

export type DocumentKind = 'prd' | 'notes' | 'stack' | 'glossary'

/** A document as it was read. `id` is the short name that reasons use: `prd`, `notes`, `notes-2`, `stack`, `glossary`. */
export interface Document {
  readonly id: string
  readonly kind: DocumentKind
  /** Relative to the project folder, with forward slashes. */
  readonly path: string
  readonly language: Language
  /** The file's text, as it is. */
  readonly text: string
  /** `text` split at line ends; `lines[n - 1]` is line n. */
  readonly lines: readonly string[]
  readonly blocks: readonly Block[]
}

/**
 * What part of a document a block stands in. It decides how much a sentence weighs (a later answer over a decision, over a
 * recommendation, over the summary, over the PRD) and whether it asks for anything at all (`out of scope` refuses).
 */
export type Zone =
  | 'answers'
  | 'decisions'
  | 'recommendations'
  | 'summary'
  | 'unresolved'
  | 'questions'
  | 'memo'
  | 'overview'
  | 'problem'
  | 'requirements'
  | 'data model'
  | 'stories'
  | 'acceptance'
  | 'out of scope'
  | 'metrics'
  | 'roles'
  | 'stack'
  | 'other'

/** A stretch of a block's text that was marked up. Offsets count UTF-16 units in the block's `text`, end exclusive. */
export interface Mark {
  readonly kind: 'code' | 'strong' | 'emphasis' | 'link'
  readonly start: number
  readonly end: number
}

/** Text without its markdown, knowing where each part of it stood. */
export interface Inline {
  readonly text: string
  readonly marks: readonly Mark[]
  /** Ascending by `offset`: from `offset` in `text` on, characters stand at `line`, `column` (from 1) of the document. */
  readonly origins: readonly { readonly offset: number; readonly line: number; readonly column: number }[]
}

interface BlockPlace {
  /** Line the block begins on. */
  readonly line: number
  readonly zone: Zone
  /** Headings above, outermost first, as plain text; a tag counts as a heading. */
  readonly headings: readonly string[]
  /** The requirement the block belongs to: `US-003`. */
  readonly requirement?: string
}

export type Block =
  | (BlockPlace & { readonly kind: 'heading'; readonly depth: number; readonly inline: Inline })
  | (BlockPlace & { readonly kind: 'paragraph'; readonly inline: Inline })
  | (BlockPlace & {
      readonly kind: 'item'
      readonly inline: Inline
      /** The number of an ordered item. */
      readonly number?: number
      /** 0 for the outermost list. */
      readonly level: number
      /** Index in the document's `blocks` of the item, paragraph or heading that this item stands under: `**Recipes**:` above its columns. */
      readonly parent?: number
    })
  | (BlockPlace & {
      readonly kind: 'table'
      readonly header: readonly Inline[]
      readonly rows: readonly (readonly Inline[])[]
      readonly parent?: number
    })
  | (BlockPlace & { readonly kind: 'code'; readonly language: string; readonly text: string })
