import { expect, it } from 'vitest'
import { required } from '../testing.ts'

it.each([
  [
    'AI suggestions exist only during the active session. Users edit suggestions. A suggestion has a text and a score.',
    'suggestion',
  ],
  ['Suggestions are not stored in the database until they are accepted. A suggestion has a text and a score.', 'suggestion'],
  ['We do not store payment cards. A payment card has a number and a name.', 'payment_card'],
  ['The drawing is kept in memory only. A drawing has a name and a size.', 'drawing'],
  ['Koszyk istnieje tylko w przeglądarce. Koszyk ma datę i kwotę.', 'cart'],
  ['Propozycje AI nie są zapisywane do momentu akceptacji. Propozycja ma treść i ocenę.', 'proposal'],
])('what is not kept is no thing: %s', async (text, thing) => {
  const said = await required(text)
  expect(said.filter((claim) => claim.startsWith('exclusion'))).toHaveLength(1)
  expect(said.filter((claim) => claim === `entity ${thing} thing`)).toEqual([])
})

it.each([
  ['Rejected offers are not saved. An offer has a title and a price.', 'offer'],
  ['Lines are not stored until the user confirms them. Each line has a text and an amount.', 'line'],
  ['Clicking the button does not save the offer. An offer has a title and a price.', 'offer'],
  ['Odrzucone oferty nie są zapisywane. Oferta ma tytuł i cenę.', 'offer'],
])('what is kept sometimes is: %s', async (text, thing) => {
  expect(await required(text)).toContain(`entity ${thing} thing`)
})
