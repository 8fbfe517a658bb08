import { displayName } from '../../schema/lookups.ts'
import { textAt } from '../../sql/parser/walk.ts'
import { type LintFacts, partIn } from '../facts.ts'
import type { Found, Rule } from '../rule.ts'
import { callName, nodesOf } from '../tree.ts'

/** The text search configurations that every PostgreSQL has. (Manual, 12; `\dF`.) */
const configurations: ReadonlySet<string> = new Set(
  'simple arabic armenian basque catalan danish dutch english estonian finnish french german greek hindi hungarian indonesian irish italian lithuanian nepali norwegian portuguese romanian russian serbian spanish swedish tamil turkish yiddish'.split(
    ' ',
  ),
)

/** A text search names a configuration that PostgreSQL has. */
export const textSearch: Rule = {
  code: 'type/text-search',
  severity: 'error',
  what: 'A text search uses a configuration that PostgreSQL does not have.',
  why: 'The index or column cannot be created (42704). Polish, for one, is not among those that PostgreSQL brings.',
  advice: "Use 'simple', with the extension unaccent if accents should not count, or install a dictionary first.",
  fails:
    "create table books (id uuid primary key, blurb text not null); create index books_blurb_idx on books using gin (to_tsvector('klingon', blurb)); alter table books enable row level security;",
  passes:
    "create table books (id uuid primary key, blurb text not null); create index books_blurb_idx on books using gin (to_tsvector('simple', blurb)); alter table books enable row level security;",
  check: (facts) =>
    facts.schema.tables.flatMap((table) => [
      ...table.indexes.flatMap((index) =>
        index.keys.flatMap((key) =>
          judge(facts, key.expression, {
            part: partIn(table, 'index', index.name),
            message: `The index ${index.name} on ${displayName(table)}`,
          }),
        ),
      ),
      ...table.columns.flatMap((column) =>
        judge(facts, column.generated?.expression, {
          part: partIn(table, 'column', column.name),
          message: `${displayName(table)}.${column.name}`,
        }),
      ),
    ]),
}

function judge(facts: LintFacts, expression: string | undefined, found: Found): readonly Found[] {
  const calls = nodesOf(facts.tree(expression), 'FuncCall').filter((call) =>
    /^(pg_catalog\.)?(to_tsvector|to_tsquery|plainto_tsquery|websearch_to_tsquery)$/.test(callName(call)),
  )
  return calls.flatMap((call) => {
    const [first] = (call as { readonly args?: readonly unknown[] }).args ?? []
    const name = textAt(first, 'A_Const', 'sval', 'sval') ?? textAt(first, 'TypeCast', 'arg', 'A_Const', 'sval', 'sval')
    const hasTwo = ((call as { readonly args?: readonly unknown[] }).args ?? []).length > 1
    if (!hasTwo || name === undefined || configurations.has(name.replace(/^pg_catalog\./, ''))) return []
    return [{ ...found, message: `${found.message} searches with the configuration '${name}', which PostgreSQL does not have.` }]
  })
}
