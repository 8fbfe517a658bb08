import type { Schema } from '../schema/schema.ts'
import { createStatements } from './create-statements.ts'
import { dropStatements } from './drop-statements.ts'
import type { Statement, StatementKind } from './statement.ts'

const headings: Readonly<Record<StatementKind, string>> = {
  role: 'Roles',
  namespace: 'Schemas',
  extension: 'Extensions',
  enum: 'Types',
  table: 'Tables',
  constraint: 'What had to wait for the tables',
  default: 'What had to wait for the tables',
  index: 'Indexes',
  view: 'Views',
  routine: 'Functions',
  trigger: 'Triggers',
  'row security': 'Row level security',
  grant: 'Grants',
  policy: 'Policies',
}
const width = 100

/** The whole schema as one readable SQL script, with a comment above each section and every statement ended by a semicolon. */
export function createScript(schema: Schema): string {
  return toScript(createStatements(schema))
}

/** The script that takes back what `createScript` made. */
export function dropScript(schema: Schema): string {
  return toScript(dropStatements(schema))
}

/** Statements as text. Objects that are several lines long are set apart by an empty line. */
export function toScript(statements: readonly Statement[]): string {
  const lines: string[] = []
  let heading = ''
  let previous: Statement | undefined
  for (const statement of statements) {
    const next = headings[statement.kind]
    if (next !== heading) {
      heading = next
      const title = `-- ${heading} `
      lines.push(...(lines.length > 0 ? [''] : []), title.padEnd(width, '-'), '')
    } else if (previous !== undefined && !belongTogether(previous, statement)) lines.push('')
    lines.push(`${statement.sql};`)
    previous = statement
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

function belongTogether(previous: Statement, next: Statement): boolean {
  const ofOneObject = next.object === previous.object || next.object.startsWith(`${previous.object.split('.')[0]}.`)
  if (next.sql.startsWith('comment on ')) return true
  if (next.kind === 'grant') return ofOneObject
  return !next.sql.includes('\n') && !previous.sql.includes('\n')
}
