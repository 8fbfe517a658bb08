import type { CallerRow, Path, Rows } from '../../schema/access.ts'
import type { Actor } from '../people/actors.ts'
import type { Row } from '../probe.ts'
import type { Facts } from '../rows/facts.ts'

/** What is known of the data when a rule is judged: every row of every table, by `schema.table`. */
export interface Data {
  readonly facts: Facts
  readonly rows: (table: string) => readonly Row[]
}

const text = (value: unknown): string | undefined => (value === null || value === undefined ? undefined : String(value))

/**
 * Whether a row is one that `rows` speaks of, for this actor. Computed from the rule's meaning and the data alone: the SQL of the
 * policies is never looked at, so that the two can disagree.
 */
export function holds(rows: Rows, row: Row, actor: Actor, data: Data): boolean {
  const values = (path: Path) => valuesAt(path, row, data)
  switch (rows.kind) {
    case 'all':
      return true
    case 'none':
      return false
    case 'all of':
      return rows.parts.every((part) => holds(part, row, actor, data))
    case 'any of':
      return rows.parts.some((part) => holds(part, row, actor, data))
    case 'is null':
      return text(row[rows.column]) === undefined
    case 'is not null':
      return text(row[rows.column]) !== undefined
    case 'equals':
      return values(rows.path).some((value) => rows.values.includes(value))
    case 'caller':
      return actor.person !== undefined && values(rows.path).includes(actor.person.id)
    case 'caller row':
      return data
        .rows(`${rows.schema}.${rows.table}`)
        .filter((one) => actor.person !== undefined && text(one[rows.key]) === actor.person.id)
        .some((one) => meets(rows.test, text(one[rows.column])))
    case 'group': {
      const mine = groupsOf(actor, rows.group, rows.roles, data)
      return values(rows.path).some((value) => mine.includes(value))
    }
    case 'groupmate': {
      const mine = groupsOf(actor, rows.group, [], data)
      const group = data.facts.schema.access.groups.find((one) => one.name === rows.group)
      if (group === undefined) return false
      const { membership } = group
      const mates = data
        .rows(`${membership.schema}.${membership.table}`)
        .filter((one) => mine.includes(text(one[membership.groupColumn]) ?? ''))
        .map((one) => text(one[membership.userColumn]))
      return values(rows.path).some((value) => mates.includes(value))
    }
  }
}

function meets(test: CallerRow['test'], value: string | undefined): boolean {
  if (test.kind === 'equals') return value !== undefined && test.values.includes(value)
  return (value === undefined) === (test.kind === 'is null')
}

/** The values at the end of a path, past nulls: none where the path leads nowhere. */
function valuesAt(path: Path, row: Row, data: Data): readonly string[] {
  let at: readonly Row[] = [row]
  for (const step of path.steps) {
    const from = at.map((one) => text(one[step.column])).filter((value) => value !== undefined)
    at = data.rows(`${step.schema}.${step.table}`).filter((one) => from.includes(text(one[step.key]) ?? ''))
  }
  return at.map((one) => text(one[path.column])).filter((value) => value !== undefined)
}

/** The ids of the actor's groups of one kind, where they have one of `roles`; any role where none is named. */
export function groupsOf(actor: Actor, name: string, roles: readonly string[], data: Data): readonly string[] {
  const group = data.facts.schema.access.groups.find((one) => one.name === name)
  const id = actor.person?.id
  if (group === undefined || id === undefined) return []
  const { membership } = group
  return data
    .rows(`${membership.schema}.${membership.table}`)
    .filter((one) => text(one[membership.userColumn]) === id)
    .filter(
      (one) =>
        roles.length === 0 || membership.roleColumn === undefined || roles.includes(text(one[membership.roleColumn]) ?? ''),
    )
    .map((one) => text(one[membership.groupColumn]))
    .filter((value) => value !== undefined)
}

/** The actor's roles in the whole application, as the data has them. */
export function appRolesOf(actor: Actor, data: Data): readonly string[] {
  const source = data.facts.schema.access.roles
  const id = actor.person?.id
  if (source === undefined || id === undefined) return []
  return data
    .rows(`${source.schema}.${source.table}`)
    .filter((one) => text(one[source.userColumn]) === id)
    .flatMap((one) => {
      const value = one[source.roleColumn]
      // A boolean column stands for the role it is named for.
      return value === true ? source.roles : (text(value) ?? [])
    })
}
