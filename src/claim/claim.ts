import type { Operation } from '../schema/access.ts'
import type { ReferentialAction } from '../schema/constraint.ts'
import type { IndexMethod } from '../schema/table-index.ts'
import type { Mention } from './mention.ts'
import type { Source } from './source.ts'

/**
 * One thing a document says about the schema. Readers make claims and never SQL; the designer decides what becomes of them.
 * A claim about a column names its entity in `entity`; where the sentence leaves the entity open it is absent, and the
 * designer looks for the one entity that has such an attribute.
 */
export type Claim = ClaimBody & {
  readonly source: Source
  readonly reader: 'rules' | 'model' | 'agent'
}

export type ClaimBody =
  | EntityClaim
  | AttributeClaim
  | LimitClaim
  | ValuesClaim
  | UniqueClaim
  | RelationshipClaim
  | DeleteRuleClaim
  | KeyClaim
  | CountClaim
  | AccessClaim
  | RoleClaim
  | GroupClaim
  | IndexClaim
  | QueryClaim
  | ConditionClaim
  | OverlapClaim
  | ExclusionClaim
  | ConventionClaim
  | OpenQuestionClaim
  | RequirementClaim

/** There is such a thing. `as`: `table` when a document calls it a table or entity; `thing` when prose speaks of storing or managing it. */
export interface EntityClaim {
  readonly kind: 'entity'
  readonly entity: Mention
  readonly as: 'table' | 'thing'
  /** What it is, in the document's words, at most a sentence. */
  readonly description?: string
  /** It is the platform's own table of accounts (`auth.users`, "users are kept by Supabase"). */
  readonly platformAccounts?: boolean
  /** It is called a view rather than a table. */
  readonly view?: boolean
  /** A title of the requirements names it: a whole part of them is about it. */
  readonly titled?: boolean
}

/** The entity has this attribute. What the sentence leaves open is absent. */
export interface AttributeClaim {
  readonly kind: 'attribute'
  readonly entity?: Mention
  readonly attribute: Mention
  /** A type as written (`VARCHAR(20)`, `timestamptz`, `liczba całkowita`), or absent. */
  readonly type?: string
  readonly optional?: boolean
  /** SQL of the default, as written, unparsed: the designer lets it in only when the parser accepts it as an expression. */
  readonly default?: string
  readonly primaryKey?: boolean
  readonly unique?: boolean
  readonly references?: { readonly entity: Mention; readonly attribute?: string }
  /** Many of them in one row, or a list. */
  readonly many?: boolean
  /** The sentence is about whether it stands in the schema at all and says so: a stated column rather than a passing word. */
  readonly strength: 'stated' | 'passing'
  /** Every table has it, but for the ones named here; such a claim names no entity. */
  readonly everywhere?: { readonly except: readonly Mention[] }
}

/** A bound. `characters` of a text, `value` of a number or date, `items` of a list. Both ends inclusive unless `exclusive`. */
export interface LimitClaim {
  readonly kind: 'limit'
  readonly entity?: Mention
  readonly attribute: Mention
  readonly of: 'characters' | 'value' | 'items' | 'bytes'
  readonly minimum?: number
  readonly maximum?: number
}

/** The attribute holds one of these. `open`: introduced as examples only. `as`: what the document says it should be. */
export interface ValuesClaim {
  readonly kind: 'values'
  readonly entity?: Mention
  readonly attribute: Mention
  readonly values: readonly string[]
  readonly open: boolean
  readonly as?: 'enum' | 'check' | 'table'
  readonly default?: string
}

export type Period = 'hour' | 'day' | 'week' | 'month' | 'year'

/**
 * No two rows agree in these attributes. `per` is the thing inside which they are unique ("each user's names are unique"); empty where the document says that it
 * is none. Without attributes there is one row of that at most; without an entity as well, the row is what leads to all of `per`.
 */
export interface UniqueClaim {
  readonly kind: 'unique'
  readonly entity?: Mention
  readonly attributes: readonly Mention[]
  readonly per?: readonly Mention[]
  /** One row in that time: "one reading a day per meter". */
  readonly period?: Period
  /** Only those that are so count: `active`, of "one active session per user". In English, `not_` before what they are not. */
  readonly which?: string
  /** SQL condition as written, unparsed. */
  readonly where?: string
}

/** Cardinality read from `from`'s side: `many to one` means that many `from` belong to one `to`. */
export interface RelationshipClaim {
  readonly kind: 'relationship'
  readonly from: Mention
  readonly to: Mention
  readonly cardinality: 'one to one' | 'many to one' | 'many to many'
  /** Whether a `from` may be without a `to`. */
  readonly optional?: boolean
  /** The join table of many to many. */
  readonly through?: Mention
  /** The foreign key's column on `from`. */
  readonly column?: Mention
  readonly onDelete?: ReferentialAction
  /** `from` is a part of `to` and does not live without it. */
  readonly part?: boolean
  /** `from` is made by others than whom `to` belongs to: comments on what somebody shows. */
  readonly byOthers?: boolean
}

/** What happens when a row is deleted. `hard`/`soft` speak of the entity itself; an action of the key from `entity` to `to`. */
export interface DeleteRuleClaim {
  readonly kind: 'delete rule'
  /** Absent: all entities. */
  readonly entity?: Mention
  readonly to?: Mention
  readonly column?: Mention
  readonly rule: 'hard' | 'soft' | ReferentialAction
  /** How long what is deleted softly can come back, in the document's words: `30 days`. */
  readonly keptFor?: string
}

