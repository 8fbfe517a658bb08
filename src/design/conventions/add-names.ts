import { type Draft, type DraftTable, mapTables, type Question } from '../draft.ts'
import { assuming, supposed } from '../why.ts'
import { isLog } from './add-stamps.ts'

/**
 * A table that people keep and of which no document lists a field cannot tell its rows apart: it gets a `name`, supposed and asked about.
 * Links, logs and tables that only tie others together need none.
 */
export function addNames(draft: Draft): Draft {
  const questions: Question[] = []
  const named = mapTables(draft, (table) => {
    if (!isNameless(table)) return table
    const id = `${table.name}/name`
    questions.push({
      id,
      topic: 'columns',
      text: `\`${table.name}\` has a name and nothing else of its own: no document lists its fields.`,
      why: supposed,
    })
    return {
      ...table,
      columns: [
        ...table.columns,
        { name: 'name', part: 'attribute', type: 'text', nullable: false, why: assuming(supposed, id) },
      ],
    }
  })
  return { ...named, questions: [...draft.questions, ...questions] }
}

function isNameless(table: DraftTable): boolean {
  if (table.part !== 'entity' || isLog(table)) return false
  if (table.columns.some((column) => column.part === 'attribute' && !/_(at|date)$/.test(column.name))) return false
  const parents = table.columns.filter((column) => column.references !== undefined && column.part !== 'owner')
  return (
    parents.length < 2 &&
    table.primaryKey.length === 1 &&
    !table.columns.some((column) => column.references !== undefined && table.primaryKey.includes(column.name))
  )
}
