import { expect, test } from 'vitest'
import type { Attempt, Proof } from '../../proof/proof.ts'
import type { Output } from '../output.ts'
import { reportFailures, reportNotChecked, reportSuspicious } from './proof-report.ts'

const plain = (text: string): string => text
const attempt = (one: Partial<Attempt>): Attempt => ({
  check: 'access',
  object: 'boats',
  tried: 'update',
  expected: '',
  observed: '',
  passed: true,
  ...one,
})

/** What a report writes of a proof, a line each. */
function written(proof: Partial<Proof>, write: (proof: Proof, output: Output) => void): readonly string[] {
  const lines: string[] = []
  const out = { write: (text: string) => void lines.push(text), bold: plain, dim: plain, red: plain, yellow: plain }
  const whole: Proof = {
    engine: { kind: 'embedded', version: '18.0' },
    attempts: [],
    notChecked: [],
    actors: [],
    observed: [],
    ...proof,
  }
  write(whole, { out, err: out, width: 80 } as unknown as Output)
  return lines.join('').trimEnd().split('\n')
}

test('what several people can do is a line', () => {
  const attempts = [
    attempt({ actor: 'owner', suspicious: 'reads 2 of the rows of others' }),
    attempt({ actor: 'newcomer', suspicious: 'reads 4 of the rows of others' }),
    attempt({ actor: 'owner', suspicious: 'hands rows to others' }),
    attempt({ actor: 'owner', suspicious: 'hands rows to others' }),
  ]
  expect(written({ attempts }, reportSuspicious)).toEqual([
    '  ? boats: reads rows of others: owner (2), newcomer (4)',
    '  ? boats: hands rows to others: owner',
  ])
})

test('what PostgreSQL refuses to make is told with its own words, other failures by what they are about', () => {
  const attempts = [
    attempt({ check: 'applies', object: 'boats_idx', tried: 'create index', observed: 'no (42P17)', passed: false }),
    attempt({ check: 'attack a', tried: 'add a row', actor: 'owner', expected: 'refused', observed: '1 row', passed: false }),
  ]
  expect(written({ attempts }, reportFailures)).toEqual([
    '  ✗ boats_idx: PostgreSQL refuses it (applies)',
    '      create index',
    '      no (42P17)',
    "  ✗ boats: a row under another owner's parent (attack a)",
    '      tried add a row as owner',
    '      expected refused, observed 1 row',
  ])
})

test('privileges that nobody would miss are a line; without rules nothing that was taken away can be missed', () => {
  const idle = (object: string) => ({
    check: 'mutations',
    object,
    why: 'no policy lets anon insert, so that the privilege gives nothing',
  })
  const notChecked = [idle('boats'), idle('boats'), idle('oars'), { check: 'rows', object: 'oars', why: 'no value fits' }]
  expect(written({ notChecked }, (proof, output) => reportNotChecked(proof, output, true))).toEqual([
    '  – oars: rows: no value fits',
    '  – 3 privileges that no policy lets its role use, so that nobody would miss it: boats, oars',
  ])
  expect(written({ notChecked }, (proof, output) => reportNotChecked(proof, output, false))).toEqual([
    '  – oars: rows: no value fits',
    '  – 3 policies and privileges not judged: the plan does not say as rules who may do what; what was observed stands below',
  ])
})
