import { oncePerStretch } from './once-per-passage.ts'
import { type Passage, part, textOf, trimmed } from './passage.ts'

const opening: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '„': '”', '“': '”', '«': '»' }

/** Words that join the last item of a list to the others, in every language the reader knows. */
const joiners = ['and', 'or', 'as well as', 'and also', 'plus', 'i', 'oraz', 'lub', 'albo', 'a także', 'ewentualnie', 'bądź']
const joiner = new RegExp(`^(?:${joiners.join('|')})(?=[\\s\`'"„])\\s*`, 'iu')
const innerJoiner = new RegExp(`\\s(?:${joiners.join('|')}|&)\\s+`, 'iu')

const searching = new Map<string, RegExp>()

/** The same pattern, to look for from one place on. Made once for each that stands in the code. */
function searchFor({ source, unicode }: RegExp): RegExp {
  const key = unicode ? `u${source}` : source
  const known = searching.get(key)
  if (known !== undefined) return known
  const made = new RegExp(source, unicode ? 'gu' : 'g')
  searching.set(key, made)
  return made
}

/** What of the pattern begins at each place, asked from left to right: looked for once for each match, not at every character. */
function matchesAt(signs: RegExp, text: string): (at: number) => RegExpExecArray | undefined {
  const search = searchFor(signs)
  let next: RegExpExecArray | null | undefined
  return (at) => {
    if (next === undefined || (next !== null && next.index < at)) {
      search.lastIndex = at
      next = search.exec(text)
    }
    return next?.index === at ? next : undefined
  }
}

/** Letters of the English alphabet, digits, `_` and the space. */
const isPlain = (code: number): boolean =>
  (code >= 97 && code <= 122) || code === 32 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95

/** Calls `visit` with each position that is outside parentheses, quotation marks and code. Stops at the first `true`. */
function walk(passage: Passage, visit: (at: number, character: string) => boolean | undefined): void {
  const text = textOf(passage)
  // A code span that holds the whole passage hides nothing: `orders(id, total)`.
  const code = passage.inline.marks.filter(
    (mark) => mark.kind === 'code' && !(mark.start <= passage.start && mark.end >= passage.end),
  )
  let closing: string[] = []
  for (let at = 0; at < text.length; at += 1) {
    const absolute = passage.start + at
    const inside = code.find((mark) => mark.start <= absolute && absolute < mark.end)
    if (inside) {
      at = Math.min(inside.end, passage.end) - passage.start - 1
      continue
    }
    const character = text[at] ?? ''
    // Most are: no sign that opens or closes anything.
    if (isPlain(text.charCodeAt(at))) {
      if (closing.length === 0 && visit(at, character)) return
      continue
    }
    if (closing.length > 0 && character === closing[closing.length - 1]) {
      closing = closing.slice(0, -1)
      continue
    }
    if (character === '"' || character === '”') {
      const end = text.slice(at + 1).search(/["”]/)
      if (end >= 0) {
        at += end + 1
        continue
      }
    }
    if (character === "'" && !/\w/.test(text[at - 1] ?? ' ')) {
      const end = text.indexOf("'", at + 1)
      if (end > 0) {
        at = end
        continue
      }
    }
    const close = opening[character]
    if (close !== undefined && text.includes(close, at)) {
      closing = [...closing, close]
      continue
    }
    if (closing.length === 0 && visit(at, character)) return
  }
}

/** Cuts at every one of `separators` that stands outside parentheses, quotation marks and code. */
export function splitAt(passage: Passage, separators: RegExp): readonly Passage[] {
  const text = textOf(passage)
  const cuts: { readonly from: number; readonly to: number }[] = []
  const matchAt = matchesAt(separators, text)
  walk(passage, (at) => {
    if (cuts.length > 0 && at < (cuts[cuts.length - 1]?.to ?? 0)) return false
    const match = matchAt(at)
    if (match && match[0].length > 0) cuts.push({ from: at, to: at + match[0].length })
    return false
  })
  const pieces: Passage[] = []
  let from = 0
  for (const cut of cuts) {
    pieces.push(trimmed(part(passage, from, cut.from)))
    from = cut.to
  }
  pieces.push(trimmed(part(passage, from)))
  return pieces.filter((piece) => piece.start < piece.end)
}

/** The items of a list in running text: `a, b (c, d), "e, f" and g` has four. */
export const splitList: (passage: Passage) => readonly Passage[] = oncePerStretch((passage) => {
  const pieces = splitAt(passage, /[,;](?!\d)/)
  const items: Passage[] = []
  for (const piece of pieces) {
    const lead = joiner.exec(textOf(piece))
    const bare = trimmed(lead ? part(piece, lead[0].length) : piece, '.')
    if (bare.start >= bare.end) continue
    items.push(...splitAt(bare, innerJoiner))
  }
  return items.map((item) => trimmed(item, '.,;')).filter((item) => item.start < item.end)
})

/** The first parenthesis at or after `from` that closes: its inside, and where it begins and ends. */
export function parenthesis(
  passage: Passage,
  from = 0,
): { readonly inside: Passage; readonly start: number; readonly end: number } | undefined {
  const text = textOf(passage)
  for (let start = text.indexOf('(', from); start >= 0; start = text.indexOf('(', start + 1)) {
    let depth = 0
    for (let at = start; at < text.length; at += 1) {
      if (text[at] === '(') depth += 1
      if (text[at] === ')') depth -= 1
      if (depth === 0) return { inside: trimmed(part(passage, start + 1, at)), start, end: at + 1 }
    }
  }
  return undefined
}

/** Where one of `signs` first stands outside parentheses, quotation marks and code. */
export function findOutside(passage: Passage, signs: RegExp): { readonly start: number; readonly end: number } | undefined {
  const text = textOf(passage)
  let found: { readonly start: number; readonly end: number } | undefined
  const matchAt = matchesAt(signs, text)
  walk(passage, (at) => {
    const match = matchAt(at)
    if (!match) return false
    found = { start: at, end: at + match[0].length }
    return true
  })
  return found
}
