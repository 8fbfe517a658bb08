import type { Column } from '../../schema/column.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { diagramText } from './entity-names.ts'

/** `text title "1 to 120 characters"`: type, name, keys, and a few words on what values it takes. */
export function writeAttribute(schema: Schema, table: Table, column: Column): string {
  const keys = keysOf(table, column.name)
  const words = describe(schema, table, column)
  return [
    typeWord(column.type),
    word(column.name),
    ...(keys === '' ? [] : [keys]),
    ...(words === '' ? [] : [`"${diagramText(words)}"`]),
  ].join(' ')
}

/** PK for every column of the primary key, FK for every column of a foreign key, UK for a column that is unique alone. */
function keysOf(table: Table, column: string): string {
  const alone = (columns: readonly string[]) => columns.length === 1 && columns[0] === column
  const keys = [
    ...(table.primaryKey?.columns.includes(column) === true ? ['PK'] : []),
    ...(table.foreignKeys.some((key) => key.columns.includes(column)) ? ['FK'] : []),
    ...(table.uniques.some((unique) => alone(unique.columns)) ? ['UK'] : []),
  ]
  return keys.join(', ')
}

/** Mermaid takes letters, digits, `_`, `-`, brackets and parentheses, after a letter. Only the last part of a qualified type is shown. */
function typeWord(type: string): string {
  const local = type.startsWith('"') ? type : (type.split('.').at(-1) ?? type)
  return start(local.replace(/[^A-Za-z0-9_()[\],-]+/g, '_'))
}

function word(name: string): string {
  return start(name.replace(/[^A-Za-z0-9_\u00c0-\u024f-]+/g, '_'))
}

function start(text: string): string {
  return /^[A-Za-z_\u00c0-\u024f]/.test(text) && !/^[pfu]k$/i.test(text) ? text : `_${text}`
}

function describe(schema: Schema, table: Table, column: Column): string {
  const limits = table.checks.map((check) => limitOf(check.expression, column.name)).filter((limit) => limit !== undefined)
  const values = schema.enums.find(
    (type) => (type.schema === 'public' ? type.name : `${type.schema}.${type.name}`) === column.type,
  )?.values
  const listed = values === undefined ? [] : [list(values)]
  return [...listed, ...limits, ...(column.nullable ? ['optional'] : [])].join(', ')
}

/** The limits people state, in words; of any other check the diagram says nothing, the plan's section 1 does. */
function limitOf(expression: string, column: string): string | undefined {
  if (!expression.toLowerCase().includes(column.toLowerCase())) return undefined
  const name = column.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const match = (pattern: string): RegExpExecArray | null => new RegExp(`^${pattern}$`, 'i').exec(expression.trim())
  const length = `(?:char_length|length)\\(${name}\\)`
  const between = match(`(?:${length}|${name}) between (-?[\\d.]+) and (-?[\\d.]+)`)
  const unit = new RegExp(length, 'i').test(expression) ? ' characters' : ''
  if (between !== null) return `${between[1]} to ${between[2]}${unit}`
  const bound = match(`(?:${length}|${name}) (<=|>=|>|<) (-?[\\d.]+)`)
  if (bound !== null) return `${bounds[bound[1] ?? ''] ?? ''} ${bound[2]}${unit}`
  const options = match(`${name} in \\(('[^']*'(?:, *'[^']*')*)\\)`)
  if (options !== null) return list((options[1] ?? '').split(',').map((value) => value.trim().slice(1, -1)))
  return match(`btrim\\(${name}\\) <> ''`) === null ? undefined : 'not blank'
}

const bounds: Readonly<Record<string, string>> = { '<=': 'up to', '>=': 'at least', '>': 'more than', '<': 'less than' }

function list(values: readonly string[]): string {
  if (values.length > 5) return `${values.slice(0, 4).join(', ')} and ${values.length - 4} more`
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
}
