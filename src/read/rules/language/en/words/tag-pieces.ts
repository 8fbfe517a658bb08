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
  const machines = rules.machines.map(compile)
  return (pieces) => {
    const tags = pieces.map((piece) => piece.pos)
    for (const machine of machines) {
      const seen = pieces.map((piece, at) => (piece.hint > 0 ? firstHint + piece.hint : (tags[at] ?? 0)))
      for (const { at, tag } of matchesOf(machine, seen)) {
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

/** A machine as it runs. */
interface Compiled extends Pick<Machine, 'ends' | 'around'> {
  /** The next state at state × {@link events} + event; 0 where there is none. */
  readonly next: Uint16Array
  /** By state. */
  readonly otherwise: Uint16Array
}

/** More than there are parts of speech and hints. */
const events = 128

function compile({ steps, otherwise, ends, around }: Machine): Compiled {
  const states = 1 + Math.max(...[steps, ends].flatMap((byState) => Object.keys(byState).map(Number)))
  const next = new Uint16Array(states * events)
  for (const [state, row] of Object.entries(steps))
    for (const [event, to] of Object.entries(row)) next[Number(state) * events + Number(event)] = to
  return { next, otherwise: Uint16Array.from({ length: states }, (_, state) => otherwise[state] ?? 0), ends, around }
}

/** All matches from left to right, as long as each can be: `recognize` of wink-nlp's automaton. */
function matchesOf({ next, otherwise, ends, around }: Compiled, seen: readonly number[]): readonly Match[] {
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
  for (let from = 0; from <= seen.length; from += 1) {
    for (let at = from; at <= seen.length; at += 1) {
      const event = seen[at]
      const to = event === undefined ? 0 : (next[state * events + event] ?? 0)
      if (state === 0 && to !== 0) first = at
      const isEnd = to !== 0 && ends[to] !== undefined
      if (isEnd || (to === 0 && fallback !== 0)) {
        add(first, isEnd ? to : fallback)
        from = isEnd ? at : fallbackAt
        fallback = 0
      }
      state = isEnd ? 0 : to
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
