import type { Fence } from './fences.ts'

/** More quote signs or list bullets than this at the beginning of one line are noise, and cost markdown the square of their number. */
const deepest = 20

const prefix = new RegExp(`^(?:[ \\t]*(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])){${deepest},}`, 'gm')

/** Stretches at the beginnings of lines that nest too deep to mean anything. */
export function findNoise(text: string): readonly Fence[] {
  return [...text.matchAll(prefix)]
    .filter((match) => !/^[-*+ \t]+$/.test(match[0]) || match[0].length > 400)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

const wrapper = /^\ufeff?\s*(`{3,}|~{3,})(?:markdown|md|text|txt|plaintext)?[ \t]*\r?\n/i

/**
 * A document that stands in one code block as a whole, as chat answers are pasted: the stretches of its first and last line. A block that names no
 * language counts only when it is all there is.
 */
export function findWrapper(text: string, fences: readonly Fence[]): readonly Fence[] {
  const opening = wrapper.exec(text)
  const [first] = fences
  if (opening === null || first === undefined || text.slice(0, first.start).trim().replace('\ufeff', '') !== '') return []
  const mark = opening[1] as string
  const end = text.trimEnd().length
  const lastLine = text.lastIndexOf('\n', end - 1) + 1
  const closed = text.slice(lastLine, end).trim() === mark
  const named = /\w/.test(opening[0])
  if (!named && (!closed || first.end < end)) return []
  const start: Fence = { start: opening[0].indexOf(mark), end: opening[0].length }
  return closed ? [start, { start: lastLine, end }] : first.end >= end ? [start] : []
}
