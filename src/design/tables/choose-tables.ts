import type { ClaimOf } from '../../claim/claim.ts'
import type { Remark } from '../../schema/notes.ts'
import { fromSession, holdsAgainst, strongest } from '../claim-order.ts'
import { accountKey } from '../identity/entity-key.ts'
import type { EntityFacts, Facts } from '../identity/facts.ts'
import { isSchemaTalk, isSqlWord } from '../identity/no-column.ts'
import { oneLine } from '../notes/one-line.ts'
import { remark } from '../notes/remark.ts'
import { because, type Why } from '../why.ts'
import { deservesTable, type Evidence, evidenceOf } from './evidence.ts'
import { isGeneric } from './generic-words.ts'
import { isRecord } from './record-words.ts'

export interface ChosenTable {
  readonly facts: EntityFacts
  readonly evidence: Evidence
  readonly why: Why
}

export interface Choice {
  readonly session: boolean
  readonly tables: readonly ChosenTable[]
  readonly leftOut: readonly Remark[]
}

/**
 * Which entities become tables. What the planning session calls a table is one, unless a claim that holds against it refuses it. Where a
 * session named more than a few tables, it has decided the set: a thing of the PRD joins only with columns of its own that no table has.
 * Without a session, things of the PRD become tables when enough is said of them. Accounts are decided elsewhere.
 */
export function chooseTables(facts: Facts): Choice {
  const weighed = [...facts.entities.values()]
    .filter((entity) => entity.key !== accountKey)
    .map((entity) => ({
      entity,
      evidence: evidenceOf(
        entity,
        (key) => key === accountKey,
        (claim) => facts.identity.keyOf(claim.to),
      ),
    }))
  const session = decides(weighed)
  const tables: ChosenTable[] = []
  const leftOut: Remark[] = []
  const columns = new Set(weighed.flatMap(({ entity }) => [...entity.attributes.keys()]))
  const wanted = weighed.filter(({ entity, evidence }) => isWanted(entity, evidence, session, columns))
  const known = new Set(
    wanted.filter(({ evidence }) => evidence.sessionTable || evidence.sessionColumns >= 2).map(({ entity }) => entity.key),
  )
  const attributeKeys = new Set(
    wanted.filter(({ entity }) => known.has(entity.key)).flatMap(({ entity }) => [...entity.attributes.keys()]),
  )
  for (const { entity, evidence } of wanted) {
    const refusal = refusalOf(entity)
    if (refusal !== undefined) {
      leftOut.push(refused(entity, refusal))
      continue
    }
    if (session && !known.has(entity.key) && isKnownOtherwise(entity, evidence, known, attributeKeys)) continue
    tables.push({ facts: entity, evidence, why: because(tableClaims(entity)) })
  }
  // what nobody asked for is listed once: by the sentence about the feature, if there is one
  const considered = new Set(wanted.map(({ entity }) => entity.key))
  const told = new Set(facts.general.features.map((claim) => lineOf(claim)))
  for (const { entity } of weighed) {
    const refusal = strongest(entity.exclusions)
    if (refusal === undefined || considered.has(entity.key) || told.has(lineOf(refusal))) continue
    told.add(lineOf(refusal))
    leftOut.push(refused(entity, refusal))
  }
  return { session, tables, leftOut }
}

/**
 * Whether the session has decided which tables there are. One that settles details names one or two of many: where the PRD keeps several
 * other things, and twice as many as the session has tables, they are wanted like without a session.
 */
function decides(weighed: readonly { readonly entity: EntityFacts; readonly evidence: Evidence }[]): boolean {
  const named = weighed.filter(({ evidence }) => evidence.sessionTable)
  const others = weighed.filter(
    ({ entity, evidence }) =>
      !evidence.sessionTable && evidence.sessionColumns < 2 && !isGeneric(entity.key) && deservesTable(evidence),
  )
  return named.length > 0 && others.length < Math.max(4, 2 * named.length)
}

function isWanted(entity: EntityFacts, evidence: Evidence, session: boolean, columns: ReadonlySet<string>): boolean {
  if (entity.entities.some((claim) => claim.view === true) && evidence.sessionColumns === 0) return false
  // a word of schema talk is a table only where the session lists its columns under that very name
  const talk = isSchemaTalk(entity.key) || isSqlWord(entity.key)
  if (talk && !(evidence.sessionColumns >= 3 && entity.entities.some((claim) => claim.as === 'table' && claim.entity.identifier)))
    return false
  if (evidence.sessionTable) return !isHollow(entity, columns)
  if (isGeneric(entity.key) && evidence.prdColumns < (evidence.titled ? 2 : 3) && !evidence.linked) return false
  if (evidence.sessionColumns >= 2) return true
  if (session) return evidence.prdTable || evidence.prdColumns >= 3
  return deservesTable(evidence)
}

/**
 * A name that is called a table and of which nothing else is said is doubtful where it is a column elsewhere, or no word that is known:
 * a list of columns and a list of tables look alike.
 */
function isHollow(entity: EntityFacts, columns: ReadonlySet<string>): boolean {
  const said =
    entity.attributes.size +
    entity.relationships.length +
    entity.incoming.length +
    entity.through.length +
    entity.access.length +
    entity.keys.length
  if (said > 0) return false
  return columns.has(entity.key) || entity.mentions.every(({ mention }) => !mention.identifier && !mention.known)
}

/** Whether what the PRD says of a thing is already kept, as a column or under another table's name. */
function isKnownOtherwise(
  entity: EntityFacts,
  evidence: Evidence,
  known: ReadonlySet<string>,
  attributes: ReadonlySet<string>,
): boolean {
  if (attributes.has(entity.key)) return true
  // "errors of imports" are not the imports: only where the session keeps records has it decided about them
  if (evidence.prdTable && isRecord(entity.key)) return [...known].some(isRecord)
  const words = new Set(entity.key.split('_'))
  for (const key of known) if (key.split('_').some((word) => words.has(word))) return true
  const own = [...entity.attributes.values()].filter((attribute) =>
    attribute.attributes.some((claim) => claim.strength === 'stated'),
  )
  return own.filter((attribute) => attributes.has(attribute.key)).length * 2 >= own.length
}

/** The exclusion that holds against everything that asks for the table. */
function refusalOf(entity: EntityFacts): ClaimOf<'exclusion'> | undefined {
  const refusal = strongest(entity.exclusions)
  if (refusal === undefined) return undefined
  const asked = strongest(tableClaims(entity))
  return asked === undefined || holdsAgainst(refusal.source, asked.source) ? refusal : undefined
}

function tableClaims(entity: EntityFacts): readonly ClaimOf<'entity' | 'attribute' | 'relationship'>[] {
  const named = entity.entities.filter((claim) => claim.as === 'table')
  const columns = [...entity.attributes.values()].flatMap((attribute) =>
    attribute.attributes.filter((claim) => claim.strength === 'stated'),
  )
  const session = [...named, ...entity.through].filter((claim) => fromSession(claim.source))
  if (session.length > 0) return session
  if (named.length > 0) return named
  if (entity.through.length > 0) return entity.through
  return [...entity.entities, ...columns.slice(0, 1)]
}

function lineOf(claim: ClaimOf<'exclusion'>): string {
  return `${claim.source.document}:${claim.source.line}`
}

function refused(entity: EntityFacts, refusal: ClaimOf<'exclusion'>): Remark {
  const when = refusal.deferred ? 'for later' : 'refused'
  return remark(`\`${entity.key}\`, ${when}: "${oneLine(refusal.source.quote)}".`, because([refusal]))
}
