import { unitsOfBytes } from '../../sql/parser/load-parser.ts'
import { type Token, tokenise } from '../../sql/tokenise.ts'

/** The text of a statement with its tokens, for cutting out of it what a syntax tree only points at. Locations of the tree count bytes. */
export class SourceText {
  readonly text: string
  // Most statements are read by their trees alone.
  private cut: readonly Token[] | undefined
  private unit: ((byte: number) => number) | undefined

  constructor(text: string) {
    this.text = text
  }

  get tokens(): readonly Token[] {
    this.cut ??= tokenise(this.text)
    return this.cut
  }

  /** The token at or behind a location of the tree. */
  tokenAt(location: number): number {
    this.unit ??= unitsOfBytes(this.text)
    const start = this.unit(location)
    const at = this.tokens.findIndex((token) => token.end > start)
    return at < 0 ? this.tokens.length : at
  }

  /** The token at or behind `from` that is the word, wherever it stands; the number of tokens where there is none. */
  find(word: string, from: number): number {
    for (let at = from; at < this.tokens.length; at++) if (this.tokens[at]?.text.toLowerCase() === word) return at
    return this.tokens.length
  }

  /** What stands in the parentheses that token `open` opens. */
  parenthesised(open: number): string {
    return this.between(open + 1, this.closing(open))
  }

  /** The token that closes the parenthesis at `open`. */
  closing(open: number): number {
    let depth = 0
    for (let at = open; at < this.tokens.length; at++) {
      const text = this.tokens[at]?.text
      if (text === '(' || text === '[') depth++
      if ((text === ')' || text === ']') && --depth === 0) return at
    }
    return this.tokens.length
  }

  /** The text from token `from` up to token `to`, as it is written. */
  between(from: number, to: number): string {
    const start = this.tokens[from]?.start
    const end = this.tokens[to - 1]?.end
    return start === undefined || end === undefined || end < start ? '' : this.text.slice(start, end)
  }

  /** The first token at the depth of `from`, behind it, at which `stop` holds or the surrounding parenthesis closes. */
  until(from: number, stop: (at: number) => boolean): number {
    let depth = 0
    for (let at = from; at < this.tokens.length; at++) {
      const text = this.tokens[at]?.text
      if (depth === 0 && (text === ')' || stop(at))) return at
      if (text === '(' || text === '[') depth++
      if (text === ')' || text === ']') depth--
    }
    return this.tokens.length
  }

  /** Ranges of tokens between commas, inside the parentheses that token `open` opens. */
  list(open: number): readonly (readonly [number, number])[] {
    const close = this.closing(open)
    const parts: (readonly [number, number])[] = []
    for (let at = open + 1; at < close; ) {
      const end = this.until(at, (index) => this.tokens[index]?.text === ',')
      parts.push([at, end])
      at = end + 1
    }
    return parts
  }
}
