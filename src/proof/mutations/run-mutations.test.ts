import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileAccess } from '../../design/access/compile-access.ts'
import type { Database } from '../../postgres/database.ts'
import { openEmbedded } from '../../postgres/embedded.ts'
import { emptyNotes } from '../../schema/notes.ts'
import type { Schema } from '../../schema/schema.ts'
import {
  callerIs,
  column,
  everything,
  idColumn,
  index,
  owner,
  reference,
  rule,
  schema,
  supabase,
  table,
} from '../gallery/build.ts'
import { addPolicy, changePolicy, grantAlso } from '../gallery/case.ts'
import { folderDesk } from '../gallery/desk.ts'
import { ledHouseholds } from '../gallery/schemas.ts'
import { prove } from '../prove.ts'

let database: Database
beforeAll(async () => {
  database = await openEmbedded(supabase)
})
afterAll(() => database.close())

async function mutated(
  compiled: Schema,
): Promise<{ readonly noticed: readonly string[]; readonly survivors: readonly string[] }> {
  const proof = await prove({ title: 'Mutations', schema: compiled, notes: emptyNotes }, { database })
  expect(proof.attempts.filter((one) => !one.passed)).toEqual([])
  const ofMutations = ({ check }: { readonly check: string }) => check === 'mutations'
  return {
    noticed: proof.attempts.filter(ofMutations).map((one) => `${one.object}: ${one.tried}`),
    survivors: proof.notChecked.filter(ofMutations).map((one) => `${one.object}: ${one.why}`),
  }
}

/** Outings, and riders who sign up for each once: whoever has signed up for all of theirs can sign up for no other. */
function outings(): Schema {
  const tables = [
    table('outings', [idColumn, column('host_id', 'uuid'), column('name', 'text')], {
      foreignKeys: [reference('outings', 'host_id', 'auth.users')],
      indexes: [index('outings', 'host_id')],
    }),
    table('riders', [idColumn, column('outing_id', 'uuid'), column('user_id', 'uuid'), column('is_sure', 'boolean')], {
      foreignKeys: [reference('riders', 'outing_id', 'outings'), reference('riders', 'user_id', 'auth.users')],
      uniques: [{ name: 'riders_outing_id_user_id_key', columns: ['outing_id', 'user_id'], reasons: [] }],
      indexes: [index('riders', 'user_id')],
    }),
  ]
  const rules = [
    rule('outings', owner('host'), ['select', 'insert'], callerIs('host_id')),
    rule('riders', owner('rider'), everything, callerIs('user_id')),
  ]
  return compileAccess(schema(supabase, tables, { rules }))
}

const withoutRules = (compiled: Schema): Schema => ({ ...compiled, access: { groups: [], rules: [] } })

describe('what is taken away is missed', () => {
  test('a policy for rows of which each may stand once', async () => {
    const { noticed, survivors } = await mutated(outings())
    expect(survivors).toEqual([])
    expect(noticed).toContain('riders: riders add their riders: drop the policy')
  })

  test('the check of a policy for groups, whose column nobody is granted', async () => {
    const { noticed, survivors } = await mutated(compileAccess(ledHouseholds()))
    expect(survivors).toEqual([])
    expect(noticed.filter((one) => /^lists: .* open its WITH CHECK$/.test(one))).toHaveLength(2)
  })

  test('without access rules, from what was observed', async () => {
    const { noticed, survivors } = await mutated(withoutRules(compileAccess(folderDesk())))
    expect(survivors).toEqual([])
    expect(noticed).toContain('folders: turn row level security off')
    expect(noticed).toContain('folders: revoke delete from authenticated')
  })
})

describe('what nobody misses is a survivor', () => {
  test('a policy beside one that lets more through', async () => {
    const beside = addPolicy(withoutRules(compileAccess(folderDesk())), 'folders', {
      name: 'everybody signed in reads folders',
      command: 'select',
      roles: ['authenticated'],
      using: 'true',
    })
    const { survivors } = await mutated(beside)
    expect(survivors).toEqual([
      'folders: owners read their folders: drop the policy: no attempt noticed',
      'folders: owners read their folders: open its USING: no attempt noticed',
    ])
  })

  test('a check of a policy that asks nothing', async () => {
    const { survivors, noticed } = await mutated(
      changePolicy(withoutRules(compileAccess(folderDesk())), 'folders', 'insert', { check: '(select auth.uid()) is not null' }),
    )
    expect(survivors).toEqual(['folders: owners add their folders: open its WITH CHECK: no attempt noticed'])
    expect(noticed).toContain('folders: owners add their folders: drop the policy')
  })

  test('a privilege that no policy makes anything of, which is said', async () => {
    const { survivors } = await mutated(grantAlso(withoutRules(compileAccess(folderDesk())), 'folders', 'anon', 'insert'))
    expect(survivors).toEqual([
      'folders: revoke insert from anon: no policy lets anon insert, so that the privilege gives nothing',
    ])
  })
})
