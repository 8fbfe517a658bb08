import { expect, test } from 'vitest'
import { claimsOf, sayClaim } from '../testing.ts'

/** What a PRD of a small workshop claims of relationships, of access and of who did something, when it also says this. */
async function told(language: keyof typeof workshop, sentence: string): Promise<readonly string[]> {
  const claims = await claimsOf({ prd: `# ${workshop[language]}\n\n${sentence}\n` })
  return claims
    .filter(
      (claim) =>
        claim.source.line > 3 && (claim.kind === 'relationship' || claim.kind === 'access' || claim.kind === 'attribute'),
    )
    .map(sayClaim)
}

const workshop = {
  en: `Bell workshop\n\nCustomers sign in with an e-mail. Technicians have an account. A furnace has a name and a location. A bell has a name and a weight. A commission has a number and a due date. A casting has a start time and a cost. A drawing has a title and a scale.`,
  pl: `Ludwisarnia\n\nKlienci logują się e-mailem. Mechanicy mają konto. Piec ma nazwę i lokalizację. Dzwon ma nazwę i masę. Zamówienie ma numer i termin realizacji. Naprawa ma czas rozpoczęcia i koszt. Rysunek ma tytuł i skalę.`,
}

test.each([
  [
    'en',
    'A casting belongs to a furnace and is done by a technician.',
    ['casting many to one furnace', 'casting many to one technician'],
  ],
  ['en', 'A commission is for one bell.', ['commission many to one bell']],
  ['en', 'Each casting has a technician.', ['casting many to one technician']],
  ['pl', 'Naprawa jest wykonywana w warsztacie przez mechanika.', ['repair many to one mechanic']],
  ['pl', 'Naprawę wykonuje mechanik.', ['repair many to one mechanic']],
] as const)('what a row has to do with one thing or one person: %s %s', async (language, sentence, claims) => {
  expect(await told(language, sentence)).toEqual(expect.arrayContaining([...claims]))
})

test.each([
  ['pl', 'Naprawy nie wykonuje klient.'],
  ['pl', 'Naprawy wykonuje mechanik.'],
  ['pl', 'Naprawa może być wykonywana przez mechanika.'],
] as const)('what may be, what people do and what is refused is no key: %s %s', async (language, sentence) => {
  expect((await told(language, sentence)).filter((claim) => / (?:many|one) to (?:many|one) /.test(claim))).toEqual([])
})

test.each([
  ['en', 'For each casting we keep who started it.', 'attribute casting.started_by'],
  ['en', 'For each casting we keep the date and who wrote it.', 'attribute casting.written_by'],
  ['pl', 'Dla każdej naprawy zapisujemy, kto ją rozpoczął.', 'attribute repair.started_by'],
] as const)('who did something is a field: %s %s', async (language, sentence, claim) => {
  expect(await told(language, sentence)).toContain(claim)
})

test.each([
  ['en', 'For each commission the system stores the customer, the bell and the quantity.', 'commission', 'customer', 'bell'],
  ['pl', 'Dla każdego zamówienia zapisujemy klienta, rysunek i ilość.', 'order', 'client', 'drawing'],
] as const)('what is stored for each of a thing is of that thing: %s %s', async (language, sentence, thing, person, part) => {
  const claims = await told(language, sentence)
  expect(claims).toEqual(expect.arrayContaining([`${thing} many to one ${person}`, `${thing} many to one ${part}`]))
  expect(claims).not.toContain(`${person} many to one ${thing}`)
})

test.each([
  ['en', 'The items of a commission have a quantity and a unit price.', 'commission_item many to one commission part'],
  ['en', "The commission's items have a quantity and a unit price.", 'commission_item many to one commission part'],
  ['pl', 'Pozycje zamówienia mają ilość i cenę.', 'order_item many to one order part'],
] as const)('the lines of something are its parts, and their fields are theirs: %s %s', async (language, sentence, claim) => {
  const claims = await told(language, sentence)
  expect(claims).toContain(claim)
  expect(claims.filter((each) => /^attribute \w+\.quantity$/.test(each))).toEqual([`attribute ${claim.split(' ')[0]}.quantity`])
})

test('a line of something leads to what it refers to', async () => {
  const claims = await told('en', 'Each item of a commission refers to a bell and has a quantity.')
  expect(claims).toContain('commission_item many to one bell')
  expect(claims).not.toContain('commission many to one bell')
})

test('what is made stands before the verb in the passive, and things are grouped into their kinds', async () => {
  expect(await told('en', 'Drawings are uploaded to a commission.')).not.toContain('commission many to one drawing')
  expect(await told('en', 'Bells are grouped into commissions.')).not.toContain('commission many to one bell part')
  expect(await told('en', 'A commission is divided into castings.')).toContain('casting many to one commission part')
})

test('what a field counts is not had', async () => {
  expect(await told('pl', 'Zamówienie ma datę i liczbę rysunków.')).not.toContain('drawing many to one order')
})

test('what is made of a thing makes no such thing', async () => {
  expect(await told('en', 'Users can write a review of a bell.')).not.toContain('access bell owner insert')
  expect(await told('pl', 'Użytkownik może napisać recenzję dzwonu.')).not.toContain('access bell owner insert')
})

test('all that somebody has of a kind is no thing that the rows are in', async () => {
  const prd = (more: string) => `# Cards\n\nA card has a front and a back. ${more}\n`
  const mine = await claimsOf({
    prd: prd('Users add cards to their collection and remove cards from the collection. Users manage their collection.'),
  })
  expect(mine.map(sayClaim)).not.toContain('card many to one collection')
  const made = await claimsOf({ prd: prd('A collection has a name and a colour. Users add cards to a collection.') })
  expect(made.map(sayClaim)).toContain('card many to one collection')
})
