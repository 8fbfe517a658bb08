import type { Access, AccessRule, CallerRow, PathStep, Rows, Who } from '../../schema/access.ts'

/**
 * What must hold of a row, with every path unrolled: a walk over foreign keys becomes nested `through` conditions, and what a rule's
 * `who` asks of the caller stands beside what its `rows` ask of the row. Leaves speak of one column of the row at hand.
 */
export type Condition =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'caller'; readonly column: string }
  | { readonly kind: 'group'; readonly column: string; readonly group: string; readonly roles: readonly string[] }
  | { readonly kind: 'groupmate'; readonly column: string; readonly group: string }
  | { readonly kind: 'is null'; readonly column: string }
  | { readonly kind: 'is not null'; readonly column: string }
  | { readonly kind: 'equals'; readonly column: string; readonly values: readonly string[] }
  /** the caller's own row of another table is as asked */
  | CallerRow
  /** a row of another table, reached by this step, meets `of` */
  | { readonly kind: 'through'; readonly step: PathStep; readonly of: Condition }
  /** the row of another table that this foreign key leads to can be read by the caller, which is where `of` holds of it */
  | { readonly kind: 'readable'; readonly key: KeyReference; readonly of: Condition }
  /** the caller has one of these application-wide roles */
  | { readonly kind: 'has role'; readonly roles: readonly string[] }
  /** the caller is in some group of this name, in one of these roles if any are named */
  | { readonly kind: 'in group'; readonly group: string; readonly roles: readonly string[] }
  | { readonly kind: 'and'; readonly parts: readonly Condition[] }
  | { readonly kind: 'or'; readonly parts: readonly Condition[] }

/** A foreign key, as pairs of columns. */
export interface KeyReference {
  readonly schema: string
  readonly table: string
  readonly pairs: readonly { readonly column: string; readonly key: string }[]
}

export const all: Condition = { kind: 'all' }
export const none: Condition = { kind: 'none' }

/** The condition of a rule: its rows, and what its `who` adds to them. An owner's rule that names no caller allows nothing. */
export function conditionOf(rule: AccessRule, access: Access): Condition {
  const rows = ofRows(rule.rows, rule.who)
  const who = rule.who
  if (who.kind === 'owner') return some(rows, (part) => part.kind === 'caller') ? rows : none
  if (who.kind === 'role') return access.roles === undefined ? none : and([{ kind: 'has role', roles: who.roles }, rows])
  if (who.kind === 'member') {
    const { group, roles } = who
    if (!access.groups.some((known) => known.name === group)) return none
    return everyBranchIsIn(rows, group, roles) ? rows : and([{ kind: 'in group', group, roles }, rows])
  }
  return rows
}

function ofRows(rows: Rows, who: Who): Condition {
  switch (rows.kind) {
    case 'all':
      return all
    case 'none':
      return none
    case 'is null':
    case 'is not null':
      return { kind: rows.kind, column: rows.column }
    case 'caller row':
      return rows
    case 'all of':
      return and(rows.parts.map((part) => ofRows(part, who)))
    case 'any of':
      return or(rows.parts.map((part) => ofRows(part, who)))
    default:
      return walk(rows.path.steps, leafOf(rows, who))
  }
}

type Leading = Extract<Rows, { readonly path: unknown }>

function leafOf(rows: Leading, who: Who): Condition {
  const column = rows.path.column
  if (rows.kind === 'caller') return { kind: 'caller', column }
  if (rows.kind === 'groupmate') return { kind: 'groupmate', column, group: rows.group }
  if (rows.kind === 'equals') return { kind: 'equals', column, values: rows.values }
  // "Admins of the household may …": the role that `who` names is the role in the row's group.
  const narrowed = rows.roles.length === 0 && who.kind === 'member' && who.group === rows.group ? who.roles : rows.roles
  return { kind: 'group', column, group: rows.group, roles: narrowed }
}

function walk(steps: readonly PathStep[], leaf: Condition): Condition {
  return steps.reduceRight<Condition>((of, step) => ({ kind: 'through', step, of }), leaf)
}

