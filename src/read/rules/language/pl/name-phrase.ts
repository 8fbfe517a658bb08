import { composeName } from './names.ts'
import { findNounPhrases } from './noun-phrases.ts'
import type { ReadWord } from './read-words.ts'
import type { Terms } from './terms.ts'

/**
 * The name of a phrase that stands alone. Of several noun phrases the first that belongs to no other counts; a phrase without a noun
 * (`zakończone`, `do poprawy`) is named by its words.
 */
export function nameOf(
  text: string,
  words: readonly ReadWord[],
  terms: Terms,
  nameQuoted?: (text: string) => { readonly name: string; readonly known: boolean },
): { readonly name: string; readonly plural: boolean; readonly known: boolean } {
  const { nouns } = findNounPhrases(words, text, terms, nameQuoted)
  const owned = new Set(nouns.flatMap(({ possessor }) => (possessor === undefined ? [] : [possessor])))
  const root = nouns.find((_, index) => !owned.has(index))
  if (root !== undefined) {
    const owner = root.possessor === undefined ? undefined : nouns[root.possessor]
    const withOwner =
      owner?.person === true && owner.name !== 'user' && !root.name.startsWith(`${owner.name}_`) && owner.to === root.to
    return { name: withOwner ? `${owner.name}_${root.name}` : root.name, plural: root.plural, known: root.known }
  }
  const parts = words.flatMap(({ readings }) => {
    const name = readings[0]?.entry.name ?? ''
    return name === '' ? [] : [name]
  })
  if (parts.length === 0) return { ...composeName(text), plural: false, known: false }
  return { name: parts.join('_'), plural: false, known: words.every(({ known }) => known) }
}
