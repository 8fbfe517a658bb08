import { type Mend, replaceAll, StatementWords } from './statement-words.ts'

const without: ReadonlySet<string> = new Set(['policy', 'trigger', 'type', 'constraint', 'function'])

/** `create policy if not exists`, and the same of triggers, types and constraints, which PostgreSQL has not: without the condition. */
export const needlessConditions: Mend = (statement) => {
  const words = new StatementWords(statement)
  const at = words.find('if', 0)
  const isCondition = words.word(at + 1) === 'not' && words.word(at + 2) === 'exists' && without.has(words.word(at - 1))
  if (!isCondition) return undefined
  return {
    sql: replaceAll(statement, [{ from: words.start(at), to: words.start(at + 3), by: '' }]),
    code: 'sql/if-not-exists',
    message: `PostgreSQL has no "if not exists" for a ${words.word(at - 1)}.`,
    help: 'Leave it out; a migration runs once.',
    offset: words.start(at),
    said: words.between(at, at + 3),
  }
}
