import { hasHyphen } from './characters.ts'
import type { Marker, Meaning, Word } from './sentence.ts'

/**
 * A language's phrases by meaning. A phrase is a line of words separated by spaces; each word is compared with a word's lemma and with its text,
 * both in lower case. Per word: `a/b` alternatives; `a?` may be missing; `=a` the text only and never the lemma; `a:verb` only
 * with that part of speech; `#` any number; `~` any one word; `&` any determiner or possessive, or none. A hyphenated word counts as its parts, so
 * `one to many` reads `one-to-many` as well.
 */
export type Phrases = Readonly<Partial<Record<Meaning, readonly string[]>>>

/** What the matcher needs to know of a word; `words` of a sentence have it. */
type Matched = Pick<Word, 'text' | 'lemma' | 'pos'> & Partial<Pick<Word, 'value' | 'quoted' | 'identifier'>>

interface Piece {
  readonly options: readonly { readonly word: string; readonly exact: boolean; readonly pos: string | undefined }[]
  readonly optional: boolean
  readonly wildcard: '#' | '~' | '&' | undefined
}

interface Compiled {
  readonly meaning: Meaning
  readonly pieces: readonly Piece[]
}

/** Part of a word between hyphens. */
interface Part {
  readonly text: string
  readonly lemma: string
  readonly pos: string
  readonly number: boolean
  readonly word: number
}

/** Finds the phrases in a sentence's words. A marker inside a longer one is left out, so `one to many` is not also MANY. */
export type PhraseMatcher = (words: readonly Matched[]) => readonly Marker[]

export function compilePhrases(phrases: Phrases): PhraseMatcher {
  const beginningWith = candidatesOf(phrases)
  return (words) => {
    const parts = partsOf(words)
    const found: Found[] = []
    const tryAll = (candidates: readonly Compiled[], at: number): void => {
      for (const { meaning, pieces } of candidates) {
        const end = matchPieces(pieces, 0, parts, at)
        if (end > at && fitsHyphens(parts, at, end, meaning)) found.push({ meaning, first: at, end })
      }
    }
    const tryWord = (first: string, at: number): void => {
      const candidates = beginningWith(first)
      if (candidates === undefined) return
      tryAll(candidates.any, at)
      const next = parts[at + 1]
      if (next === undefined) return
      tryAll(candidates.bySecond.get(next.text) ?? none, at)
      if (next.lemma !== next.text) tryAll(candidates.bySecond.get(next.lemma) ?? none, at)
    }
    parts.forEach((part, at) => {
      tryWord(part.text, at)
      if (part.lemma !== part.text) tryWord(part.lemma, at)
      if (part.number) tryWord('#', at)
      tryWord('*', at)
    })
    return outermost(found).map(({ meaning, first, end }) => ({
      meaning,
      from: (parts[first] as Part).word,
      to: (parts[end - 1] as Part).word + 1,
    }))
  }
}

const none: readonly Compiled[] = []

/** Phrases that may begin with the same word: by their second word where one must follow, and the others. */
interface Candidates {
  readonly any: readonly Compiled[]
  readonly bySecond: ReadonlyMap<string, readonly Compiled[]>
}

/** The phrases by their first word (`#` for a number, `*` for any word), compiled when a sentence first has it: most never are. */
function candidatesOf(phrases: Phrases): (first: string) => Candidates | undefined {
  const lines = new Map<string, { readonly meaning: Meaning; readonly line: string }[]>()
  for (const [meaning, all] of Object.entries(phrases) as [Meaning, readonly string[]][]) {
    for (const line of all) for (const key of firstKeys(line)) add(lines, key, { meaning, line })
  }
  const compiled = new Map<string, Candidates>()
  return (first) => {
    const known = compiled.get(first)
    if (known !== undefined) return known
    const those = lines.get(first)
    if (those === undefined) return undefined
    const made = candidatesIn(those.map(({ meaning, line }) => ({ meaning, pieces: piecesOf(line).map(compilePiece) })))
    compiled.set(first, made)
    return made
  }
}

function candidatesIn(all: readonly Compiled[]): Candidates {
  const any: Compiled[] = []
  const bySecond = new Map<string, Compiled[]>()
  for (const one of all) {
    const [first, second] = one.pieces
    const certain = first?.optional === false && second !== undefined && !second.optional && second.wildcard === undefined
    if (!certain) any.push(one)
    else for (const word of new Set(second.options.map((option) => option.word))) add(bySecond, word, one)
  }
  return { any, bySecond }
}

function add<T>(map: Map<string, T[]>, key: string, one: T): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [one])
  else known.push(one)
}

