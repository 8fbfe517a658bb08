import { describe, expect, it } from 'vitest'
import { decided, required } from '../testing.ts'

describe('limits', () => {
  it.each([
    [
      'The title and subtitle fields in `books` are limited to 120 characters.',
      ['limit books.title characters ..120', 'limit books.subtitle characters ..120'],
    ],
    ['`books.summary` ≤ 500 chars', ['limit books.summary characters ..500']],
    ['Pole `note` w tabeli `books` ma od 10 do 1 000 znaków.', ['limit books.note characters 10..1000']],
    [
      'Limity w tabeli `books`: `front` ≤200 i `back` ≤500 znaków.',
      ['limit books.front characters ..200', 'limit books.back characters ..500'],
    ],
    ['`books.pages >= 0`', ['limit books.pages value 0..']],
    ['At most 5 loans per reader, kept in the table `loans`.', ['count loans ..5 per reader']],
  ])('%s', async (line, claims) => {
    expect(await decided('The table `books`.', line)).toEqual(expect.arrayContaining(claims))
  })

  it('bound the description of a fault as such, where faults are no table', async () => {
    const said = await decided(
      'Ustalenia o naprawach rowerów w serwisie.',
      '- `orders`: bike_id, opis usterki (max 1000 znaków), termin odbioru',
    )
    expect(said.filter((line) => line.startsWith('limit'))).toEqual(['limit orders.defect_description characters ..1000'])
  })

  it('leaves passwords and seconds alone', async () => {
    const said = await required(
      'The password has at least 8 characters.',
      'The answer is shown within 10 seconds.',
      'Hasło musi mieć minimum 8 znaków.',
    )
    expect(said.filter((line) => line.startsWith('limit'))).toEqual([])
  })
})

describe('values', () => {
  it.each([
    ["`books.state` as ENUM with values 'new', 'used' and 'lost'", 'values books.state new|used|lost enum'],
    ['`source` ∈ (`scan`, `manual`) in the table `books`', 'values books.source scan|manual'],
    ["Kolumna `format` w tabeli `books`: typ ENUM zawierający 'a4', 'a5' oraz 'b5'.", 'values books.format a4|a5|b5 enum'],
    ['The `books` table stores a `kind` enum (short|long).', 'values books.kind short|long enum'],
  ])('%s', async (line, claim) => {
    expect(await decided('The table `books`.', line)).toContain(claim)
  })

  it('knows examples for what they are', async () => {
    const said = await required('Users add, edit and delete books. Each book has a category (e.g. novel, poetry, drama).')
    const values = said.filter((line) => line.startsWith('values'))
    expect(values.every((line) => line.includes('open'))).toBe(true)
  })
})

describe('unique', () => {
  it.each([
    ['- `readers`: first_name, last_name, phone (unique), email (optional)', /last_name|email/],
    ['- `shelves`: code unique, name, room.', /name|room/],
    ['- `shelves`: kod unikalny, nazwa, pokój.', /name|nazwa/],
  ])('qualifies what stands before it in its item: %s', async (line, other) => {
    const said = (await decided(line)).filter((claim) => /^unique| unique/.test(claim))
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter((claim) => other.test(claim))).toEqual([])
  })

  it.each([
    ["`unique(reader_id) where status = 'open'` on `loans`", "unique loans (reader_id) where status = 'open'"],
    ['Unikalność kodu: `UNIQUE (library_id, code)` w tabeli `shelves`.', 'unique shelves (library_id, code)'],
    ['Unique constraint on the email column in the `readers` table.', 'unique readers (email)'],
    [
      'Tabela `reports`: raport dzienny jest unikalny per `(driver_id, reading_date)`.',
      'unique reports (driver_id, reading_date)',
    ],
  ])('%s', async (line, claim) => {
    expect(await decided(line)).toContain(claim)
  })

  it('takes a unique identifier for a key', async () => {
    expect(
      (await decided('The table `books` has an `id`, a unique identifier.')).filter((line) => line.startsWith('unique')),
    ).toEqual([])
  })
})

describe('keys', () => {
  it.each([
    ['All tables will use UUID as primary keys.', 'key ? uuid'],
    ['Wszystkie tabele będą używać `BIGINT` jako kluczy głównych.', 'key ? bigint'],
    ['Złożony klucz główny (`book_id`, `author_id`) w tabeli `book_authors`.', 'key book_authors (book_id, author_id)'],
    ['`visits` keyed by `visitor` and `day`', 'key visits (visitor, day)'],
  ])('%s', async (line, claim) => {
    expect(await decided(line)).toContain(claim)
  })
})

describe('delete rules', () => {
  it.each([
    ['`ON DELETE SET NULL` for `loans.book_id`', 'delete loans.book_id set null'],
    ['Hard Delete (bez soft-delete)', 'delete ? hard'],
    ['Soft delete dla tabel `books` i `loans`.', 'delete books soft'],
    ['Use FK with ON DELETE CASCADE across `shelves -> books -> loans`.', 'delete loans to books cascade'],
    ['W tabeli `loans` dla klucza obcego `reader_id` ustaw regułę `ON DELETE CASCADE`.', 'delete loans.reader_id cascade'],
  ])('%s', async (line, claim) => {
    expect(await decided('Tables `shelves`, `books` and `loans`.', line)).toContain(claim)
  })

  it('takes what people may delete for access', async () => {
    expect((await required('Users can add, edit and delete books.')).filter((line) => line.startsWith('delete'))).toEqual([])
  })
})

describe('conditions', () => {
  it.each([
    ['`CHECK (end_date >= start_date)` on the table `loans`', 'condition loans end_date >= start_date'],
    [
      'W tabeli `loans` data zakończenia nie może być wcześniejsza niż data rozpoczęcia.',
      'condition loans end_date >= start_date',
    ],
    ['In the table `loans` the end date must be after the start date.', 'condition loans end_date >= start_date'],
  ])('%s', async (line, claim) => {
    expect(await decided(line)).toContain(claim)
  })

  it('takes the caller for access', async () => {
    expect((await decided('RLS on `loans`: `reader_id = auth.uid()`.')).filter((line) => line.startsWith('condition'))).toEqual(
      [],
    )
  })
})
