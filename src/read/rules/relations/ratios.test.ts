import { describe, expect, it } from 'vitest'
import { claimsOf, sayClaim } from '../testing.ts'

async function said(line: string): Promise<readonly string[]> {
  return (await claimsOf({ notes: `## Relationships\n\n- ${line}\n` })).map(sayClaim)
}

describe('things with a ratio between them', () => {
  it.each([
    ['orchards 1:N trees', 'tree many to one orchard'],
    ['Member 1–0..1 Locker', 'locker one to one member'],
    ['Harvest crate 1–N Crate label', 'crate_label many to one harvest_crate'],
    ['pickers N–M orchards', 'picker many to many orchard'],
    ['Relations: orchards 1:N trees, trees 1:N prunings', 'pruning many to one tree'],
  ])('%s', async (line, relationship) => {
    const claims = await said(line)
    expect(claims.map((each) => each.replace(/(\w)s\b/g, '$1'))).toContain(relationship)
  })

  it('people with an account are no table', async () => {
    expect((await said('users 1:N orchards')).filter((line) => /^entity users?\b/.test(line))).toEqual([])
  })

  it.each(['Opening hours 8:30 to 16:00', 'a scale of 1:87 models', 'the price 1-5 coins'])('%s: no ratio', async (line) => {
    expect((await said(line)).filter((each) => /(?:one|many) to (?:one|many)/.test(each))).toEqual([])
  })
})
