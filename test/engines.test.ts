import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
// As it is built: the thread of an engine is a file that the build makes.
const { prove, readPlan } = (await import(
  pathToFileURL(resolve(root, 'dist/index.mjs')).href
)) as typeof import('../src/index.ts')

async function planOf(example: string) {
  const file = resolve(root, 'examples', example, '.ai/db-plan.md')
  const { value } = await readPlan(readFileSync(file, 'utf8'), file)
  if (value === undefined) throw new Error(`${example} has no plan`)
  return value
}

describe.skipIf(availableParallelism() === 1)('two engines', () => {
  test('share a proof and come to what one comes to', async () => {
    const plan = await planOf('plant-care')
    const [one, two] = [await prove(plan, { engines: 1 }), await prove(plan, { engines: 2 })]
    expect(two.attempts.filter(({ check }) => check === 'mutations').length).toBeGreaterThan(50)
    expect(two).toEqual(one)
  }, 180_000)

  test('tell what PostgreSQL refused as one does', async () => {
    const plan = await planOf('choir')
    const [first, ...others] = plan.schema.tables
    if (first === undefined) throw new Error('no table')
    const broken = {
      ...first,
      columns: first.columns.map((column, at) => (at === 1 ? { ...column, type: 'no_such_type' } : column)),
    }
    const refused = { ...plan, schema: { ...plan.schema, tables: [broken, ...others] } }
    const [one, two] = [await prove(refused, { engines: 1 }), await prove(refused, { engines: 2 })]
    expect(two.attempts.filter(({ passed }) => !passed)).toHaveLength(1)
    expect(two.attempts[0]?.observed).toMatch(/\(42704\)$/)
    expect(two).toEqual(one)
  })
})
