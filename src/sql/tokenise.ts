/** A piece of SQL text: `word` is a bare or quoted identifier or key word, `string` any kind of string constant. */
export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'symbol'
  readonly text: string
  readonly start: number
  readonly end: number
}

const patterns: readonly (readonly [Token['kind'] | 'skip', RegExp])[] = [
  ['skip', /\s+/y],
  ['skip', /--[^\n]*/y],
  ['skip', /\/\*[\s\S]*?(\*\/|$)/y],
  ['string', /[eE]'(?:[^'\\]|\\[\s\S]|'')*'?/y],
  ['string', /(?:[uU]&|[bBxXnN])?'(?:[^']|'')*'?/y],
  ['string', /\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$[\s\S]*?(?:\$\1\$|$)/y],
  ['word', /(?:[uU]&)?"(?:[^"]|"")*"?/y],
  ['word', /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
  ['number', /\d[\w.]*/y],
  ['symbol', /::|:=|[\s\S]/y],
]

/**
 * The tokens of SQL that has been accepted already, without comments. Synchronous, so that ordering statements needs no parser; to
 * judge text that nobody has accepted, use `sql/parser`.
 */
export function tokenise(sql: string): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < sql.length; ) {
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at
      const match = pattern.exec(sql)
      if (match === null) continue
      const start = at
      at = pattern.lastIndex
      if (kind !== 'skip') tokens.push({ kind, text: match[0], start, end: at })
      break
    }
  }
  return tokens
}

/** The name that a `word` token stands for: folded to lower case if bare, unquoted if quoted. */
export function nameOf(token: Token): string {
  return token.text.startsWith('"') ? token.text.slice(1, -1).replaceAll('""', '"') : token.text.toLowerCase()
}
