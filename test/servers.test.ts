import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../src/compile.ts'
import { proveOn } from '../src/proof/prove-on.ts'
import { emptyNotes } from '../src/schema/notes.ts'
import type { Plan } from '../src/schema/plan.ts'
import { cascadeTrap } from './servers/cascade-trap.ts'
import { majors, type Server, startServer } from './servers/start-server.ts'

const examples = resolve(import.meta.dirname, '../examples')
const names = readdirSync(examples).sort()
const plans = new Map<string, Plan>()

beforeAll(async () => {
  for (const name of names) {
    const { value } = await compile({ dir: join(examples, name), proof: false })
    if (value !== undefined) plans.set(name, value.plan)
  }
})

describe.each(majors)('on PostgreSQL %i', (major) => {
  let server: Server
  beforeAll(async () => {
    server = await startServer(major)
  })
  afterAll(async () => {
    await server?.stop()
  })

  test.each(names)('example %s is proven', async (name) => {
    const plan = plans.get(name) as Plan
    const proof = await proveOn(plan, { databaseUrl: server.url })
    expect(proof.attempts.filter((attempt) => !attempt.passed)).toEqual([])
    expect(proof.attempts.length).toBeGreaterThan(100)
    expect(proof.engine).toEqual({ kind: 'server', version: expect.stringMatching(new RegExp(`^${major}\\.`)) })
    expect(proof.notChecked.some(({ check }) => check === 'engine')).toBe(plan.schema.platform.version !== major)
  })

  test('whose rights a trigger has that a deleted account reaches', async () => {
    const plan = { title: 'Trap', schema: cascadeTrap, notes: emptyNotes }
    const { attempts } = await proveOn(plan, { databaseUrl: server.url })
    const deletion = attempts.find(({ tried }) => tried === "delete the owner's account")
    expect(deletion?.observed).toContain(major < 18 ? 'refused (42501)' : 'rows go with it')
  })
})
