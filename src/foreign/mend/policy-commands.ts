import { type Mend, StatementWords } from './statement-words.ts'

const commands: ReadonlySet<string> = new Set(['select', 'insert', 'update', 'delete'])

interface Clause {
  readonly commands: readonly string[]
  readonly to: string
  readonly using: string | undefined
  readonly check: string | undefined
}

/**
 * One policy for several commands, `for insert, update, delete using (…)`, and several chained with commas,
 * `for insert with check (…), for update using (…)`: a policy each. INSERT knows no USING, SELECT and DELETE no WITH CHECK.
 */
export const policyCommands: Mend = (statement) => {
  const words = new StatementWords(statement)
  if (!words.begins('create', 'policy')) return undefined
  const first = words.until(2, (at) => words.word(at) === 'for' && commands.has(words.word(at + 1)))
  if (first >= words.tokens.length) return undefined
  const clauses = readClauses(words, first)
  const count = clauses?.reduce((sum, clause) => sum + clause.commands.length, 0) ?? 0
  if (clauses === undefined || count < 2) return undefined
  const name = words.between(2, 3)
  const target = words.between(3, first)
  const sql = clauses
    .flatMap((clause) => clause.commands.map((command) => writePolicy(name, target, command, clause)))
    .join(';\n')
  return {
    sql,
    code: 'sql/policy-commands',
    message: `The policy ${name} is for several commands; PostgreSQL allows one command per policy, or ALL.`,
    help: `Write ${count} policies, one for each command.`,
    offset: words.start(first),
    said: words.between(first, first + 2),
  }
}

function readClauses(words: StatementWords, first: number): readonly Clause[] | undefined {
  const clauses: Clause[] = []
  let shared = ''
  for (let at = first; at < words.tokens.length; ) {
    if (words.word(at) !== 'for') return undefined
    const found: string[] = []
    at++
    while (commands.has(words.word(at))) {
      found.push(words.word(at))
      at++
      const joins = words.word(at) === ',' || words.word(at) === 'and' || words.word(at) === '/'
      if (!joins) break
      // A comma may also lead to the next clause, which begins with `for`.
      const next = words.word(at + 1) === 'for' && commands.has(words.word(at + 2)) ? at + 2 : at + 1
      if (!commands.has(words.word(next))) break
      at = next
    }
    let using: string | undefined
    let check: string | undefined
    let to = ''
    while (at < words.tokens.length && words.word(at) !== ',') {
      if (words.word(at) === 'using') {
        using = words.parenthesised(at + 1)
        at = words.closing(at + 1) + 1
      } else if (words.word(at) === 'with' && words.word(at + 1) === 'check') {
        check = words.parenthesised(at + 2)
        at = words.closing(at + 2) + 1
      } else if (words.word(at) === 'to') {
        const end = words.until(at + 1, (token) => ['using', 'with', 'for'].includes(words.word(token)))
        to = words.between(at, end)
        at = end
      } else return undefined
    }
    shared = to === '' ? shared : to
    if (found.length === 0 || (using === undefined && check === undefined)) return undefined
    clauses.push({ commands: found, to: shared, using, check })
    at++
  }
  return clauses
}

function writePolicy(name: string, target: string, command: string, { to, using, check }: Clause): string {
  const own = name.endsWith('"') ? `${name.slice(0, -1)} (${command})"` : `${name}_${command}`
  const parts = [`create policy ${own} ${target}`, `  for ${command}${to === '' ? '' : ` ${to}`}`]
  const row = using ?? check
  if (command !== 'insert') parts.push(`  using (${row})`)
  if (command === 'insert' || (command === 'update' && (check ?? using) !== undefined))
    parts.push(`  with check (${check ?? row})`)
  return parts.join('\n')
}
