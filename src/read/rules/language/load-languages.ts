import type { GlossaryEntry } from '../../../brief/brief.ts'
import type { Document, Language } from '../../../brief/document.ts'
import { sentencesOfBlock } from './block-sentences.ts'
import type { LanguageModel } from './sentence.ts'

/** The languages that were loaded. */
export type LanguageModels = Readonly<Partial<Record<Language, LanguageModel>>>

const loaders: Readonly<Record<Language, (glossary: readonly GlossaryEntry[]) => Promise<LanguageModel>>> = {
  en: async (glossary) => (await import('./en/english.ts')).loadEnglish(glossary),
  pl: async (glossary) => (await import('./pl/polish.ts')).loadPolish(glossary),
}

/** Loads the models of the languages that the documents' sentences are in, and no other. */
export async function loadLanguages(documents: readonly Document[], glossary: readonly GlossaryEntry[]): Promise<LanguageModels> {
  const needed = new Set<Language>()
  for (const document of documents) {
    for (const block of document.blocks) {
      for (const sentence of sentencesOfBlock(block, document.language)) needed.add(sentence.language)
    }
  }
  const languages = (Object.keys(loaders) as Language[]).filter((language) => needed.has(language))
  const models = await Promise.all(languages.map(async (language) => [language, await loaders[language](glossary)] as const))
  return Object.fromEntries(models)
}
