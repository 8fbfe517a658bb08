import type { Claim } from '../../claim/claim.ts'
import type { Mention } from '../../claim/mention.ts'
import { authorities, type Source } from '../../claim/source.ts'
import { keyOfName } from '../rules/tables/identifiers.ts'
import { type Point, pointsOf, widerTopic } from './points.ts'

/** What became of a proposer's claims beside the built-in reader's. */
export interface Merged {
  /** All claims, in reading order: the built-in reader's own untouched, with what the proposer adds. */
  readonly claims: readonly Claim[]
  readonly added: readonly Claim[]
  /** Claims that say what the built-in reader has read as well. */
  readonly agreed: readonly Claim[]
  /** Claims against which another claim holds. */
  readonly overruled: readonly { readonly claim: Claim; readonly by: Source }[]
}

const rankOf = (source: Source): number => authorities.indexOf(source.authority)

/** A bound or a list that stands in its quote is read as surely as the built-in reader reads it. */
const plainKinds: ReadonlySet<Claim['kind']> = new Set<Claim['kind']>(['limit', 'values'])

/**
 * Puts proposed claims beside the built-in reader's, by the precedence that holds between any two claims: a stronger authority, then the later word. On what
 * both speak of at the same weight, the built-in reader holds; only a number or a list that stands in a later line speaks for itself. What the
 * built-in reader knows to be refused, or kept to its owners, is given back only by a stronger document.
 */
export function mergeClaims(own: readonly Claim[], proposed: readonly Claim[], documents: readonly string[]): Merged {
  const known = new Map<string, { readonly point: Point; readonly claim: Claim }[]>()
  for (const claim of own)
    for (const point of pointsOf(claim)) known.set(point.topic, [...(known.get(point.topic) ?? []), { point, claim }])
  const added: Claim[] = []
  const agreed: Claim[] = []
  const overruled: { claim: Claim; by: Source }[] = []
  const said = new Set<string>()
  for (const claim of proposed) {
    const points = pointsOf(claim)
    const by = rivalOf(claim, points, known) ?? ownerOf(claim, own)
    const same = `${claim.source.document}:${claim.source.line} ${JSON.stringify(points)}`
    if (by !== undefined) overruled.push({ claim, by })
    else if (points.every(({ topic, meaning }) => known.get(topic)?.some((one) => one.point.meaning === meaning)))
      agreed.push(claim)
    else if (!said.has(same)) {
      said.add(same)
      added.push(claim)
    }
  }
  return { claims: inReadingOrder(own, added, documents), added, agreed, overruled }
}

function rivalOf(
  claim: Claim,
  points: readonly Point[],
  known: ReadonlyMap<string, readonly { readonly point: Point; readonly claim: Claim }[]>,
): Source | undefined {
  for (const { topic, meaning } of points) {
    const wider = widerTopic(topic)
    const spoken = known.get(topic) ?? (wider === undefined ? [] : (known.get(wider) ?? []))
    const others = spoken.filter((one) => one.point.meaning !== meaning)
    // Where documents contradict each other the designer weighs them; but a refusal stands until a stronger document takes it back.
    const refused = others.some((one) => one.point.meaning === 'not' || meaning === 'not')
    if (others.length === 0 || (others.length < spoken.length && !refused)) continue
    const holding = others.find((one) => !holdsAgainst(claim, one.claim))
    if (holding !== undefined) return holding.claim.source
  }
  return undefined
}

/** Whether a proposed claim holds against one of the built-in reader's. */
function holdsAgainst(claim: Claim, other: Claim): boolean {
  const rank = rankOf(claim.source) - rankOf(other.source)
  if (rank !== 0) return rank < 0
  return plainKinds.has(claim.kind) && claim.source.order > other.source.order
}

const open: ReadonlySet<string> = new Set(['anonymous', 'signed in', 'member', 'role'])

/** Where the documents keep rows to their owners or to the backend, what opens them to more people needs a stronger word. */
function ownerOf(claim: Claim, own: readonly Claim[]): Source | undefined {
  if (claim.kind !== 'access' || claim.denied === true || !open.has(claim.who.kind)) return undefined
  const { entity } = claim
  const others = own.filter((one) => {
    if (one.kind === 'convention') return one.rule === 'owner only'
    if (one.kind !== 'access' || !one.may.some((operation) => claim.may.includes(operation))) return false
    if (one.entity !== undefined && (entity === undefined || !same(one.entity, entity))) return false
    return one.denied === true ? one.who.kind === claim.who.kind : one.who.kind === 'owner' || one.who.kind === 'backend'
  })
  const allowed = own.some(
    (one) =>
      one.kind === 'access' &&
      one.who.kind === claim.who.kind &&
      one.denied !== true &&
      entity !== undefined &&
      one.entity !== undefined &&
      same(one.entity, entity) &&
      claim.may.every((operation) => one.may.includes(operation)),
  )
  if (allowed) return undefined
  return others.find((one) => rankOf(one.source) <= rankOf(claim.source))?.source
}

const same = (a: Mention, b: Mention): boolean => keyOfName(a.name) === keyOfName(b.name)

/** The built-in reader's claims keep their order; an added one stands after the last of them that was read at or above its line. */
function inReadingOrder(own: readonly Claim[], added: readonly Claim[], documents: readonly string[]): readonly Claim[] {
  if (added.length === 0) return own
  const place = new Map(documents.map((id, index) => [id, index]))
  const at = (claim: Claim) => (place.get(claim.source.document) ?? documents.length) * 1e7 + claim.source.line
  const waiting = [...added].sort((a, b) => at(a) - at(b))
  const claims: Claim[] = []
  for (const claim of own) {
    // Requirements come last of all that a document says; nothing waits for them.
    while (waiting[0] !== undefined && at(waiting[0]) < at(claim)) claims.push(waiting.shift() as Claim)
    claims.push(claim)
  }
  return [...claims, ...waiting].map((claim, index) => ({ ...claim, source: { ...claim.source, order: index + 1 } }))
}
