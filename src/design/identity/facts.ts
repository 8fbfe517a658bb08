import type { ClaimOf } from '../../claim/claim.ts'
import type { Mention } from '../../claim/mention.ts'
import type { Identity } from './identity.ts'

/** All that the documents say about one attribute of one entity. */
export interface AttributeFacts {
  readonly key: string
  readonly mentions: readonly { readonly mention: Mention; readonly source: ClaimOf<'attribute'>['source'] }[]
  readonly attributes: readonly ClaimOf<'attribute'>[]
  readonly limits: readonly ClaimOf<'limit'>[]
  readonly values: readonly ClaimOf<'values'>[]
  readonly exclusions: readonly ClaimOf<'exclusion'>[]
}

/** All that the documents say about one entity, by kind of claim, in the documents' order. */
export interface EntityFacts {
  readonly key: string
  readonly mentions: readonly {
    readonly mention: Mention
    readonly source: ClaimOf<'entity'>['source']
    readonly asTable: boolean
  }[]
  readonly entities: readonly ClaimOf<'entity'>[]
  readonly attributes: ReadonlyMap<string, AttributeFacts>
  readonly uniques: readonly ClaimOf<'unique'>[]
  /** Relationships read from this entity's side, and those that lead to it. */
  readonly relationships: readonly ClaimOf<'relationship'>[]
  readonly incoming: readonly ClaimOf<'relationship'>[]
  readonly through: readonly ClaimOf<'relationship'>[]
  readonly deleteRules: readonly ClaimOf<'delete rule'>[]
  readonly keys: readonly ClaimOf<'key'>[]
  readonly counts: readonly ClaimOf<'count'>[]
  readonly access: readonly ClaimOf<'access'>[]
  readonly groups: readonly ClaimOf<'group'>[]
  readonly indexes: readonly ClaimOf<'index'>[]
  readonly queries: readonly ClaimOf<'query'>[]
  readonly conditions: readonly ClaimOf<'condition'>[]
  readonly overlaps: readonly ClaimOf<'no overlap'>[]
  readonly exclusions: readonly ClaimOf<'exclusion'>[]
}

/** What speaks of no single entity. */
export interface GeneralFacts {
  readonly keys: readonly ClaimOf<'key'>[]
  readonly deleteRules: readonly ClaimOf<'delete rule'>[]
  readonly access: readonly ClaimOf<'access'>[]
  readonly indexes: readonly ClaimOf<'index'>[]
  readonly uniques: readonly ClaimOf<'unique'>[]
  readonly attributes: readonly ClaimOf<'attribute'>[]
  /** Columns that every table has. */
  readonly everywhere: readonly ClaimOf<'attribute'>[]
  readonly roles: readonly ClaimOf<'role'>[]
  readonly conventions: readonly ClaimOf<'convention'>[]
  readonly features: readonly ClaimOf<'exclusion'>[]
  readonly openQuestions: readonly ClaimOf<'open question'>[]
  readonly requirements: readonly ClaimOf<'requirement'>[]
}

export interface Facts {
  readonly identity: Identity
  readonly entities: ReadonlyMap<string, EntityFacts>
  readonly general: GeneralFacts
}

export function attributeNamed(facts: EntityFacts | undefined, key: string): AttributeFacts | undefined {
  return facts?.attributes.get(key)
}
