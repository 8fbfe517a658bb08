import { describe, expect, it } from 'vitest'
import { required } from '../testing.ts'

const english = [
  'Users create, edit and delete plants, beds and notes.',
  'Users add photos to a plant and delete photos.',
  'A bed has a name. A plant has a name. A note has a title. A photo has a caption.',
]
const polish = [
  'Użytkownik dodaje, edytuje i usuwa rośliny, grządki i notatki.',
  'Użytkownik dodaje, przegląda i usuwa zdjęcia.',
  'Grządka ma nazwę. Roślina ma nazwę. Notatka ma tytuł. Zdjęcie ma podpis.',
]

async function counts(before: readonly string[], line: string): Promise<readonly string[]> {
  return [...new Set((await required(...before, line)).filter((claim) => claim.startsWith('count')))]
}

describe('how many there may be', () => {
  it.each([
    ['A user can create at most 10 plants.', ['count plant ..10 per user']],
    ['At most 10 plants per user.', ['count plant ..10 per user']],
    ['Each plant can have a maximum of 3 photos.', ['count plant_photo ..3 per plant']],
    ['Up to 5 photos can be attached to each plant.', ['count plant_photo ..5 per plant']],
    ['Up to 5 photos can be kept for each plant.', ['count plant_photo ..5 per plant']],
    ['A bed holds up to 12 plants.', ['count plant ..12 per bed']],
    ['A user cannot have more than 20 plants.', ['count plant ..20 per user']],
    ['The number of plants per user is limited to 200.', ['count plant ..200 per user']],
    ['Maximum of 12 plants in a bed.', ['count plant ..12 per bed']],
    ['A user may have no more than 20 active plants.', ['count plant ..20 per user active']],
    ['There is a limit of notes per plant.', ['count note .. per plant']],
  ])('%s', async (line, claims) => {
    expect(await counts(english, line)).toEqual(claims)
  })

  it.each([
    ['Do 3 zdjęć na roślinę.', ['count photo ..3 per plant']],
    ['Każdy użytkownik może mieć maksymalnie 15 roślin.', ['count plant ..15 per user']],
    ['Na grządce może być najwyżej 12 roślin.', ['count plant ..12 per bed']],
    ['Użytkownik może utworzyć do 5 roślin.', ['count plant ..5 per user']],
    ['Roślina może zawierać do 8 zdjęć.', ['count photo ..8 per plant']],
    ['Liczba roślin na użytkownika jest ograniczona do 20.', ['count plant ..20 per user']],
    ['Limit 10 aktywnych roślin na konto.', ['count plant ..10 per account active']],
    ['Użytkownik nie może mieć więcej niż 10 roślin.', ['count plant ..10 per user']],
    ['Do rośliny można dodać maksymalnie 5 zdjęć.', ['count photo ..5 per plant']],
  ])('%s', async (line, claims) => {
    expect(await counts(polish, line)).toEqual(claims)
  })

  it.each([
    [english, 'The page shows at most 10 plants.'],
    [english, 'If a user has more than 10 plants, a hint is shown.'],
    [english, 'A user can upload up to 5 photos at once.'],
    [english, 'A user can generate up to 5 plants.'],
    [polish, 'Lista wyświetla maksymalnie 10 roślin.'],
    [polish, 'Gdy użytkownik ma mniej niż 10 roślin, widzi podpowiedź.'],
    [polish, 'Użytkownik może jednocześnie dodać do 5 zdjęć.'],
  ])('of nobody: %s %s', async (before, line) => {
    expect((await counts(before, line)).filter((claim) => claim.includes(' per '))).toEqual([])
  })
})
