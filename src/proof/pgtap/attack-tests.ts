import type { Evidence } from '../evidence.ts'
import { describeOutcome } from '../probe.ts'
import { isTest, refusedTest, type TapTest, undone } from './tap-test.ts'

/** The attacks that are statements of one person against the tables as they are, and failed. */
export function attackTests({ tried }: Evidence): readonly TapTest[] {
  return tried.flatMap(({ probe, verdict, outcomes }): readonly TapTest[] => {
    const isPlain = verdict.passed && (probe.setup ?? []).length === 0 && probe.steps.every((step) => step.as !== undefined)
    if (!probe.check.startsWith('attack ') || !isPlain) return []
    const isSingle = probe.steps.length === 1
    return probe.steps.flatMap((step, at): readonly TapTest[] => {
      const outcome = outcomes[at]
      const of = isSingle ? '' : ` (${at + 1} of ${probe.steps.length})`
      const description = `${probe.object}: ${probe.actor ?? ''} tries to ${probe.tried}${of}`
      if (outcome?.state === '42501') return [refusedTest(step.as, step.sql, outcome.state, description)]
      if (!isSingle || outcome === undefined || outcome.state !== undefined || outcome.count > 0 || step.rows) return []
      return [isTest(step.as, undone(step.sql, step.before), describeOutcome(outcome), description)]
    })
  })
}
