import { describe, expect, it } from 'vitest'
import { required } from '../testing.ts'

describe('what people do to what others see leaves a record', () => {
  it.each([
    [['Members can comment on murals.'], 'comment', 'mural'],
    [['The application lets users comment on murals.'], 'comment', 'mural'],
    [['Użytkownik może komentować obrazy.'], 'comment', 'image'],
    [['Visitors can vote for murals.'], 'vote', 'mural'],
    [['Mieszkańcy mogą głosować na projekty.'], 'vote', 'project'],
    [['Users can like posts.'], 'like', 'post'],
    [['Any user can report a post with a reason.'], 'report', 'post'],
    [['Użytkownik może zgłosić post, podając powód.'], 'report', 'post'],
    [['Bakeries add cakes with a name and price.', 'Guests can rate cakes from 1 to 5.'], 'rating', 'cake'],
    [['Users add trails with a name. Trails are public.', 'A user can add a trail to favourites.'], 'favorite', 'trail'],
    [
      ['Użytkownik dodaje trasy: nazwa, długość. Trasy są publiczne.', 'Użytkownik może ocenić trasę w skali 1-5.'],
      'rating',
      'route',
    ],
  ])('%j', async (lines, record, thing) => {
    const said = await required(...lines)
    expect(said).toContain(`entity ${record} table`)
    expect(said.filter((claim) => claim.startsWith(`${record} many to one ${thing}`))).not.toEqual([])
    expect(said.filter((claim) => claim.startsWith(`${record} many to one user`))).not.toEqual([])
  })

  it('by its thing too, where there are several', async () => {
    const said = await required('Users can like posts.', 'Users can like albums.')
    expect(said).toEqual(expect.arrayContaining(['entity post_like table', 'entity album_like table']))
  })

  it('of people, with whom it is about', async () => {
    const said = await required('Users can follow other users.')
    expect(said).toContain('entity follow table')
    expect(said.filter((claim) => /^follow many to one user .*by (user_id|followed_user_id)/.test(claim))).toHaveLength(2)
  })
})

describe('what people say of what is theirs alone stands with it', () => {
  it.each([
    [['Users add trails with a name.', 'A user can rate a trail from 1 to 5.'], 'trail.rating'],
    [['Users add trails with a name.', 'A user can add a trail to favourites.'], 'trail.is_favorite'],
    [['Użytkownik dodaje trasy: nazwa, długość.', 'Użytkownik może dodać trasę do ulubionych.'], 'route.is_favorite'],
  ])('%j', async (lines, column) => {
    const said = await required(...lines)
    expect(said.filter((claim) => claim.includes(column))).not.toEqual([])
    expect(said.filter((claim) => /^entity (rating|favorite) /.test(claim))).toEqual([])
  })
})

describe('no record', () => {
  it.each([
    'Users cannot comment on murals.',
    'The AI rates the answers.',
    'The user follows the instructions.',
    'A user rates the difficulty from 0 to 5.',
    'As a user I would like to see murals.',
    'The tenant reports a leak.',
    'System ocenia odpowiedzi.',
    'Najemca zgłasza wyciek.',
  ])('%s', async (line) => {
    expect((await required(line)).filter((claim) => /^entity (comment|rating|follow|like|report) /.test(claim))).toEqual([])
  })
})

it('what stands in parentheses says more of an item of a list, and is none', async () => {
  const said = await required(
    'Users add trails with a name (max 80 characters), a code, an optional description and a difficulty (easy, medium, hard).',
    'Użytkownik dodaje trasy z nazwą (maks. 80 znaków), opisem i trudnością (łatwa, średnia, trudna).',
  )
  const columns = said.filter((claim) => /^attribute (trail|route)\./.test(claim)).map((claim) => claim.split(' ')[1])
  expect(columns).toEqual(
    expect.arrayContaining(['trail.name', 'trail.code', 'trail.description', 'trail.difficulty', 'route.name']),
  )
  expect(columns).not.toContain('trail.medium')
})
