import type { Claim } from '../../claim/claim.ts'
import { nameKey } from '../naming/name-key.ts'

/**
 * What tables of members say by their names: `choir_members` beside `choirs` makes a choir what people share rows in, whether or not a sentence says so.
 * It is a group only if the table then leads to accounts (`access-rules/groups.ts`).
 */
export function groupsOfMembers(claims: readonly Claim[]): readonly Claim[] {
  const entities = claims.filter((claim) => claim.kind === 'entity')
  const known = new Set(claims.flatMap((claim) => (claim.kind === 'group' ? [nameKey(claim.entity)] : [])))
  const added: Claim[] = []
  for (const members of entities) {
    const group = /^(\w+)_member$/.exec(nameKey(members.entity))?.[1]
    const entity =
      group === undefined || known.has(group) ? undefined : entities.find((claim) => nameKey(claim.entity) === group)?.entity
    if (group === undefined || entity === undefined || members.as !== 'table') continue
    known.add(group)
    added.push({ kind: 'group', entity, source: members.source, reader: members.reader })
  }
  return added.length === 0 ? claims : [...claims, ...added]
}
