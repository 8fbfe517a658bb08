import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileAccess } from '../design/access/compile-access.ts'
import type { Database } from '../postgres/database.ts'
import { openEmbedded } from '../postgres/embedded.ts'
import { emptyNotes } from '../schema/notes.ts'
import type { Platform } from '../schema/platform.ts'
import type { Schema } from '../schema/schema.ts'
import { plainPostgres, supabase } from './gallery/build.ts'
import { cookbook, errands, households, magazine } from './gallery/schemas.ts'
import type { Proof } from './proof.ts'
import { prove } from './prove.ts'

const planOf = (schema: Schema) => ({ title: 'Test', schema, notes: emptyNotes })

function failures(proof: Proof): readonly string[] {
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

  test.each([cookbook, households, magazine, errands])('%o is proven', async (make) => {
    const proof = await prove(planOf(compileAccess(make(platform))), { database })
    expect(failures(proof)).toEqual([])
    expect(proof.notChecked).toEqual([])
    expect(proof.attempts.length).toBeGreaterThan(100)
  })
})
