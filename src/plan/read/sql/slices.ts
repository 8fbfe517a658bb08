import { type Token, tokenise } from '../../../sql/tokenise.ts'

/** Cuts pieces out of a statement exactly as they are written. */
export class Slices {
  readonly text: string
  readonly tokens: readonly Token[]

  constructor(text: string) {
    this.text = text
    this.tokens = tokenise(text)
  }

  /** The index of the first token outside parentheses, from `from` on, that is one of these words. */
  find(words: readonly string[], from = 0): number {
    let depth = 0
    for (let at = from; at < this.tokens.length; at++) {
      const token = this.tokens[at]
      if (token === undefined) break
      if (token.text === '(') depth++
      if (token.text === ')') depth--
      if (depth === 0 && token.kind === 'word' && words.includes(token.text.toLowerCase())) return at
    }
    return -1
  }

  is(at: number, text: string): boolean {
    return this.tokens[at]?.text.toLowerCase() === text
  }

  /**
   * What stands between the parenthesis at token `open` and the one that closes it, and the token behind that. It ends with its last token: a remark
   * behind that (`-- …`) would swallow what is written after it elsewhere.
   */
  parenthesised(open: number): { readonly content: string; readonly next: number } | undefined {
    if (this.tokens[open]?.text !== '(') return undefined
    let depth = 0
    for (let at = open; at < this.tokens.length; at++) {
      const token = this.tokens[at]
      if (token?.text === '(') depth++
      if (token?.text === ')' && --depth === 0) {
        return { content: this.text.slice(this.tokens[open]?.end ?? 0, this.tokens[at - 1]?.end).trim(), next: at + 1 }
      }
    }
    return undefined
  }

  /** The text from token `from` up to token `to`, or to the end, without a remark behind it. */
  between(from: number, to: number): string {
    const start = this.tokens[from]?.start ?? this.text.length
    const last = this.tokens[(to < 0 ? this.tokens.length : to) - 1]
    return this.text.slice(start, last?.end ?? start)
  }
}
