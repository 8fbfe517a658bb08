import { expect, it } from 'vitest'
import { decided, required } from '../testing.ts'

const tables = 'Tables: `albums` (id, user_id, name), `stamps` (id, album_id, title), `tasks` (id, title).'

it.each([
  ['Stamps are reordered by drag and drop inside an album.', 'stamps'],
  ['Users can rearrange the stamps of an album.', 'stamps'],
  ['A collector can change the order of stamps in an album.', 'stamps'],
  ['The order of albums is set by dragging them.', 'albums'],
  ['Kolejność zadań zmieniana jest przeciągnięciem.', 'tasks'],
  ['Użytkownik może zmieniać kolejność zadań na liście.', 'tasks'],
  ['Zadania można przestawiać metodą przeciągnij i upuść.', 'tasks'],
])('what people put in order has a place: %s', async (line, entity) => {
  const said = await decided(tables, line)
  expect(said).toContain(`unique ${entity} (order)`)
  expect(said).toContain(`attribute ${entity}.order integer`)
})

it.each([
  'Stamps are imported by drag and drop.',
  'Albums are sorted by name.',
  'Stamps cannot be reordered.',
  'A customer can change an order before paying for it.',
  'Pliki wgrywa się przez przeciągnięcie.',
])('no place: %s', async (line) => {
  expect((await decided(tables, line)).filter((claim) => claim.includes('(order)'))).toEqual([])
})

it('requirements say it as well', async () => {
  const said = await required('A collector creates albums. An album has a name.', 'Users can reorder albums.')
  expect(said).toContain('unique album (order)')
})
