import type { Probe, StepOutcome } from './probe.ts'
import type { Session, StepsOutcome } from './session.ts'

/** Runs probes and judges them, those with a setup in common together. A probe that PostgreSQL did not answer has failed. */
export async function runProbes(session: Session, probes: readonly Probe[]) {
  // Most that may be over after one step are: the others of their steps are sent only where they are wanted.
  const first = await answersTo(session, probes.map(begun))
  const open = probes.filter((probe, at) => mayEnd(probe) && !isOver(probe, first[at]))
  const again = await answersTo(session, open)
  const rest = new Map(open.map((probe, at) => [probe, again[at]]))
  return probes.map((probe, at) => {
    const outcome = rest.get(probe) ?? first[at] ?? 'no answer'
    const verdict = outcome === 'no answer' ? { observed: 'PostgreSQL stopped answering', passed: false } : probe.judge(outcome)
    return { probe, verdict, outcomes: outcome === 'no answer' ? [] : outcome }
  })
}

async function answersTo(session: Session, probes: readonly Probe[]): Promise<readonly StepsOutcome[]> {
  const groups = groupBySetup(probes)
  const outcomes = await session.tryAll(groups)
  const answers = new Map<Probe, StepsOutcome>()
  groups.forEach((group, at) => {
    group.probes.forEach((probe, which) => {
      answers.set(probe, outcomes[at]?.[which] ?? 'no answer')
    })
  })
  return probes.map((probe) => answers.get(probe) ?? 'no answer')
}

const mayEnd = ({ steps }: Probe): boolean => steps.length > 1 && steps[0]?.until !== undefined

/** Of a probe that may be over after its first step, that step. */
const begun = (probe: Probe): Probe => (mayEnd(probe) ? { ...probe, steps: probe.steps.slice(0, 1) } : probe)

function isOver(probe: Probe, outcome: StepsOutcome | undefined): boolean {
  const until = probe.steps[0]?.until
  const [answer] = outcome === undefined || outcome === 'no answer' ? [] : outcome
  return (
    until !== undefined &&
    answer?.state === until.state &&
    (until.constraints === undefined || until.constraints.includes(answer.constraint ?? ''))
  )
}

/**
 * The probe again, for another run: where one of several steps was refused as it should be, that step alone. The others had been there in
 * case that something else refused it first.
 */
export function narrowed(probe: Probe, outcomes: readonly StepOutcome[]): Probe {
  const last = probe.steps[outcomes.length - 1]
  const isCut = outcomes.length < probe.steps.length && last?.until !== undefined
  return isCut ? { ...probe, steps: [last] } : probe
}

/** A probe that knows no right answer, now with the one that it got: nothing else may come of it. */
export function remembering(probe: Probe, outcomes: readonly StepOutcome[]): Probe {
  if (!probe.observes) return probe
  const before = essence(outcomes)
  return { ...probe, judge: (again) => ({ observed: '', passed: essence(again) === before }) }
}

const drawn = /"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"/g

/** What happened, but for the order of rows and for the random keys of new ones: those of the proof begin with zeros. */
function essence(outcomes: readonly StepOutcome[]): string {
  const rows = (all: StepOutcome['rows']) =>
    all.map((row) => JSON.stringify(row).replace(drawn, (id) => (id.startsWith('"00000000-') ? id : '"…"'))).sort()
  return JSON.stringify(outcomes.map((one) => [one.state, one.constraint, one.count, rows(one.rows)]))
}

/** Probes that are prepared alike, as a group to run; what is in `first` comes before their own preparation. */
export function groupBySetup(probes: readonly Probe[], first: readonly string[] = []) {
  const groups = new Map<string, { readonly setup: readonly string[]; readonly probes: Probe[] }>()
  for (const probe of probes) {
    const { table, statements } = { table: probe.withoutTriggersOn, statements: probe.setup ?? [] }
    const setup = [...first, ...statements, ...(table === undefined ? [] : [`alter table ${table} disable trigger all`])]
    const key = setup.join(';')
    const group = groups.get(key) ?? { setup, probes: [] }
    groups.set(key, group)
    group.probes.push(probe)
  }
  return [...groups.values()].map((group) => ({ ...group, lists: group.probes.map((probe) => probe.steps) }))
}
