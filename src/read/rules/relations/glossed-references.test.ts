import { describe, expect, it } from 'vitest'
import { claimsOf, sayClaim } from '../testing.ts'

async function said(notes: string): Promise<readonly string[]> {
  return (await claimsOf({ notes })).map(sayClaim)
}

const harbour = (fields: string): string => `## Entities\n\n### Keeper\n- \`id\`\n- \`full_name\`\n\n### Mooring\n${fields}\n`

describe('the table that a field leads to in a parenthesis', () => {
  it.each([
    '- `moorings`: id, opened_by (keepers), price',
    '- `moorings` (id, opened_by (keepers, optional), price)',
    '- moorings: id, opened_by (keeper), price',
  ])('%s', async (line) => {
    const claims = await said(`## Entities\n\n- \`keepers\`: id, full_name\n${line}\n`)
    expect(claims.some((each) => /^attribute moorings?\.opened_by .*→ keepers?$/.test(each))).toBe(true)
  })

  it.each(['kind (wood, steel)', 'name (text)', 'opened_at (keepers)', 'note (optional)'])('%s leads nowhere', async (field) => {
    const claims = await said(`## Entities\n\n- \`keepers\`: id, full_name\n- \`moorings\`: id, ${field}, price\n`)
    expect(claims.filter((each) => each.includes('→'))).toEqual([])
  })
})

describe('fields below a title', () => {
  it('the name of another table is what the row leads to', async () => {
    const claims = await said(
      harbour('- keeper – the one on duty\n- payer (keeper)\n- `price`\n- `status` – free, taken, lost_in_storm\n- `paid_at`'),
    )
    expect(claims).toContain('attribute mooring.keeper')
    expect(claims).toContain('attribute mooring.payer → keeper')
    expect(claims).toContain('values mooring.status free|taken|lost_in_storm')
    expect(claims.filter((each) => /entity status|\.lost_in_storm/.test(each))).toEqual([])
  })

  it('a title of one word that could be a verb names a table', async () => {
    const claims = await said('## Entities\n\n### Mooring\n- `price`\n- `paid_at`\n- `note`\n')
    expect(claims).toContain('entity mooring table')
    expect(claims).toContain('attribute mooring.paid_at')
  })
})
