import { identifier, literal } from '../../sql/quote.ts'
import type { DraftColumn, DraftTable } from '../draft.ts'

/** What a column holds in the rows that a document means: nothing, something, yes or no, or one of its values. */
export interface RowState {
  readonly column: string
  readonly holds: 'null' | 'not null' | 'true' | 'false' | { readonly value: string }
}

/**
 * The state of the rows that a document calls `which` ("active", "not_ended", "w_toku"): a value of a column's closed list, a flag of that name
 * (`is_active`), or a moment that has or has not come (`ended_at`). `said` are the document's own words, where the values may be in its language.
 */
export function stateOf(which: string, said: string, table: DraftTable): RowState | undefined {
  const refused = /^(?:not_|un(?=\w{5})|non_)/.exec(which)?.[0]
  const positive = refused === undefined ? undefined : which.slice(refused.length)
  return meant(which, said, table) ?? (positive === undefined ? undefined : opposite(meant(positive, '', table)))
}

function meant(which: string, said: string, table: DraftTable): RowState | undefined {
  const words = said.toLowerCase().split(/[^\p{L}\d_]+/u)
  const valued = table.columns.flatMap((column): readonly RowState[] => {
    const value = column.values?.find((one) => one.toLowerCase().replaceAll(/[\s-]/g, '_') === which.toLowerCase())
    const inflected = value ?? column.values?.find((one) => words.some((word) => sameStem(word, one.toLowerCase())))
    return inflected === undefined ? [] : [{ column: column.name, holds: { value: inflected } }]
  })
  if (valued[0] !== undefined) return valued[0]
  const flag = table.columns.find((column) => column.type === 'boolean' && isCalled(column, which))
  if (flag !== undefined) return { column: flag.name, holds: 'true' }
  const moment = table.columns.find((column) => column.nullable && isMoment(column, which))
  return moment && { column: moment.name, holds: 'not null' }
}

/** One word in two forms of its own language: "otwartą" and "otwarta". */
function sameStem(word: string, value: string): boolean {
  const stem = Math.max(4, value.length - 2)
  return value.length >= 5 && Math.abs(word.length - value.length) <= 3 && word.slice(0, stem) === value.slice(0, stem)
}

function isCalled(column: DraftColumn, which: string): boolean {
  const name = column.name.replace(/^is_/, '')
  return name === which || synonyms.some((words) => words.includes(name) && words.includes(which))
}

/** Words for the one of several that comes first. */
const synonyms: readonly (readonly string[])[] = [['main', 'primary', 'default']]

function isMoment(column: DraftColumn, which: string): boolean {
  const said = /^(.+)_(?:at|on)$/.exec(column.name)?.[1]
  return said === which && /^(?:timestamp|date)/.test(column.type)
}

function opposite(state: RowState | undefined): RowState | undefined {
  if (state === undefined || typeof state.holds === 'object') return undefined
  const others = { null: 'not null', 'not null': 'null', true: 'false', false: 'true' } as const
  return { column: state.column, holds: others[state.holds] }
}

/** The condition in SQL, its column behind `prefix`. */
export function conditionOf({ column, holds }: RowState, prefix = ''): string {
  const name = `${prefix}${identifier(column)}`
  if (typeof holds === 'object') return `${name} = ${literal(holds.value)}`
  if (holds === 'true') return name
  return holds === 'false' ? `not ${name}` : `${name} is ${holds}`
}

/** Words before a name that single out none of the rows. */
const meaningless: ReadonlySet<string> = new Set([
  'saved',
  'stored',
  'own',
  'kept',
  'created',
  'added',
  'new',
  'different',
  'separate',
  'total',
  'more',
  'distinct',
  'unique',
])

/** The word by which a claim singles out some of the rows; undefined where it means all of them. */
export function singledOut({ which }: { readonly which?: string }): string | undefined {
  return which === undefined || meaningless.has(which) ? undefined : which
}