function everyBranchIsIn(condition: Condition, group: string, roles: readonly string[]): boolean {
  const inside = (part: Condition) => everyBranchIsIn(part, group, roles)
  if (condition.kind === 'or') return condition.parts.every(inside)
  if (condition.kind === 'and') return condition.parts.some(inside)
  if (condition.kind === 'through') return inside(condition.of)
  if (condition.kind === 'groupmate') return condition.group === group && roles.length === 0
  return condition.kind === 'group' && condition.group === group
}

/** Whether some part of a condition, at any depth, is as asked. */
export function some(condition: Condition, test: (part: Condition) => boolean): boolean {
  if (test(condition)) return true
  if (condition.kind === 'and' || condition.kind === 'or') return condition.parts.some((part) => some(part, test))
  return (condition.kind === 'through' || condition.kind === 'readable') && some(condition.of, test)
}

/** Both sides hold; parts that another part already says are left out. */
export function and(parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (part.kind === 'and' ? part.parts : part.kind === 'all' ? [] : [part]))
  if (flat.some((part) => part.kind === 'none')) return none
  return join(
    'and',
    thin(flat, (kept, part) => implies(kept, part)),
    all,
  )
}

/** One side holds; parts that another part already admits are left out. */
export function or(parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (part.kind === 'or' ? part.parts : part.kind === 'none' ? [] : [part]))
  if (flat.some((part) => part.kind === 'all')) return all
  return join(
    'or',
    thin(flat, (kept, part) => implies(part, kept)),
    none,
  )
}

function thin(parts: readonly Condition[], covers: (kept: Condition, part: Condition) => boolean): readonly Condition[] {
  return parts.filter((part, at) =>
    parts.every((other, otherAt) => otherAt === at || !covers(other, part) || (covers(part, other) && at < otherAt)),
  )
}

function join(kind: 'and' | 'or', parts: readonly Condition[], empty: Condition): Condition {
  const [first, ...rest] = parts
  if (first === undefined) return empty
  return rest.length === 0 ? first : { kind, parts }
}

/** Whether every row that meets `left` meets `right`, as far as it can be told from their form. `false` means: not known. */
export function implies(left: Condition, right: Condition): boolean {
  if (right.kind === 'all' || left.kind === 'none') return true
  if (left.kind === 'or') return left.parts.every((part) => implies(part, right))
  if (right.kind === 'and') return right.parts.every((part) => implies(left, part))
  if (right.kind === 'or' && right.parts.some((part) => implies(left, part))) return true
  if (left.kind === 'and') return left.parts.some((part) => implies(part, right))
  if (left.kind === 'through' && right.kind === 'through') {
    return sameStep(left.step, right.step) && implies(left.of, right.of)
  }
  if (left.kind === 'through' && right.kind === 'readable') return keepsTo(right.key, left.step) && implies(left.of, right.of)
  if (right.kind === 'is not null') return filledBy(left) === right.column
  if (right.kind === 'in group') {
    return (left.kind === 'group' || left.kind === 'in group') && left.group === right.group && within(left.roles, right.roles)
  }
  if (left.kind === 'group' && right.kind === 'group') {
    return left.column === right.column && left.group === right.group && within(left.roles, right.roles)
  }
  if (left.kind === 'has role' && right.kind === 'has role') return subset(left.roles, right.roles)
  if (left.kind === 'equals' && right.kind === 'equals') return left.column === right.column && subset(left.values, right.values)
  return JSON.stringify(left) === JSON.stringify(right)
}

/** Naming no roles means any role. */
const within = (left: readonly string[], right: readonly string[]) =>
  right.length === 0 || (left.length > 0 && subset(left, right))

const subset = (left: readonly string[], right: readonly string[]) => left.every((value) => right.includes(value))

export function sameStep(left: PathStep, right: PathStep): boolean {
  return left.column === right.column && left.schema === right.schema && left.table === right.table && left.key === right.key
}

/** Whether the key is the step, or more than it. */
function keepsTo(key: KeyReference, step: PathStep): boolean {
  const [pair, ...others] = key.pairs
  const same = key.schema === step.schema && key.table === step.table && pair?.column === step.column && pair.key === step.key
  return same && others.length === 0
}

/** The column of the row at hand that cannot be null where the condition holds. */
function filledBy(condition: Condition): string | undefined {
  if (condition.kind === 'through') return condition.step.column
  if (condition.kind === 'is null' || condition.kind === 'readable' || condition.kind === 'caller row') return undefined
  return 'column' in condition ? condition.column : undefined
}
