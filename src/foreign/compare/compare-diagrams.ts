import { displayName } from '../../schema/lookups.ts'
import { partOf, type Remark } from '../draft.ts'
import { codeIn, codeOffset } from '../layout/walk.ts'
import type { Reading } from '../read-foreign-plan.ts'
import { TableMentions } from './mentions.ts'
import { isErDiagram, mermaidEntities, mermaidRelations } from './mermaid.ts'

/** Holds the entities of Mermaid diagrams against the tables: names that no table has, attributes that are no column. What a diagram leaves out is its own affair. */
export function compareDiagrams({ draft, text, file, blocks }: Reading, isSupabase: boolean): void {
  const mentions = new TableMentions(draft, isSupabase)
  const isKnown = (name: string): boolean => mentions.keyOf(name) !== undefined || /^auth[._]/i.test(name)
  const add = (at: number, length: number, message: string, part?: Remark['part']) =>
    draft.remarks.push({
      code: 'plan/sections-differ',
      severity: 'warning',
      message,
      help: 'Make both say the same; the tables are what was checked.',
      spot: { file, start: at, end: at + length },
      ...(part === undefined ? {} : { part }),
    })
  for (const { node } of blocks)
    for (const code of codeIn(node)) {
      if (!isErDiagram(code)) continue
      const offset = codeOffset(code, text)
      const unknown = new Set<string>()
      for (const { from, to, at } of mermaidRelations(code.value))
        for (const name of [from, to]) {
          if (isKnown(name) || unknown.has(name)) continue
          unknown.add(name)
          add(offset + at, from.length, `The diagram names ${name}; there is no such table.`)
        }
      for (const entity of mermaidEntities(code.value)) {
        const key = mentions.keyOf(entity.name)
        const table = key === undefined ? undefined : mentions.table(key)
        if (table === undefined) continue
        for (const { name, at } of entity.attributes)
          if (!table.columns.some((column) => column.name === name))
            add(
              offset + at,
              name.length,
              `The diagram gives ${displayName(table)} a column ${name}; ${displayName(table)} has no such column.`,
              partOf(table, 'column', name),
            )
      }
    }
}