const piecesOf = (line: string): readonly string[] => line.trim().split(/\s+/)

/** A match in parts of words. */
interface Found {
  readonly meaning: Meaning
  readonly first: number
  readonly end: number
}

/** What a part of a hyphenated word may mean by itself: `per-user`, `read-only`, `user-owned`. */
const inHyphens: ReadonlySet<Meaning> = new Set<Meaning>(['PER', 'ONLY', 'OWNER'])

function fitsHyphens(parts: readonly Part[], first: number, end: number, meaning: Meaning): boolean {
  const cutsBefore = first > 0 && parts[first - 1]?.word === parts[first]?.word
  const cutsAfter = end < parts.length && parts[end]?.word === parts[end - 1]?.word
  return !(cutsBefore || cutsAfter) || (inHyphens.has(meaning) && parts[first]?.word === parts[end - 1]?.word)
}

function outermost(found: readonly Found[]): readonly Found[] {
  const sorted = [...found].sort(
    (a, b) => a.first - b.first || b.end - a.end || (a.meaning < b.meaning ? -1 : a.meaning > b.meaning ? 1 : 0),
  )
  const kept: Found[] = []
  for (const each of sorted) {
    const covered = kept.some(
      (other) =>
        other.first <= each.first &&
        other.end >= each.end &&
        (other.end - other.first > each.end - each.first || other.meaning === each.meaning),
    )
    if (!covered) kept.push(each)
  }
  return kept
}

/** Leaves out markers that stand inside a longer one, and repetitions; in order of place. */
export function withoutInner(markers: readonly Marker[]): readonly Marker[] {
  return outermost(markers.map(({ meaning, from, to }) => ({ meaning, first: from, end: to }))).map(
    ({ meaning, first, end }) => ({ meaning, from: first, to: end }),
  )
}

function compilePiece(text: string): Piece {
  const optional = text.length > 1 && text.endsWith('?')
  const body = optional ? text.slice(0, -1) : text
  if (body === '#' || body === '~' || body === '&') return { options: [], optional: optional || body === '&', wildcard: body }
  const options = (body.length === 1 ? [body] : body.split('/')).map((option) => {
    const exact = option.startsWith('=') && option.length > 1 && /[\p{L}\p{N}]/u.test(option)
    const [word = '', pos] = (exact ? option.slice(1) : option).split(':')
    return { word: word === '' ? option : word, exact, pos: word === '' ? undefined : pos }
  })
  return { options, optional, wildcard: undefined }
}

/** What a phrase may begin with. */
function firstKeys(line: string): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const text of piecesOf(line)) {
    const piece = compilePiece(text)
    if (piece.wildcard === '#') keys.add('#')
    else if (piece.wildcard !== undefined) keys.add('*')
    for (const option of piece.options) keys.add(option.word)
    if (!piece.optional) break
  }
  return keys
}

function partsOf(words: readonly Matched[]): readonly Part[] {
  const parts: Part[] = []
  for (const [index, word] of words.entries()) {
    const text = word.text.toLowerCase().replaceAll('’', "'")
    const hyphened = word.quoted !== true && word.identifier !== true && hasHyphen(text) && /^[\p{L}\p{N}]/u.test(text)
    if (!hyphened) {
      parts.push({ text, lemma: word.lemma.toLowerCase(), pos: word.pos, number: word.value !== undefined, word: index })
      continue
    }
    for (const each of text.split(/[-‑]/))
      if (each !== '') parts.push({ text: each, lemma: each, pos: word.pos, number: /^\d+$/.test(each), word: index })
  }
  return parts
}

function matchPieces(pieces: readonly Piece[], piece: number, parts: readonly Part[], at: number): number {
  const wanted = pieces[piece]
  if (wanted === undefined) return at
  const part = parts[at]
  if (part !== undefined && fits(wanted, part)) {
    const end = matchPieces(pieces, piece + 1, parts, at + 1)
    if (end >= 0) return end
  }
  return wanted.optional ? matchPieces(pieces, piece + 1, parts, at) : -1
}

function fits(piece: Piece, part: Part): boolean {
  if (piece.wildcard === '#') return part.number
  if (piece.wildcard === '~') return /[\p{L}\p{N}]/u.test(part.text)
  if (piece.wildcard === '&') return part.pos === 'determiner' || part.pos === 'pronoun'
  return piece.options.some(
    (option) =>
      (option.word === part.text || (!option.exact && option.word === part.lemma)) &&
      (option.pos === undefined || option.pos === part.pos),
  )
}
