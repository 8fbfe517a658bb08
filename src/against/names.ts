import { entityKey } from '../design/identity/entity-key.ts'
import type { LanguageModel } from '../read/rules/language/sentence.ts'

/** Ways to compare the names of two schemas that mean the same: in singular or plural, in any spelling, in English or Polish. */
export interface Names {
  /** The words of a name in each language it may be in, singular and in English. */
  readonly readingsOf: (name: string) => readonly (readonly string[])[]
}

/** @param polish translates names; absent where every document and name is English. */
export function namesIn(polish: LanguageModel | undefined): Names {
  const known = new Map<string, readonly (readonly string[])[]>()
  const read = (name: string): readonly (readonly string[])[] => {
    const own = entityKey(name).split('_')
    if (polish === undefined) return [own]
    const said = polish.name(name.replaceAll('_', ' '))
    return said.known && said.name !== '' ? [own, entityKey(said.name).split('_')] : [own]
  }
  return {
    readingsOf: (name) => {
      const found = known.get(name) ?? read(name)
      known.set(name, found)
      return found
    },
  }
}

/** How much of their words two names share, from 0 to 1 (Jaccard), in the reading in which they share most. */
export function similarity(names: Names, left: string, right: string): number {
  let best = 0
  for (const a of names.readingsOf(left)) for (const b of names.readingsOf(right)) best = Math.max(best, shared(a, b))
  return best
}

function shared(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)]
  const both = [...left].filter((word) => right.has(word)).length
  return both / (left.size + right.size - both)
}

/** Whether every word of one name is in the other: `interval` and `watering_interval_days`. */
export function contains(names: Names, one: string, other: string): boolean {
  return names.readingsOf(one).some((a) => names.readingsOf(other).some((b) => holds(a, b) || holds(b, a)))
}

const holds = (all: readonly string[], some: readonly string[]): boolean => some.every((word) => all.includes(word))
