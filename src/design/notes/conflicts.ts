import type { Claim } from '../../claim/claim.ts'
import { operations } from '../../schema/access.ts'
import { groupedBy } from '../../schema/grouped-by.ts'
import type { Remark } from '../../schema/notes.ts'
import { isPlainly } from '../access-rules/operations.ts'
import { fromSession, rankOf, strongest } from '../claim-order.ts'
import { attributesOf, saysScope } from '../constraints/unique-scopes.ts'
import type { Draft } from '../draft.ts'
import { accountKey } from '../identity/entity-key.ts'
import type { AttributeFacts, EntityFacts } from '../identity/facts.ts'
import { statedType } from '../types/stated-type.ts'
import { closedValues } from '../types/values.ts'
import { because } from '../why.ts'
import { oneLine } from './one-line.ts'
import { quoted } from './quoted.ts'
import { remark } from './remark.ts'

/** What a claim says, to compare and to read: "at most 200 characters". */
type Saying<T> = (claim: T) => string | undefined

/** Where two documents, or two places of one, say different things about one part: both in their words, and which holds. */
export function conflictsOf(draft: Draft): readonly Remark[] {
  const keys = differing(draft.facts.general.keys, (claim) => claim.type, 'The type of primary keys')
  const tables = draft.tables.flatMap((table) => {
    const facts = table.facts
    if (facts === undefined) return []
    const columns = [...facts.attributes.values()].flatMap((attribute) => {
      const column = table.columns.find((candidate) => candidate.facts === attribute)
      return column === undefined ? [] : attributeConflicts(attribute, `\`${table.name}.${column.name}\``)
    })
    return [...columns, ...entityConflicts(facts, `\`${table.name}\``, draft)]
  })
  return [...keys, ...tables]
}

function attributeConflicts(facts: AttributeFacts, name: string): readonly Remark[] {
  return [
    ...differing(facts.attributes, (claim) => (claim.type === undefined ? undefined : statedType(claim.type)?.type), name),
    ...differing(
      facts.attributes,
      (claim) => (claim.optional === undefined ? undefined : claim.optional ? 'optional' : 'required'),
      name,
    ),
    ...differing(
      [...facts.limits, ...facts.attributes],
      (claim) => {
        const maximum = claim.kind === 'limit' ? claim.maximum : lengthOf(claim.type)
        return maximum === undefined ? undefined : `at most ${maximum}`
      },
      name,
    ),
    ...differing(
      facts.limits,
      (claim) => (claim.minimum === undefined || claim.minimum <= 1 ? undefined : `at least ${claim.minimum}`),
      name,
    ),
    ...differing(
      facts.values.filter((claim) => !claim.open && speaksOf(claim.values, closedValues(facts.values)?.values ?? [])),
      (claim) =>
        [...claim.values]
          .map((value) => value.toLowerCase())
          .sort()
          .join(', '),
      name,
    ),
  ]
}

/** The length of a type that has one: 40 of `varchar(40)`. */
function lengthOf(type: string | undefined): number | undefined {
  const found = /^(?:n?varchar|n?char|character(?: varying)?)\s*\(\s*(\d+)\s*\)/i.exec(type ?? '')?.[1]
  return found === undefined ? undefined : Number(found)
}

