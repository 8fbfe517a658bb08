import type { Check } from '../../schema/constraint.ts'
import type { Table } from '../../schema/table.ts'
import { identifier, literal, qualified } from '../../sql/quote.ts'
import type { Session } from '../session.ts'
import type { Value } from './candidates.ts'
import { type Hints, hintsOf } from './hints.ts'

export type Assignment = Readonly<Record<string, Value>>

/** Columns whose checks hang together, with the values that meet all of them, and for each check values that break it alone. */
export interface Solution {
  readonly columns: readonly string[]
  readonly valid: readonly Assignment[]
  readonly breaking: Readonly<Record<string, Assignment>>
  readonly checks: readonly string[]
}

/** Enough for a pair of columns with every candidate, and little enough for one round trip. */
const mostCandidates = 900

/**
 * Finds values for the columns that checks speak of. PostgreSQL itself evaluates every check for every candidate, in one query for
 * the table, so whatever expression PostgreSQL knows is solved if some candidate meets it.
 */
export async function solveChecks(
  session: Session,
  table: Table,
  candidates: (column: string, hints: readonly Hints[]) => readonly Value[],
): Promise<readonly Solution[]> {
  const read = table.checks.map((check) => ({ check, hints: hintsOf(check.expression, table) }))
  const groups = connected(read.filter((one) => one.hints.columns.length > 0))
  const jobs = groups.map((group) => {
    const columns = [...new Set(group.flatMap((one) => one.hints.columns))]
    const lists = columns.map((column) =>
      candidates(
        column,
        group.map((one) => one.hints).filter((one) => one.columns.includes(column)),
      ),
    )
    return { columns, checks: group.map((one) => one.check), assignments: combine(columns, lists) }
  })
  const verdicts = await evaluate(session, table, jobs)
  return jobs.map((job, at) => {
    const answers = verdicts[at] ?? []
    const breaking: Record<string, Assignment> = {}
    const valid: Assignment[] = []
    job.assignments.forEach((assignment, index) => {
      const answer = answers[index] ?? ''
      if (answer === '') return
      const broken = job.checks.filter((_, which) => answer[which] === 'f')
      if (broken.length === 0) valid.push(assignment)
      const [only] = broken
      if (broken.length === 1 && only !== undefined && breaking[only.name] === undefined) breaking[only.name] = assignment
    })
    return { columns: job.columns, valid, breaking, checks: job.checks.map((check) => check.name) }
  })
}

interface Read {
  readonly check: Check
  readonly hints: Hints
}

function connected(read: readonly Read[]): readonly (readonly Read[])[] {
  const groups: { columns: Set<string>; members: Read[] }[] = []
  for (const one of read) {
    const touching = groups.filter((group) => one.hints.columns.some((column) => group.columns.has(column)))
    const merged = {
      columns: new Set([...touching.flatMap((group) => [...group.columns]), ...one.hints.columns]),
      members: [...touching.flatMap((group) => group.members), one],
    }
    groups.splice(0, groups.length, ...groups.filter((group) => !touching.includes(group)), merged)
  }
  return groups.map((group) => group.members)
}

/** All combinations; the longest lists are cut from their ends until there are few enough. */
export function combine(columns: readonly string[], lists: readonly (readonly Value[])[]): readonly Assignment[] {
  const cut = lists.map((list) => [...list])
  const size = () => cut.reduce((product, list) => product * Math.max(1, list.length), 1)
  while (size() > mostCandidates) {
    const longest = cut.reduce((most, list) => (list.length > most.length ? list : most), cut[0] ?? [])
    longest.pop()
  }
  return columns.reduce<readonly Assignment[]>(
    (made, column, at) => made.flatMap((assignment) => (cut[at] ?? []).map((value) => ({ ...assignment, [column]: value }))),
    [{}],
  )
}

interface Job {
  readonly checks: readonly Check[]
  readonly assignments: readonly Assignment[]
}

/** One letter per check and candidate: true, false or null. A query that fails is tried again in halves; what fails alone is no candidate. */
async function evaluate(session: Session, table: Table, jobs: readonly Job[]): Promise<readonly (readonly string[])[]> {
  const results: (readonly string[])[] = []
  const queries = jobs.map((job) => queryFor(table, job))
  const [outcomes = []] = await session.tryAll([{ lists: queries.map((sql) => [{ sql, rows: true }]) }])
  for (const [at, job] of jobs.entries()) {
    const outcome = outcomes[at]
    const first = outcome === 'no answer' ? undefined : outcome?.[0]
    if (first !== undefined && first.state === undefined) results.push(first.rows.map((row) => String(row.verdicts)))
    else if (job.assignments.length <= 1) results.push(job.assignments.map(() => ''))
    else {
      const middle = Math.ceil(job.assignments.length / 2)
      const halves = [job.assignments.slice(0, middle), job.assignments.slice(middle)].map((assignments) => ({
        ...job,
        assignments,
      }))
      results.push((await evaluate(session, table, halves)).flat())
    }
  }
  return results
}

function queryFor(table: Table, job: Job): string {
  const letters = job.checks.map(
    ({ expression }) => `case when (${expression}) then 't' when not (${expression}) then 'f' else 'n' end`,
  )
  const rows = literal(JSON.stringify(job.assignments))
  return (
    `select ${letters.join(' || ')} as verdicts ` +
    `from jsonb_populate_recordset(null::${qualified(table.schema, table.name)}, ${rows}::jsonb) with ordinality as ${identifier(table.name)} ` +
    'order by ordinality'
  )
}
