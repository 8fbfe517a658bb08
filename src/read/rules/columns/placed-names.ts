import type { Document } from '../../../brief/document.ts'
import type { Mention } from '../../../claim/mention.ts'
import type { Marker, Sentence } from '../language/sentence.ts'
import { identifierMention } from '../reading.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { asksForSomething } from '../tables/things.ts'
import { inlinesOf } from '../text/blocks.ts'
import { isRefused } from '../text/refusals.ts'

/** Names that stand in a list of columns, in a parenthesis or after the word for one: they are no tables, whatever else is said with them. */
export function listedColumns(
  documents: readonly { readonly document: Document; readonly sentences: readonly Sentence[] }[],
): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { document } of documents) {
    for (const block of document.blocks) {
      for (const inline of inlinesOf(block)) {
        for (const match of inline.text.matchAll(/\(([^()]*\b[a-z_]+\b[^()]*)\)/g)) {
          const items = (match[1] ?? '').split(',').map((item) => /^\s*`?([a-z_]\w*)/.exec(item)?.[1] ?? '')
          if (items.length >= 2) for (const item of items) names.add(item)
        }
        for (const match of inline.text.matchAll(/\b(?:columns?|fields?|kolumn\p{L}*|pol[ae]|pól)\s+`?([a-z_]\w*)/gu))
          if (match[1]) names.add(match[1])
      }
    }
  }
  return names
}

/**
 * Plural identifiers where only a table can stand: at the ends of a relationship, after SQL's own verbs, before "keyed by", and after a preposition
 * in a sentence about keys, indexes or constraints ("unique `(a, b)` on `loans`").
 */
export function placedNames(sentence: Sentence): readonly Mention[] {
  if (!asksForSomething(sentence.zone)) return []
  const meanings = new Set(sentence.markers.map((marker) => marker.meaning))
  const related = ['ONE_TO_ONE', 'ONE_TO_MANY', 'MANY_TO_ONE', 'MANY_TO_MANY'].some((meaning) =>
    meanings.has(meaning as Marker['meaning']),
  )
  const constrained =
    ['UNIQUE', 'INDEX', 'FOREIGN_KEY', 'CASCADE', 'SET_NULL', 'COLUMN', 'ADMIN', 'RLS', 'SOFT_DELETE', 'HARD_DELETE'].some(
      (meaning) => meanings.has(meaning as Marker['meaning']),
    ) || /\bcheck\b/i.test(sentence.text)
  return sentence.words.flatMap((word, index): readonly Mention[] => {
    if (
      !word.identifier ||
      !/^[a-z][a-z0-9_]*s$/.test(word.text) ||
      /_(?:ids|uuids|at|status)$/.test(word.text) ||
      /(?:ss|us|is)$/.test(word.text) ||
      isRefused(sentence, index)
    )
      return []
    const before = sentence.words[index - 1]
    const near =
      related && sentence.markers.some((marker) => /^(?:ONE|MANY)_TO_/.test(marker.meaning) && Math.abs(marker.from - index) <= 6)
    const placed =
      (near && (before?.pos === 'preposition' || before?.pos === 'conjunction')) ||
      /^(?:SELECT|INSERT|UPDATE|DELETE|FROM|INTO|JOIN)$/.test(before?.text ?? '') ||
      /^keyed$/i.test(sentence.words[index + 1]?.text ?? '') ||
      (constrained && (before?.pos === 'preposition' || before?.text === '→' || before?.text === '->'))
    const column = sentence.markers.some(
      (marker) =>
        (marker.meaning === 'COLUMN' || marker.meaning === 'FIELD_LIST' || marker.meaning === 'INDEX') &&
        marker.to <= index &&
        index - marker.to <= 1,
    )
    return placed && !column ? [identifierMention(word.text)] : []
  })
}

/** A noun with its table's name behind it in a parenthesis: "koszyk (carts)", "order items (order_items)"; and names of the schema `public`. */
export function glossedNames(sentence: Sentence): readonly Mention[] {
  if (!asksForSomething(sentence.zone)) return []
  return sentence.words.flatMap((word, index): readonly Mention[] => {
    if (word.identifier && /^public\.[a-z_]\w*$/.test(word.text)) return [identifierMention(word.text)]
    if (sentence.words[index - 1]?.text !== '(' || !/^[a-z][a-z_]*s$/.test(word.text)) return []
    const noun = sentence.nouns.find((each) => each.to === index - 1)
    const same = noun && (keyOfName(noun.name) === keyOfName(word.text) || keyOfName(noun.head) === keyOfName(word.text))
    return same && noun.text.toLowerCase() !== word.text && !isRefused(sentence, index) ? [identifierMention(word.text)] : []
  })
}

/** Names in a row of three or more of which at least half are tables: then all of it are. "It consists of `riders`, `bikes` and `rides`." */
export function joinedTables(sentence: Sentence, isTable: (name: string) => boolean): readonly Mention[] {
  if (!asksForSomething(sentence.zone)) return []
  const rows: number[][] = []
  let last = -1
  for (const [index, word] of sentence.words.entries()) {
    if (!word.identifier || !/^[a-z][a-z0-9_]*s$/.test(word.text) || /_(?:ids|uuids|status)$/.test(word.text)) continue
    const gap = sentence.words.slice(last + 1, index)
    const joined =
      last >= 0 && gap.length <= 2 && gap.length > 0 && gap.every((each) => each.pos === 'conjunction' || each.text === ',')
    if (joined) rows.at(-1)?.push(index)
    else rows.push([index])
    last = index
  }
  return rows.flatMap((row) => {
    const names = row.map((index) => sentence.words[index]?.text ?? '')
    const known = names.filter(isTable).length
    const refused = row.some((index) => isRefused(sentence, index))
    return names.length >= 3 && known * 2 >= names.length && !refused ? names.map(identifierMention) : []
  })
}
