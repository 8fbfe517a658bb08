import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/postgres/database.ts'
import { openEmbedded } from '../../src/postgres/embedded.ts'
import { besides, recipePair } from '../arbitrary/schema-pair.ts'
import { tryPair } from './pairs.ts'

const kinds = ['supabase', 'postgres'] as const
type Kind = (typeof kinds)[number]
const databases = new Map<Kind, Database>()
/** Pairs stand side by side in one database, which costs little more than one of them alone. */
const atOnce = 50
const pairs = Number(process.env.MIGRATION_PAIRS ?? 500)
const isBench = process.env.MIGRATION_PAIRS !== undefined
/** The same pairs in every run of the tests; the bench, which tries many more, takes others each time, or those of a seed that it is given. */
const seed = isBench ? Number(process.env.MIGRATION_SEED ?? Date.now() % 1_000_000_000) : 20_261_122

beforeAll(async () => {
  for (const kind of kinds) databases.set(kind, await openEmbedded({ kind, version: 17 }, { extensions: ['citext'] }))
})
afterAll(() => Promise.all([...databases.values()].map((database) => database.close())))

test('a migration between any two schemas runs, leads to the new one, keeps rows, and leads back', async () => {
  let rows = 0
  let tried = 0
  const batch = fc.tuple(fc.constantFrom(...kinds), fc.array(recipePair, { minLength: atOnce, maxLength: atOnce }))
  await fc.assert(
    fc.asyncProperty(batch, async ([kind, batched]) => {
      const database = databases.get(kind) as Database
      const together = besides(batched, kind)
      try {
        rows += (await tryPair(database, together.old, together.next)).rows
        tried += atOnce
        // Whoever waits for hours, or stops it, knows how far it came.
        if (isBench && tried % (10 * atOnce) === 0) console.info(`${tried} of ${pairs} pairs, ${rows} rows (seed ${seed})`)
      } catch (error) {
        // Which of them it was is worth more than that it was one of them.
        for (const pair of batched) {
          const alone = besides([pair], kind)
          await tryPair(database, alone.old, alone.next)
        }
        throw error
      }
    }),
    { numRuns: Math.ceil(pairs / atOnce), endOnFailure: true, seed },
  )
  expect(rows).toBeGreaterThan(0)
}, 7_200_000)
