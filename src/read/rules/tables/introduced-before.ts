import type { Meaning, Sentence } from '../language/sentence.ts'

const having: ReadonlySet<Meaning> = new Set<Meaning>(['WITH', 'HAS', 'INCLUDES', 'CONSISTS', 'STORES'])

/** "`clubs` plus the join table `club_members` with a role and `joined_at`": what is said to have columns is the table right before, when it is named as code. */
export function introducedBefore<T extends { readonly from: number; readonly to: number }>(
  sentence: Sentence,
  near: number,
  tables: readonly T[],
): T | undefined {
  const last = tables.filter((table) => table.to <= near).at(-1)
  if (!last || tables.length < 2 || sentence.words[last.from]?.identifier !== true) return undefined
  return sentence.markers.some(({ meaning, from }) => from === last.to && having.has(meaning)) ? last : undefined
}
