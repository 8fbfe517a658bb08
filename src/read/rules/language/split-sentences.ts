import { abbreviationAt, mayEndSentence } from './abbreviations.ts'
import { holds, inWord, kindAt, letter, number } from './characters.ts'
import type { MarkedStretch } from './token.ts'

/** A sentence's stretch of the text, without white space at its ends. */
export interface SentenceStretch {
  readonly start: number
  readonly end: number
}

/**
 * Splits a block's inline text into sentences: at full stops, question and exclamation marks before a new sentence, at
 * semicolons, and at line ends that look like a list or a new line of thought. Abbreviations, numbers, file names and code
 * spans do not split, what stands in parentheses or short quotation marks is kept whole, and a label with a colon stays with what follows it.
 */
export function splitSentences(text: string, marks: readonly MarkedStretch[] = []): readonly SentenceStretch[] {
  const closed = closedStretches(text, marks)
  const code = new Set(marks.flatMap((mark) => (mark.kind === 'code' ? [mark.start] : [])))
  const cuts: number[] = []
  let wordStart = true
  for (let at = 0; at < text.length; at += 1) {
    const skip = closed.get(at)
    if (skip !== undefined) {
      at = skip - 1
      wordStart = false
      continue
    }
    const character = text[at] ?? ''
    if (wordStart && (kindAt(text, at) & letter) !== 0) {
      const short = abbreviationAt(text, at)
      if (short !== undefined) {
        at += short.length - 1
        if (mayEndSentence(short) && /^\s+["„“(]?\p{Lu}\p{Ll}/u.test(text.slice(at + 1, at + 8))) cuts.push(at + 1)
        wordStart = false
        continue
      }
    }
    if (endsSentence(text, at, code)) cuts.push(endOfMarks(text, at))
    wordStart = character !== '.' && (kindAt(text, at) & inWord) === 0
  }
  return stretches(text, cuts)
}

function stretches(text: string, cuts: readonly number[]): readonly SentenceStretch[] {
  const found: SentenceStretch[] = []
  let from = 0
  for (const cut of [...cuts, text.length]) {
    if (cut < from) continue
    const piece = text.slice(from, cut)
    const start = from + (piece.length - piece.trimStart().length)
    const end = from + piece.trimEnd().length
    if (end > start && holds(text.slice(start, end), letter | number)) found.push({ start, end })
    from = cut
  }
  return found
}

/** `code`: where spans of code begin; a full stop before one ends its sentence, though the name in it begins with a small letter. */
function endsSentence(text: string, at: number, code: ReadonlySet<number>): boolean {
  const character = text[at]
  if (character === ';') return true
  if (character === '\n') return newLineBegins(text, at)
  if (character === '!' || character === '?' || character === '…')
    return /^[!?…."”')*\]]*(?:\s+["„“(']?[\p{Lu}\p{N}]|\s*$)/u.test(text.slice(at + 1, at + 12))
  if (character !== '.') return false
  const rest = text.slice(at + 1, at + 16)
  if (!/\s/.test(rest)) return false
  const named = code.has(at + 1 + (/^\s+/.exec(rest)?.[0].length ?? 0))
  if (
    !named &&
    !/^["”')\]]*\s+["„“([*–-]*\s*[\p{Lu}\p{N}_`]/u.test(rest) &&
    !/^["”')\]]*\s+\p{Ll}[\p{Ll}\p{N}]*[_.\p{Lu}]/u.test(rest)
  )
    return false
  // "1. Users": the number of an item that was not recognised as one.
  if (/(?:^|\n)\s*\d{1,3}(?:\.\d{1,3})*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))) return false
  // "J. Smith", "Sp. z o.o."
  return (
    !/(?:^|[\s(])\p{Lu}$/u.test(text.slice(Math.max(0, at - 2), at)) || /(?:^|\s)I$/.test(text.slice(Math.max(0, at - 2), at))
  )
}

/** Closing quotation marks and parentheses belong to the sentence that they end. */
function endOfMarks(text: string, at: number): number {
  let end = at + 1
  while (/["”')\].!?…]/u.test(text[end] ?? '')) end += 1
  return end
}

/** Whether the line end at `at` begins something new, rather than a paragraph that was wrapped. */
function newLineBegins(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim()
  const after = (/^[^\n]*/.exec(text.slice(at + 1))?.[0] ?? '').trim()
  if (before === '' || after === '') return true
  if (/^(?:[-*•–—+·▪◦]|\d{1,3}[.)]|\p{L}\))\s/u.test(after)) return true
  if (/^[^.!?]{1,40}:(?:\s|$)/u.test(after)) return true
  if (/[.!?;:]$/.test(before)) return true
  // A wrapped paragraph: its lines are long, and the next begins with a small letter or in the middle of a thought.
  if (before.length >= 60) return false
  return !/^\p{Ll}/u.test(after) && !/(?:,|\b(?:and|or|of|the|a|i|oraz|lub|z|w|na|do))$/u.test(before)
}

/** Starts of the stretches inside which nothing splits, with their ends: code spans, matched parentheses, links. */
function closedStretches(text: string, marks: readonly MarkedStretch[]): ReadonlyMap<number, number> {
  const closed = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '\n') open.length = 0
    else if (character === '(' || character === '[') open.push(at)
    else if ((character === ')' || character === ']') && open.length > 0) {
      const start = open.pop() ?? at
      if (open.length === 0) closed.set(start, at + 1)
    }
  }
  for (const mark of marks) {
    if (mark.kind === 'code' && mark.end > mark.start) closed.set(mark.start, Math.min(mark.end, text.length))
  }
  return closed
}
