import { describe, expect, it } from 'vitest'
import { decided } from '../testing.ts'

const tables = [
  'Tables: `halls` (id, label), `events` (id, hall_id, title, tags, published_at), `guests` (id, user_id, full_name), `tickets` (id, event_id, guest_id, state, created_at).',
  'Tabela `projects` (id, label) – projekty. Tabela `tasks` (id, project_id, colour, raised_on) – zadania.',
]

async function indexes(line: string): Promise<readonly string[]> {
  return [...new Set((await decided(...tables, line)).filter((claim) => /^(?:index|query)/.test(claim)))]
}

describe('indexes in words', () => {
  it.each([
    ['Index tickets by event and state.', 'index tickets (events, state)'],
    ['Index `tickets` on guest and creation date descending.', 'index tickets (guests, creation_date desc)'],
    ['Index on event_id and created_at descending in `tickets`.', 'index tickets (event_id, created_at desc)'],
    ['GIN index on the tags of events.', 'index events (tag) gin'],
    ['Indeks na zadaniach po projekcie i kolorze.', 'index tasks (projects, color)'],
    ['Malejący indeks na `raised_on` i `colour` w `tasks`.', 'index tasks (raised_on desc, colour desc)'],
  ])('%s', async (line, index) => {
    expect(await indexes(line)).toContain(index)
  })

  it.each([
    ['Partial index on tickets for open ones.', 'index tickets () which open'],
    ['Indeks na `published_at` w `events` tylko dla opublikowanych.', 'index events (published_at) which published'],
  ])('of some rows: %s', async (line, index) => {
    expect(await indexes(line)).toContain(index)
  })

  it.each([
    'We do not index the full name of guests.',
    'The index of the book lists halls.',
    'Nie dodajemy indeksu na kolorze zadania.',
  ])('asks for none: %s', async (line) => {
    expect(await indexes(line)).toEqual([])
  })
})

describe('columns that are announced', () => {
  it.each([
    ['Columns in `concerts`: held_on, venue, ticket price.', ['concerts.held_on', 'concerts.venue', 'concerts.ticket_price']],
    [
      'Fields of "Concerts": name - text up to 80 characters, capacity - whole number.',
      ['concert.name', 'concert.capacity integer'],
    ],
    ['Pola tabeli `sails`: numer, data szycia, notatka do 200 znaków.', ['sails.number', 'sails.note']],
    [
      'Kolumny tabeli „Narzędzia”: nazwa – tekst do 80 znaków, cena – kwota z groszami.',
      ['tool.name', 'tool.price numeric(12,2)'],
    ],
  ])('%s', async (line, columns) => {
    const said = await decided(line)
    for (const column of columns) expect(said.filter((each) => each.startsWith('attribute')).join('\n')).toContain(column)
  })

  it('a bound in a list is of what it stands with', async () => {
    const said = await decided('Pola tabeli `sails`: numer, autor, notatka do 200 znaków.')
    expect(said.filter((each) => each.startsWith('limit'))).toEqual([expect.stringContaining('note')])
  })

  it.each(['Columns for reporting: later.', 'Fields in the form: they are checked.', 'Columns are listed below: see there.'])(
    'names no table: %s',
    async (line) => {
      expect((await decided(line)).filter((each) => each.startsWith('entity'))).toEqual([])
    },
  )
})
