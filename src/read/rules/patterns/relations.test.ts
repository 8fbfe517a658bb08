import { describe, expect, it } from 'vitest'
import { decided } from '../testing.ts'

describe('relationships drawn with signs', () => {
  it.each([
    ['`readers` (1) -> (N) `loans`', 'loans many to one readers'],
    ['Readers and loans: `readers` → `loans` (1:N)', 'loans many to one readers'],
    ['`cards` (1:1 with `readers` via `reader_id`)', 'cards one to one readers by reader_id'],
    ['`loans` (N:1 do `readers`)', 'loans many to one readers'],
  ])('%s', async (line, claim) => {
    expect(await decided('Tables `readers`, `loans` and `cards`.', line)).toContain(claim)
  })

  it('takes bare plural names at the ends of a drawn relation for tables', async () => {
    const said = await decided('- auth.users 1—N parcels\n- parcels 1—N parcel_stops\n- couriers N—M parcels (courier_parcels)')
    expect(said).toEqual(
      expect.arrayContaining([
        'entity parcels table',
        'entity parcel_stops table',
        'parcel_stops many to one parcels',
        'couriers many to many parcels through courier_parcels',
      ]),
    )
    expect(said.filter((each) => /^entity users/.test(each))).toEqual([])
  })

  it('reads chains of arrows in words, each with its own ends', async () => {
    const said = await decided(
      'Tabele: `visits`, `photos`, `notes`, `owners`.',
      'Relacje: wizyta → zdjęcia, notatki (1:N), właściciel → wizyty (1:N).',
    )
    expect(said.filter((line) => / to one /.test(line)).sort()).toEqual([
      'notes many to one visits',
      'photos many to one visits',
      'visits many to one owners',
    ])
  })

  it('takes what indexes are by for no relation', async () => {
    const said = await decided('Tables `loans` and `readers`.', 'Indexes: loans by reader and date, readers by city.')
    expect(said.filter((line) => / to (?:one|many) /.test(line))).toEqual([])
  })

  it('takes what a question asks for no fact', async () => {
    const said = await decided(
      'Tables `loans` and `books`.',
      'Can a loan include more than one book?',
      'May a reader have several loans?',
    )
    expect(said.filter((line) => / to (?:one|many) /.test(line))).toEqual([])
  })

  it('takes a score and a time for no relation', async () => {
    const said = await decided('Rounds end 1:1 or 2:1 in most cases.', 'The window is 10:00 - 12:00.')
    expect(said.filter((line) => / to (?:one|many) |^entity/.test(line))).toEqual([])
  })

  it('takes a column reference and a change of status for none', async () => {
    const said = await decided(
      'Tables `readers` and `loans`.',
      '`loans` (id, reader_id → readers.id)',
      'The status changes: open → closed.',
    )
    expect(said.filter((line) => / to (?:one|many) /.test(line))).toEqual([])
  })
})

describe('relationships in words', () => {
  it.each([
    ['One-to-many relationship between readers and loans.', 'loans many to one readers'],
    ['Each reader has many loans.', 'loans many to one readers'],
    ['Each loan belongs to one reader.', 'loans many to one readers'],
    ['Tabela `loans` ma relację wiele-do-jednego z `readers`.', 'loans many to one readers'],
    [
      'Many-to-many between `readers` and `books` via the join table `reader_books`.',
      'readers many to many books through reader_books',
    ],
    [
      'Relacja wiele-do-wielu między `readers` a `books` przez tabelę łączącą `reader_books`.',
      'readers many to many books through reader_books',
    ],
    ['The `shelves` table has a self-referencing `parent_id`.', 'shelves many to one shelves by parent_id optional'],
  ])('%s', async (line, claim) => {
    expect(await decided('The tables `readers`, `loans`, `books`.', line)).toContain(claim)
  })

  it('needs things at both ends, and no negation', async () => {
    const said = await decided(
      'The tables `readers`, `loans`.',
      'Readers have many options.',
      'A reader does not belong to any loan.',
    )
    expect(said.filter((line) => / to (?:one|many) /.test(line))).toEqual([])
  })
})
