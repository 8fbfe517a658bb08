import { type Inline, splitCode } from './inline.ts'

/** A code span, a word, or a single mark such as `,` or `(`. Positions are offsets into the inline's text. */
interface Token {
  readonly kind: 'code' | 'word' | 'mark'
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Thrown inside the reader when a phrase is not what its place allows; caught where the cell or bullet begins. */
export class Unreadable extends Error {
  readonly expected: string
  readonly start: number
  constructor(expected: string, start: number) {
    super(`expected ${expected}`)
    this.expected = expected
    this.start = start
  }
}

/**
 * Reads a cell or a bullet from left to right: fixed words in any case, and values in code spans. What a value contains can
 * therefore never be mistaken for a word of the form.
 */
export class Phrase {
  readonly inline: Inline
  private readonly tokens: readonly Token[]
  private index = 0

  constructor(inline: Inline) {
    this.inline = inline
    this.tokens = tokenize(inline)
  }

  /** Where the next token begins, as an offset into the file. */
  get position(): number {
    return this.inline.start + this.offset
  }

  private get offset(): number {
    return this.tokens[this.index]?.start ?? this.inline.text.length
  }

  atEnd(): boolean {
    return this.index >= this.tokens.length
  }

  /** Takes the given words if they come next: `phrase.words('on delete')`. */
  words(expected: string): boolean {
    const list = expected.split(' ')
    const next = this.tokens.slice(this.index, this.index + list.length)
    const matches =
      next.length === list.length && next.every((token, i) => token.kind === 'word' && token.text.toLowerCase() === list[i])
    if (matches) this.index += list.length
    return matches
  }

  expectWords(expected: string): void {
    if (!this.words(expected)) this.fail(`"${expected}"`)
  }

  /** Takes one of the given phrases, the first that fits. */
  oneOf<T extends string>(expected: readonly T[]): T | undefined {
    return expected.find((words) => this.words(words))
  }

  mark(mark: string): boolean {
    const token = this.tokens[this.index]
    if (token?.kind !== 'mark' || token.text !== mark) return false
    this.index++
    return true
  }

  expectMark(mark: string): void {
    if (!this.mark(mark)) this.fail(`"${mark}"`)
  }

  code(): string | undefined {
    const token = this.tokens[this.index]
    if (token?.kind !== 'code') return undefined
    this.index++
    return token.text
  }

  expectCode(what: string): string {
    return this.code() ?? this.fail(what)
  }

  /** `a`, `b`, `c`: at least one. */
  codes(what: string): string[] {
    const values = [this.expectCode(what)]
    while (this.codeFollows(',') && this.mark(',')) values.push(this.expectCode(what))
    return values
  }

  /** (`a`, `b`) */
  codesInParentheses(what: string): string[] {
    this.expectMark('(')
    const values = this.codes(what)
    this.expectMark(')')
    return values
  }

  /** A single word that is not one of the form's own: a label. */
  word(): string | undefined {
    const token = this.tokens[this.index]
    if (token?.kind !== 'word') return undefined
    this.index++
    return token.text
  }

  /** Is the mark next, with a code span behind it? Keeps a comma that ends a phrase from being taken for one inside a list. */
  codeFollows(mark: string): boolean {
    const [first, second] = this.tokens.slice(this.index, this.index + 2)
    return first?.kind === 'mark' && first.text === mark && second?.kind === 'code'
  }

  /** Do these words come next? Takes nothing. */
  ahead(expected: string): boolean {
    const before = this.index
    const found = this.words(expected)
    this.index = before
    return found
  }

  /** Remembers a position, to go back to it when a longer form turns out not to be there. */
  save(): number {
    return this.index
  }

  restore(saved: number): void {
    this.index = saved
  }

  /** Everything not taken yet, as inline markdown. */
  rest(): Inline {
    const from = this.offset
    this.index = this.tokens.length
    return { text: this.inline.text.slice(from), start: this.inline.start + from, inCell: this.inline.inCell }
  }

  expectEnd(what = 'nothing more'): void {
    if (!this.atEnd()) this.fail(what)
  }

  fail(expected: string): never {
    throw new Unreadable(expected, this.position)
  }
}

const wordOrMark = /[\p{L}\p{N}_](?:[\p{L}\p{N}_'’-]*[\p{L}\p{N}_])?|\S/gu

function tokenize(inline: Inline): readonly Token[] {
  const tokens: Token[] = []
  for (const part of splitCode(inline)) {
    if (part.kind === 'code') {
      tokens.push({ kind: 'code', text: part.value, start: part.start, end: part.end })
      continue
    }
    for (const match of inline.text.slice(part.start, part.end).matchAll(wordOrMark)) {
      const text = match[0]
      const start = part.start + match.index
      tokens.push({ kind: /^[\p{L}\p{N}_]/u.test(text) ? 'word' : 'mark', text, start, end: start + text.length })
    }
  }
  return tokens
}
