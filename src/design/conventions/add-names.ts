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
    if (isAmountless(table)) return withAmount(table, questions)
    const content = contentOf(table)
    if (content !== undefined) return withContent(table, content, questions)
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

/** Money that changed hands has an amount, whatever a document forgot to say. */
function isAmountless(table: DraftTable): boolean {
  const counts = table.columns.some((column) => column.part === 'attribute' && /^(numeric|integer|bigint)/.test(column.type))
  return table.part === 'entity' && money.test(table.key) && !counts
}

function withAmount(table: DraftTable, questions: Question[]): DraftTable {
  const id = `${table.name}/amount`
  questions.push({
    id,
    topic: 'columns',
    text: `\`${table.name}\` has an amount with two decimals: no document lists its fields.`,
    why: supposed,
  })
  return {
    ...table,
    columns: [
      ...table.columns,
      { name: 'amount', part: 'attribute', type: 'numeric(12,2)', nullable: false, why: assuming(supposed, id) },
    ],
  }
}

/** What small things that hang on others consist of, where no document lists their fields. */
const contents: readonly (readonly [RegExp, string, string])[] = [
  [/(^|_)(photo|image|picture|file|attachment|document|video|recording)$/, 'path', 'where its file is kept'],
  [/(^|_)(comment|note|message)$/, 'content', 'its text'],
  [/(^|_)(error|failure)$/, 'message', 'what went wrong'],
  [/(^|_)link$/, 'url', 'its address'],
]

function contentOf(table: DraftTable): (typeof contents)[number] | undefined {
  const hangs = table.columns.some((column) => column.references !== undefined && column.part !== 'owner')
  const own = table.columns.some((column) => column.part === 'attribute' && !/_(at|date)$/.test(column.name))
  return table.part === 'entity' && hangs && !own ? contents.find(([names]) => names.test(table.key)) : undefined
}

function withContent(table: DraftTable, [, name, what]: (typeof contents)[number], questions: Question[]): DraftTable {
  const id = `${table.name}/${name}`
  questions.push({
    id,
    topic: 'columns',
    text: `\`${table.name}\` holds ${what} in \`${name}\`: no document lists its fields.`,
    why: supposed,
  })
  const column = { name, part: 'attribute' as const, type: 'text', nullable: false, why: assuming(supposed, id) }
  return { ...table, columns: [...table.columns, column] }
}

/** Things that happen or that tie others together: they are told apart by when and what, not by a name. */
const namelessWords =
  /(^|_)(assignment|result|usage|link|request|entry|record|answer|response|session|attempt|generation|review|rating|vote|like|favou?rite|follow|subscription|measurement|reservation|booking|order|payment|transaction|transfer|income|revenue|expense|cost|invitation|membership|member|participant|item|key|token|setting|preference|stat|statistics?|metric|message|comment|note|change|update|visit|notification|loan|rental|lease|lending|appointment|enrolment|enrollment|registration|application|ticket|bid|offer|attendance|presence|delivery|shipment|return|checkin|check_in|report|rehearsal|shift|absence|treatment|watering)$/

const money = /(^|_)(payment|transaction|transfer|income|revenue|expense|cost|donation)$/

function isNameless(table: DraftTable): boolean {
  if (table.part !== 'entity' || isLog(table) || namelessWords.test(table.key)) return false
  if (table.columns.some((column) => column.part === 'attribute' && !/_(at|date)$/.test(column.name))) return false
  // one per person: told apart by whose it is
  if (table.uniques.some((unique) => unique.purpose === 'one to one')) return false
  const parents = table.columns.filter((column) => column.references !== undefined && column.part !== 'owner')
  return (
    parents.length < 2 &&
    table.primaryKey.length === 1 &&
    !table.columns.some((column) => column.references !== undefined && table.primaryKey.includes(column.name))
  )
}
