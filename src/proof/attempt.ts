import type { Probe, Verdict } from './probe.ts'
import type { Attempt } from './proof.ts'

/** A probe and its verdict as the proof records them. */
export function attemptOf(probe: Probe, verdict: Verdict): Attempt {
  return {
    check: probe.check,
    object: probe.object,
    tried: probe.tried,
    ...(probe.actor === undefined ? {} : { actor: probe.actor }),
    expected: probe.expected,
    observed: verdict.observed,
    passed: verdict.passed,
    ...(verdict.suspicious === undefined ? {} : { suspicious: verdict.suspicious }),
  }
}

/** An attempt that is no statement of an actor: `applies`, `reads back`. */
export function attempt(
  check: string,
  object: string,
  tried: string,
  expected: string,
  observed: string,
  passed: boolean,
): Attempt {
  return { check, object, tried, expected, observed, passed }
}
