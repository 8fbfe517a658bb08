import { assembleBrief } from '../brief/assemble-brief.ts'
import type { Document } from '../brief/document.ts'
import type { RulesDraft } from '../design/access-rules/add-access-rules.ts'
import { draftSchema } from '../design/design.ts'
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.ts'
import { hasErrors } from '../diagnostic/diagnostic.ts'
import { loadLanguages } from '../read/rules/language/load-languages.ts'
import type { LanguageModel } from '../read/rules/language/sentence.ts'
import { rulesReader } from '../read/rules/rules-reader.ts'
import type { Schema } from '../schema/schema.ts'
import { namesOfSchema } from './names-of-schema.ts'

/** What a project's documents ask for: the draft of the schema that `design` would make of them, every part with its claims. */
export interface Asked {
  readonly draft: RulesDraft
  /** The same with the names of the schema known, so that sentences which leave open what they speak of find it there. */
  readonly named: RulesDraft
  readonly documents: ReadonlyMap<string, Document>
  /** The model that reads names in the documents' other language, where they have one. */
  readonly polish: LanguageModel | undefined
}

/**
 * Reads documents as `design` does, up to the draft.
 *
 * @param schema what is checked: its platform is the documents', whatever they say, and its names are known to them.
 * @returns undefined, with diagnostics, where there is nothing to read.
 */
export async function readAsked(documents: readonly Document[], schema: Schema): Promise<Outcome<Asked | undefined>> {
  const assembled = assembleBrief(documents, '')
  const { value: brief } = assembled
  // What a stack says of the platform, or leaves out, is the plan's own affair here.
  const diagnostics: Diagnostic[] = assembled.diagnostics.filter(({ code }) => !/^brief\/(stack|platform|prd-missing)/.test(code))
  if (brief === undefined || hasErrors(assembled.diagnostics)) return { value: undefined, diagnostics: assembled.diagnostics }
  const claims = await rulesReader.read(brief)
  diagnostics.push(...claims.diagnostics)
  const { platform } = schema
  const draft = await draftSchema({ title: brief.title, platform, claims: claims.value })
  const named = await draftSchema({ title: brief.title, platform, claims: [...namesOfSchema(schema), ...claims.value] })
  const isPolish = brief.documents.some(({ language }) => language === 'pl')
  const { pl } = isPolish ? await loadLanguages(brief.documents, brief.glossary) : {}
  return { value: { draft, named, documents: new Map(brief.documents.map((one) => [one.id, one])), polish: pl }, diagnostics }
}
