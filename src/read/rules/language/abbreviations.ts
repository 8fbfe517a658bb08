import { endOfRun, kindAt, letter } from './characters.ts'

const english = `
  e.g. eg. i.e. ie. etc. vs. approx. incl. excl. resp. cf. ca. fig. sec. st. mr. mrs. ms. dr. prof. inc. ltd. co. dept.
  est. a.k.a. p.s. a.m. p.m. u.s. u.k. ph.d. char. chars. opt. avg. temp. tel. ref. qty. esp. w.r.t.`
const polish = `
  np. m.in. tzn. tj. itd. itp. tzw. ok. maks. dot. zob. por. ww. ds. ul. al. pl. os. godz. tys. mld. proc. ang. pol.
  łac. wł. wyd. red. im. inż. mgr. r. w. pkt. ust. art. szt. znak. wsp. odp. ew. ewent. czyt. jw. j.w. m. p. s. str.
  poz. lp. l.p. jedn. tel. kom. n.p. b.d. d.o.o.`
const both = 'min. max. nr. no. vol. p.p.'

/** Abbreviations written with a full stop that does not end a sentence, both languages, in lower case. */
export const abbreviations: readonly string[] = [...new Set(`${english} ${polish} ${both}`.trim().split(/\s+/))]

/** Those that are words of their own as well, so that their full stop ends a sentence unless a number or a small letter follows. */
const ambiguous: ReadonlySet<string> = new Set(
  `no. co. st. ms. est. sec. r. w. m. s. p. os. im. char. chars. al. por. temp. ok. pol. red. str. opt. kom. art. ref.
  fig. dot. tel. pl.`.split(/\s+/),
)

/** Those after which a sentence often ends: a capital letter after them begins another. */
const closing: ReadonlySet<string> = new Set(`etc. itd. itp. r. a.m. p.m. min. godz. szt. tys. pkt. max.`.split(/\s+/))

const byLength = [...abbreviations].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
const pattern = new RegExp(`(?:${byLength.map((each) => each.replace(/[.]/g, '\\.')).join('|')})`, 'iuy')

/** The abbreviation that begins at `at`, with its full stop, or undefined. `at` must be the start of a word. */
export function abbreviationAt(text: string, at: number): string | undefined {
  const end = endOfRun(text, at, letter)
  if (end === at || text[end] !== '.') return undefined
  pattern.lastIndex = at
  const found = pattern.exec(text)?.[0]
  return found !== undefined && isAbbreviation(text, at, found) ? found : undefined
}

function isAbbreviation(text: string, at: number, found: string): boolean {
  const small = found.toLowerCase()
  const rest = text.slice(at + found.length, at + found.length + 40)
  const next = /^\s*(\S)/u.exec(rest)?.[1] ?? ''
  // "No. Users cannot": a word of its own at the end of a sentence; "no. 5" is the abbreviation.
  if (ambiguous.has(small)) return /^\s*\p{N}/u.test(rest) || (/^\s+\p{Ll}/u.test(rest) && small.length > 3)
  return (kindAt(rest, 0) & letter) === 0 || next === ''
}

/** Whether the full stop of the abbreviation may end a sentence as well when a capital letter follows. */
export function mayEndSentence(abbreviation: string): boolean {
  return closing.has(abbreviation.toLowerCase())
}
