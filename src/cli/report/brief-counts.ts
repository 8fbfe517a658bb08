import type { Brief } from '../../brief/brief.ts'
import type { Document, Zone } from '../../brief/document.ts'

const decided: ReadonlySet<Zone> = new Set<Zone>(['decisions', 'answers'])

/** What one document brought, for the summary: requirements of a PRD, decisions of notes. */
export interface DocumentSummary {
  readonly path: string
  readonly kind: Document['kind']
  readonly language: Document['language']
  readonly requirements: number
  readonly decisions: number
  readonly recommendations: number
}

export function summariseDocuments(brief: Brief): readonly DocumentSummary[] {
  return brief.documents.map((document) => {
    const items = (zones: ReadonlySet<Zone>) =>
      document.blocks.filter(
        (block) => zones.has(block.zone) && (block.kind === 'paragraph' || (block.kind === 'item' && block.level === 0)),
      ).length
    return {
      path: document.path,
      kind: document.kind,
      language: document.language,
      requirements: brief.requirements.filter((requirement) => requirement.document === document.id).length,
      decisions: document.kind === 'notes' ? items(decided) : 0,
      recommendations: document.kind === 'notes' ? items(new Set<Zone>(['recommendations'])) : 0,
    }
  })
}
