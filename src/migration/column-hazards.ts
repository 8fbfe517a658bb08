import type { Column } from '../schema/column.ts'
import { displayName } from '../schema/lookups.ts'
import type { ChangeOf } from './change.ts'
import type { Hazard } from './hazards.ts'
import { fillsItself } from './statements/alter-table.ts'
import { typeChange } from './type-change.ts'

/** A column that PostgreSQL cannot turn into the new one: the values of the old are lost, unless they were computed. */
export function replacedColumn({ table, from, to }: ChangeOf<'replace column'>): readonly Hazard[] {
  const object = `${displayName(table)}.${to.name}`
  const added = addedColumn(displayName(table), to)
  if (from.generated !== undefined && to.generated !== undefined) return added
  const why = from.type === to.type ? 'is computed in another way' : `of type \`${from.type}\` cannot become \`${to.type}\``
  return [
    { code: 'data-loss', object, message: `The column \`${object}\` ${why}: it is dropped and made anew, without its values` },
    ...added,
  ]
}

/** A constant default costs nothing; one that differs from row to row, a number, or a stored expression has to be written into every row. */
export function addedColumn(table: string, column: Column): readonly Hazard[] {
  const object = `${table}.${column.name}`
  if (!column.nullable && !fillsItself(column))
    return [{ code: 'not-null', object, message: `The new column \`${object}\` must have a value and has no default` }]
  const isWritten = column.identity !== undefined || column.generated?.stored === true || isVolatile(column.default)
  return isWritten
    ? [{ code: 'rewrite', object, message: `The new column \`${object}\` gets a value of its own in every row` }]
    : []
}

/** Whether a default may give another value each time; what is not known to be stable counts. */
function isVolatile(expression: string | undefined): boolean {
  if (expression === undefined) return false
  const calls = [...expression.matchAll(/([a-z_][a-z0-9_.]*)\s*\(/gi)].map((match) => (match[1] ?? '').toLowerCase())
  return calls.some((name) => !stable.has(name.replace(/^pg_catalog\./, '')))
}

const stable: ReadonlySet<string> = new Set([
  'now',
  'timezone',
  'current_setting',
  'numeric',
  'varchar',
  'char',
  'bit',
  'varbit',
  'timestamp',
  'time',
])

export function changedColumn(
  { table, from, to, aspects }: ChangeOf<'change column'>,
  isEnum: (type: string) => boolean,
): readonly Hazard[] {
  const object = `${displayName(table)}.${to.name}`
  const hazards: Hazard[] = []
  if (aspects.includes('type')) {
    const change = typeChange(from.type, to.type, isEnum)
    const types = from.type === to.type ? `another collation` : `\`${to.type}\` instead of \`${from.type}\``
    if (change?.fits === false) hazards.push({ code: 'narrowed-type', object, message: `The column \`${object}\` gets ${types}` })
    if (change?.rewrites !== false) hazards.push({ code: 'rewrite', object, message: `The column \`${object}\` gets ${types}` })
  }
  if (aspects.includes('nullable') && !to.nullable) {
    if (to.default === undefined)
      hazards.push({ code: 'not-null', object, message: `The column \`${object}\` must have a value and has no default` })
    else
      hazards.push({
        code: 'long-lock',
        object,
        message: `The column \`${object}\` must have a value, and rows without one get the default`,
      })
  }
  return hazards
}
