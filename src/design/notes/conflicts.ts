import type { Claim } from '../../claim/claim.ts'
import type { Remark } from '../../schema/notes.ts'
import { rankOf, strongest } from '../claim-order.ts'
import type { Draft } from '../draft.ts'
import type { AttributeFacts, EntityFacts } from '../identity/facts.ts'
import { statedType } from '../types/stated-type.ts'
import { closedValues } from '../types/values.ts'
import { because } from '../why.ts'
import { oneLine } from './one-line.ts'
import { quoted } from './quoted.ts'
import { remark } from './remark.ts'

/** Where two documents, or two places of one, say different things about one part: both in their words, and which holds. */
export function conflictsOf(draft: Draft): readonly Remark[] {
  return draft.tables.flatMap((table) => {
    const facts = table.facts
    if (facts === undefined) return []
    const columns = [...facts.attributes.values()].flatMap((attribute) => {
      const column = table.columns.find((candidate) => candidate.facts === attribute)
      return column === undefined ? [] : attributeConflicts(attribute, `\`${table.name}.${column.name}\``)
    })
    return [...columns, ...deletionConflicts(facts, `\`${table.name}\``), ...refusalConflicts(facts, `\`${table.name}\``)]
  })
}

function attributeConflicts(facts: AttributeFacts, name: string): readonly Remark[] {
  return [
    ...differing(
      facts.attributes.filter((claim) => claim.type !== undefined),
      (claim) => statedType(claim.type ?? '')?.type,
      name,
    ),
    ...differing(
      facts.attributes.filter((claim) => claim.optional !== undefined),
      (claim) => String(claim.optional),
      name,
    ),
    ...differing(
      facts.limits.filter((claim) => claim.maximum !== undefined),
      (claim) => `${claim.of} ${claim.maximum}`,
      name,
    ),
    ...differing(
      facts.limits.filter((claim) => claim.minimum !== undefined && claim.minimum > 1),
      (claim) => `${claim.of} ${claim.minimum}`,
      name,
    ),
    ...differing(
      facts.values.filter((claim) => !claim.open && speaksOf(claim.values, closedValues(facts.values)?.values ?? [])),
      (claim) =>
        [...claim.values]
          .map((value) => value.toLowerCase())
          .sort()
          .join(),
      name,
    ),
  ]
}

function deletionConflicts(facts: EntityFacts, name: string): readonly Remark[] {
  return differing(
    facts.deleteRules.filter((claim) => claim.rule === 'hard' || claim.rule === 'soft'),
    (claim) => claim.rule,
    name,
  )
}

function refusalConflicts(facts: EntityFacts, name: string): readonly Remark[] {
  const refusal = strongest(facts.exclusions)
  const asked = strongest(facts.entities.filter((claim) => claim.as === 'table'))
  // a sentence that leaves out something about a thing does not leave out the thing
  if (refusal === undefined || asked === undefined || oneLine(refusal.text).split(' ').length > 3) return []
  return [conflict(asked, refusal, name)]
}

/** The strongest claim against the strongest of those that say otherwise. */
function differing<T extends Claim>(
  claims: readonly T[],
  meaning: (claim: T) => string | undefined,
  name: string,
): readonly Remark[] {
  const known = claims.filter((claim) => meaning(claim) !== undefined)
  const holding = strongest(known)
  if (holding === undefined) return []
  const against = strongest(known.filter((claim) => meaning(claim) !== meaning(holding)))
  return against === undefined || sameLine(against, holding) ? [] : [conflict(holding, against, name)]
}

function conflict(holding: Claim, against: Claim, name: string): Remark {
  const why =
    rankOf(holding.source) < rankOf(against.source) ? `the ${holding.source.authority} weighs more` : 'the later word holds'
  return remark(
    `${name}: ${place(against)} says ${quoted(against)}, ${place(holding)} says ${quoted(holding)}; ${why}.`,
    because([holding, against]),
  )
}

function place(claim: Claim): string {
  return `${claim.source.document}:${claim.source.line}`
}

function sameLine(a: Claim, b: Claim): boolean {
  return place(a) === place(b)
}

/** Whether two lists speak of the same values; lists in two languages, or of two things, contradict nothing. */
function speaksOf(values: readonly string[], holding: readonly string[]): boolean {
  const known = new Set(holding.map((value) => value.toLowerCase()))
  return values.some((value) => known.has(value.toLowerCase()))
}
