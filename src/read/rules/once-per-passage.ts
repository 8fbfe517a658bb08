import type { Inline } from '../../brief/document.ts'
import type { LanguageModel } from './language/sentence.ts'
import type { Passage } from './passage.ts'

/**
 * The same reading of a passage, done once for each language model and variant: several patterns and the index of entities ask for the label or the
 * column of one line. What is remembered belongs to the model, which is made anew for each reading.
 */
export function oncePerPassage<Variant, T>(
  read: (passage: Passage, model: LanguageModel, variant: Variant) => T,
  keyOf: (variant: Variant) => string,
): (passage: Passage, model: LanguageModel, variant: Variant) => T {
  const byModel = new WeakMap<LanguageModel, WeakMap<Inline, Map<string, { readonly value: T }>>>()
  return (passage, model, variant) => {
    const byInline = entry(byModel, model, () => new WeakMap<Inline, Map<string, { readonly value: T }>>())
    const known = entry(byInline, passage.inline, () => new Map<string, { readonly value: T }>())
    const key = `${passage.start} ${passage.end} ${keyOf(variant)}`
    const remembered = known.get(key) ?? { value: read(passage, model, variant) }
    known.set(key, remembered)
    return remembered.value
  }
}

function entry<K extends object, V extends object>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const known = map.get(key) ?? make()
  map.set(key, known)
  return known
}
