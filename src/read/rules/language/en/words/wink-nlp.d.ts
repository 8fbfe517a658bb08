/** The parts of wink-nlp that are used by themselves, without what finds entities and sentiment. They come without types. */
declare module 'wink-nlp/src/tokenizer.js' {
  type Categories = Readonly<Record<string, number>>
  /** What is asked for words, and told of the tokens found. */
  interface Receiver {
    /** Adds a token of a category. */
    _addToken(text: string, category: number): void
    /** Adds the token, or the parts of the contraction, where the word is known; 0 where it is not. */
    _addTokenIfInCache(text: string): number
    isLexeme(text: string): unknown
  }
  export default function tokenizer(
    expressions: unknown,
    categories: Categories,
    preserve: unknown,
  ): (receiver: Receiver, text: string) => void
}

declare module 'wink-nlp/src/compile-trex.js' {
  export default function compileExpressions(source: unknown): unknown
}

declare module 'wink-eng-lite-web-model/dist/feature.js' {
  interface Words {
    lookup(word: string): readonly number[] | null
    intrinsicSize(): number
    posOf(place: number): number
  }
  export default function feature(sizes: { readonly suffix: number; readonly prefix: number }): {
    /** The part of speech of a word of no lexicon, by its category, its endings and how it is written. */
    pos(word: string, category: number, words: Words): number
  }
}
