import { hasHyphen } from '../characters.ts'
import type { Token } from '../token.ts'
import { lemmatiser } from './words/lemmatise.ts'
import { loadWordTable } from './words/load-word-table.ts'
import { type Piece, wordSplitter } from './words/split-words.ts'
import { pieceTagger } from './words/tag-pieces.ts'
import type { WordTable } from './words/word-table.ts'

/** A part of speech of the universal tag set, as wink-nlp gives it. */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE'

/** A token with what the tagger made of it. `lower` is its text in small letters with a straight apostrophe. */
export interface TaggedToken extends Token {
  readonly lower: string
  readonly tag: Tag
  readonly lemma: string
  /** In the tagger's lexicon. */
  readonly common: boolean
}

export type Tagger = (tokens: readonly Token[]) => readonly TaggedToken[]

let loaded: Promise<Tagger> | undefined

/** Loads the tagger of English, once a process: tags and lemmas as wink-nlp gives them with its small web model (both MIT), from a table made of that model. */
export function loadTagger(): Promise<Tagger> {
  loaded ??= loadWordTable().then(taggerOf)
  return loaded
}

/** The tagger by a table of words. What it says of a sentence depends on that sentence alone. */
export function taggerOf(words: WordTable): Tagger {
  const split = wordSplitter(words)
  const tag = pieceTagger(words)
  const lemmatise = lemmatiser(words)
  return (tokens) => {
    const pieces: Piece[] = []
    // By token: its first and its last piece.
    const first: number[] = []
    const last: number[] = []
    let begin = 0
    while (begin < tokens.length) {
      let end = begin + 1
      let chunk = standIn(tokens[begin] as Token)
      const starts = [0]
      while (end < tokens.length && isJoined(tokens[end] as Token)) {
        starts.push(chunk.length)
        chunk += standIn(tokens[end] as Token)
        end += 1
      }
      let at = 0
      let inside = 0
      for (const piece of split(chunk)) {
        const found = Math.max(at, chunk.indexOf(piece.text, at))
        at = found + piece.text.length
        while (inside + 1 < starts.length && (starts[inside + 1] as number) <= found) inside += 1
        first[begin + inside] ??= pieces.length
        last[begin + inside] = pieces.length
        pieces.push(piece)
      }
      begin = end
    }
    const places = tag(pieces)
    const tagAt = (at: number): Tag => words.rules.tags[places[at] ?? 0] as Tag
    return tokens.map((token, index) => {
      const [from, to] = [first[index], last[index]]
      const lower = token.text.toLowerCase().replaceAll('’', "'")
      if (from === undefined || to === undefined) return tagged(token, lower, 'X', lower, false)
      // `can't` is what its first part is, `ai-generated` what its last part is.
      const hyphened = token.kind === 'word' && hasHyphen(token.text) && /\p{L}[-‑]\p{L}/u.test(token.text)
      const [piece, end] = [pieces[from] as Piece, pieces[to] as Piece]
      const lemma = token.kind !== 'word' || hyphened ? lower : piece.isLemma ? piece.form : lemmatise(piece.form, tagAt(from))
      return tagged(token, lower, tagAt(hyphened ? to : from), lemma, piece.isKnown && end.isKnown)
    })
  }
}

/** Field by field: this is made for every word, and spreading is slow. */
function tagged(
  { kind, text, start, end, code, strong, spaced, value }: Token,
  lower: string,
  tag: Tag,
  lemma: string,
  common: boolean,
): TaggedToken {
  return value === undefined
    ? { kind, text, start, end, code, strong, spaced, lower, tag, lemma, common }
    : { kind, text, start, end, code, strong, spaced, lower, tag, lemma, common, value }
}

/** An apostrophe or `'s` right behind a word belongs to it; between other tokens the tagger sees a space. */
const isJoined = ({ spaced, text }: Token): boolean =>
  !spaced && text.length <= 2 && (text.startsWith("'") || text.startsWith('’')) && /^.s?$/i.test(text)

/** A token as the tagger should see it: small letters (documents write Every Thing Large), a plain noun for each name in code. */
function standIn(token: Token): string {
  switch (token.kind) {
    case 'name':
    case 'quoted':
    case 'reference':
      return 'item'
    case 'number':
      return '5'
    case 'cardinality':
      return 'many'
    case 'symbol':
      return token.text === '%' ? 'percent' : token.text === '&' || token.text === '+' ? 'and' : ','
    case 'punctuation':
      return token.text.length === 1 && `.,:;!?()'"`.includes(token.text) ? token.text : ','
    case 'word': {
      const plain = token.text.replaceAll('’', "'")
      return plain === 'I' || plain.startsWith("I'") ? plain : plain.toLowerCase()
    }
  }
}
