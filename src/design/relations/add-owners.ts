import type { Claim } from '../../claim/claim.ts'
import type { Draft, DraftColumn, DraftTable, Question } from '../draft.ts'
import { accountKey } from '../identity/entity-key.ts'
import { assuming, because, supposed, type Why } from '../why.ts'
import { ownerPaths } from './ownership.ts'
import { isDictionary, referencedKeys } from './shared-tables.ts'

/**
 * Gives `user_id` to tables whose rows belong to people and that lead to no account yet. It asks for a word of the documents: people create or own
 * the thing, its access is its owner's, or everything is owner-only. A child of an owned table follows its parent instead. What
 * many rows share and nobody is said to own (a dictionary, a catalogue) gets no owner, and a question.
 */
export function addOwners(draft: Draft): Draft {
  const general = generalOwnership(draft)
  const questions: Question[] = []
  let current = draft
  const referenced = referencedKeys(draft)
  const groups = new Set(draft.tables.filter((table) => (table.facts?.groups.length ?? 0) > 0).map((table) => table.key))
  // first what is said of the table itself, then what is said of all of them: parents may have got their owner in between
  for (const round of ['own', 'general'] as const) {
    const paths = ownerPaths(current)
    current = {
      ...current,
      tables: current.tables.map((table) => {
        if (table.part !== 'entity' || paths.has(table.key) || groups.has(table.key) || hasAccount(table)) return table
        const own = ownershipOf(table, current)
        if (round === 'own') return own === undefined ? table : owned(table, own)
        if (general === undefined || isDictionary(table, referenced) || leadsToShared(table, groups)) return table
        const id = `${table.name}/owner`
        questions.push({
          id,
          topic: 'access',
          text: `Rows of \`${table.name}\` belong to the person who made them: the documents say so of all data, not of this table.`,
          why: general,
        })
        return owned(table, assuming(general, id))
      }),
    }
  }
  return { ...current, questions: [...draft.questions, ...questions] }
}

function hasAccount(table: DraftTable): boolean {
  return table.columns.some((column) => column.references?.target.kind === 'accounts' && !column.nullable)
}

/** What the documents say of whose the table's rows are. */
function ownershipOf(table: DraftTable, draft: Draft): Why | undefined {
  const facts = table.facts
  if (facts === undefined) return undefined
  const claims: Claim[] = [
    ...facts.relationships.filter(
      (claim) => claim.cardinality !== 'many to many' && draft.facts.identity.keyOf(claim.to) === accountKey,
    ),
    ...facts.access.filter((claim) => claim.who.kind === 'owner' && claim.denied !== true),
  ]
  return claims.length === 0 ? undefined : because(claims)
}

function generalOwnership(draft: Draft): Why | undefined {
  const { conventions, access } = draft.facts.general
  const claims: Claim[] = [
    ...conventions.filter((claim) => claim.rule === 'owner only'),
    ...access.filter((claim) => claim.who.kind === 'owner' && claim.denied !== true),
  ]
  return claims.length === 0 ? undefined : because(claims)
}

function leadsToShared(table: DraftTable, groups: ReadonlySet<string>): boolean {
  return table.columns.some((column) => column.references?.target.kind === 'table' && groups.has(column.references.target.key))
}

function owned(table: DraftTable, why: Why): DraftTable {
  const column: DraftColumn = {
    name: 'user_id',
    part: 'owner',
    type: 'uuid',
    nullable: false,
    references: { target: { kind: 'accounts' }, onDelete: 'cascade', why },
    why: why.sources.length === 0 ? supposed : why,
  }
  return table.columns.some((known) => known.name === 'user_id') ? table : { ...table, columns: [column, ...table.columns] }
}
