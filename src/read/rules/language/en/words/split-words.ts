import feature from 'wink-eng-lite-web-model/dist/feature.js'
import compileExpressions from 'wink-nlp/src/compile-trex.js'
import tokenizer from 'wink-nlp/src/tokenizer.js'
import type { WordTable } from './word-table.ts'

/** A word or a part of one as wink-nlp splits it, with what is known of it before its neighbours are seen. */
export interface Piece {
  readonly text: string
  /** In the lexicon. */
  readonly isKnown: boolean
  /** Numbers as in the table's entries. */
  readonly pos: number
  readonly hint: number
  readonly possible: number
  /** Parts of a contraction are what they are, whatever stands beside them. */
  readonly isFixed: boolean
  /** The lemma where `isLemma`, else the form whose lemma depends on the part of speech. */
  readonly form: string
  readonly isLemma: boolean
}

/** Splits what stands between two spaces. */
export type WordSplitter = (chunk: string) => readonly Piece[]

type KnownWords = Parameters<ReturnType<typeof feature>['pos']>[2]

/** The endings and beginnings that tell the part of speech of unknown words have these lengths in the model. */
const sizes = { suffix: 3, prefix: 2 }
const noun = 8

/** Splits by wink-nlp's own tokenizer; every chunk once, since texts repeat their words. */
export function wordSplitter(words: WordTable): WordSplitter {
  const { expressions, categories, preserve } = words.rules.tokens
  const tokenize = tokenizer(compileExpressions(expressions), categories, preserve)
  const { pos } = feature(sizes)
  const known = new Map<string, readonly Piece[]>()
  return (chunk) => {
    const before = known.get(chunk)
    if (before !== undefined) return before
    const pieces: Piece[] = []
    tokenize(
      {
        _addToken: (text, category) => {
          const place = words.find(text)
          pieces.push(place < 0 ? unknownPiece(text, (read) => pos(text, category, read), words) : knownPiece(text, place, words))
        },
        _addTokenIfInCache: (text) => {
          const place = words.find(text)
          if (place < 0) return 0
          const parts = words.partsOf(text)
          if (parts === undefined) pieces.push(knownPiece(text, place, words))
          else
            for (const { lemma, ...part } of parts)
              pieces.push({ ...part, isKnown: true, isFixed: true, form: lemma, isLemma: true })
          return 1
        },
        isLexeme: (text) => words.find(text) >= 0,
      },
      chunk,
    )
    known.set(chunk, pieces)
    return pieces
  }
}

function knownPiece(text: string, place: number, words: WordTable): Piece {
  const { pos, hint, possible, form, isLemma } = words.entry(place)
  return { text, isKnown: true, pos: pos || noun, hint, possible, isFixed: false, form, isLemma }
}

/** A word of no lexicon: its small letters may be in it. */
function unknownPiece(text: string, posIn: (known: KnownWords) => number, words: WordTable): Piece {
  const lower = text.toLowerCase()
  const place = words.find(lower)
  const usual = place < 0 ? undefined : words.entry(place)
  const pos = posIn({
    lookup: () => [place < 0 ? Number.POSITIVE_INFINITY : place],
    intrinsicSize: () => Number.MAX_SAFE_INTEGER,
    posOf: (at) => words.entry(at).pos,
  })
  return {
    text,
    isKnown: false,
    pos: pos || noun,
    hint: 0,
    possible: usual?.possible ?? 1,
    isFixed: false,
    form: usual === undefined || usual.isLemma ? lower : usual.form,
    isLemma: false,
  }
}
