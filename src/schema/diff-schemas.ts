import { type Described, describeObjects } from './describe-objects.ts'
import type { Schema } from './schema.ts'

/**
 * Where two schemas differ. `kind` and `object` name it (`column`, `recipes.title`), `aspect` says in what; an object that only one of
 * them has differs in `existence`. What one does not have is `undefined`.
 */
export interface Difference {
  readonly kind: string
  readonly object: string
  readonly aspect: string
  readonly expected: string | undefined
  readonly actual: string | undefined
}

/**
 * Compares everything a database keeps: every object, every aspect, letter by letter, the order of columns included and no other order.
 * Reasons, purposes and access rules are not compared: no catalog has them. Expressions have to be spelled alike; see
 * `postgres/canonical`.
 */
export function diffSchemas(expected: Schema, actual: Schema): readonly Difference[] {
  const before = indexed(expected)
  const after = indexed(actual)
  const differences: Difference[] = []
  for (const [key, described] of before) {
    const other = after.get(key)
    if (other === undefined)
      differences.push({ ...named(described), aspect: 'existence', expected: 'present', actual: undefined })
    else differences.push(...aspectDifferences(described, other))
  }
  for (const [key, described] of after) {
    if (!before.has(key)) differences.push({ ...named(described), aspect: 'existence', expected: undefined, actual: 'present' })
  }
  return differences
}

function indexed(schema: Schema): ReadonlyMap<string, Described> {
  return new Map(describeObjects(schema).map((described) => [`${described.kind}\u0000${described.object}`, described]))
}

const named = ({ kind, object }: Described) => ({ kind, object })

function aspectDifferences(expected: Described, actual: Described): readonly Difference[] {
  return Object.keys(expected.aspects).flatMap((aspect) => {
    // An empty comment is none.
    const before = expected.aspects[aspect] || undefined
    const after = actual.aspects[aspect] || undefined
    const isEmptyPath = aspect === 'search path' && expected.aspects[aspect] !== actual.aspects[aspect]
    if (before === after && !isEmptyPath) return []
    return [{ ...named(expected), aspect, expected: expected.aspects[aspect], actual: actual.aspects[aspect] }]
  })
}
