import { z } from 'zod'

const word = z.string().min(1).max(120)
const words = z.array(word).max(24)
const amount = z.number().finite()
const operations = z.array(z.enum(['select', 'insert', 'update', 'delete'])).min(1)
const action = z.enum(['cascade', 'restrict', 'set null', 'set default', 'no action'])
const sortKeys = z.array(z.object({ attribute: word, descending: z.boolean().optional() })).max(16)

const quoted = {
  document: z.string().max(40),
  line: z.number().int().min(1),
  quote: z.string().min(1).max(600),
}

const forms = [
  z.object({
    kind: z.literal('entity'),
    ...quoted,
    entity: word,
    as: z.enum(['table', 'thing']).describe('table: the document calls it a table or entity; thing: it speaks of keeping it'),
    description: z.string().max(300).optional().describe('verbatim from the document, one sentence at most'),
    platformAccounts: z.boolean().optional().describe("the platform's own table of accounts"),
    view: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('attribute'),
    ...quoted,
    entity: word.optional(),
    attribute: word,
    type: word.optional().describe('as written in the document'),
    optional: z.boolean().optional(),
    default: z.string().max(200).optional().describe('as written in the document'),
    primaryKey: z.boolean().optional(),
    unique: z.boolean().optional(),
    references: z.object({ entity: word, attribute: word.optional() }).optional(),
    many: z.boolean().optional().describe('many of them in one row'),
    strength: z.enum(['stated', 'passing']).optional().describe('stated: kept for sure; passing: a word dropped by the way'),
  }),
  z.object({
    kind: z.literal('limit'),
    ...quoted,
    entity: word.optional(),
    attribute: word,
    of: z.enum(['characters', 'value', 'items', 'bytes']),
    minimum: amount.optional(),
    maximum: amount.optional(),
  }),
  z.object({
    kind: z.literal('values'),
    ...quoted,
    entity: word.optional(),
    attribute: word,
    values: z.array(z.string().min(1).max(120)).min(1).max(200),
    open: z.boolean().describe('only examples'),
    as: z.enum(['enum', 'check', 'table']).optional(),
    default: z.string().max(120).optional(),
  }),
  z.object({
    kind: z.literal('unique'),
    ...quoted,
    entity: word.optional(),
    attributes: words.min(1),
    per: words.optional().describe('what they are unique inside of'),
    where: z.string().max(300).optional().describe('SQL condition, verbatim'),
  }),
  z.object({
    kind: z.literal('relationship'),
    ...quoted,
    from: word,
    to: word,
    cardinality: z.enum(['one to one', 'many to one', 'many to many']).describe('many to one: many `from` belong to one `to`'),
    optional: z.boolean().optional(),
    through: word.optional(),
    column: word.optional(),
    onDelete: action.optional(),
    part: z.boolean().optional().describe('a `from` does not live without its `to`'),
  }),
  z.object({
    kind: z.literal('delete rule'),
    ...quoted,
    entity: word.optional(),
    to: word.optional(),
    column: word.optional(),
    rule: z.union([z.enum(['hard', 'soft']), action]),
  }),
  z.object({
    kind: z.literal('key'),
    ...quoted,
    entity: word.optional(),
    type: z.enum(['uuid', 'uuidv7', 'bigint', 'integer', 'text']).optional(),
    attributes: words.optional(),
  }),
  z.object({
    kind: z.literal('count'),
    ...quoted,
    entity: word,
    per: word.optional(),
    minimum: amount.optional(),
    maximum: amount.optional(),
    period: z.enum(['hour', 'day', 'week', 'month', 'year']).optional(),
  }),
  z.object({
    kind: z.literal('access'),
    ...quoted,
    entity: word.optional().describe('absent: all that people own'),
    who: z.enum(['anonymous', 'signed in', 'owner', 'member', 'role', 'backend']),
    role: word.optional(),
    group: word.optional(),
    may: operations,
    denied: z.boolean().optional(),
    only: z.boolean().optional(),
    attributes: words.optional(),
  }),
  z.object({ kind: z.literal('role'), ...quoted, role: word, group: word.optional() }),
  z.object({
    kind: z.literal('group'),
    ...quoted,
    entity: word.describe('people share rows by belonging to it'),
    members: word.optional(),
    single: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('index'),
    ...quoted,
    entity: word.optional(),
    keys: sortKeys.min(1),
    method: z.enum(['btree', 'gin', 'gist', 'hash', 'brin']).optional(),
    unique: z.boolean().optional(),
    where: z.string().max(300).optional().describe('SQL condition, verbatim'),
  }),
  z.object({
    kind: z.literal('query'),
    ...quoted,
    entity: word,
    filter: words.optional(),
    sort: sortKeys.optional(),
    search: words.optional(),
  }),
  z.object({
    kind: z.literal('condition'),
    ...quoted,
    entity: word.optional(),
    sql: z.string().max(400).optional().describe('verbatim from the document'),
    left: word.optional(),
    operator: z.enum(['<', '<=', '=', '<>', '>=', '>']).optional(),
    right: word.optional(),
  }),
  z.object({
    kind: z.literal('no overlap'),
    ...quoted,
    entity: word.describe('what must not fall together in time'),
    per: words.describe('what it is the same of; empty where it is not said'),
  }),
  z.object({
    kind: z.literal('exclusion'),
    ...quoted,
    subject: z.enum(['entity', 'attribute', 'feature']),
    entity: word.optional(),
    attribute: word.optional(),
    deferred: z.boolean(),
  }),
  z.object({
    kind: z.literal('convention'),
    ...quoted,
    rule: z.enum([
      'timestamps',
      'no updated_at',
      'soft delete',
      'hard delete',
      'account deletion',
      'no account deletion',
      'enums',
      'checks instead of enums',
      'no jsonb',
      'no row level security',
      'owner only',
      'index foreign keys',
      'plural names',
      'audit log',
    ]),
  }),
  z.object({ kind: z.literal('open question'), ...quoted, about: word.optional() }),
  z.object({
    kind: z.literal('requirement'),
    ...quoted,
    id: z.string().max(40),
    about: words.describe('the entities and attributes that serve it'),
  }),
] as const

