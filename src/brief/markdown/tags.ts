import type { Fence } from './fences.ts'

/** An XML-like tag that structures a document: `<decisions>`, `</decisions>`. */
export interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly start: number
  readonly end: number
}

const html = new Set(
  (
    'a abbr b big blockquote body br center cite code dd del details div dl dt em figure font h1 h2 h3 h4 h5 h6 head hr html i img ins kbd li ' +
    'mark ol p picture pre q s section small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var'
  ).split(' '),
)

const pattern = /<!--|<(\/?)([A-Za-z][\w.-]*)(?:\s[^<>\n]*)?\/?>/g

/**
 * Finds tags outside code. `blanks` are stretches that are not text for a reader (tags of both kinds, comments, HTML); `tags` those that
 * structure the document: alone on their line, closed somewhere, or written with an underscore as planning prompts ask for.
 * A placeholder such as `Array<string>` or `<name>` in a sentence is left alone.
 */
export function findTags(text: string, fences: readonly Fence[]): { tags: readonly Tag[]; blanks: readonly Fence[] } {
  const closed = new Set<string>()
  for (const match of text.matchAll(/<\/([A-Za-z][\w.-]*)\s*>/g)) closed.add((match[1] as string).toLowerCase())
  const tags: Tag[] = []
  const blanks: Fence[] = []
  let fence = 0
  let done = 0
  const lastCommentEnd = text.lastIndexOf('-->')
  for (const match of text.matchAll(pattern)) {
    const start = match.index
    if (start < done) continue
    const comment = match[0] === '<!--'
    if (comment && start > lastCommentEnd) continue
    const end = comment ? text.indexOf('-->', start) + 3 : start + match[0].length
    while (fence < fences.length && (fences[fence] as Fence).end <= start) fence++
    const inside = fences[fence]
    if ((inside !== undefined && inside.start <= start) || insideCodeSpan(text, start)) continue
    done = end
    const name = match[2]?.toLowerCase()
    if (name === undefined || html.has(name)) {
      blanks.push({ start, end })
      continue
    }
    const structural = closed.has(name) || name.includes('_') || aloneOnLine(text, start, end)
    if (!structural) continue
    blanks.push({ start, end })
    tags.push({ name, closing: match[1] === '/', start, end })
  }
  return { tags, blanks }
}

const longestLineLookedAt = 2000

function insideCodeSpan(text: string, at: number): boolean {
  let ticks = 0
  for (let index = at - 1; index >= 0 && at - index < longestLineLookedAt; index--) {
    const unit = text.charCodeAt(index)
    if (unit === 10) break
    if (unit === 96) ticks++
  }
  return ticks % 2 === 1
}

function aloneOnLine(text: string, start: number, end: number): boolean {
  let before = start - 1
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before--
  let after = end
  while (after < text.length && (text[after] === ' ' || text[after] === '\t' || text[after] === '\r')) after++
  return (before < 0 || text[before] === '\n') && (after >= text.length || text[after] === '\n')
}

/** The text with stretches turned to spaces, so that every other character keeps its place. Line ends inside a stretch stay. */
export function blank(text: string, stretches: readonly Fence[]): string {
  const parts: string[] = []
  let done = 0
  for (const { start, end } of stretches) {
    parts.push(text.slice(done, start), text.slice(start, end).replace(/[^\r\n]/g, ' '))
    done = end
  }
  parts.push(text.slice(done))
  return parts.join('')
}
