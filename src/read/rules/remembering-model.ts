import type { LanguageModel } from './language/sentence.ts'

/** A language model that analyses the same text once: patterns ask for the same label or item several times. */
export function rememberingModel(model: LanguageModel): LanguageModel {
  const marked = new Map<string, ReturnType<LanguageModel['analyse']>>()
  const plain: typeof marked = new Map()
  const names = new Map<string, ReturnType<LanguageModel['name']>>()
  return {
    language: model.language,
    mayCall: model.mayCall,
    analyse(text, marks) {
      const known = marks.length === 0 ? plain : marked
      const key =
        marks.length === 0 ? text : `${marks.map(({ kind, start, end }) => `${kind[0]}${start}-${end}`).join(' ')}\u0000${text}`
      const before = known.get(key)
      if (before) return before
      const analysis = model.analyse(text, marks)
      known.set(key, analysis)
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
