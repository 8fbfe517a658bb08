import { displayName } from '../../schema/lookups.ts'
import type { PolicyCommand } from '../../schema/policy.ts'
import type { Table } from '../../schema/table.ts'
import { type LintFacts, partIn, policiesFor, policyTrees } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { nodesOf, tablesRead } from '../tree.ts'

/** Policies do not lead back to their own table: PostgreSQL refuses such a query with 42P17. */
export const policyRecursion: Rule = {
  code: 'access/policy-recursion',
  severity: 'error',
  what: 'A policy reads its own table, itself or through the policies of a table that it reads.',
  why: 'PostgreSQL answers every query on the table with "infinite recursion detected in policy" (42P17).',
  advice: 'Ask through a "security definer" function in a schema that no API exposes, with an empty search path.',
  fails: `create table crews (id uuid primary key, person_id uuid, boss boolean); alter table crews enable row level security;
create policy "bosses" on crews for select to authenticated using (exists (select 1 from crews as c where c.person_id = (select auth.uid()) and c.boss));`,
  passes: `create table crews (id uuid primary key, person_id uuid); alter table crews enable row level security;
create policy "own" on crews for select to authenticated using (person_id = (select auth.uid()));`,
  check: (facts) =>
    facts.schema.tables.flatMap((table) =>
      table.policies.flatMap((policy) => {
        const { using, check } = policyTrees(facts, policy)
        const way = wayBack(facts, table, policy.command, [using, check])
        if (way === undefined) return []
        const through =
          way.length === 0 ? 'reads its own table' : `reads ${way.join(', whose policies read ')}, whose policies read it again`
        return [
          {
            part: partIn(table, 'policy', policy.name),
            message: `The policy "${policy.name}" on ${displayName(table)} ${through}.`,
          },
        ]
      }),
    ),
}

/**
 * The tables between a policy and its own table, or undefined where no way leads back. A policy that is not for reading meets the table's SELECT policies
 * there, which PostgreSQL takes for a circle as soon as one of them holds a subquery of any kind (fireRIRrules in rewriteHandler.c).
 */
function wayBack(
  facts: LintFacts,
  table: Table,
  command: PolicyCommand,
  trees: readonly unknown[],
): readonly string[] | undefined {
  const home = nameOf(table)
  const isReading = command === 'select' || command === 'all'
  const hasSubquery = policiesFor(table, 'select').some((policy) => nodesOf(facts.tree(policy.using), 'SubLink').length > 0)
  const seen = new Set<string>()
  const open: { readonly at: string; readonly way: readonly string[] }[] = tablesRead(trees).map((at) => ({ at, way: [] }))
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (next.at === home) {
      if (isReading || hasSubquery) return next.way
      continue
    }
    if (seen.has(next.at)) continue
    seen.add(next.at)
    const [schema = '', name = ''] = next.at.split('.')
    const read = facts.table(schema, name)
    if (read === undefined || read.rowSecurity === 'off') continue
    const way = [...next.way, displayName(read)]
    for (const policy of policiesFor(read, 'select'))
      for (const at of tablesRead(facts.tree(policy.using))) open.push({ at, way })
  }
  return undefined
}

const nameOf = (table: Table): string => `${table.schema}.${table.name}`
