import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/postgres/database.ts'
import { openEmbedded } from '../../src/postgres/embedded.ts'
import { besides, recipePair } from '../arbitrary/schema-pair.ts'
import { tryPair } from './pairs.ts'

const kinds = ['supabase', 'postgres'] as const
const databases = new Map<string, Database>()
beforeAll(async () => {
  for (const kind of kinds) databases.set(kind, await openEmbedded({ kind, version: 17 }, { extensions: ['citext'] }))
})
afterAll(() => Promise.all([...databases.values()].map((database) => database.close())))

test('pairs', async () => {
  const n = Number(process.env.PAIRS ?? 40)
  const size = Number(process.env.SIZE ?? 1)
  const seed = Number(process.env.SEED ?? 1)
  let rows = 0,
    without = 0
  const started = performance.now()
  const errors: string[] = []
  const samples = fc.sample(fc.array(recipePair, { minLength: size, maxLength: size }), { numRuns: n, seed })
  for (const [at, pairs] of samples.entries()) {
    const kind = kinds[at % 2] as 'supabase'
    const { old, next } = besides(pairs, kind)
    try {
      const tried = await tryPair(databases.get(kind) as Database, old, next)
      rows += tried.rows
      if (tried.withoutRows) without++
    } catch (error) {
      errors.push(`#${at} ${(error as Error).message}`)
    }
  }
  console.log(n * size, 'pairs', performance.now() - started, 'ms', rows, 'rows', without, 'without', errors.length, 'errors')
  console.log(errors.slice(0, Number(process.env.SHOW ?? 3)).join('\n=========\n'))
  console.log(errors.map((e) => e.slice(0, 300).replaceAll('\n', ' ')).join('\n'))
  expect(errors.length).toBe(0)
}, 900_000)
