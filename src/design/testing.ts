import type { Claim, ClaimBody, ClaimOf } from '../claim/claim.ts'
import type { Mention } from '../claim/mention.ts'
import type { Authority } from '../claim/source.ts'
import type { Column } from '../schema/column.ts'
import type { Plan } from '../schema/plan.ts'
import type { Platform } from '../schema/platform.ts'
import type { Table } from '../schema/table.ts'
import { design } from './design.ts'

/** Claims made by hand, for tests: `text` in backticks is an identifier, and a plain word is a known one. */
export function name(text: string): Mention {
  const code = /^`(.*)`$/.exec(text)
  return { text, name: code?.[1] ?? text, identifier: code !== null, known: true }
}

type Details<K extends Claim['kind']> = Partial<Omit<ClaimOf<K>, 'kind' | 'source' | 'reader'>>

export const table = (entity: string, more: Details<'entity'> = {}): ClaimBody => ({
  kind: 'entity',
  entity: name(entity),
  as: 'table',
  ...more,
})
export const thing = (entity: string, more: Details<'entity'> = {}): ClaimBody => ({
  kind: 'entity',
  entity: name(entity),
  as: 'thing',
  ...more,
})
export const column = (entity: string, attribute: string, more: Details<'attribute'> = {}): ClaimBody => ({
  kind: 'attribute',
  entity: name(entity),
  attribute: name(attribute),
  strength: 'stated',
  ...more,
})
export const columns = (entity: string, ...attributes: readonly string[]): readonly ClaimBody[] =>
  attributes.map((attribute) => column(entity, attribute))
export const limit = (entity: string, attribute: string, more: Details<'limit'>): ClaimBody => ({
  kind: 'limit',
  entity: name(entity),
  attribute: name(attribute),
  of: 'characters',
  ...more,
})
export const values = (entity: string, attribute: string, list: readonly string[], more: Details<'values'> = {}): ClaimBody => ({
  kind: 'values',
  entity: name(entity),
  attribute: name(attribute),
  values: list,
  open: false,
  ...more,
})
export const belongs = (from: string, to: string, more: Details<'relationship'> = {}): ClaimBody => ({
  kind: 'relationship',
  from: name(from),
  to: name(to),
  cardinality: 'many to one',
  ...more,
})
export const access = (
  entity: string | undefined,
  who: ClaimOf<'access'>['who'],
  may: ClaimOf<'access'>['may'],
  more: Details<'access'> = {},
): ClaimBody => ({ kind: 'access', ...(entity === undefined ? {} : { entity: name(entity) }), who, may, ...more })
export const convention = (rule: ClaimOf<'convention'>['rule']): ClaimBody => ({ kind: 'convention', rule })

type Said = ClaimBody | readonly ClaimBody[]

/** What one place of the documents says. */
export function said(
  authority: Authority,
  ...bodies: readonly Said[]
): { readonly authority: Authority; readonly bodies: readonly ClaimBody[] } {
  return { authority, bodies: bodies.flat() }
}

/** Claims in reading order, a line each; the PRD's stand in `prd`, the session's in `notes`. */
export function claims(...places: readonly ReturnType<typeof said>[]): readonly Claim[] {
  let order = 0
  return places.flatMap(({ authority, bodies }) =>
    bodies.map((body): Claim => {
      order++
      return {
        ...body,
        reader: 'rules',
        source: { document: authority === 'prd' ? 'prd' : 'notes', line: order, quote: `line ${order}`, authority, order },
      }
    }),
  )
}

const supabase: Platform = { kind: 'supabase', version: 17 }

export async function planOf(places: readonly ReturnType<typeof said>[], platform: Platform = supabase): Promise<Plan> {
  return (await design({ title: 'Test', platform, claims: claims(...places) })).value
}

/** The plan of what a planning session decided. */
export function decided(...bodies: readonly Said[]): Promise<Plan> {
  return planOf([said('decision', ...bodies)])
}

/** The plan of what a PRD alone says. */
export function wanted(...bodies: readonly Said[]): Promise<Plan> {
  return planOf([said('prd', ...bodies)])
}

export function tableNames(plan: Plan): readonly string[] {
  return plan.schema.tables.map((candidate) => candidate.name).sort()
}

export function tableIn(plan: Plan, called: string): Table {
  const found = plan.schema.tables.find((candidate) => candidate.name === called)
  if (found === undefined) throw new Error(`no table ${called}; there are ${tableNames(plan).join(', ')}`)
  return found
}

export function columnIn(plan: Plan, inTable: string, called: string): Column {
  const found = tableIn(plan, inTable).columns.find((candidate) => candidate.name === called)
  if (found === undefined) throw new Error(`no column ${called}; there are ${columnNames(plan, inTable).join(', ')}`)
  return found
}

export function columnNames(plan: Plan, inTable: string): readonly string[] {
  return tableIn(plan, inTable).columns.map((candidate) => candidate.name)
}

/** Foreign keys as `user_id > auth.users cascade`. */
export function keysOf(plan: Plan, inTable: string): readonly string[] {
  return tableIn(plan, inTable).foreignKeys.map(
    (key) =>
      `${key.columns.join(', ')} > ${key.references.schema === 'public' ? '' : `${key.references.schema}.`}${key.references.table} ${key.onDelete}`,
  )
}

export function checksOf(plan: Plan, inTable: string): readonly string[] {
  return tableIn(plan, inTable).checks.map((check) => check.expression)
}

/** Access rules as `owner: select, insert of <rows>`, without the backend's. */
export function rulesOf(plan: Plan, onTable: string): readonly string[] {
  return plan.schema.access.rules
    .filter((rule) => rule.table === onTable && rule.who.kind !== 'backend')
    .map((rule) => {
      const who =
        'label' in rule.who
          ? rule.who.label
          : 'roles' in rule.who && rule.who.roles.length > 0
            ? rule.who.roles.join('/')
            : rule.who.kind
      const rows =
        'path' in rule.rows
          ? `${rule.rows.kind} ${[...rule.rows.path.steps.map((step) => step.column), rule.rows.path.column].join(' > ')}`
          : rule.rows.kind
      return `${who}: ${rule.may.map((permission) => permission.operation).join(', ')} of ${rows}`
    })
}
