import type { Piece } from './split-words.ts'
import { firstHint, type Machine, type WordTable } from './word-table.ts'

/** The parts of speech of a sentence's pieces, as places among the table's tags. */
export type PieceTagger = (pieces: readonly Piece[]) => readonly number[]

/** What a machine found: of the words it matched, the one meant. */
interface Match {
  readonly at: number
  readonly tag: number
}

/** Corrects what words are by themselves by what stands beside them: one machine after the other, as wink-nlp runs them. */
export function pieceTagger({ rules }: WordTable): PieceTagger {
  return (pieces) => {
    const tags = pieces.map((piece) => piece.pos)
    for (const machine of rules.machines) {
      const events = pieces.map((piece, at) => (piece.hint > 0 ? firstHint + piece.hint : (tags[at] ?? 0)))
      for (const { at, tag } of matchesOf(machine, events)) {
        if (tag < 0) tags[at] = -tag
        else if (((pieces[at]?.possible ?? 0) & (1 << tag)) !== 0) tags[at] = tag
      }
    }
    return tags.map((tag, at) => {
      const piece = pieces[at] as Piece
      return piece.isFixed ? piece.pos : tag
    })
  }
}

/** All matches from left to right, as long as each can be: `recognize` of wink-nlp's automaton. */
function matchesOf({ steps, otherwise, ends, around }: Machine, events: readonly number[]): readonly Match[] {
  const found: Match[] = []
  const add = (first: number, state: number): void => {
    const tag = ends[state]
    if (tag !== null && tag !== undefined) found.push({ at: first + (around[state]?.[0] ?? 0), tag })
  }
  let first = 0
  let state = 0
  // The last state on the way in which a match would have ended, and where that was.
  let fallback = 0
  let fallbackAt = 0
  for (let from = 0; from <= events.length; from += 1) {
    for (let at = from; at <= events.length; at += 1) {
      const event = events[at]
      const next = event === undefined ? 0 : (steps[state]?.[event] ?? 0)
      if (state === 0 && next !== 0) first = at
      const isEnd = ends[next] !== undefined
      if (isEnd || (next === 0 && fallback !== 0)) {
        add(first, isEnd ? next : fallback)
        from = isEnd ? at : fallbackAt
        fallback = 0
      }
      state = isEnd ? 0 : next
      if (state === 0) break
      const ending = otherwise[state] ?? 0
      if (ending !== 0) {
        fallback = ending
        fallbackAt = at
      }
    }
  }
  return found
}
