import type { Claim, ClaimOf } from '../../claim/claim.ts'
import { wordMention } from '../../claim/mention.ts'
import { nameKey } from '../naming/name-key.ts'
import { snakeCase } from '../naming/snake-case.ts'

/**
 * "The workshop's manager approves repairs": a role that rules of a group name and no list of its members' roles does is kept where members are, beside plain
 * members. A list that a document gives stays as it is. Where there is no group, such a role is one of the application.
 */
export function rolesOfMembers(claims: readonly Claim[]): readonly Claim[] {
  const groups = [...new Set(claims.flatMap((claim) => (claim.kind === 'group' ? [nameKey(claim.entity)] : [])))]
  if (groups.length === 0) return claims.map(ofApplication)
  return groups.reduce((known, group) => withRoles(known, group, groups.length === 1), claims)
}

/** Names that stand for whose a row is, and for everyone in a group. */
const noRole = /^(?:owner|author|creator|members?|user|person)$/

function ofApplication(claim: Claim): Claim {
  if (claim.kind !== 'access' || claim.who.kind !== 'member' || claim.who.role === undefined || claim.who.group !== undefined)
    return claim
  const { role } = claim.who
  return noRole.test(role) ? claim : { ...claim, who: { kind: 'role', role } }
}

function withRoles(claims: readonly Claim[], group: string, alone: boolean): readonly Claim[] {
  const acting = claims.filter(
    (claim): claim is ClaimOf<'access'> =>
      claim.kind === 'access' &&
      claim.who.kind === 'member' &&
      claim.who.role !== undefined &&
      (claim.who.group === undefined ? alone && !noRole.test(claim.who.role) : nameKey(claim.who.group) === group),
  )
  const members = claims.find(
    (claim): claim is ClaimOf<'entity'> =>
      claim.kind === 'entity' &&
      new RegExp(`^(?:${group}_(?:member|membership|user)|user_${group})$`).test(nameKey(claim.entity)),
  )
  const [first] = acting
  if (first === undefined || members === undefined) return claims
  const ofMembers = (claim: ClaimOf<'attribute'> | ClaimOf<'values'>): boolean =>
    claim.entity !== undefined &&
    nameKey(claim.entity) === nameKey(members.entity) &&
    /(^|_)role$/.test(snakeCase(claim.attribute.name))
  if (claims.some((claim) => claim.kind === 'values' && ofMembers(claim))) return claims
  const written = claims.find((claim): claim is ClaimOf<'attribute'> => claim.kind === 'attribute' && ofMembers(claim))
  const roles = [...new Set(acting.map(({ who }) => (who.kind === 'member' ? snakeCase(who.role ?? '') : '')))]
  const attribute = written?.attribute ?? wordMention('role')
  const said = { source: first.source, reader: first.reader, entity: members.entity, attribute }
  return [
    ...claims,
    ...(written === undefined ? [{ ...said, kind: 'attribute', strength: 'stated' } as const] : []),
    { ...said, kind: 'values', values: [...roles, 'member'], open: false, default: 'member' },
  ]
}
