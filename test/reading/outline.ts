import { assembleBrief } from '../../src/brief/assemble-brief.ts'
import { parseDocument } from '../../src/brief/parse-document.ts'
import { design } from '../../src/design/design.ts'
import { rulesReader } from '../../src/read/rules/rules-reader.ts'
import type { Plan } from '../../src/schema/plan.ts'
import type { Table } from '../../src/schema/table.ts'
import { columnText, targetOf } from './column-text.ts'

/** A PRD alone and what a careful architect makes of it. `plan`: a line per table, as {@link outline} writes it. */
export interface Case {
  readonly name: string
  readonly prd: string
  readonly plan: readonly string[]
}

const stack = '# Tech stack\n\nSupabase with PostgreSQL 17.\n'

/** The plan of a PRD on Supabase, without a planning session. */
export async function planOfPrd(prd: string): Promise<Plan> {
  const documents = [
    parseDocument({ id: 'prd', kind: 'prd', path: '.ai/prd.md', text: prd }),
    parseDocument({ id: 'tech-stack', kind: 'stack', path: '.ai/tech-stack.md', text: stack }),
  ]
  const { value: brief } = assembleBrief(documents, 'project')
  if (brief === undefined) throw new Error('a PRD gives a brief')
  const { value: claims } = await rulesReader.read(brief)
  return (await design({ title: brief.title, platform: brief.platform, claims })).value as Plan
}

/**
 * A line per table, keys and stamps aside: `visits: pet_id > pets, date date, reason?, status (planned|done)`. A question mark stands for null,
 * a type stands where it is not text. Columns are in the order of their names.
 */
export function outline(plan: Plan): readonly string[] {
  return plan.schema.tables.map((table) => `${table.name}: ${columnsOf(table, plan).join(', ')}`).sort()
}

function columnsOf(table: Table, plan: Plan): readonly string[] {
  return table.columns
    .filter((column) => !['id', 'created_at', 'updated_at'].includes(column.name) || isReference(table, column.name))
    .map((column) => {
      const key = table.foreignKeys.find((each) => each.columns.length === 1 && each.columns[0] === column.name)
      return columnText(column, table, plan, key && ` > ${targetOf(key)}`)
    })
    .sort()
}

function isReference(table: Table, name: string): boolean {
  return table.foreignKeys.some((key) => key.columns.includes(name))
}
