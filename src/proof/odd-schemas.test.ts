import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileAccess } from '../design/access/compile-access.ts'
import type { Database } from '../postgres/database.ts'
import { openEmbedded } from '../postgres/embedded.ts'
import { emptyNotes } from '../schema/notes.ts'
import type { Schema } from '../schema/schema.ts'
import {
  callerIs,
  column,
  everything,
  extended,
  idColumn,
  index,
  owner,
  reference,
  rule,
  schema,
  supabase,
  table,
} from './gallery/build.ts'
import { changeRoutine } from './gallery/case.ts'
import { desk, folderDesk, folders } from './gallery/desk.ts'
import { households } from './gallery/schemas.ts'
import type { Proof } from './proof.ts'
import { prove } from './prove.ts'

/** Schemas that are right and unusual, and those of which not everything can be tried, which the proof then says. */

let database: Database
beforeAll(async () => {
  database = await openEmbedded(supabase)
})
afterAll(() => database.close())

const proofOf = (compiled: Schema, mutations = false): Promise<Proof> =>
  prove({ title: 'Odd', schema: compiled, notes: emptyNotes }, { database, mutations })

const failed = (proof: Proof): readonly string[] =>
  proof.attempts
    .filter((one) => !one.passed)
    .map((one) => `${one.check} ${one.object}: ${one.tried}: expected ${one.expected}, observed ${one.observed}`)

const unchecked = (proof: Proof): readonly string[] =>
  proof.notChecked.filter((one) => one.check !== 'mutations').map((one) => `${one.check} ${one.object}: ${one.why}`)

describe('schemas that are right', () => {
  test('names that have to be quoted, everywhere', async () => {
    const lines = table(
      'Order "Lines"',
      [idColumn, column('Owner Id', 'uuid'), column('select', 'text'), column('état', 'integer', { default: '1' })],
      {
        primaryKey: { name: 'Order Lines pkey', columns: ['id'] },
        checks: [{ name: 'état check', expression: '"état" between 1 and 9', reasons: [] }],
        uniques: [{ name: 'one select', columns: ['Owner Id', 'select'], reasons: [] }],
        foreignKeys: [reference('lines', 'Owner Id', 'auth.users', { name: 'Owner fkey' })],
        indexes: [index('lines', 'état', { name: 'État idx' })],
      },
    )
    const rules = [rule('Order "Lines"', owner(), everything, callerIs('Owner Id'))]
    const proof = await proofOf(compileAccess(schema(supabase, [lines], { rules })), true)
    expect(failed(proof)).toEqual([])
    expect(proof.notChecked).toEqual([])
    expect(proof.attempts.filter((one) => one.check === 'rejects').map((one) => one.object)).toContain('état check')
  })

  test('strings of bits, of one length and of up to one', async () => {
    const flags = [column('mask', 'bit(3)'), column('flags', 'bit varying(4)'), column('one', 'bit')]
    const proof = await proofOf(compileAccess(folderDesk({ columns: [...folders().columns, ...flags] })))
    expect(failed(proof)).toEqual([])
    expect(unchecked(proof)).toEqual([])
  })

  test('places that are all taken, in a table whose rows lead to one another', async () => {
    const slots = table('slots', [idColumn, column('folder_id', 'uuid'), column('after_id', 'uuid?'), column('part', 'text')], {
      checks: [{ name: 'slots_part_check', expression: "part in ('front', 'middle', 'back')", reasons: [] }],
      uniques: [{ name: 'slots_folder_id_part_key', columns: ['folder_id', 'part'], reasons: [] }],
      foreignKeys: [
        reference('slots', 'folder_id', 'folders'),
        reference('slots', 'after_id', 'slots', { onDelete: 'set null' }),
      ],
      indexes: [index('slots', 'after_id')],
    })
    const rules = [rule('slots', owner(), everything, callerIs('folder_id', 'folders.owner_id'))]
    const proof = await proofOf(compileAccess(extended(folderDesk(), [slots], rules)), true)
    expect(failed(proof)).toEqual([])
    // Somebody misses the right to add rows, so somebody had added one.
    expect(proof.notChecked).toEqual([])
  })

  test.each(['public, pg_temp', 'pg_catalog, public, pg_temp', 'pg_catalog', "''"])('a search path of %s', async (searchPath) => {
    const compiled = compileAccess(households())
    const safe = changeRoutine(compiled, 'my_household_ids', { searchPath: searchPath === "''" ? '' : searchPath })
    expect(failed(await proofOf(safe)).filter((line) => line.startsWith('attack d'))).toEqual([])
  })

  test('a path is only safe with temporary tables last', async () => {
    const compiled = compileAccess(households())
    const unsafe = changeRoutine(compiled, 'my_household_ids', { searchPath: 'pg_temp, public' })
    expect(failed(await proofOf(unsafe)).filter((line) => line.startsWith('attack d'))).not.toEqual([])
  })

  test('a trigger that guards columns may run what it asks', async () => {
    const { errands } = await import('./gallery/schemas.ts')
    const proof = await proofOf(compileAccess(errands()), true)
    expect(failed(proof)).toEqual([])
    // The helper is the trigger's as well as the policies': its grant is missed by somebody.
    expect(proof.notChecked.filter((one) => one.why.includes('execute'))).toEqual([])
  })
})