function entityConflicts(facts: EntityFacts, name: string, draft: Draft): readonly Remark[] {
  const { keyOf, keyOfName } = draft.facts.identity
  const pairs = groupedBy(
    facts.relationships.filter((claim) => claim.column === undefined && keyOf(claim.to) !== accountKey),
    (claim) => keyOf(claim.to),
  )
  const ways = groupedBy(facts.deleteRules, ({ to, column }) =>
    to !== undefined ? keyOf(to) : column === undefined ? undefined : keyOfName(column.name.replace(/_(?:id|uuid)$/, '')),
  )
  const limits = groupedBy(facts.counts, (claim) =>
    claim.per === undefined || claim.period !== undefined || claim.which !== undefined ? undefined : keyOf(claim.per),
  )
  const scoped = groupedBy(facts.uniques.filter(saysScope), (claim) => attributesOf(claim))
  const grants = groupedBy(facts.access.filter(isPlainly), (claim) => JSON.stringify([claim.who, claim.attributes?.map(keyOf)]))
  return [
    ...differing(facts.keys, (claim) => claim.type, `The key of ${name}`),
    ...differing(
      facts.deleteRules,
      (claim) => (claim.rule === 'hard' || claim.rule === 'soft' ? `${claim.rule} deletion` : undefined),
      name,
    ),
    ...[...ways].flatMap(([to, claims]) =>
      to === undefined
        ? []
        : differing(
            claims,
            (claim) => (claim.rule === 'hard' || claim.rule === 'soft' ? undefined : `on delete ${claim.rule}`),
            `${name}, when its ${to.replaceAll('_', ' ')} is deleted`,
          ),
    ),
    ...[...pairs].flatMap(([to, claims]) =>
      differing(
        // of one document both may be meant: a favourite and an author
        claims.filter((claim) => claim.cardinality !== 'many to one' || fromSession(claim.source)),
        (claim) => claim.cardinality,
        `${name} and their ${to.replaceAll('_', ' ')}`,
      ),
    ),
    ...[...limits].flatMap(([per, claims]) =>
      differing(
        per === undefined ? [] : claims,
        (claim) => (claim.maximum === undefined ? undefined : `at most ${claim.maximum}`),
        `${name} per ${per?.replaceAll('_', ' ')}`,
      ),
    ),
    ...[...scoped].flatMap(([attributes, claims]) =>
      differing(
        claims,
        (claim) => (claim.per?.length === 0 ? 'unique among all' : 'unique within another'),
        `${name}, ${attributes}`,
      ),
    ),
    ...[...grants.values()].flatMap((claims) => accessConflicts(claims, name).slice(0, 1)),
    ...refusalConflicts(facts, name),
  ]
}

/** Of one document a refusal only says which part of an allowance is not meant; another document contradicts it. */
function accessConflicts(claims: EntityFacts['access'], name: string): readonly Remark[] {
  return operations.flatMap((operation) => {
    const speaking = claims.filter((claim) => claim.may.includes(operation))
    const ranks = new Set(speaking.map((claim) => rankOf(claim.source)))
    return ranks.size < 2
      ? []
      : differing(speaking, (claim) => `${operation} ${claim.denied === true ? 'refused' : 'allowed'}`, name)
  })
}

function refusalConflicts(facts: EntityFacts, name: string): readonly Remark[] {
  const refusal = strongest(facts.exclusions)
  const asked = strongest(facts.entities.filter((claim) => claim.as === 'table'))
  // a sentence that leaves out something about a thing does not leave out the thing
  if (refusal === undefined || asked === undefined || !refusesItself(refusal)) return []
  return [conflict(asked, refusal, name, { holding: 'kept', against: 'left out' })]
}

const around = 4

/** Whether hardly more is quoted than the thing itself: "Shopping lists", not "Shopping lists shared with neighbours by a link". */
function refusesItself({ text, source }: EntityFacts['exclusions'][number]): boolean {
  const subject = oneLine(text).split(' ').length
  return subject <= 3 && (fromSession(source) || oneLine(source.quote).split(' ').length <= subject + around)
}

/** The strongest claim against the strongest of those that say otherwise. A line that says both contradicts nothing. */
function differing<T extends Claim>(claims: readonly T[], saying: Saying<T>, name: string): readonly Remark[] {
  const known = claims.filter((claim) => saying(claim) !== undefined)
  const holding = strongest(known)
  if (holding === undefined) return []
  const said = saying(holding) ?? ''
  const agreeing = new Set(known.filter((claim) => saying(claim) === said).map(place))
  const against = strongest(known.filter((claim) => saying(claim) !== said && !agreeing.has(place(claim))))
  if (against === undefined) return []
  return [conflict(holding, against, name, { holding: said, against: saying(against) ?? '' })]
}

function conflict(
  holding: Claim,
  against: Claim,
  name: string,
  sayings: { readonly holding: string; readonly against: string },
): Remark {
  const why =
    rankOf(holding.source) < rankOf(against.source) ? `the ${holding.source.authority} weighs more` : 'the later word holds'
  return remark(
    `${name}: ${sayings.against} by ${place(against)} ${quoted(against)}, ${sayings.holding} by ${place(holding)} ${quoted(holding)}; ${why}: ${sayings.holding}.`,
    because([holding, against]),
  )
}

function place(claim: Claim): string {
  return `${claim.source.document}:${claim.source.line}`
}

/** Whether two lists speak of the same values; lists in two languages, or of two things, contradict nothing. */
function speaksOf(values: readonly string[], holding: readonly string[]): boolean {
  const known = new Set(holding.map((value) => value.toLowerCase()))
  return values.some((value) => known.has(value.toLowerCase()))
}
