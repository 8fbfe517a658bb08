import type { Spot } from '../../diagnostic/spot.ts'
import { type ParsedStatement, parseStatements } from '../../sql/parser/parse-statements.ts'
import { splitStatements } from '../../sql/parser/split-statements.ts'
import type { Draft, Remark } from '../draft.ts'
import { mend } from '../mend/mend.ts'
import { applyStatement, type Original } from './apply-statement.ts'
import { readDoBlock } from './do-block.ts'
import { SourceText } from './source-text.ts'

/** SQL text inside a document. */
export interface SqlText {
  readonly text: string
  readonly file: string
  /** Where the text begins in the file. */
  readonly offset: number
  /** Whether the place is for SQL: what cannot be read there is wrong. Elsewhere it is taken for prose. */
  readonly isSql: boolean
}

/** Applies SQL text to the schema, statement by statement. What PostgreSQL cannot read is mended where that is certain, and reported in any case. */
export async function readSql(draft: Draft, { text, file, offset, isSql }: SqlText): Promise<void> {
  const whole = await parseStatements(text)
  if (whole.ok) {
    for (const statement of whole.statements) {
      const original = { source: new SourceText(statement.sql), file, offset: offset + statement.start }
      // Places in the tree of a statement among others count from the first; parsed alone they count from its own beginning.
      const alone = whole.statements.length === 1 && statement.start === 0 ? whole : await parseStatements(statement.sql)
      if (alone.ok) for (const one of alone.statements) await apply(draft, one, original)
    }
    return
  }
  for (const piece of splitStatements(text)) {
    const original: Original = { source: new SourceText(piece.text), file, offset: offset + piece.start }
    const parsed = await parseStatements(piece.text)
    if (parsed.ok) {
      for (const statement of parsed.statements) await apply(draft, statement, original)
      continue
    }
    const spotAt = (at: number) => ({ file, start: original.offset + at, end: original.offset + piece.text.length })
    const mended = await mend(piece.text)
    if (mended === undefined) {
      if (isSql && !isTemplate(piece.text))
        draft.remarks.push(unreadable(parsed.message, spotAt(parsed.offset), beginsAsStatement(piece.text) ? 'error' : 'warning'))
      continue
    }
    for (const one of mended)
      draft.remarks.push({
        code: one.code,
        severity: 'error',
        message: one.message,
        help: one.help,
        spot: spotAt(one.offset),
        edit: { spot: spotAt(0), text: one.sql },
      })
    const result = await parseStatements(mended[0]?.sql ?? '')
    if (result.ok) for (const statement of result.statements) await apply(draft, statement, original)
  }
}

async function apply(draft: Draft, statement: ParsedStatement, original: Original): Promise<void> {
  const isBlock = statement.kind === 'DoStmt'
  const untold = isBlock ? await applyBlock(draft, statement.sql, original) : applyStatement(draft, statement, original)
  if (untold === undefined) return
  draft.remarks.push({
    code: 'sql/not-checked',
    severity: 'note',
    message: `This is not checked: ${untold}.`,
    spot: { file: original.file, start: original.offset, end: original.offset + original.source.text.length },
  })
}

function unreadable(message: string, spot: Spot, severity: Remark['severity'] = 'error'): Remark {
  return {
    code: 'sql/unreadable',
    severity,
    message: `PostgreSQL cannot read this statement: ${message}`,
    help: 'Correct it; what it was to make is not in the schema that is checked.',
    spot,
  }
}

/** Applies what a `do` block makes; what it leaves untold, in words. */
async function applyBlock(draft: Draft, block: string, original: Original): Promise<string | undefined> {
  const read = await readDoBlock(block)
  const { file, offset, source } = original
  if (!read.ok) {
    draft.remarks.push(unreadable(read.message, { file, start: offset, end: offset + source.text.length }))
    return undefined
  }
  for (const { text, start } of read.value.statements) await readSql(draft, { text, file, offset: offset + start, isSql: false })
  return read.value.isDynamic ? 'a block that makes its statements while it runs' : undefined
}

/** `create policy … on <table>`, `values ...`: what a person is to fill in. */
function isTemplate(text: string): boolean {
  return /<[a-z_]+>|\{[a-z_]+\}|\.\.\.|…/i.test(text)
}

/** What begins with no word of SQL, a list of values for one, makes nothing. */
function beginsAsStatement(text: string): boolean {
  return /^(create|alter|drop|grant|revoke|comment|do|with|select|insert|update|delete|begin|set)\b/i.test(text)
}
