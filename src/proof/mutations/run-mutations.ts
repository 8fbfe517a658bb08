import { attempt } from '../attempt.ts'
import type { Stage } from '../checks/stage.ts'
import type { Probe } from '../probe.ts'
import type { Attempt, NotChecked } from '../proof.ts'
import { nameOf } from '../rows/facts.ts'
import { groupBySetup } from '../run-probes.ts'
import type { Session } from '../session.ts'
import { type Mutation, mutationsOf } from './mutations.ts'

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
  const mutations = mutationsOf(facts, (table) => rowsOf(table).length > 0)
  const noticed = await noticing(session, mutations, passed)
  mutations.forEach(({ object, tried, idle = 'no attempt noticed' }, at) => {
    if (noticed[at]) attempts.push(attempt('mutations', object, tried, 'noticed', 'noticed', true))
    else notChecked.push({ check: 'mutations', object, why: `${tried}: ${idle}` })
  })
  return { attempts, notChecked }
}

/** How many probes are run for a mutation at first: most are noticed by the likeliest. */
const atFirst = 1

/**
 * For each mutation whether a probe that passed fails behind it. In rounds, for all that are still open together: what the first probes
 * miss, the next ones may notice, four times as many of them each time.
 */
async function noticing(session: Session, mutations: readonly Mutation[], passed: readonly Probe[]): Promise<readonly boolean[]> {
  const noticed = mutations.map(() => false)
  const byTable = new Map<string, Probe[]>()
  for (const probe of passed) {
    for (const table of new Set(probe.touches)) {
      const found = byTable.get(table) ?? []
      byTable.set(table, found)
      found.push(probe)
    }
  }
  const probesFor = ({ tables, concerns, likely = [] }: Mutation): readonly Probe[] => {
    const near = tables === undefined ? passed : new Set(tables.flatMap((table) => byTable.get(table) ?? []))
    const concerned = [...near].filter(concerns)
    return [...new Set([...likely.flatMap((one) => concerned.filter(one)), ...concerned])]
  }
  let open = mutations.map((mutation, at) => ({ at, sql: mutation.sql, probes: probesFor(mutation) }))
  for (let size = atFirst; open.length > 0; size *= 4) {
    const groups = open.flatMap((one) =>
      groupBySetup(one.probes.slice(0, size), [one.sql]).map((group) => ({ ...group, at: one.at })),
    )
    const outcomes = await session.tryAll(groups)
    groups.forEach((group, which) => {
      const fails = group.probes.some((probe, of) => {
        const outcome = outcomes[which]?.[of]
        return outcome !== undefined && outcome !== 'no answer' && !probe.judge(outcome).passed
      })
      if (fails) noticed[group.at] = true
    })
    open = open
      .map((one) => ({ ...one, probes: one.probes.slice(size) }))
      .filter((one) => !noticed[one.at] && one.probes.length > 0)
  }
  return noticed
}