/** The key of one entity, or of all. */
export interface KeyClaim {
  readonly kind: 'key'
  readonly entity?: Mention
  readonly type?: 'uuid' | 'uuidv7' | 'bigint' | 'integer' | 'text'
  /** A natural or composite key. */
  readonly attributes?: readonly Mention[]
}

/** How many of `entity` there may be per `per` (and `period`). Without a number: that there is a limit, and not which. */
export interface CountClaim {
  readonly kind: 'count'
  readonly entity: Mention
  readonly per?: Mention
  /** Only those that are so count: `active`, of "20 active offers". In English. */
  readonly which?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly period?: Period
}

/** Who may do what. `entity` absent: all that users own. */
export interface AccessClaim {
  readonly kind: 'access'
  readonly entity?: Mention
  readonly who:
    | { readonly kind: 'anonymous' }
    | { readonly kind: 'signed in' }
    /** `as`: what the document calls them who do it, where they are not just users: `manager`. */
    | { readonly kind: 'owner'; readonly as?: string }
    | { readonly kind: 'member'; readonly group?: Mention; readonly role?: string }
    | { readonly kind: 'role'; readonly role: string }
    | { readonly kind: 'backend' }
  readonly may: readonly Operation[]
  /** It is refused rather than allowed. */
  readonly denied?: boolean
  /** Only that one and nobody else. */
  readonly only?: boolean
  /** Only the rows that are so, as of a {@link UniqueClaim}: `published`, of "published posts are public". */
  readonly which?: string
  readonly attributes?: readonly Mention[]
}

/** People act in this role. */
export interface RoleClaim {
  readonly kind: 'role'
  readonly role: string
  /** The role is one inside a group (an admin of a household) rather than of the application. */
  readonly group?: Mention
}

/** People share rows by belonging to this entity. */
export interface GroupClaim {
  readonly kind: 'group'
  readonly entity: Mention
  readonly members?: Mention
  /** At most one group per person. */
  readonly single?: boolean
}

/** An index is asked for. */
export interface IndexClaim {
  readonly kind: 'index'
  readonly entity?: Mention
  readonly keys: readonly { readonly attribute: Mention; readonly descending?: boolean }[]
  readonly method?: IndexMethod
  readonly unique?: boolean
  /** Only those that are so, as of a {@link UniqueClaim}. Without keys the index is of what tells them. */
  readonly which?: string
  /** SQL condition as written, unparsed. */
  readonly where?: string
}

/** People list, filter, sort or search this entity. */
export interface QueryClaim {
  readonly kind: 'query'
  readonly entity: Mention
  readonly filter: readonly Mention[]
  readonly sort: readonly { readonly attribute: Mention; readonly descending?: boolean }[]
  readonly search: readonly Mention[]
  /** What it is, for the index's "Serves": "my recipes, newest first". */
  readonly title?: string
}

/** A condition on a row in SQL as the document writes it: `CHECK (end_date >= start_date)`; or a comparison of two attributes. */
export interface ConditionClaim {
  readonly kind: 'condition'
  readonly entity?: Mention
  readonly sql?: string
  readonly comparison?: {
    readonly left: Mention
    readonly operator: '<' | '<=' | '=' | '<>' | '>=' | '>'
    readonly right: Mention
  }
}

/** Of the same `per`, no two rows hold at the same time: "bookings of one room must not overlap". */
export interface OverlapClaim {
  readonly kind: 'no overlap'
  readonly entity: Mention
  /** What it is the same of; empty where the sentence leaves it open. */
  readonly per: readonly Mention[]
}

/** Something that is not to be in the schema. `deferred`: not now. */
export interface ExclusionClaim {
  readonly kind: 'exclusion'
  readonly subject: 'entity' | 'attribute' | 'feature'
  readonly entity?: Mention
  readonly attribute?: Mention
  /** The refused thing in the document's words. */
  readonly text: string
  readonly deferred: boolean
}

/** A rule for the whole schema. */
export interface ConventionClaim {
  readonly kind: 'convention'
  readonly rule:
    | 'timestamps'
    | 'no updated_at'
    | 'soft delete'
    | 'hard delete'
    | 'account deletion'
    | 'no account deletion'
    | 'enums'
    | 'checks instead of enums'
    | 'no jsonb'
    | 'no row level security'
    | 'owner only'
    | 'index foreign keys'
    | 'plural names'
    | 'audit log'
}

/** A document leaves this open. */
export interface OpenQuestionClaim {
  readonly kind: 'open question'
  readonly text: string
  readonly about?: Mention
}

/** A numbered requirement, with what it speaks of. */
export interface RequirementClaim {
  readonly kind: 'requirement'
  readonly id: string
  readonly title: string
  /** The things that it is about, the first most; of a requirement that others hand in, its attributes as well. */
  readonly about: readonly Mention[]
  /** The attributes that it names, each with the thing of which its sentence says it, where that is plain. */
  readonly details?: readonly { readonly attribute: Mention; readonly entity?: Mention }[]
  /** It is about signing up, in and out, about passwords or about having an account at all. */
  readonly accounts?: boolean
  /** Its text asks for nothing that is stored (a theme, a response time). */
  readonly needsNoData?: boolean
}

/** The claim of one kind. */
export type ClaimOf<K extends Claim['kind']> = Extract<Claim, { readonly kind: K }>
