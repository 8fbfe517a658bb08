/** What a character is, as bits, by the properties of Unicode. Underscores count as `underscore` alone. */
export const letter = 1
export const small = 2
export const capital = 4
export const number = 8
export const mark = 16
export const underscore = 32

/** What a name or a word is made of, and what one may begin with. */
export const inWord = letter | number | underscore
export const insideWord = inWord | mark

/**
 * What the character at a place is; 0 for signs, spaces and where there is none. Text is mostly ASCII, for which a table answers; an expression with `\p{L}` takes
 * longer to compile than a page takes to read, so the others are asked only about the other characters, each once.
 */
export function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < 128 ? (ascii[code] as number) : Number.isNaN(code) ? 0 : kindOf(text.codePointAt(at) as number)
}

/** The length of the character at a place in UTF-16 units. */
export const lengthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/** Where the run of characters of these kinds ends that begins at a place; the place itself where there is none. */
export function endOfRun(text: string, from: number, kinds: number): number {
  let at = from
  while (at < text.length && (kindAt(text, at) & kinds) !== 0) at += lengthAt(text, at)
  return at
}

/** Whether a text has a character of one of these kinds. */
export function holds(text: string, kinds: number): boolean {
  for (let at = 0; at < text.length; at += lengthAt(text, at)) if ((kindAt(text, at) & kinds) !== 0) return true
  return false
}

/** White space as `\s` means it. */
export function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code === 32 || (code >= 9 && code <= 13)
  return /\s/.test(text.charAt(at))
}

const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/[a-z]/.test(character)) return letter | small
  if (/[A-Z]/.test(character)) return letter | capital
  if (/[0-9]/.test(character)) return number
  return character === '_' ? underscore : 0
})

const others = new Map<number, number>()

function kindOf(code: number): number {
  // Quotation marks, dashes, arrows, signs of mathematics: what documents have most of beside letters.
  if ((code >= 0x2010 && code < 0x2070) || (code >= 0x2190 && code < 0x2300)) return 0
  const known = others.get(code)
  if (known !== undefined) return known
  const character = String.fromCodePoint(code)
  const kind =
    (/\p{L}/u.test(character) ? letter : 0) |
    (/\p{Ll}/u.test(character) ? small : 0) |
    (/\p{Lu}/u.test(character) ? capital : 0) |
    (/\p{N}/u.test(character) ? number : 0) |
    (/\p{M}/u.test(character) ? mark : 0)
  others.set(code, kind)
  return kind
}

/** Whether there is a hyphen of either kind in the text. */
export const hasHyphen = (text: string): boolean => text.includes('-') || text.includes('‑')
