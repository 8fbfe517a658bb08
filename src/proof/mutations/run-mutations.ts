import { attempt } from '../attempt.ts'
import type { Stage } from '../checks/stage.ts'
import type { Probe } from '../probe.ts'
import type { Attempt, NotChecked } from '../proof.ts'
import { nameOf } from '../rows/facts.ts'
import type { Session } from '../session.ts'
import { mutationsOf } from './mutations.ts'

/**
 * Takes the schema apart piece by piece, and runs the probes that should notice: one that passed must fail now. What no probe
 * misses is unproven, and is listed.
 */
export async function runMutations(
  session: Session,
  { facts, rowsOf }: Stage,
  passed: readonly Probe[],
): Promise<{ readonly attempts: readonly Attempt[]; readonly notChecked: readonly NotChecked[] }> {
  const attempts: Attempt[] = []
  const notChecked: NotChecked[] = []
  for (const table of facts.schema.tables.filter((one) => rowsOf(nameOf(one)).length === 0)) {
    notChecked.push({ check: 'mutations', object: table.name, why: 'it has no rows, so nobody would miss what is taken from it' })
  }
  for (const mutation of mutationsOf(facts, (table) => rowsOf(table).length > 0)) {
    const concerned = passed.filter(mutation.concerns)
    const noticed = await firstNoticing(session, mutation.sql, concerned)
    if (noticed === undefined) {
      notChecked.push({ check: 'mutations', object: mutation.object, why: `${mutation.tried}: no attempt noticed` })
    } else attempts.push(attempt('mutations', mutation.object, mutation.tried, 'noticed', 'noticed', true))
  }
  return { attempts, notChecked }
}

/** A few at a time: most mutations are noticed by the first. */
async function firstNoticing(session: Session, sql: string, probes: readonly Probe[]): Promise<Probe | undefined> {
  const groups = new Map<string, Probe[]>()
  for (const probe of probes) {
    const key = JSON.stringify(probe.setup ?? [])
    groups.set(key, [...(groups.get(key) ?? []), probe])
  }
  for (const [key, group] of groups) {
    for (let from = 0, size = 2; from < group.length; from += size, size *= 4) {
      const some = group.slice(from, from + size)
      const outcomes = await session.tryAll(
        some.map((probe) => probe.steps),
        [sql, ...(JSON.parse(key) as readonly string[])],
      )
      const found = some.find((probe, at) => {
        const outcome = outcomes[at]
        return outcome !== undefined && outcome !== 'no answer' && !probe.judge(outcome).passed
      })
      if (found !== undefined) return found
    }
  }
  return undefined
}
