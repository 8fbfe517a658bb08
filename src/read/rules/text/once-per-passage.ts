import type { Inline } from '../../../brief/document.ts'
import type { LanguageModel } from '../language/sentence.ts'
import type { Passage } from './passage.ts'

/**
 * The same reading of a passage, done once for each language model and variant: several patterns and the index of entities ask for the label or the
 * column of one line. What is remembered belongs to the model, which is made anew for each reading.
 */
export function oncePerPassage<Variant, T>(
  read: (passage: Passage, model: LanguageModel, variant: Variant) => T,
  keyOf: (variant: Variant) => string,
): (passage: Passage, model: LanguageModel, variant: Variant) => T {
  const byModel = new WeakMap<LanguageModel, Map<string, StretchMemory<T>>>()
  return (passage, model, variant) => {
    const byVariant = entry(byModel, model, () => new Map<string, StretchMemory<T>>())
    const known = entry(byVariant, keyOf(variant), () => new WeakMap<Inline, Map<number, { readonly value: T }>>())
    return remember(known, passage, () => read(passage, model, variant))
  }
}

/** The same reading of a passage that no language decides, done once. It goes when the text does. */
export function oncePerStretch<T>(read: (passage: Passage) => T): (passage: Passage) => T {
  const known: StretchMemory<T> = new WeakMap()
  return (passage) => remember(known, passage, () => read(passage))
}

type StretchMemory<T> = WeakMap<Inline, Map<number, { readonly value: T }>>

/** No text is longer than this: start and end together make one number. */
const longest = 2 ** 26

function remember<T>(memory: StretchMemory<T>, passage: Passage, read: () => T): T {
  const stretches = entry(memory, passage.inline, () => new Map<number, { readonly value: T }>())
  const at = passage.start * longest + passage.end
  const known = stretches.get(at)
  if (known !== undefined) return known.value
  const value = read()
  stretches.set(at, { value })
  return value
}

interface Entries<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

function entry<K, V>(map: Entries<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
