import { describe, expect, it } from 'vitest'
import { claimsOf, sayClaim } from '../testing.ts'

async function said(title: string, ...items: readonly string[]): Promise<readonly string[]> {
  return (
    await claimsOf({ prd: `# Product Requirements\n\n## ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}\n` })
  ).map(sayClaim)
}

describe('a list of tables in the part about the data', () => {
  it('reads every item as a table, with its fields and what they lead to', async () => {
    const claims = await said(
      'Data model (draft)',
      '**Lift** – name, built_on, top_altitude_m, is_open',
      '**Valley** – name',
      '**SkiPass** – lift, holder_name, valid_from, status (draft, active, void)',
      '**Ride** – ski pass, lift, boarded_at',
    )
    expect(claims.filter((each) => each.endsWith(' table'))).toHaveLength(4)
    expect(claims).toEqual(
      expect.arrayContaining([
        'attribute lift.top_altitude_m',
        'attribute valley.name',
        'attribute ride.lift',
        'attribute ride.boarded_at',
      ]),
    )
    expect(claims.some((each) => /^values SkiPass\.status/.test(each))).toBe(true)
    expect(claims.some((each) => /^attribute lift\.(?:holder_name|boarded_at)/.test(each))).toBe(false)
  })

  it('reads a Polish one', async () => {
    const claims = await said(
      'Model danych',
      '**Wyciąg** – nazwa, data budowy, długość w metrach, status',
      '**Karnet** – numer, cena, data ważności, status',
      '**Dolina** – nazwa',
    )
    expect(claims.filter((each) => each.endsWith(' table'))).toHaveLength(3)
  })

  it.each([
    ['Features', '**Lift** – name, built_on, is_open', '**Valley** – name, altitude_m, is_open'],
    ['Data model', '**Import** – lifts come from a file', '**Export** – riders can download everything'],
    ['Data protection in the database', '**Backups** – every night', '**Consent** – asked at sign-up'],
  ])('%s: no tables', async (title, ...items) => {
    expect((await said(title, ...items)).filter((each) => each.endsWith(' table'))).toEqual([])
  })
})