/**
 * A claim as somebody other than the built-in reader hands it in: names are the document's own words, every claim quotes its line. What becomes
 * of it is decided against the documents; see `accept-claims.ts`.
 */
export const claimForm = z.discriminatedUnion('kind', forms)

export type ProposedClaim = z.infer<typeof claimForm>
export type ProposedOf<K extends ProposedClaim['kind']> = Extract<ProposedClaim, { readonly kind: K }>

/** English names for words of the documents that are not English. */
export const nameForm = z.object({ word, name: z.string().regex(/^[a-z][a-z0-9_]{0,61}$/) })

/** A whole answer: claims to add, earlier ones of one's own to take back (by document, line and kind), and names. */
export const answerForm = z.object({
  claims: z.array(claimForm),
  withdraw: z.array(z.object({ document: z.string(), line: z.number().int(), kind: z.string() })).optional(),
  names: z.array(nameForm).optional(),
})

/** A proposal as it was understood; `unreadable` counts what has not the form of a claim. */
export interface Proposal {
  readonly claims: readonly ProposedClaim[]
  readonly withdraw: readonly { readonly document: string; readonly line: number; readonly kind: string }[]
  readonly names: ReadonlyMap<string, string>
  readonly unreadable: number
}

/** Understands an answer claim by claim, so that one bad claim does not cost the others. Undefined where it is no answer at all. */
export function readProposal(answer: unknown): Proposal | undefined {
  const given = withoutNulls(answer)
  if (typeof given !== 'object' || given === null || !('claims' in given) || !Array.isArray(given.claims)) return undefined
  const parsed = given.claims.map((claim) => claimForm.safeParse(claim))
  const list = (key: string): readonly unknown[] => {
    const value: unknown = (given as Readonly<Record<string, unknown>>)[key]
    return Array.isArray(value) ? value : []
  }
  return {
    claims: parsed.flatMap((one) => (one.success ? [one.data] : [])),
    withdraw: list('withdraw').flatMap((one) => {
      const read = answerForm.shape.withdraw.unwrap().element.safeParse(one)
      return read.success ? [read.data] : []
    }),
    names: new Map(
      list('names').flatMap((one): [string, string][] => {
        const read = nameForm.safeParse(one)
        return read.success ? [[read.data.word.toLowerCase(), read.data.name]] : []
      }),
    ),
    unreadable: parsed.filter((one) => !one.success).length,
  }
}

/** Models fill what they leave open with null. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, withoutNulls(inner)]])))
}
