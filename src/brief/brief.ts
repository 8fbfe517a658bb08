import type { Platform } from '../schema/platform.ts'
import type { Document } from './document.ts'

/** A numbered requirement of the PRD: `FR-001`, `US-001`. */
export interface Requirement {
  readonly id: string
  readonly title: string
  readonly document: string
  readonly line: number
}

/** A line of the project's own `.ai/glossary.md`: a word of the documents and the name it gets in the schema (singular, snake_case). */
export interface GlossaryEntry {
  readonly word: string
  readonly name: string
  readonly line: number
}

/** The parsed documents of a project. */
export interface Brief {
  readonly title: string
  readonly platform: Platform
  /** In the order they are read: PRD, notes, tech stack, glossary. */
  readonly documents: readonly Document[]
  readonly requirements: readonly Requirement[]
  readonly glossary: readonly GlossaryEntry[]
}
