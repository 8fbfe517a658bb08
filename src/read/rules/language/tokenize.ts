import { abbreviationAt } from './abbreviations.ts'
import {
  capital,
  number as digit,
  endOfRun,
  holds,
  insideWord,
  inWord,
  isSpaceAt,
  kindAt,
  lengthAt,
  letter,
  underscore,
} from './characters.ts'
import { numberValue } from './number-words.ts'
import type { MarkedStretch, Token, TokenKind } from './token.ts'

type Found = { readonly kind: TokenKind; readonly end: number; readonly value?: number }

/**
 * Splits text into tokens with their offsets: ascending, never overlapping, `text.slice(start, end) === token.text`; only white
 * space stands between them. A code span without white space is one token; a longer one is split into names, numbers and signs, all marked `code`.
 * Numbers are understood as both languages write them (`10 000`, `1,000`, `2,5`, `10k`). Never fails.
 */
export function tokenize(text: string, marks: readonly MarkedStretch[] = []): readonly Token[] {
  const code = marks.filter((mark) => mark.kind === 'code' && mark.end > mark.start).sort((a, b) => a.start - b.start)
  const strong = marks.filter((mark) => mark.kind === 'strong')
  const isStrong = (start: number, end: number) =>
    strong.length > 0 && strong.some((mark) => mark.start <= start && mark.end >= end)
  const tokens: Token[] = []
  let at = 0
  let span = 0
  let spaced = false
  while (at < text.length) {
    if (isSpaceAt(text, at)) {
      spaced = true
      at += 1
      continue
    }
    while (span < code.length && (code[span]?.end ?? 0) <= at) span += 1
    const inside = code[span]
    const inCode = inside !== undefined && inside.start <= at
    const limit = inCode ? Math.min(inside.end, text.length) : Math.min(inside?.start ?? text.length, text.length)
    const quoted = inCode ? undefined : endOfQuoted(text, at, limit)
    if (quoted !== undefined) {
      tokens.push({
        kind: 'punctuation',
        text: text.slice(at, at + 1),
        start: at,
        end: at + 1,
        code: false,
        strong: isStrong(at, at + 1),
        spaced,
      })
      tokens.push({
        kind: 'quoted',
        text: text.slice(at + 1, quoted),
        start: at + 1,
        end: quoted,
        code: false,
        strong: isStrong(at, quoted),
        spaced: false,
      })
      at = quoted
      spaced = false
      continue
    }
    const found = inCode ? findInCode(text, at, limit, at === inside.start) : find(text, at, limit)
    const start = at
    const end = Math.min(Math.max(found.end, at + 1), limit)
    const token = {
      kind: found.kind,
      text: text.slice(start, end),
      start,
      end,
      code: inCode,
      strong: isStrong(start, end),
      spaced,
    }
    tokens.push(found.value === undefined ? token : { ...token, value: found.value })
    at = end
    spaced = false
  }
  return tokens
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

const symbol = /<-->|<->|<=>|-->|->|=>|<--|<-|<=|>=|!=|<>|==|[→⇒⟶➔➜←⇐↔⇄≤≥⩽⩾≠=<>∈|+%$€£≈~×*&@#^\\]/uy
const codePath = /\/[\p{L}\p{N}_/:.{}[\]-]*[\p{L}\p{N}_}\]]/uy
const codeNumber = /\d+(?:\.\d+)?/y

