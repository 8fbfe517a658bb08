import { assembleBrief } from '../../src/brief/assemble-brief.ts'
import { parseDocument } from '../../src/brief/parse-document.ts'
import { design } from '../../src/design/design.ts'
import { rulesReader } from '../../src/read/rules/rules-reader.ts'
import type { Plan } from '../../src/schema/plan.ts'
import type { Table } from '../../src/schema/table.ts'
import { columnText, targetOf } from './column-text.ts'

/** Notes of a session and what a careful architect makes of them. `plan`: a line per table, as {@link summary} writes it. */
export interface NotesCase {
  readonly name: string
  /** One file, or several in the order of their names. */
  readonly notes: string | readonly string[]
  readonly prd?: string
  /** What the accounts are kept by; Supabase unless it says otherwise. */
  readonly stack?: string
  readonly plan: readonly string[]
}

const supabase = '# Tech stack\n\nSupabase with PostgreSQL 17.\n'

/** The plan of notes, beside a PRD that says nothing unless the case brings one. */
export async function planOfNotes(one: Omit<NotesCase, 'name' | 'plan'>): Promise<Plan> {
  const notes = typeof one.notes === 'string' ? [one.notes] : one.notes
  const documents = [
    parseDocument({ id: 'prd', kind: 'prd', path: '.ai/prd.md', text: one.prd ?? '# Product\n' }),
    parseDocument({ id: 'tech-stack', kind: 'stack', path: '.ai/tech-stack.md', text: one.stack ?? supabase }),
    ...notes.map((text, at) =>
      parseDocument({ id: at === 0 ? 'notes' : `notes-${at + 1}`, kind: 'notes', path: `.ai/db-session-${at + 1}.md`, text }),
    ),
  ]
  const { value: brief } = assembleBrief(documents, 'project')
  if (brief === undefined) throw new Error('notes give a brief')
  const { value: claims } = await rulesReader.read(brief)
  return (await design({ title: brief.title, platform: brief.platform, claims })).value as Plan
}

/**
 * A line per table, its `id` and stamps aside: `visits: pet_id > pets cascade, date date, reason?, status (planned|done), unique (pet_id, date)`. A question mark
 * stands for null, `exclude (room_id, tstzrange(starts_at, ends_at))` for periods that do not overlap, a type where it is not text, an action where deletion does not cascade. Columns are in the order of their names.
 */
export function summary(plan: Plan): readonly string[] {
  return plan.schema.tables
    .map((table) => `${table.name}: ${[...columnsOf(table, plan), ...constraintsOf(table)].join(', ')}`)
    .sort()
}

function columnsOf(table: Table, plan: Plan): readonly string[] {
  return table.columns
    .filter((column) => !['id', 'created_at', 'updated_at'].includes(column.name))
    .map((column) => {
      const key = table.foreignKeys.find((each) => each.columns[0] === column.name)
      const reference = key && ` > ${targetOf(key)}${key.onDelete === 'cascade' ? '' : ` ${key.onDelete}`}`
      return columnText(column, table, plan, reference)
    })
    .sort()
}

function constraintsOf(table: Table): readonly string[] {
  const primary = table.primaryKey?.columns ?? []
  const uniques = [
    ...table.uniques.filter((unique) => !unique.columns.includes('id')).map((unique) => unique.columns.join(', ')),
    ...table.indexes
      .filter((index) => index.unique)
      .map((index) => index.keys.map((key) => key.column ?? key.expression).join(', ')),
  ]
  return [
    ...(primary.join() === 'id' ? [] : [`key (${primary.join(', ')})`]),
    ...uniques.map((columns) => `unique (${columns})`).sort(),
    ...table.exclusions.map(
      (each) =>
        `exclude (${each.elements[0]?.expression}, ${each.elements[1]?.expression})${each.where === undefined ? '' : ' partly'}`,
    ),
  ]
}
