import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryPlan } from '../../test/arbitrary/plan.ts'
import { orderSchema } from '../schema/order-schema.ts'
import { readPlan } from './read-plan.ts'
import { writePlan } from './write-plan.ts'

test('a plan that was written reads back into the same plan, with nothing to say', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPlan, async (plan) => {
      const { value, diagnostics } = await readPlan(writePlan(plan), 'db-plan.md')
      expect(diagnostics).toEqual([])
      expect(value).toEqual({ ...plan, schema: orderSchema(plan.schema) })
    }),
    { numRuns: 60 },
  )
}, 180_000)

test('writing what was read gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPlan, async (plan) => {
      const text = writePlan(plan)
      expect(writePlan((await readPlan(text, 'db-plan.md')).value)).toBe(text)
    }),
    { numRuns: 20 },
  )
}, 180_000)
