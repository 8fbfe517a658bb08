import { keyOf } from '../../schema/order.ts'
import type { Schema } from '../../schema/schema.ts'
import { isRequired, isUnique } from '../write/relationships.ts'
import { writeAttribute } from './attribute.ts'
import { diagramText, type EntityName, entityNames } from './entity-names.ts'

/**
 * The schema as a mermaid `erDiagram`, made from the model each time. A foreign key is a line from the table it references: that end is
 * `||` or, where the key may be null, `|o`; the other end is `o{` or, where the key is unique, `o|`.
 */
export function writeDiagram(schema: Schema): string {
  const own = new Set(schema.tables.map(keyOf))
  const foreign = new Map<string, { readonly schema: string; readonly name: string; readonly columns: Set<string> }>()
  for (const { references } of schema.tables.flatMap((table) => table.foreignKeys)) {
    const target = { schema: references.schema, name: references.table }
    if (own.has(keyOf(target))) continue
    const entry = foreign.get(keyOf(target)) ?? { ...target, columns: new Set() }
    for (const column of references.columns) entry.columns.add(column)
    foreign.set(keyOf(target), entry)
  }
  const names = entityNames([...foreign.values(), ...schema.tables])
  const nameOf = (table: { readonly schema: string; readonly name: string }): EntityName =>
    names.get(keyOf(table)) ?? { id: 'unknown', declaration: 'unknown' }
  const lines = ['erDiagram']
  for (const table of schema.tables) {
    for (const key of table.foreignKeys) {
      const target = nameOf({ schema: key.references.schema, name: key.references.table }).id
      const one = isRequired(table, key) ? '||' : '|o'
      const many = isUnique(table, key.columns) ? 'o|' : 'o{'
      lines.push(`  ${target} ${one}--${many} ${nameOf(table).id} : "${diagramText(key.columns.join(', '))}"`)
    }
  }
  for (const table of foreign.values()) {
    const types = keyTypes(schema, table)
    const columns = [...table.columns].map(
      (column) =>
        `    ${types.get(column) ?? 'uuid'} ${column.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^(?![A-Za-z_])/, '_')} PK`,
    )
    lines.push(`  ${nameOf(table).declaration} {`, ...columns, '  }')
  }
  for (const table of schema.tables) {
    const attributes = table.columns.map((column) => `    ${writeAttribute(schema, table, column)}`)
    lines.push(
      ...(attributes.length === 0
        ? [`  ${nameOf(table).declaration}`]
        : [`  ${nameOf(table).declaration} {`, ...attributes, '  }']),
    )
  }
  return lines.join('\n')
}

/** A platform's table is not in the model; the columns that point to it tell the types of its keys. */
function keyTypes(schema: Schema, target: { readonly schema: string; readonly name: string }): ReadonlyMap<string, string> {
  const types = new Map<string, string>()
  for (const table of schema.tables) {
    for (const { columns, references } of table.foreignKeys) {
      if (references.schema !== target.schema || references.table !== target.name) continue
      references.columns.forEach((column, i) => {
        const type = table.columns.find(({ name }) => name === columns[i])?.type
        if (type !== undefined && /^[a-z]+$/.test(type)) types.set(column, type)
      })
    }
  }
  return types
}
