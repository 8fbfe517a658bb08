import type { Claim, ClaimOf } from '../../claim/claim.ts'
import { accountMention, type Mention, wordMention } from '../../claim/mention.ts'
import { groupedBy } from '../../schema/grouped-by.ts'
import { fromSession } from '../claim-order.ts'
import { nameKey } from '../naming/name-key.ts'

/**
 * Where people share a group, who belongs to it is a thing of its own: "each workspace has members, a member has a role" speaks of `workspace_members`,
 * which leads to the group and to an account and keeps the role. Plain members are given that name, a link between accounts and the group
 * becomes it, and where no document names either it is added. With several groups nothing says whose plain members are meant; they keep their name.
 */
export function nameMembers(claims: readonly Claim[]): readonly Claim[] {
  const groups = groupedBy(
    claims.filter((claim) => claim.kind === 'group'),
    (claim) => nameKey(claim.entity),
  )
  const one = groups.size === 1
  return [...groups].reduce((known, [group, said]) => withMembers(known, group, said, one), claims)
}

/** The claims with the members of one group; `alone`: it is the only one, and members are its. */
function withMembers(
  claims: readonly Claim[],
  group: string,
  groups: readonly ClaimOf<'group'>[],
  alone: boolean,
): readonly Claim[] {
  const [first] = groups
  if (first === undefined || groups.some((claim) => claim.single === true) || isPerson(group)) return claims
  const written = claims.find(
    (claim) =>
      claim.kind === 'attribute' &&
      claim.entity !== undefined &&
      (isMembership(nameKey(claim.entity), group) || (alone && isWrittenMember(claim.entity))),
  )
  if (written?.kind === 'attribute' && written.entity !== undefined) return alone ? renamed(claims, written.entity) : claims
  const through = claims.find((claim) => isLinkThrough(claim, group))
  if (through?.kind === 'relationship' && through.through !== undefined) return alone ? renamed(claims, through.through) : claims
  const plain = claims.filter(
    (claim) => claim.kind === 'relationship' && isPlainMember(claim.from) && nameKey(claim.to) === group,
  )
  const links = claims.filter((claim) => isLink(claim, group))
  const named = claims.some((claim) => claim.kind === 'entity' && isMembership(nameKey(claim.entity), group))
  const session = claims.some((claim) => claim.kind === 'entity' && claim.as === 'table' && fromSession(claim.source))
  if (named || (session && !groups.some((claim) => fromSession(claim.source)))) return claims
  const below = new Set(claims.filter((claim) => isBelow(claim, group, claims)))
  const member: Mention = { text: `${first.entity.text} members`, name: `${group}_member`, identifier: false, known: true }
  const grounds = [...plain, ...links].at(0) ?? first
  const said = { source: grounds.source, reader: grounds.reader }
  const lines = new Set([...groups, ...plain].map(lineOf))
  const kept = claims.filter((claim) => !links.includes(claim) && !below.has(claim))
  return [
    ...(alone ? renamed(kept, member) : kept),
    { ...said, kind: 'entity', entity: member, as: 'table' },
    { ...said, kind: 'relationship', from: member, to: first.entity, cardinality: 'many to one', optional: false },
    { ...said, kind: 'relationship', from: member, to: accountMention, cardinality: 'many to one', optional: false },
    ...rolesIn(
      claims,
      member,
      (claim) => (alone && lines.has(lineOf(claim))) || (claim.group !== undefined && nameKey(claim.group) === group),
    ),
  ]
}

const lineOf = ({ source }: Claim): string => `${source.document}:${source.line}`

const isPerson = (key: string): boolean => /^(?:user|account|member|person|profile)$/.test(key)

const isPlainMember = (mention: Mention): boolean => !mention.identifier && /^(?:member|membership)s?$/.test(mention.name)

/** `members`, `memberships`, in code: the table's name as a document writes it. */
const isWrittenMember = (mention: Mention): boolean => mention.identifier && /^member(?:ship)?$/.test(nameKey(mention))

function isMembership(key: string, group: string): boolean {
  return key === `${group}_member` || key === `${group}_membership` || key === `${group}_user` || key === `user_${group}`
}

/** "A user belongs to several workspaces". */
function isLink(claim: Claim, group: string): boolean {
  return claim.kind === 'relationship' && claim.through === undefined && linksPeople(claim, group)
}

/** "A user belongs to several workspaces through `seats`". */
function isLinkThrough(claim: Claim, group: string): boolean {
  return claim.kind === 'relationship' && claim.through !== undefined && linksPeople(claim, group)
}

function linksPeople(claim: ClaimOf<'relationship'>, group: string): boolean {
  if (claim.cardinality !== 'many to many') return false
  const ends = [nameKey(claim.from), nameKey(claim.to)]
  return ends.includes(group) && ends.some(isPerson)
}

/** "The repairs of their workspace", where a repair is one of a vehicle and a vehicle of the workspace: the vehicle says whose it is. */
function isBelow(claim: Claim, group: string, claims: readonly Claim[]): boolean {
  if (claim.kind !== 'relationship' || claim.column !== undefined || nameKey(claim.to) !== group) return false
  const leads = (from: string, to: string) =>
    claims.some((other) => other.kind === 'relationship' && nameKey(other.from) === from && nameKey(other.to) === to)
  return claims.some(
    (other) =>
      other.kind === 'relationship' &&
      other.cardinality === 'many to one' &&
      nameKey(other.from) === nameKey(claim.from) &&
      nameKey(other.to) !== group &&
      leads(nameKey(other.to), group),
  )
}

function renamed(claims: readonly Claim[], member: Mention): readonly Claim[] {
  return claims.map((claim) => withMember(claim, member))
}

/** The claim with every plain member under the name of the table. */
function withMember<T>(value: T, member: Mention): T {
  if (Array.isArray(value)) return value.map((one) => withMember(one, member)) as T
  if (typeof value !== 'object' || value === null) return value
  if (isMention(value)) return (isPlainMember(value) ? { ...member, text: value.text } : value) as T
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withMember(one, member)])) as T
}

function isMention(value: object): value is Mention {
  return 'text' in value && 'name' in value && 'identifier' in value
}

/** "Members with a role: admin, manager or worker": roles said where the members are, of which no field tells yet. */
function rolesIn(claims: readonly Claim[], member: Mention, isInside: (claim: ClaimOf<'role'>) => boolean): readonly Claim[] {
  const kept = claims.some(
    (claim) =>
      claim.kind === 'attribute' && claim.entity !== undefined && isPlainMember(claim.entity) && claim.attribute.name === 'role',
  )
  const roles = claims.filter((claim): claim is ClaimOf<'role'> => claim.kind === 'role' && isInside(claim))
  const [first] = roles
  const values = [...new Set(roles.map(({ role }) => role))].filter((role) => !/^members?$/.test(role))
  if (kept || first === undefined || values.length < 2) return []
  const said = { source: first.source, reader: first.reader, entity: member, attribute: roleMention }
  return [
    { ...said, kind: 'attribute', strength: 'stated' },
    { ...said, kind: 'values', values, open: false },
  ]
}

const roleMention = wordMention('role')
