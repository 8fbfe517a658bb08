import type { LanguageModel } from './language/sentence.ts'

/** A language model that analyses the same text once: patterns ask for the same label or item several times. */
export function rememberingModel(model: LanguageModel): LanguageModel {
  const analyses = new Map<string, ReturnType<LanguageModel['analyse']>>()
  const names = new Map<string, ReturnType<LanguageModel['name']>>()
  return {
    language: model.language,
    mayCall: model.mayCall,
    analyse(text, marks) {
      const key = `${marks.map((mark) => `${mark.kind[0]}${mark.start}-${mark.end}`).join(' ')}\u0000${text}`
      const known = analyses.get(key)
      if (known) return known
      const analysis = model.analyse(text, marks)
      analyses.set(key, analysis)
      return analysis
    },
    name(text) {
      const known = names.get(text)
      if (known) return known
      const named = model.name(text)
      names.set(text, named)
      return named
    },
  }
}
