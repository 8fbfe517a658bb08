import { SourceText } from '../sql/source-text.ts'

export interface MendResult {
  /** The statement, or several, as it should be. */
  readonly sql: string
  readonly code: string
  readonly message: string
  readonly help: string
  /** Where it went wrong, and what is said there. */
  readonly offset: number
  readonly said: string
}

/** Mends one kind of mistake in a statement, or has nothing to do. */
export type Mend = (statement: string) => MendResult | undefined

/** A statement by its words, for judging one that has no syntax tree. */
export class StatementWords extends SourceText {
  word(at: number): string {
    const token = this.tokens[at]
    return token?.kind === 'word' ? token.text.toLowerCase() : (token?.text ?? '')
  }

  begins(...words: readonly string[]): boolean {
    return words.every((word, at) => this.word(at) === word)
  }

  start(at: number): number {
    return this.tokens[at]?.start ?? this.text.length
  }

  end(at: number): number {
    return this.tokens[at]?.end ?? this.text.length
  }

  /** Whether this is `create table …`, and which token opens its list. */
  tableList(): number | undefined {
    if (this.word(0) !== 'create' || ![1, 2].some((at) => this.word(at) === 'table')) return undefined
    const open = this.find('(', 0)
    return open < this.tokens.length ? open : undefined
  }

  /** The name between `table` and the list, as it is written. */
  tableName(open: number): string {
    const from = this.find('table', 0) + 1
    const past = this.word(from) === 'if' ? from + 3 : from
    return this.between(past, open)
  }
}

/** Text with stretches of it replaced. */
export function replaceAll(
  text: string,
  changes: readonly { readonly from: number; readonly to: number; readonly by: string }[],
): string {
  let result = text
  for (const { from, to, by } of [...changes].sort((a, b) => b.from - a.from))
    result = result.slice(0, from) + by + result.slice(to)
  return result
}

/** Elements of a table's list that are taken out of it, each with the statement that comes behind the table instead. */
export function movedBehind(
  statement: string,
  elements: readonly { readonly before: number; readonly end: number; readonly sql: string }[],
): string {
  const without = replaceAll(
    statement,
    elements.map(({ before, end }) => ({ from: before, to: end, by: '' })),
  )
  return [without, ...elements.map(({ sql }) => sql)].join(';\n')
}