function findInCode(text: string, at: number, limit: number, first: boolean): Found {
  const whole = text.slice(at, limit)
  if (first && /^[^\s(),;='"<>|[\]{}]+$/u.test(whole)) {
    // A path, an option, a file: it points somewhere and names no column.
    if (/[/\\]|^[.\-@:#]/.test(whole) || !holds(whole, inWord)) return { kind: 'reference', end: limit }
    const value = numberValue(whole)
    return value === undefined ? { kind: 'name', end: limit } : { kind: 'number', end: limit, value }
  }
  const path = text[at] === '/' ? matchAt(codePath, text, at) : undefined
  if (path !== undefined) return { kind: 'reference', end: at + path.length }
  const digits = numberInCode(text, at)
  if (digits !== undefined) return { kind: 'number', end: at + digits.length, value: Number(digits) }
  const name = endOfCodeWord(text, at)
  if (name > at) return { kind: 'name', end: name }
  const sign = matchAt(symbol, text, at)
  return sign === undefined ? { kind: 'punctuation', end: nextCharacter(text, at) } : { kind: 'symbol', end: at + sign.length }
}

const reference =
  /(?:https?:\/\/|www\.)[^\s<>"')\]]*[^\s<>"')\].,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?(?!\d)|\d{1,2}:\d{2}(?::\d{2})?(?![\p{L}\p{N}])|(?![1-9]\d{0,2}(?:\.\d{3})+(?![\d.]))v?\d+(?:\.\d+){2,}(?![\p{L}\p{N}])|\p{Lu}{1,6}-\d+(?:[.-]\d+)*(?![\p{L}\p{N}])|#\d+/uy
const cardinality =
  /(?:[01]\.\.[1*nNmM]|[01nNmM*]\s?[:–-]\s?[01nNmM*]|(?:many|one)\s?:\s?(?:[1nNmM]|many|one)|[1nNmM]\s?:\s?(?:many|one)|[mMnNoO]2[mMnNoO])(?![\p{L}\p{N}:*–-]|\.\d)/uy
const number =
  /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]*\d)|[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:_\d{3})+(?!\d)|[1-9]\d{0,2}(?:\.\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?/uy
const unit =
  /^(?:k?[bB]|[kKMGT]i?B|ms|s|sec|min|h|hr|hrs|d|px|k?m|cm|mm|k?g|mg|dkg|m?l|kcal|kJ|zł|PLN|EUR|USD|GBP|szt|pkt|x|st|nd|rd|th)$/u

/** A name among code: letters, numbers, `_` and `$`, with full stops and hyphens between them. The place itself where there is none. */
function endOfCodeWord(text: string, at: number): number {
  const run = (from: number, kinds: number): number => {
    let end = endOfRun(text, from, kinds)
    while (text[end] === '$') end = endOfRun(text, end + 1, kinds)
    return end
  }
  if (text[at] !== '$' && (kindAt(text, at) & inWord) === 0) return at
  let end = run(at, insideWord)
  while (text[end] === '.' || text[end] === '-') {
    const next = run(end + 1, inWord)
    if (next === end + 1) break
    end = next
  }
  return end
}

/** Digits with a decimal fraction, where no letter follows. */
function numberInCode(text: string, at: number): string | undefined {
  const digits = matchAt(codeNumber, text, at)
  if (digits === undefined) return undefined
  const whole = /^\d+/.exec(digits)?.[0] ?? ''
  return [digits, whole].find((each) => (kindAt(text, at + each.length) & inWord) === 0)
}

/** A word with hyphens, apostrophes and full stops inside. The place itself where there is none. */
function endOfWord(text: string, at: number): number {
  if ((kindAt(text, at) & inWord) === 0) return at
  let end = endOfRun(text, at, insideWord)
  while (isJoint(text[end]) && (kindAt(text, end + 1) & inWord) !== 0) end = endOfRun(text, end + 1, insideWord)
  return end
}

const isJoint = (sign: string | undefined): boolean =>
  sign === '-' || sign === '‑' || sign === "'" || sign === '’' || sign === '.'

/** `'s`, and no longer word. */
function isPossessive(text: string, at: number): boolean {
  return (
    (text[at] === "'" || text[at] === '’') &&
    /^[sSſ]$/.test(text[at + 1] ?? '') &&
    (kindAt(text, at + 2) & (letter | digit)) === 0
  )
}

const isDigit = (text: string, at: number): boolean => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57

/** Whether a reference can begin here: the expression for them takes long to say that none does. */
function mayRefer(text: string, at: number): boolean {
  const sign = text[at] ?? ''
  if (sign === '#' || isDigit(text, at) || text.includes('@', at)) return true
  if (sign === 'v') return /\d/.test(text[at + 1] ?? '')
  if (sign === 'h' || sign === 'w') return text.startsWith('http', at) || text.startsWith('www.', at)
  return (kindAt(text, at) & capital) !== 0 && /\d/.test(text[text.indexOf('-', at) + 1] ?? '')
}

function find(text: string, at: number, limit: number): Found {
  const startsWord = at === 0 || (kindAt(text, at - 1) & inWord) === 0
  if (startsWord) {
    // `1-3` is a range of numbers; `1-1`, `0-1` and `1-N` beside a letter are cardinalities only in the notations of diagrams.
    const shape = '01nNmM*oO'.includes(text.charAt(at)) ? matchAt(cardinality, text, at) : undefined
    if (
      shape !== undefined &&
      !/^[01]\s?[–-]\s?[01]$/u.test(shape) &&
      !/^(.)\s?[–-]\s?\1$/iu.test(shape) &&
      at + shape.length <= limit
    ) {
      return { kind: 'cardinality', end: at + shape.length }
    }
    const pointer = mayRefer(text, at) ? matchAt(reference, text, at) : undefined
    if (pointer !== undefined) return { kind: 'reference', end: at + pointer.length }
    const short = (kindAt(text, at) & letter) !== 0 ? abbreviationAt(text, at) : undefined
    if (short !== undefined) return { kind: 'word', end: at + short.length }
  }
  const digits = isDigit(text, at) ? findNumber(text, at) : undefined
  if (digits !== undefined) return digits
  if (!startsWord && isPossessive(text, at)) return { kind: 'word', end: at + 2 }
  const end = endOfWord(text, at)
  if (end > at) return findWord(text.slice(at, Math.min(end, Math.max(at + 1, limit))), at)
  const sign = matchAt(symbol, text, at)
  if (sign !== undefined) return { kind: 'symbol', end: at + sign.length }
  return { kind: 'punctuation', end: nextCharacter(text, at) }
}

function findNumber(text: string, at: number): Found | undefined {
  let digits = matchAt(number, text, at)
  if (digits === undefined) return undefined
  // `NUMERIC(12,2)` holds two numbers; `1,2,3` three.
  const before = text[at - 1]
  const inType =
    (before === '(' && (kindAt(text, at - 2) & letter) !== 0) ||
    (before === ',' && /\d/.test(text[at - 2] ?? '')) ||
    /^,\d/.test(text.slice(at + digits.length, at + digits.length + 2))
  if (inType && /^\d+,\d+$/.test(digits)) digits = digits.slice(0, digits.indexOf(','))
  const end = at + digits.length
  const letters =
    (kindAt(text, end) & (letter | underscore)) === 0 ? '' : text.slice(end, Math.min(end + 40, endOfRun(text, end, inWord)))
  if (/^[kK]$/.test(letters)) {
    const value = numberValue(`${digits}k`)
    return { kind: 'number', end: end + 1, ...(value === undefined ? {} : { value }) }
  }
  if (letters !== '' && !unit.test(letters)) return undefined
  const value = numberValue(digits)
  if (/^(?:st|nd|rd|th)$/.test(letters)) return { kind: 'number', end: end + 2 }
  return { kind: 'number', end, ...(value === undefined ? {} : { value }) }
}

/** Ends of file names and addresses: `plan.md`, `Next.js`, `example.com` are no columns. */
const extensions: ReadonlySet<string> = new Set(
  'com org net io pl dev app js ts tsx jsx md mdx json sql csv pdf xml txt jpg jpeg png gif svg webp astro css html ai py yml yaml toml env doc docx xls xlsx zip mp3 mp4 wav exe so me eu co uk de vue rb go rs java kt sh lock ico ics'.split(
    ' ',
  ),
)

function findWord(letters: string, at: number): Found {
  const owner = letters.includes("'") || letters.includes('’') ? /['’]s$/iu.exec(letters) : null
  const text = owner === null ? letters : letters.slice(0, owner.index)
  const dot = text.lastIndexOf('.')
  const dotted = dot > 0
  if (dotted) {
    if (extensions.has(text.slice(dot + 1).toLowerCase())) return { kind: 'reference', end: at + text.length }
    if (!/^[a-z_][\w]*(?:\.[a-z_]\w*)+$/iu.test(text) || !isName(text)) {
      // A full stop without a space after it: two words of two sentences.
      return { kind: 'word', end: at + text.indexOf('.') }
    }
  }
  return { kind: isName(text) ? 'name' : 'word', end: at + text.length }
}

/** Words that look like camelCase and are names of products. */
const products =
  /^(?:i(?:OS|Phone|Pad|Cloud)|macOS|eBay|e[A-Z]\w*|jQuery|npm\w*|wOO\w*|xAI|tvOS|watchOS|mBank|eID|mObywatel|reCAPTCHA|hCaptcha|tRPC|dbt|mTLS|oAuth\w*|pgAdmin|pgTAP|pgvector)$/u

function isName(text: string): boolean {
  // Most words have none of what the forms of a name need.
  if (!/[_.A-Z\u0080-\uffff]/.test(text)) return false
  if (isAscii(text)) return isAsciiName(text)
  if (/^\p{L}[\p{L}\p{N}]*(?:_[\p{L}\p{N}]+)+$/u.test(text) || /^_\p{L}/u.test(text)) return true
  if (/^[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)+$/u.test(text))
    return /^[\p{Ll}_][\p{L}\p{N}_]*(?:\.[\p{Ll}_][\p{L}\p{N}_]*)+$/u.test(text) && text.length > 4
  return /^\p{Ll}+\p{N}*\p{Lu}\p{Ll}[\p{L}\p{N}]*$|^\p{Ll}{2,}(?:\p{Lu}{2,}|Id|ID)$/u.test(text) && !products.test(text)
}

const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text)

/** As above, for letters that compile quickly. */
function isAsciiName(text: string): boolean {
  if (/^[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+$/.test(text) || /^_[A-Za-z]/.test(text)) return true
  if (/^\w+(?:\.\w+)+$/.test(text)) return /^[a-z_]\w*(?:\.[a-z_]\w*)+$/.test(text) && text.length > 4
  return /^[a-z]+[0-9]*[A-Z][a-z][A-Za-z0-9]*$|^[a-z]{2,}(?:[A-Z]{2,}|Id|ID)$/.test(text) && !products.test(text)
}

const closing: Readonly<Record<string, string>> = { '"': '"”', "'": "'’", '“': '”"', '„': '”"“', '‘': "’'", '«': '»', '`': '`' }

/** End of the inside of the quotation mark at `at`, when it is short enough to be a value, a name or a label. */
function endOfQuoted(text: string, at: number, limit: number): number | undefined {
  const closers = closing[text[at] ?? '']
  const isLetterOrNumber = (place: number): boolean => (kindAt(text, place) & (letter | digit)) !== 0
  if (closers === undefined || isLetterOrNumber(at - 1)) return undefined
  const inside = text.slice(at + 1, Math.min(limit, at + 50))
  for (let length = 1; length < inside.length; length += 1) {
    const character = inside[length] ?? ''
    if (character === '\n' || character === '(' || character === ')') return undefined
    if (!closers.includes(character) || (length + 1 < inside.length && isLetterOrNumber(at + 1 + length + 1))) continue
    const content = inside.slice(0, length)
    const fits =
      /^\S(?:.*\S)?$/u.test(content) &&
      content.split(/\s+/u).length <= 5 &&
      holds(content, letter | digit) &&
      !/[.;!?,]\s|["„”]/u.test(content)
    return fits ? at + 1 + length : undefined
  }
  return undefined
}

const nextCharacter = (text: string, at: number): number => at + lengthAt(text, at)
