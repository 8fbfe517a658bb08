import type { Mention } from '../../../claim/mention.ts'
import type { Sentence } from '../language/sentence.ts'
import type { EntityIndex } from '../tables/entity-index.ts'
import type { ThingIndex } from '../tables/things.ts'

/** What each numbered requirement is mainly about: the thing that its first sentences name most, the earliest of equals. */
export function topicsOfRequirements(
  sentences: readonly Sentence[],
  indexes: { readonly entities: EntityIndex; readonly things: ThingIndex },
): ReadonlyMap<string, Mention> {
  const counts = new Map<string, Map<string, { mention: Mention; weight: number }>>()
  const seen = new Map<string, number>()
  for (const sentence of sentences) {
    if (sentence.requirement === undefined) continue
    const order = seen.get(sentence.requirement) ?? 0
    seen.set(sentence.requirement, order + 1)
    const names = counts.get(sentence.requirement) ?? new Map<string, { mention: Mention; weight: number }>()
    for (const noun of sentence.nouns) {
      if (noun.identifier || noun.name === 'user') continue
      const mention = indexes.entities.find(noun.name) ?? indexes.things.find(noun.name) ?? indexes.entities.findNamed(noun.name)
      if (!mention) continue
      const entry = names.get(mention.name) ?? { mention, weight: 0 }
      entry.weight += order < 3 ? 2 : 1
      names.set(mention.name, entry)
    }
    counts.set(sentence.requirement, names)
  }
  const topics = new Map<string, Mention>()
  for (const [id, names] of counts) {
    const best = [...names.values()].reduce<{ mention: Mention; weight: number } | undefined>(
      (top, each) => (top === undefined || each.weight > top.weight ? each : top),
      undefined,
    )
    if (best) topics.set(id, best.mention)
  }
  return topics
}
