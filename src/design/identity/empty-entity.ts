import type { AttributeFacts, EntityFacts } from './facts.ts'

/** Facts while they are gathered: the same shape, with lists that can still grow. */
export type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] }
export type GrowingEntity = Omit<Growing<EntityFacts>, 'attributes'> & { attributes: Map<string, Growing<AttributeFacts>> }

/** An entity of which no claim speaks yet. */
export function emptyEntity(key: string): GrowingEntity {
  return {
    key,
    mentions: [],
    entities: [],
    attributes: new Map(),
    uniques: [],
    relationships: [],
    incoming: [],
    through: [],
    deleteRules: [],
    keys: [],
    counts: [],
    access: [],
    groups: [],
    indexes: [],
    queries: [],
    conditions: [],
    overlaps: [],
    exclusions: [],
  }
}

/** An attribute of which no claim speaks yet. */
export function emptyAttribute(key: string): Growing<AttributeFacts> {
  return { key, mentions: [], attributes: [], limits: [], values: [], exclusions: [] }
}
