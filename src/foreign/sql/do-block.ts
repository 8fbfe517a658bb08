import { loadParser, type Parsed } from '../../sql/parser/load-parser.ts'
import { textAt } from '../../sql/parser/walk.ts'

/** What a `do` block runs. */
export interface BlockStatements {
  /** Its statements as they stand in it, in order, each with its place in the block. */
  readonly statements: readonly { readonly text: string; readonly start: number }[]
  /** Whether it makes more of them out of strings while it runs. */
  readonly isDynamic: boolean
}

/**
 * The statements inside a `do` block in PL/pgSQL, whatever they hang on: `if not exists (…) then create type …` is how scripts that may run twice make their types.
 * Not `ok` where PostgreSQL cannot read the block, or a statement in it.
 */
export async function readDoBlock(block: string): Promise<Parsed<BlockStatements>> {
  const parsed = (await loadParser()).parseBody(block)
  if (!parsed.ok) return parsed
  const statements: { text: string; start: number }[] = []
  let isDynamic = false
  let from = 0
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    for (const [key, value] of Object.entries(node)) {
      if (key === 'PLpgSQL_stmt_dynexecute') isDynamic = true
      const text = key === 'PLpgSQL_stmt_execsql' ? textAt(value, 'sqlstmt', 'PLpgSQL_expr', 'query') : undefined
      if (text === undefined) visit(value)
      else {
        const start = Math.max(block.indexOf(text, from), from)
        statements.push({ text, start })
        from = start + text.length
      }
    }
  }
  visit(parsed.value)
  return { ok: true, value: { statements, isDynamic } }
}
