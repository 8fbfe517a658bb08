import type { Sentence } from '../language/sentence.ts'

/** The same reading of a sentence, done once: several patterns and the index of things ask for it. It goes when the sentence does. */
export function oncePerSentence<T>(read: (sentence: Sentence) => T): (sentence: Sentence) => T {
  const known = new WeakMap<Sentence, { readonly value: T }>()
  return (sentence) => {
    const remembered = known.get(sentence)
    if (remembered !== undefined) return remembered.value
    const value = read(sentence)
    known.set(sentence, { value })
    return value
  }
}
