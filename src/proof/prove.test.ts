import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileAccess } from '../design/access/compile-access.ts'
import type { Database } from '../postgres/database.ts'
import { openEmbedded } from '../postgres/embedded.ts'
import { emptyNotes } from '../schema/notes.ts'
import type { Platform } from '../schema/platform.ts'
import type { Schema } from '../schema/schema.ts'
import { plainPostgres, supabase } from './gallery/build.ts'
import { cookbook, households, magazine } from './gallery/schemas.ts'
import type { Proof } from './proof.ts'
import { prove } from './prove.ts'

const planOf = (schema: Schema) => ({ title: 'Test', schema, notes: emptyNotes })

export function failures(proof: Proof): readonly string[] {
  return proof.attempts
    .filter((one) => !one.passed)
    .map(
      (one) => `${one.check} ${one.object}: ${one.actor ?? ''} ${one.tried}: expected ${one.expected}, observed ${one.observed}`,
    )
}

describe.each([supabase, plainPostgres] as readonly Platform[])('on $kind', (platform) => {
  let database: Database
  beforeAll(async () => {
    database = await openEmbedded(platform)
  })
  afterAll(async () => {
    await database.close()
  })

  test.each([cookbook, households, magazine])('%o is proven', async (make) => {
    const started = performance.now()
    const proof = await prove(planOf(compileAccess(make(platform))), { database })
    console.log(make.name, Math.round(performance.now() - started), proof.attempts.length)
    if (process.env.SHOW) {
      for (const one of proof.observed) {
        console.log(
          one.table.padEnd(18),
          one.actor.padEnd(14),
          one.allowed.map((a) => `${a.operation}${a.seen === undefined ? '' : ` ${a.seen}/${a.of}`}`).join(', '),
        )
      }
    }
    expect(failures(proof)).toEqual([])
    expect(proof.notChecked).toEqual([])
    expect(proof.attempts.length).toBeGreaterThan(100)
  })
})
