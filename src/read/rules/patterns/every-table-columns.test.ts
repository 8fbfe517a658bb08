import { describe, expect, it } from 'vitest'
import type { ClaimOf } from '../../../claim/claim.ts'
import { claimsOf } from '../testing.ts'

async function everywhere(line: string): Promise<readonly string[]> {
  const claims = await claimsOf({ notes: `## Decisions\n\n- \`harbours\`: name, city.\n- \`boats\`: name, length.\n- ${line}\n` })
  return claims
    .filter((claim): claim is ClaimOf<'attribute'> => claim.kind === 'attribute' && claim.everywhere !== undefined)
    .map((claim) => [claim.attribute.name, ...(claim.everywhere?.except ?? []).map(({ name }) => `-${name}`)].join(' '))
}

describe('columns that every table has', () => {
  it.each([
    ['Every table has `harbour_id`, except `harbours` itself.', ['harbour_id -harbours']],
    ['Add `harbour_id` to all tables.', ['harbour_id']],
    ['All tables have `harbour_id`, `created_at` and `updated_at`.', ['harbour_id']],
    ['Wszystkie tabele (poza `harbours`) mają `harbour_id`.', ['harbour_id -harbours']],
    ['W każdej tabeli jest kolumna `harbour_id`.', ['harbour_id']],
  ])('%s', async (line, expected) => {
    expect(await everywhere(line)).toEqual(expected)
  })

  it.each([
    'RLS on every table: `harbour_id` of the member.',
    'All tables have `id` and `created_at`.',
    'UNIQUE (`harbour_id`) on all tables.',
    'No table has `harbour_id`; not all tables need it.',
    'Index `harbour_id` in all tables.',
  ])('%s: none', async (line) => {
    expect(await everywhere(line)).toEqual([])
  })
})
