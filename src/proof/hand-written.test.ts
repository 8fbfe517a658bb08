import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPlan } from '../plan/read-plan.ts'
import type { Database } from '../postgres/database.ts'
import { openEmbedded } from '../postgres/embedded.ts'
import { supabase } from './gallery/build.ts'
import { prove } from './prove.ts'

/** A plan in a person's own words: actors without columns, groups called by their nouns, conditions of single operations and on the caller. */
const apiary = readFileSync(fileURLToPath(new URL('../../test/plans/apiary.md', import.meta.url)), 'utf8')

let database: Database
beforeAll(async () => {
  database = await openEmbedded(supabase)
})
afterAll(() => database.close())

async function proven(text: string, mutations: boolean) {
  const { value, diagnostics } = await readPlan(text, 'db-plan.md')
  expect(diagnostics).toEqual([])
  expect(value.schema.access.unread).toBeUndefined()
  const proof = await prove(value, { database, mutations })
  const failed = proof.attempts
    .filter((one) => !one.passed)
    .map((one) => `${one.object} ${one.check}: ${one.tried} as ${one.actor}`)
  return { failed, notChecked: proof.notChecked }
}

describe('access rules in words of their own', () => {
  test('are judged, and nothing that is taken away is left without a reason', async () => {
    const { failed, notChecked } = await proven(apiary, true)
    expect(failed).toEqual([])
    expect(notChecked.filter(({ why }) => /no attempt noticed|no rule/.test(why))).toEqual([])
    expect(notChecked.map(({ object }) => object).sort()).toEqual([
      'apiaries',
      'apiary_keepers_apiary_id_user_id_key',
      'hives: keepers add hives to their apiary',
      'profiles: people add themselves',
    ])
  })

  test.each([
    ['the caller has to be certified', ' and (select private.i_am_certified())', '', 'treatments access'],
    ['the keepers of the own apiary alone', ' where k.apiary_id = private.my_apiary_id()', '', 'profiles access'],
    ['leads alone rename', " and k.role = 'lead'", '', 'apiaries access'],
    [
      'on insert the caller',
      'with check (apiary_id = (select private.my_apiary_id()) and added_by = (select auth.uid()));',
      'with check (apiary_id = (select private.my_apiary_id()));\ngrant insert (added_by) on table public.hives to authenticated;',
      'hives attack c',
    ],
  ])('a plan that forgets that %s fails', async (_, kept, instead, where) => {
    const broken = apiary.replace(kept, instead)
    expect(broken).not.toBe(apiary)
    const { failed } = await proven(broken, false)
    expect(
      failed.some((one) => one.startsWith(where)),
      failed.join('\n'),
    ).toBe(true)
  })
})
