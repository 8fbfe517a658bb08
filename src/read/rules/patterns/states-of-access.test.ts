import { expect, test } from 'vitest'
import { claimsOf } from '../testing.ts'

async function accessIn(sentence: string) {
  const prd = `# Product\n\nA poster has a title and a status: draft, published. Plakat ma tytuł i opis. A visit has a date and a reason. Wizyta ma datę i powód.\n\n${sentence}\n`
  return (await claimsOf({ prd })).flatMap((claim) =>
    claim.kind === 'access' && claim.source.line > 3
      ? [
          [
            claim.entity?.name,
            claim.who.kind,
            claim.may.join('+'),
            claim.denied ? 'denied' : '',
            claim.only ? 'only' : '',
            claim.which ?? '',
          ]
            .filter((word) => word !== '')
            .join(' '),
        ]
      : [],
  )
}

test.each([
  ['Published posters are visible to everyone, also without an account.', 'poster anonymous select published'],
  ['Opublikowane plakaty są widoczne dla wszystkich, także bez logowania.', 'poster anonymous select published'],
  ['Posters are private.', 'poster owner select+insert+update+delete only'],
  ['Plakaty są prywatne.', 'poster owner select+insert+update+delete only'],
  ['Patients see their own visits and may cancel them, but they cannot delete them.', 'visit owner select only'],
  ['Patients see their own visits and may cancel them, but they cannot delete them.', 'visit owner delete denied'],
  ['Pacjent może czytać swoje wizyty, ale nie może ich zmieniać.', 'visit owner select only'],
  ['Pacjent może czytać swoje wizyty, ale nie może ich zmieniać.', 'visit owner update denied'],
])('%s', async (sentence, claim) => {
  expect(await accessIn(sentence)).toContain(claim)
})

test.each(['Posters are not private.', 'A private poster collection is hung in the hall.', 'Posters are private to the team.'])(
  'leaves open: %s',
  async (sentence) => {
    expect(await accessIn(sentence)).not.toContain('poster owner select+insert+update+delete only')
  },
)