describe('what cannot be tried is said', () => {
  test('deferred constraints that no rows meet', async () => {
    const circle = (name: string, other: string) =>
      table(name, [idColumn, column('other_id', 'uuid')], {
        foreignKeys: [reference(name, 'other_id', other, { deferrable: 'initially deferred' })],
        indexes: [index(name, 'other_id')],
      })
    const left = circle('lefts', 'rights')
    const right = circle('rights', 'lefts')
    const proof = await proofOf(compileAccess(desk([folders(), left, right])))
    expect(failed(proof)).toEqual([])
    const why = 'no rows were found that meet all deferred constraints together'
    expect(unchecked(proof)).toContain(`rows lefts: ${why}`)
  })

  test('a key of rows that no generated row is one of', async () => {
    const rare = index('folders', 'name', { name: 'folders_rare_key', unique: true, where: "name = 'never this'" })
    const proof = await proofOf(compileAccess(folderDesk({ indexes: [index('folders', 'owner_id'), rare] })))
    expect(failed(proof)).toEqual([])
    expect(unchecked(proof)).toContain('rejects folders_rare_key: no generated row is one that it speaks of')
  })
})

describe('tables without known rules', () => {
  test('are observed, what looks like a leak is marked, and every policy is missed by somebody', async () => {
    const compiled = compileAccess(desk())
    const unknown: Schema = { ...compiled, access: { groups: [], rules: [] } }
    const proof = await proofOf(unknown, true)
    expect(failed(proof)).toEqual([])
    expect(proof.attempts.filter((one) => one.suspicious !== undefined)).toEqual([])
    expect(proof.notChecked).toEqual([])
    const seen = proof.observed.find((one) => one.table === 'folders' && one.actor === 'owner')
    expect(seen?.allowed.map((one) => one.operation)).toEqual(['select', 'insert', 'update', 'delete'])
  })

  test('writes without an account, rows of others, parents of others', async () => {
    const compiled = compileAccess(desk())
    const open = compiled.tables.map((one) => ({
      ...one,
      policies: (['select', 'insert', 'update', 'delete'] as const).map((command) => ({
        name: `all ${command}`,
        command,
        permissive: true,
        roles: ['public'],
        ...(command === 'insert' ? {} : { using: 'true' }),
        ...(command === 'insert' || command === 'update' ? { check: 'true' } : {}),
      })),
    }))
    const grants = [...compiled.grants]
    for (const { name } of open) {
      const privileges = (['delete', 'insert', 'select', 'update'] as const).map((privilege) => ({ privilege }))
      const rest = grants.filter((grant) => grant.object.name !== name)
      const given = ['anon', 'authenticated'].map((role) => ({
        object: { kind: 'table' as const, schema: 'public', name },
        role,
        privileges,
      }))
      grants.splice(0, grants.length, ...rest, ...given)
    }
    const proof = await proofOf({ ...compiled, tables: open, grants, access: { groups: [], rules: [] } })
    const marks = proof.attempts.flatMap((one) => one.suspicious?.replace(/\d+/, 'n') ?? [])
    expect([...new Set(marks)].sort()).toEqual([
      'adds rows in the name of others',
      'adds rows without signing in',
      'changes rows of others',
      'changes rows without signing in',
      'deletes rows of others',
      'deletes rows without signing in',
      'hands rows to others',
      'puts rows under parents of others',
      'reads n of the rows of others',
    ])
  })
})
