import type { Sentence } from '../language/sentence.ts'
import type { Reading } from '../reading.ts'

/** What all sentences of a document say together, read once: patterns ask for it at every sentence. It goes when the sentences do. */
export function oncePerDocument<T>(read: (reading: Reading) => T): (reading: Reading) => T {
  const known = new WeakMap<readonly Sentence[], { readonly value: T }>()
  return (reading) => {
    const remembered = known.get(reading.sentences) ?? { value: read(reading) }
    known.set(reading.sentences, remembered)
    return remembered.value
  }
}
