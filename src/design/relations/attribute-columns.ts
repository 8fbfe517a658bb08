import { strongest } from '../claim-order.ts'
import type { Draft, DraftColumn, DraftTable, Question } from '../draft.ts'
import type { AttributeFacts } from '../identity/facts.ts'
import { oneLine } from '../notes/one-line.ts'
import { remark } from '../notes/remark.ts'
import { attributeColumn } from '../types/attribute-column.ts'
import { enumRegistry } from '../types/enum-registry.ts'
import { moneyType } from '../types/money-type.ts'
import { mayBeMissing } from '../types/nullability.ts'
import { assuming, because } from '../why.ts'
import { type FoundReference, isPublished, referenceOfAttribute } from './reference-of-attribute.ts'
import { findTargets, type Target, type Targets } from './targets.ts'
import { attributeRefusal, isColumn, statedColumns } from './wanted-attributes.ts'

/**
 * Gives every table the columns that its attributes ask for: references where an attribute leads somewhere, plain columns otherwise.
 * Refused attributes are left out and listed. Where the session states a table's columns, words that the PRD drops in passing add none.
 */
export function addAttributeColumns(draft: Draft): Draft {
  const targets = findTargets(draft)
  const enumsWanted = wantsEnums(draft)
  const money = moneyType(draft.facts)
  const enums = enumRegistry(new Set(draft.tables.map((table) => table.name)))
  const questions: Question[] = []
  const leftOut = [...draft.leftOut]
  const tables = draft.tables.map((table) => {
    let grown: DraftTable = table
    const names = new Set<string>()
    const stated = statedColumns(table)
    const references = referencesOf(table, draft, targets)
    for (const facts of table.facts?.attributes.values() ?? []) {
      if (facts.key === 'id' || !isColumn(facts, table, draft, stated)) continue
      const refusal = attributeRefusal(facts)
      if (refusal !== undefined) {
        leftOut.push(remark(`\`${table.name}.${facts.key}\`: "${oneLine(refusal.source.quote)}".`, because([refusal])))
        continue
      }
      const reference = references.get(facts.key)
      if (reference !== undefined) {
        if (names.has(reference.name) || repeats(reference, references)) continue
        names.add(reference.name)
        grown = {
          ...grown,
          columns: [...grown.columns, referenceColumn(facts, reference.name, reference.target, draft, targets)],
        }
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
      const parts = attributeColumn(facts, {
        table: table.name,
        entity: table.key,
        fragments: draft.fragments,
        enumsWanted,
        ...(money === undefined ? {} : { money }),
        enums,
      })
      if (names.has(parts.column.name)) continue
      names.add(parts.column.name)
      grown = {
        ...grown,
        columns: [...grown.columns, parts.column],
        checks: [...grown.checks, ...parts.checks],
        uniques: [...grown.uniques, ...parts.uniques],
      }
      questions.push(...parts.questions)
    }
    return grown
  })
  return { ...draft, tables, enums: [...draft.enums, ...enums.all()], questions: [...draft.questions, ...questions], leftOut }
}

/** "A recipe has ingredients", where ingredients are a table: their rows, not a column. */
function isRowsOfTable(facts: AttributeFacts, table: DraftTable, draft: Draft, targets: Targets): boolean {
  if (facts.attributes.some((claim) => claim.type !== undefined) || facts.limits.length > 0 || facts.values.length > 0)
    return false
  const own = targets.ofKey(draft.facts.identity.keyOfName(facts.key)) ?? targets.ofKey(`${table.key}_${facts.key}`)
  return own !== undefined && !(own.kind === 'accounts' && isPublished(table.key, draft))
}

function referenceColumn(facts: AttributeFacts, name: string, target: Target, draft: Draft, targets: Targets): DraftColumn {
  const optional = strongest(facts.attributes.filter((claim) => claim.optional !== undefined))?.optional
  const self = name === 'parent_id'
  const why = because(facts.attributes)
  const person = leadsToPerson(target, draft)
  const owner = person && isOwnerName(name, targets)
  const actor = person && !owner
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

function referencesOf(table: DraftTable, draft: Draft, targets: Targets): ReadonlyMap<string, FoundReference> {
  const found = new Map<string, FoundReference>()
  for (const facts of table.facts?.attributes.values() ?? []) {
    const reference = facts.key === 'id' ? undefined : referenceOfAttribute(facts, table, draft, targets)
    if (reference !== undefined) found.set(facts.key, reference)
  }
  return found
}

function repeats(reference: FoundReference, all: ReadonlyMap<string, FoundReference>): boolean {
  if (reference.byNameAlone !== true) return false
  const where = JSON.stringify(reference.target)
  return [...all.values()].some(
    (other) => other !== reference && other.byNameAlone !== true && JSON.stringify(other.target) === where,
  )
}

/** An account, or the row of the profile, whose key is the account's. */
export function leadsToPerson(target: Target, draft: Draft): boolean {
  return target.kind === 'accounts' || (draft.accounts.profile !== undefined && target.key === draft.accounts.profile)
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
