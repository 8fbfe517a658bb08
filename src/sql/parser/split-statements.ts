import { type Token, tokenise } from '../tokenise.ts'

/** A piece of SQL text that is one statement by its semicolon; `start` and `end` leave out white space, comments before it and the semicolon. */
export interface SqlPiece {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Cuts SQL text at its semicolons, also where PostgreSQL refuses a part of it, so that one wrong statement does not take the others along.
 * Semicolons inside strings, parentheses and `begin atomic … end` do not count.
 */
export function splitStatements(sql: string): readonly SqlPiece[] {
  const tokens = tokenise(sql)
  const pieces: SqlPiece[] = []
  let depth = 0
  let atomic = 0
  let first: Token | undefined
  let last: Token | undefined
  const close = (): void => {
    if (first !== undefined && last !== undefined)
      pieces.push({ text: sql.slice(first.start, last.end), start: first.start, end: last.end })
    first = undefined
    last = undefined
    depth = 0
    atomic = 0
  }
  tokens.forEach((token, at) => {
    // A semicolon in open parentheses ends the statement too when a new one clearly begins behind it: a parenthesis is missing.
    if (token.text === ';' && atomic === 0 && (depth <= 0 || isOpening(tokens[at + 1]))) {
      close()
      return
    }
    first ??= token
    last = token
    if (token.text === '(') depth++
    if (token.text === ')') depth--
    const word = token.kind === 'word' ? token.text.toLowerCase() : ''
    if (word === 'atomic' && tokens[at - 1]?.text.toLowerCase() === 'begin') atomic++
    else if (atomic > 0 && word === 'case') atomic++
    else if (atomic > 0 && word === 'end') atomic--
  })
  close()
  return pieces
}

const openings: ReadonlySet<string> = new Set(['create', 'alter', 'drop', 'grant', 'revoke', 'comment', 'insert'])

function isOpening(token: Token | undefined): boolean {
  return token?.kind === 'word' && openings.has(token.text.toLowerCase())
}
