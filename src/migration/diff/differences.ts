import { diffSchemas } from '../../schema/diff-schemas.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Named } from '../change.ts'

/** In which aspects objects that both schemas have differ. */
export interface Differences {
  readonly of: (kind: string, object: string) => ReadonlySet<string>
  /** Of a part of a table: a constraint, an index, a policy, a trigger. */
  readonly ofPart: (kind: string, table: Named, name: string) => ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

/** Asks `diffSchemas` once, so that what counts as a change is what the verification compares, and nothing else. */
export function differencesOf(from: Schema, to: Schema): Differences {
  const found = new Map<string, Set<string>>()
  for (const { kind, object, aspect } of diffSchemas(from, to)) {
    const key = `${kind}\u0000${object}`
    const aspects = found.get(key) ?? new Set()
    aspects.add(aspect)
    found.set(key, aspects)
  }
  const of = (kind: string, object: string) => found.get(`${kind}\u0000${object}`) ?? none
  return { of, ofPart: (kind, table, name) => of(kind, `${displayName(table)}: ${name}`) }
}

export interface Matched<T> {
  readonly gone: readonly T[]
  readonly both: readonly { readonly from: T; readonly to: T }[]
  readonly came: readonly T[]
}

/** Pairs what has the same key on both sides. */
export function matchBy<T>(from: readonly T[], to: readonly T[], keyOf: (item: T) => string): Matched<T> {
  const before = new Map(from.map((item) => [keyOf(item), item]))
  const after = new Map(to.map((item) => [keyOf(item), item]))
  return {
    gone: [...before].filter(([key]) => !after.has(key)).map(([, item]) => item),
    both: [...after].flatMap(([key, item]) => {
      const other = before.get(key)
      return other === undefined ? [] : [{ from: other, to: item }]
    }),
    came: [...after].filter(([key]) => !before.has(key)).map(([, item]) => item),
  }
}
