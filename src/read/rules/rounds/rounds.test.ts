import { describe, expect, it } from 'vitest'
import { claimsOf, sayClaim } from '../testing.ts'

async function said(notes: string): Promise<readonly string[]> {
  return (await claimsOf({ notes })).map(sayClaim)
}

const lettered = (answer: string): string => `## Questions

1. How are the keepers of a lighthouse kept?
   A) a column on the lighthouse
   B) a table \`keepers\` (id, lighthouse_id, full_name)
   C) a table \`duties\` (id, lighthouse_id, starts_on)
   Recommendation: B.

## Answers

1. ${answer}
`

describe('lettered answers', () => {
  it.each(['B', 'b)', 'Option B', 'B, but without photos'])('%s takes the option', async (answer) => {
    const claims = await said(lettered(answer))
    expect(claims).toContain('attribute keepers.full_name')
    expect(claims.filter((line) => line.includes('duties.'))).toEqual([])
  })

  it('another option than the recommended one', async () => {
    const claims = await said(lettered('C'))
    expect(claims).toContain('attribute duties.starts_on')
    expect(claims.filter((line) => line.includes('keepers.full_name'))).toEqual([])
  })

  it('several in one line, in Polish', async () => {
    const claims = await said(`## Pytania

1. Jak zapisać klucze?
   A. UUID
   B. BIGINT identity
2. Czy dodać tabelę \`moorings\`?
3. Czy dodać tabelę \`buoys\`?

## Odpowiedzi

1B, 2. nie, 3 – tak
`)
    expect(claims).toContain('exclusion entity moorings')
    expect(claims).toContain('entity buoys table')
  })

  it('takes no option that was neither chosen nor recommended', async () => {
    const claims = await said(
      '## Recommendations\n\n1. How to keep tides?\n   A) a table `tides` (id, height_cm)\n   B) a table `tide_logs` (id, height_cm)\n   Recommendation: B\n',
    )
    expect(claims).toContain('attribute tide_logs.height_cm')
    expect(claims.filter((line) => line.includes('tides.'))).toEqual([])
  })
})

const recommended = `**AI:** Here are my recommendations:

1. Should lamps be kept? Recommendation: a table \`lamps\` (id, wattage).
2. Should fog signals be kept? Recommendation: a table \`fog_signals\` (id, pitch_hz).
3. Should weather be kept? Recommendation: a column \`weather\` in \`lamps\`.
`

describe('agreement to a whole round', () => {
  it.each([
    '**User:** I accept all recommendations except 2.',
    '**User:** All recommendations accepted, apart from no. 2.',
    '**Użytkownik:** Wszystkie rekomendacje akceptuję oprócz 2.',
  ])('%s', async (answer) => {
    const claims = await said(`${recommended}\n${answer}\n`)
    expect(claims).toContain('attribute lamps.wattage')
    expect(claims).toContain('exclusion entity fog_signals')
    expect(claims).not.toContain('attribute fog_signals.pitch_hz')
  })

  it('what is answered apart holds for that question', async () => {
    const claims = await said(`${recommended}\n**User:** I accept all recommendations. Ad 3: no, weather is not kept.\n`)
    expect(claims).toContain('attribute fog_signals.pitch_hz')
    expect(claims.some((line) => /exclusion attribute \S*weather/.test(line))).toBe(true)
  })
})

it('a question is about what its recommendation and answer leave out', async () => {
  const claims = await said(`Table \`voyages\`.

## Questions

1. Should a voyage have a duration?
   Recommendation: starts_at and ends_at, both required.

## Answers

1. yes
`)
  expect(claims.some((line) => /attribute voyages?\.starts_at/.test(line))).toBe(true)
})

it('what is wanted instead is not refused', async () => {
  const claims = await said(
    '## Questions\n\n1. Should `ropes` be deleted softly with a column `deleted_at`?\n\n## Answers\n\n1. no, a flag `is_worn` instead\n',
  )
  expect(claims.some((line) => line.includes('is_worn') && line.startsWith('attribute'))).toBe(true)
})

describe('questions on lines of their own', () => {
  const asked = (answers: string): string => `# Pytania i odpowiedzi o bazie

## Runda 1

**1. Czy dodać tabelę dla lin?**
Rekomendacja: Tak, tabela \`ropes\` (id, length_m).

**2. Czy dodać tabelę dla węzłów?**
Rekomendacja: Tak, tabela \`knots\` (id, strength).

### Odpowiedzi

${answers}
`

  it('are answered by their numbers', async () => {
    const claims = await said(asked('Ad 1. zgoda, ale dodaj też kolor (rope_color)\n\nAd 2. nie w MVP'))
    expect(claims).toContain('attribute ropes.length_m')
    expect(claims).toContain('attribute ropes.rope_color')
    expect(claims).toContain('exclusion entity knots')
    expect(claims).not.toContain('attribute knots.strength')
  })

  it('a numbered question left open stays open', async () => {
    const claims = await said('## Decyzje\n\n1. Tabela `ropes`.\n\n## Nierozwiązane\n\n1. Czy dodać tabelę `knots`?\n')
    expect(claims).not.toContain('entity knots table')
  })
})

describe('one word for several questions, and answers that change what was proposed', () => {
  const proposed = `Table \`ropes\` (id, label).

## Questions

1. Should lamps be kept? Recommendation: a table \`lamps\` (id, wattage).
2. Should fog signals be kept? Recommendation: a table \`fog_signals\` (id, pitch_hz).
3. How long may the label of a rope be? Recommendation: \`ropes.label\` has at most 80 characters.
4. Should \`ropes\` have a column \`worn_on\`? Recommendation: yes, a date.

## Answers

`

  it.each(['1–2 agreed, 4 no', '1 and 2 agreed. 4: no', '1, 2 ok; 4 no'])('%s', async (answer) => {
    const claims = await said(proposed + answer)
    expect(claims).toContain('attribute lamps.wattage')
    expect(claims).toContain('attribute fog_signals.pitch_hz')
    expect(claims.some((line) => /exclusion attribute \S*worn_on/.test(line))).toBe(true)
  })

  it('another bound', async () => {
    const claims = await said(`${proposed}3. yes, but max 50 characters`)
    expect(claims.filter((line) => line.startsWith('limit')).at(-1)).toMatch(/\.\.50$/)
  })

  it('what is agreed to is what the question asks', async () => {
    expect((await said(`${proposed}4. yes`)).some((line) => /^attribute ropes\.worn_on/.test(line))).toBe(true)
  })

  it('those that are named, and none of the others', async () => {
    const claims = await said(`${recommended}\n**User:** I accept recommendations 1 and 3, the rest is rejected.\n`)
    expect(claims).toContain('attribute lamps.wattage')
    expect(claims).toContain('exclusion entity fog_signals')
  })

  it.each(["Let's go with option C.", 'The third one.'])('an option in other words: %s', async (answer) => {
    expect(await said(lettered(answer))).toContain('attribute duties.starts_on')
  })
})
