import type { ClaimOf } from '../../claim/claim.ts'
import { isCredential, isNoField } from '../accounts/credential-fields.ts'
import { fromSession, holdsAgainst, strongest } from '../claim-order.ts'
import type { Draft, DraftColumn, DraftEnum, DraftTable, Question } from '../draft.ts'
import type { AttributeFacts } from '../identity/facts.ts'
import { attributeColumn } from '../types/attribute-column.ts'
import { mayBeMissing } from '../types/nullability.ts'
import { assuming, because, reasonsOf } from '../why.ts'
import { referenceOfAttribute } from './reference-of-attribute.ts'
import { findTargets, type Target, type Targets } from './targets.ts'

/**
 * Gives every table the columns that its attributes ask for: references where an attribute leads somewhere, plain columns otherwise.
 * Refused attributes are left out and listed. Where the session states a table's columns, words that the PRD drops in passing add none.
 */
export function addAttributeColumns(draft: Draft): Draft {
  const targets = findTargets(draft)
  const enumsWanted = wantsEnums(draft)
  const enums: DraftEnum[] = []
  const questions: Question[] = []
  const leftOut = [...draft.leftOut]
  const tables = draft.tables.map((table) => {
    let grown: DraftTable = table
    const names = new Set<string>()
    const stated = [...(table.facts?.attributes.values() ?? [])].filter(isSessionColumn).length
    for (const facts of table.facts?.attributes.values() ?? []) {
      if (facts.key === 'id' || !isColumn(facts, table, draft, stated)) continue
      const refusal = refusalOf(facts)
      if (refusal !== undefined) {
        leftOut.push({
          text: `\`${table.name}.${facts.key}\`: "${refusal.source.quote}".`,
          reasons: reasonsOf(because([refusal]), new Map()),
        })
        continue
      }
      const reference = referenceOfAttribute(facts, table, draft, targets)
      if (reference !== undefined) {
        if (names.has(reference.name)) continue
        names.add(reference.name)
        grown = { ...grown, columns: [...grown.columns, referenceColumn(facts, reference.name, reference.target, targets)] }
        if (facts.attributes.some((claim) => claim.unique === true))
          grown = {
            ...grown,
            uniques: [
              ...grown.uniques,
              { columns: [reference.name], why: because(facts.attributes.filter((claim) => claim.unique)) },
            ],
          }
        continue
      }
      if (isRowsOfTable(facts, table, draft, targets)) continue
      const parts = attributeColumn(facts, { table: table.name, entity: table.key, fragments: draft.fragments, enumsWanted })
      if (names.has(parts.column.name)) continue
      names.add(parts.column.name)
      grown = {
        ...grown,
        columns: [...grown.columns, parts.column],
        checks: [...grown.checks, ...parts.checks],
        uniques: [...grown.uniques, ...parts.uniques],
      }
      for (const type of parts.enums) if (!enums.some((known) => known.name === type.name)) enums.push(type)
      questions.push(...parts.questions)
    }
    return grown
  })
  return { ...draft, tables, enums: [...draft.enums, ...enums], questions: [...draft.questions, ...questions], leftOut }
}

function isSessionColumn(facts: AttributeFacts): boolean {
  return facts.attributes.some((claim) => claim.strength === 'stated' && fromSession(claim.source))
}

/** Whether an attribute is meant as a column at all. */
function isColumn(facts: AttributeFacts, table: DraftTable, draft: Draft, stated: number): boolean {
  if (
    table.part === 'profile' &&
    (isNoField(facts.key) || (facts.key !== 'email' && isCredential(facts.key) && !isStamp(facts.key)))
  )
    return false
  if (table.part === 'profile' && facts.key === 'email' && !isSessionColumn(facts)) return false
  if (table.part === 'accounts' && facts.key === 'password') return false
  if (facts.attributes.length === 0) return facts.limits.length > 0 || facts.values.some((claim) => !claim.open)
  if (isSessionColumn(facts)) return true
  const firm = facts.attributes.some((claim) => claim.strength === 'stated')
  if (draft.session && stated >= 3 && table.part !== 'accounts') return firm && !overlaps(facts, table)
  return firm || facts.limits.length > 0 || facts.values.length > 0 || !draft.session
}

function isStamp(key: string): boolean {
  return key === 'created_at' || key === 'updated_at'
}

/** A PRD's word that shares a word with a column the session states is most likely that column. */
function overlaps(facts: AttributeFacts, table: DraftTable): boolean {
  const words = new Set(facts.key.split('_'))
  return [...(table.facts?.attributes.values() ?? [])].some(
    (other) => other !== facts && isSessionColumn(other) && other.key.split('_').some((word) => words.has(word)),
  )
}

function refusalOf(facts: AttributeFacts): ClaimOf<'exclusion'> | undefined {
  const refusal = strongest(facts.exclusions)
  const asked = strongest(facts.attributes)
  if (refusal === undefined) return undefined
  return asked === undefined || holdsAgainst(refusal.source, asked.source) ? refusal : undefined
}

/** "A recipe has ingredients", where ingredients are a table: their rows, not a column. */
function isRowsOfTable(facts: AttributeFacts, table: DraftTable, draft: Draft, targets: Targets): boolean {
  if (facts.attributes.some((claim) => claim.type !== undefined) || facts.limits.length > 0 || facts.values.length > 0)
    return false
  const own = targets.ofKey(draft.facts.identity.keyOfName(facts.key)) ?? targets.ofKey(`${table.key}_${facts.key}`)
  return own !== undefined
}

function referenceColumn(facts: AttributeFacts, name: string, target: Target, targets: Targets): DraftColumn {
  const optional = strongest(facts.attributes.filter((claim) => claim.optional !== undefined))?.optional
  const self = name === 'parent_id'
  const why = because(facts.attributes)
  const owner = target.kind === 'accounts' && isOwnerName(name, targets)
  const actor = target.kind === 'accounts' && !owner
  const nullable =
    optional ?? (self || mayBeMissing(name) || (actor && !/^(user|author|owner|creator|sender|recipient|receiver)/.test(name)))
  return {
    name,
    part: owner ? 'owner' : 'reference',
    type: 'uuid',
    nullable,
    references: { target, onDelete: nullable ? 'set null' : 'cascade', why },
    facts,
    why: optional === undefined && nullable ? assuming(why) : why,
  }
}

/** Whether a reference to accounts says whose the row is, rather than who acted on it. */
export function isOwnerName(name: string, targets: Targets): boolean {
  if (
    /^(user|owner|author|creator|account|profile)(_id|_uuid)$|^created_by(_user)?(_id)?$|^(added|uploaded|submitted)_by(_user)?(_id)?$/.test(
      name,
    )
  )
    return true
  const stem = name.replace(/_(id|uuid)$/, '')
  return (
    stem !== name &&
    targets.isPerson(stem) &&
    !/^(assign|review|approv|moderat|recei|recip|follow|block|invite|updat|modif|edit|process|manag|superv|report|admin)/.test(
      stem,
    )
  )
}

function wantsEnums(draft: Draft): boolean {
  const said = strongest(
    draft.facts.general.conventions.filter((claim) => claim.rule === 'enums' || claim.rule === 'checks instead of enums'),
  )
  return said?.rule === 'enums'
}
