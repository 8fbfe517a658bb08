import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.ts'
import type { Brief } from './brief.ts'
import type { Document, DocumentKind } from './document.ts'
import { readGlossary } from './glossary.ts'
import { choosePlatform } from './platform/choose-platform.ts'
import { collectRequirements } from './requirements/collect-requirements.ts'
import { readTitle } from './title.ts'

const order: readonly DocumentKind[] = ['prd', 'notes', 'stack', 'glossary']

/**
 * Puts parsed documents together: what the project is called, what it runs on, its numbered requirements and its own words.
 * The brief is undefined when there is nothing to design from, or the database is not PostgreSQL; the diagnostics say which.
 */
export function assembleBrief(documents: readonly Document[], folderName: string): Outcome<Brief | undefined> {
  const all = order.flatMap((kind) => documents.filter((document) => document.kind === kind))
  const sorted = all.filter((document) => document.blocks.length > 0)
  const empty = all.filter((document) => document.blocks.length === 0 && document.kind !== 'glossary')
  const diagnostics: Diagnostic[] = [...empty.map(isEmpty), ...missing(sorted)]
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics }
  const platform = choosePlatform(sorted)
  diagnostics.push(...platform.diagnostics)
  const glossaries = sorted.filter((document) => document.kind === 'glossary').map(readGlossary)
  diagnostics.push(...glossaries.flatMap((glossary) => glossary.diagnostics))
  if (platform.value === undefined) return { value: undefined, diagnostics }
  return {
    value: {
      title: readTitle(sorted, folderName),
      platform: platform.value,
      documents: sorted,
      requirements: sorted.filter((document) => document.kind === 'prd').flatMap(collectRequirements),
      glossary: glossaries.flatMap((glossary) => glossary.value),
    },
    diagnostics,
  }
}

function missing(documents: readonly Document[]): readonly Diagnostic[] {
  const has = (kind: DocumentKind) => documents.some((document) => document.kind === kind)
  const diagnostics: Diagnostic[] = []
  if (!has('prd') && !has('notes')) {
    diagnostics.push({
      code: 'brief/prd-missing',
      severity: 'error',
      message: 'There is no PRD and there are no notes of a database session.',
      help: 'Write .ai/prd.md, or name the files: --prd FILE --notes FILE.',
    })
  } else if (!has('prd')) {
    diagnostics.push({
      code: 'brief/prd-missing',
      severity: 'warning',
      message: 'There is no PRD: the plan is made from the notes alone, and no requirement can be covered.',
      help: 'Write .ai/prd.md, or name it: --prd FILE.',
    })
  }
  return diagnostics
}

function isEmpty(document: Document): Diagnostic {
  return {
    code: 'brief/document-empty',
    severity: 'warning',
    message: 'The document holds no text, and is left out.',
    place: { file: document.path, line: 1 },
  }
}
