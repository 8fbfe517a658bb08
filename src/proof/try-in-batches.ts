import type { Group, Session, StepsOutcome } from './session.ts'

/** Lists of steps in a round trip: enough to make it cheap, and little enough that one answer fits well into memory. */
const alone = 200
/** Fewer where two share them, so that neither waits long for the other's last. */
const shared = 50

/**
 * Tries all groups on the first session and on the one that joins it, if it comes while some are left: whoever is free takes the next. They hold
 * the same and everything is rolled back, so it does not matter which of them tries what.
 */
export async function tryInBatches(
  groups: readonly Group[],
  first: Session,
  joining?: Promise<Session | undefined>,
): Promise<readonly (readonly StepsOutcome[])[]> {
  const outcomes: (readonly StepsOutcome[])[][] = groups.map(() => [])
  const left = batches(groups, joining === undefined ? alone : shared)
  const all = left.length
  const work = async (session: Session): Promise<void> => {
    for (let batch = left.shift(); batch !== undefined; batch = left.shift()) {
      const answers = await session.attempt(batch.map(({ group }) => group))
      for (const [at, { of, piece }] of batch.entries()) (outcomes[of] ?? [])[piece] = answers[at] ?? []
    }
  }
  let helping: Promise<void> | undefined
  joining?.then((second) => {
    if (second === undefined || left.length === 0) return
    helping = work(second)
    // Said below, when the first has done its part.
    helping.catch(() => undefined)
  })
  if (all > 0) await work(first)
  await helping
  return outcomes.map((pieces) => pieces.flat())
}

interface Piece {
  /** Which group it is of, and which piece of it. */
  readonly of: number
  readonly piece: number
  readonly group: Group
}

/** Groups in their order, cut and put together so that each batch has about as many lists. */
function batches(groups: readonly Group[], size: number): (readonly Piece[])[] {
  const made: Piece[][] = []
  let room = 0
  groups.forEach((group, of) => {
    let piece = 0
    for (let from = 0; from < group.lists.length; piece += 1) {
      if (room === 0) {
        made.push([])
        room = size
      }
      const lists = group.lists.slice(from, from + room)
      made.at(-1)?.push({ of, piece, group: { ...group, lists } })
      from += lists.length
      room -= lists.length
    }
  })
  return made
}
