import type { Block, Document } from '../../brief/document.ts'
import type { ClaimBody } from '../../claim/claim.ts'
import type { Mention } from '../../claim/mention.ts'
import type { LanguageModel, Sentence } from './language/sentence.ts'
import type { Answer } from './rounds/round.ts'
import type { policyIn } from './sql/policy-meaning.ts'
import type { ParsedStatement } from './sql/sql-tree.ts'
import type { EntityIndex } from './tables/entity-index.ts'
import type { ThingIndex } from './tables/things.ts'
import type { Passage } from './text/passage.ts'
import type { BlockContext } from './text/subjects.ts'

/** Everything a pattern may look at while it reads one document. */
export interface Reading {
  readonly document: Document
  /** In document order. */
  readonly sentences: readonly Sentence[]
  /** The sentences of one block, in order. */
  sentencesOf(block: number): readonly Sentence[]
  readonly entities: EntityIndex
  /** What the prose keeps without calling it a table. */
  readonly things: ThingIndex
  /** What a numbered requirement is mainly about. */
  topicOfRequirement(id: string | undefined): Mention | undefined
  /** What a block is about: the entity that it or a block above it introduces. */
  contextOf(block: number, offset?: number): BlockContext
  /** The questions that a block answers, and how. */
  answersAt(block: number): readonly Answer[]
  /** The language model for a block (a document may mix languages). */
  modelOf(block: number): LanguageModel
  block(index: number): Block | undefined
  /** The statements of the document's blocks of SQL; absent where there is none. */
  readonly sql?: {
    statementsOf(block: number): readonly ParsedStatement[]
    /** The values of enum types created anywhere in the document. */
    readonly enums: ReadonlyMap<string, readonly string[]>
    /** The policy that a piece of a sentence in code is, or is the condition of. */
    policyIn(piece: string): ReturnType<typeof policyIn>
    /** The document's line of a line of the block's script (from 0). */
    lineOf(block: number, line: number): number
  }
}

/** A claim and where it was read. A block of code or a line is quoted by `line`; all else by its passage. */
export interface Found {
  readonly body: ClaimBody
  readonly block: number
  readonly at: Passage | { readonly line: number }
}

/** A family of sentences or layouts. `read` looks at one block and says what it claims; it never throws. */
export interface Pattern {
  readonly name: string
  read(block: number, reading: Reading): readonly Found[]
}

/** A mention of something written as code or in snake_case or camelCase. */
export function identifierMention(text: string): Mention {
  const bare = text.trim()
  const name = bare.replaceAll('`', '').replaceAll('"', '')
  return { text: bare, name: name.startsWith('public.') ? name.slice('public.'.length) : name, identifier: true, known: true }
}
