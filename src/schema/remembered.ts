/** A function of a word that is asked for each word once: names repeat by the thousand. Bounded, as words come from documents. */
export function remembered(find: (word: string) => string): (word: string) => string {
  const seen = new Map<string, string>()
  return (word) => {
    const known = seen.get(word)
    if (known !== undefined) return known
    if (seen.size > 20_000) seen.clear()
    const found = find(word)
    seen.set(word, found)
    return found
  }
}
