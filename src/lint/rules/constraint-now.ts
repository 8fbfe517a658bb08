import { displayName } from '../../schema/lookups.ts'
import { type LintFacts, partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { callsIn, nodesOf } from '../tree.ts'

/** Never the time of day in an index or a generated column. */
export const nowInIndex: Rule = {
  code: 'constraint/now',
  severity: 'error',
  what: 'An index predicate or a generated column asks for the current time.',
  why: 'Both must always give the same for the same row; PostgreSQL refuses them (42P17).',
  advice: 'Put the condition into the query, and index the column it compares.',
  fails:
    'create table tickets (id uuid primary key, ends_at timestamptz not null); create index tickets_open_idx on tickets (ends_at) where ends_at > now(); alter table tickets enable row level security;',
  passes:
    'create table tickets (id uuid primary key, ends_at timestamptz not null); create index tickets_ends_at_idx on tickets (ends_at); alter table tickets enable row level security;',
  check: (facts) =>
    facts.schema.tables.flatMap((table) => [
      ...table.indexes
        .filter((index) => asksTime(facts, index.where) || index.keys.some((key) => asksTime(facts, key.expression)))
        .map((index) => ({
          part: partIn(table, 'index', index.name),
          message: `The index ${index.name} on ${displayName(table)} asks for the current time.`,
        })),
      ...table.columns
        .filter((column) => asksTime(facts, column.generated?.expression))
        .map((column) => ({
          part: partIn(table, 'column', column.name),
          message: `${displayName(table)}.${column.name} is generated from the current time.`,
        })),
    ]),
}

const clocks: ReadonlySet<string> = new Set([
  'now',
  'pg_catalog.now',
  'clock_timestamp',
  'statement_timestamp',
  'transaction_timestamp',
])

function asksTime(facts: LintFacts, expression: string | undefined): boolean {
  const tree = facts.tree(expression)
  return callsIn(tree).some((name) => clocks.has(name)) || nodesOf(tree, 'SQLValueFunction').length > 0
}
