import type { ClaimOf } from '../../claim/claim.ts'
import { fromSession, strongest } from '../../design/claim-order.ts'
import { callerColumns } from '../../lint/tree.ts'
import type { Operation } from '../../schema/access.ts'
import { displayName } from '../../schema/lookups.ts'
import { traitsOf } from '../../schema/platform.ts'
import type { Policy } from '../../schema/policy.ts'
import type { Table } from '../../schema/table.ts'
import type { Comparison, Difference, Sides } from '../difference.ts'
import { partOfTable } from '../part-of.ts'

/** What people may do by the documents and no policy lets them, and what they must not and a policy lets them. */
export const compareAccess: Comparison = (sides) => {
  const { draft, schema, pairs } = sides
  // Without any policy the plan says nothing of access, or leaves it to the backend.
  if (!schema.tables.some(({ policies }) => policies.length > 0)) return []
  return pairs
    .flatMap(({ asked, table }): readonly Difference[] => {
      if (table.rowSecurity === 'off' || table.policies.length === 0) return []
      const claims = (asked.facts?.access ?? []).filter(({ attributes }) => attributes === undefined || attributes.length === 0)
      const resolved = draft.rules.filter((rule) => rule.table === asked.name)
      const isGiven = (operation: Operation, kinds: readonly string[]) =>
        resolved.some(({ who, may }) => kinds.includes(who.kind) && may.some((one) => one.operation === operation))
      const operations = ['select', 'insert', 'update', 'delete'] as const
      return operations.flatMap((operation): readonly Difference[] => {
        const own = strongest(claims.filter((claim) => isTelling(claim, operation)))
        const isOpen = isGiven(operation, ['owner', 'signed in', 'member', 'role'])
        const letting = policiesOf(table, operation, sides)
        if (own !== undefined && isOpen && letting.length === 0 && !(operation === 'delete' && isSoft(table)))
          return [lacking(table, operation, own)]
        const refused = strongest(
          claims.filter(({ denied, may, who }) => denied === true && may.includes(operation) && isPeople(who.kind)),
        )
        const [first] = letting
        if (refused !== undefined && !isOpen && first !== undefined && operation !== 'select')
          return [
            {
              code: 'against/access-given',
              message: `The policy "${first.name}" lets people ${operation} rows of ${displayName(table)}; the document refuses it.`,
              help: 'Take the policy out, or correct the document.',
              source: refused.source,
              part: partOfTable(table, 'policy', first.name),
            },
          ]
        return []
      })
    })
    .concat(hidden(sides))
}

/**
 * Whether a sentence is about this act. "Access" to rows of one's own is all four, and says of none that it must be there; entering may go through a
 * function, and a PRD's "book a room" does not make a room.
 */
const isTelling = ({ who, may, denied, source }: ClaimOf<'access'>, operation: Operation): boolean =>
  denied !== true &&
  (who.kind === 'owner' || who.kind === 'signed in') &&
  may.length < 4 &&
  may.includes(operation) &&
  (operation !== 'insert' || fromSession(source))

const isPeople = (kind: ClaimOf<'access'>['who']['kind']): boolean =>
  kind !== 'backend' && kind !== 'role' && kind !== 'anonymous'

function lacking(table: Table, operation: Operation, claim: ClaimOf<'access'>): Difference {
  return {
    code: 'against/access-missing',
    message: `The document lets people ${operation} their rows of ${displayName(table)}; no policy does.`,
    help: `Add a policy for ${operation.toUpperCase()}, or say that a function does it.`,
    source: claim.source,
    part: partOfTable(table),
  }
}

const isSoft = (table: Table): boolean =>
  table.columns.some(({ name }) => /^(deleted|archived)(_at|_on)?$|^is_(deleted|archived)$/.test(name))

/** Policies for callers, or for everyone. */
function policiesOf(table: Table, operation: Operation, { schema }: Sides): readonly Policy[] {
  const traits = traitsOf(schema.platform)
  return table.policies.filter(
    ({ permissive, command, roles }) =>
      permissive &&
      (command === operation || command === 'all') &&
      (roles.length === 0 || roles.some((role) => role !== traits.backend)),
  )
}

/** Rows that are to be seen without signing in, and that every policy keeps to someone. */
function hidden(sides: Sides): readonly Difference[] {
  const { draft, schema, pairs, tree } = sides
  const { anonymous } = traitsOf(schema.platform)
  return pairs.flatMap(({ asked, table }): readonly Difference[] => {
    const claim = strongest(
      (asked.facts?.access ?? []).filter(
        ({ who, may, denied }) => denied !== true && who.kind === 'anonymous' && may.includes('select'),
      ),
    )
    const isHeld = draft.rules.some(
      ({ table: name, who, may }) =>
        name === asked.name && who.kind === 'anonymous' && may.some((one) => one.operation === 'select'),
    )
    if (claim === undefined || !isHeld || table.rowSecurity === 'off' || table.policies.length === 0) return []
    const isShown = policiesOf(table, 'select', sides).some(
      ({ roles, using }) =>
        (roles.length === 0 || roles.includes('public') || roles.includes(anonymous)) &&
        callerColumns([tree(using)]).length === 0,
    )
    if (isShown) return []
    return [
      {
        code: 'against/access-missing',
        message: `The document lets everyone read ${displayName(table)} without signing in; no policy does.`,
        help: `Add a policy for SELECT to ${anonymous}, or correct the document.`,
        source: claim.source,
        part: partOfTable(table),
      },
    ]
  })
}
