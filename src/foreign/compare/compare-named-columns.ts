import type { ListItem } from 'mdast'
import { cellInlines } from '../../plan/read/markdown.ts'
import { displayName } from '../../schema/lookups.ts'
import { type DraftTable, partOf } from '../draft.ts'
import { ownText } from '../layout/column-items.ts'
import { beginsAsSql, isList, isTable, itemsIn } from '../layout/walk.ts'
import type { Reading } from '../read-foreign-plan.ts'
import { TableMentions } from './mentions.ts'

/**
 * Holds what sections about indexes and policies name in words against the tables: `rooms.colour` of a table that has no such column, `on rooms (colour)`.
 * SQL is judged by the rules, statement by statement.
 */
export function compareNamedColumns({ draft, text, file, blocks }: Reading): void {
  const mentions = new TableMentions(draft, false)
  const said = new Set<string>()
  const add = (table: DraftTable, column: string, start: number, end: number) => {
    const key = `${displayName(table)}.${column}`
    if (said.has(key) || table.columns.length === 0 || table.columns.some(({ name }) => name === column)) return
    said.add(key)
    draft.remarks.push({
      code: 'plan/sections-differ',
      severity: 'warning',
      message: `${key} is named here; ${displayName(table)} has no such column.`,
      help: 'Add the column to the table, or correct its name here.',
      spot: { file, start, end },
      part: partOf(table, 'column', column),
    })
  }
  const read = (own: string, at: number) => {
    if (beginsAsSql(own.replaceAll('`', ' ').trim())) return
    for (const { key, column, start, end } of mentions.in(own).columns) {
      const table = mentions.table(key)
      if (table !== undefined) add(table, column, at + start, at + end)
    }
    for (const match of own.matchAll(/\bon\s+`?([a-z_][a-z0-9_.]*)`?\s*`?\(([^()]*)\)/gi)) {
      const key = mentions.keyOf(match[1] ?? '')
      const table = key === undefined ? undefined : mentions.table(key)
      if (table === undefined) continue
      const list = (match[2] ?? '').split(',').map((part) => part.replaceAll('`', '').trim())
      for (const part of list) {
        const column = /^([a-z_][a-z0-9_]*)(?:\s+(?:asc|desc))?$/i.exec(part)?.[1]
        if (column !== undefined) add(table, column, at + match.index, at + match.index + match[0].length)
      }
    }
  }
  for (const { node, topic } of blocks) {
    if (topic !== 'indexes' && topic !== 'policies') continue
    if (isList(node))
      for (const item of itemsIn(node) as readonly ListItem[]) {
        const own = ownText(item, text)
        read(own.text, own.start)
      }
    if (isTable(node)) for (const row of cellInlines(node, text).slice(1)) for (const cell of row) read(cell.text, cell.start)
  }
}
