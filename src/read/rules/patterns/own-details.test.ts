import { describe, expect, it } from 'vitest'
import { required } from '../testing.ts'

const ofUser = async (...lines: readonly string[]) =>
  (await required(...lines)).filter((each) => each.startsWith('attribute user.'))

describe('what people tell of themselves', () => {
  it.each([
    ['During sign-up the user enters a nickname and a city.', ['attribute user.nickname', 'attribute user.city']],
    [
      'Users provide a full name, a phone number and an e-mail address.',
      ['attribute user.full_name', 'attribute user.phone_number'],
    ],
    ['The user profile contains a first name and a job title.', ['attribute user.first_name', 'attribute user.job_title']],
    ['Profil użytkownika zawiera imię, nazwisko oraz stanowisko.', ['attribute user.last_name', 'attribute user.job_title']],
    ['Użytkownik podaje imię, nazwisko i telefon.', ['attribute user.first_name', 'attribute user.last_name']],
    ['Użytkownik ma profil: imię, miasto.', ['attribute user.first_name', 'attribute user.city']],
  ])('%s', async (line, expected) => {
    expect(await ofUser(line)).toEqual(expect.arrayContaining(expected))
  })

  it('knows a role of the stories', async () => {
    const said = await ofUser(
      'As a donor, I want to see my gifts.',
      'As a clerk, I want to see gifts.',
      'A donor gives a full name and a city.',
    )
    expect(said).toEqual(['attribute user.full_name', 'attribute user.city'])
  })

  it.each([
    'The user enters an e-mail address and a password.',
    'The user enters the title and the price of a lamp.',
    'The clerk enters a name and a weight for the parcel.',
    'Użytkownik podaje e-mail i hasło.',
    'Użytkownik nie podaje nazwiska ani telefonu.',
  ])('nothing in: %s', async (line) => {
    expect(await ofUser(line)).toEqual([])
  })
})
