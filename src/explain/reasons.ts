import type { Notes } from '../schema/notes.ts'
import type { Reason } from '../schema/reason.ts'

/** The documents' lines by the short names that reasons use. */
export type DocumentLines = ReadonlyMap<string, { readonly path: string; readonly lines: readonly string[] }>

/** A reason in words, with the line it quotes. `quote` is absent where the document has no such line any more. */
export interface ExplainedReason {
  readonly reference: string
  readonly meaning: string
  readonly place?: string
  readonly quote?: string
}

export function explainReason(reason: Reason, documents: DocumentLines, notes: Notes): ExplainedReason {
  switch (reason.kind) {
    case 'source': {
      const document = documents.get(reason.document)
      const quote = document?.lines[reason.line - 1]?.trim()
      const requirement = reason.requirement === undefined ? '' : ` by ${reason.requirement}`
      return {
        reference: `${reason.document}:${reason.line}`,
        meaning: `asked for${requirement}`,
        place: `${document?.path ?? reason.document}:${reason.line}`,
        ...(quote === undefined || quote === '' ? {} : { quote }),
      }
    }
    case 'assumption': {
      const assumption = notes.assumptions.find((one) => one.number === reason.number)
      return { reference: `A${reason.number}`, meaning: assumption?.text ?? 'an assumption that the plan no longer lists' }
    }
    case 'convention':
      return { reference: 'convention', meaning: 'no document says it; every such schema has it' }
    case 'inferred':
      return { reference: 'inferred', meaning: 'supposed from what the documents say; worth confirming' }
    case 'found':
      return { reference: 'found', meaning: 'it was there already' }
  }
}
