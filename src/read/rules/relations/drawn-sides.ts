/** The sign of one at an end of a drawn relation. */
export const one = '(?:1|one|jeden|jedna|0\\.\\.1)'
/** The sign of many at an end of a drawn relation. */
export const many = '(?:[NnMm*]|many|wiele|1\\.\\.[*NnMm]|0\\.\\.[*NnMm])'
export const end = `(?:${one}|${many})`
/** A name at an end, bare or marked. */
export const name = '[`*"]*((?:[A-Za-z_]\\w*\\.)?[\\p{L}_][\\p{L}\\w]*)[`*"]*'
const line = '(?:<?[-─—–=]+>?|→|←|↔|⟶|⟷|►|◄|:)+'

/** `users (1) -> (N) cards`, `users 1:N cards`, `Users (1) --- (*) Sets`. */
const sided = new RegExp(`${name}\\s*\\(?\\s*(${end})\\s*\\)?\\s*${line}\\s*\\(?\\s*(${end})\\s*\\)?\\s*${name}`, 'gu')
/** What stands in everything that matches; most lines have none of it, and are not searched from every letter on. */
const inSided = new RegExp(`${end}\\s*\\)?\\s*<?[-─—–=→←↔⟶⟷►◄:]`)

/** Two names with a sign of how many at the end of each. */
export interface DrawnSides {
  readonly first: string
  readonly left: string
  readonly right: string
  readonly second: string
  readonly index: number
  readonly length: number
}

/** The relations that a text draws with signs at both ends. */
export function drawnSidesIn(text: string): readonly DrawnSides[] {
  if (!inSided.test(text)) return []
  return [...text.matchAll(sided)].map(([whole, first = '', left = '', right = '', second = ''], at, all) => ({
    first,
    left,
    right,
    second,
    index: all[at]?.index ?? 0,
    length: whole.length,
  }))
}

/** "parcels 1—N parcel_stops", a line of its own with plural names at both ends: the names of tables, though nothing else calls them so. */
export function drawnTableNames(text: string): readonly string[] {
  const called = (word: string): boolean => /^[a-z][a-z0-9_]*s$/.test(word)
  const accounts = (word: string): boolean => /^(?:auth\.users|users?)$/.test(word)
  return drawnSidesIn(text).flatMap(({ first, second, index }) => {
    if (!/^[\s\d.)*•-]*[`*"]*$/.test(text.slice(0, index))) return []
    const both = [first, second]
    return both.every((word) => called(word) || accounts(word)) ? both.filter((word) => !accounts(word)) : []
  })
}
