/** A function of a word that is asked for each word once: names repeat by the thousand. Bounded, as words come from documents. */
export function remembered<T>(find: (word: string) => T): (word: string) => T {
  const seen = new Map<string, T>()
  return (word) => {
    const known = seen.get(word)
    if (known !== undefined || seen.has(word)) return known as T
    if (seen.size > 20_000) seen.clear()
    const found = find(word)
    seen.set(word, found)
    return found
  }
}
