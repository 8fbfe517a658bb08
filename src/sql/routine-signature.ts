import { tokenise } from './tokenise.ts'

const modes = new Set(['in', 'out', 'inout', 'variadic'])
/** The first words of the types that are written in several words, and what may follow them. */
const wordy: Readonly<Record<string, ReadonlySet<string>>> = {
  double: new Set(['precision']),
  character: new Set(['varying', '(', '[']),
  bit: new Set(['varying', '(', '[']),
  timestamp: new Set(['with', 'without', '(', '[']),
  time: new Set(['with', 'without', '(', '[']),
  interval: new Set(['year', 'month', 'day', 'hour', 'minute', 'second', '(', '[']),
  national: new Set(['character', 'char']),
}

/**
 * The types of a function's input arguments, as `drop function` and `grant … on function` want them, from the arguments of its
 * definition: `draw_name text, participants jsonb default '[]'` → `text`, `jsonb`.
 * (Manual, CREATE FUNCTION: `[ argmode ] [ argname ] argtype [ { DEFAULT | = } default_expr ]`.)
 */
export function routineSignature(text: string): readonly string[] {
  return splitArguments(text).flatMap((argument) => {
    const words = [...argument]
    let mode = 'in'
    const first = words[0]
    if (first !== undefined && words.length > 1 && modes.has(first.text.toLowerCase())) {
      mode = first.text.toLowerCase()
      words.shift()
    }
    if (mode === 'out') return []
    const cut = words.findIndex(
      (word, at) => at > 0 && (word.text === '=' || word.text === ':=' || word.text.toLowerCase() === 'default'),
    )
    const kept = cut < 0 ? words : words.slice(0, cut)
    const named = isNamed(kept.map((word) => word.text.toLowerCase())) ? kept.slice(1) : kept
    const start = named[0]?.start
    const end = named.at(-1)?.end
    return start === undefined || end === undefined ? [] : [text.slice(start, end)]
  })
}

/** Whether an argument's first word is its name: whether a second word follows that cannot belong to a type begun by the first. */
function isNamed([first = '', second]: readonly string[]): boolean {
  if (second === undefined || second === '(' || second === '[' || second === '.' || second === '%') return false
  return !wordy[first]?.has(second)
}

function splitArguments(text: string) {
  const list: { text: string; start: number; end: number }[][] = []
  let current: { text: string; start: number; end: number }[] = []
  let depth = 0
  for (const token of tokenise(text)) {
    if (token.text === '(' || token.text === '[') depth++
    if (token.text === ')' || token.text === ']') depth--
    if (token.text === ',' && depth === 0) {
      list.push(current)
      current = []
    } else current.push(token)
  }
  return current.length === 0 ? list : [...list, current]
}
