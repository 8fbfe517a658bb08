import { describe, expect, it } from 'vitest'
import { claimsOf, decided, required, sayClaim } from '../testing.ts'

describe('names that abbreviations, quotations and other names stand beside', () => {
  it.each([
    ['Kolumna `body` tabeli `letters` przechowuje tekst, np. w formacie Markdown.', 'attribute letters.body', ['body']],
    [
      'W tabeli `letters` wymagane pola dot. pochodzenia: `source`, `sent_by`.',
      'attribute letters.source',
      ['source', 'sent_by'],
    ],
    ['Table `letters` has the fields: title, e.g. in two languages.', 'attribute letters.title', ['title']],
  ])('%s', async (line, claim, names) => {
    const said = await decided(line)
    expect(said).toContain(claim)
    expect(said.filter((each) => each.startsWith('entity'))).toEqual(['entity letters table'])
    const columns = said.flatMap((each) => /^attribute letters\.(\w+)/.exec(each)?.[1] ?? [])
    expect(columns.every((name) => names.includes(name))).toBe(true)
  })

  it('takes what is quoted beside the word field for its name', async () => {
    const polish = await required('Użytkownik dodaje notatki.', 'Każda notatka ma pole "tytuł" (max 80 znaków) i pole „treść”.')
    expect(polish).toEqual(expect.arrayContaining(['attribute note.title', 'attribute note.content']))
    const english = await required('Users add recipes. Each recipe has a "title" field (max 80 characters) and a "steps" field.')
    expect(english).toEqual(expect.arrayContaining(['attribute recipe.title', 'attribute recipe.step']))
    expect([...polish, ...english].join()).not.toContain('field')
  })

  it.each([
    ['Users add recipes with a title.', 'The format of recipes (no yes/no steps, short titles) is kept by the editor.'],
    ['Użytkownik dodaje przepisy z tytułem.', 'Format przepisów (brak kroków tak/nie, krótkie tytuły) sprawdza edytor.'],
  ])('takes conditions in a parenthesis for no values and no columns: %s', async (...lines) => {
    const said = await required(...lines)
    expect(said.filter((each) => each.startsWith('values') || /^attribute recipe\.(?:step|question)/.test(each))).toEqual([])
  })

  it('takes a sentence that says what to do for no table', async () => {
    const said = await decided('Tabele: `books`, `loans`.', 'Utrzymywać minimalny model danych (brak `tags`).')
    expect(said).toContain('exclusion entity tags')
    expect(said.filter((each) => /^entity (?!books|loans|tags)/.test(each))).toEqual([])
  })
})

describe('column lists', () => {
  it('takes the name of a day for one name, and a type in other places for a type', async () => {
    const said = await decided('- `lambs`: ear tag, birth date, weight, start time', '- `notes`: title text, deadline date')
    expect(said).toEqual(expect.arrayContaining(['attribute lambs.birth_date', 'attribute lambs.start_time']))
    expect(said.filter((each) => /lambs\.(?:birth|start)\b(?!_)/.test(each))).toEqual([])
    expect(said).toEqual(expect.arrayContaining(['attribute notes.deadline date']))
  })

  it('reads columns in a parenthesis after a table', async () => {
    const said = await decided('`loans` (id, book_id → books.id, due_on DATE NOT NULL, note text NULL)')
    expect(said).toContain('attribute loans.id')
    expect(said).toContain('attribute loans.book_id → books.id')
    expect(said).toContain('attribute loans.due_on DATE required')
    expect(said).toContain('attribute loans.note text optional')
  })

  it.each([
    'parcels – id, sender_id, weight_g, remark',
    '- parcels — id, sender_id, weight_g, remark',
    '- `parcels` - id, sender_id, weight_g, remark',
    '1. **parcels** – `id`, `sender_id`, `weight_g`, `remark`',
  ])('reads columns behind a dash: %s', async (line) => {
    const said = (await decided(line)).map((each) => each.replace(/parcels?/, 'parcel'))
    expect(said).toEqual(
      expect.arrayContaining([
        'entity parcel table',
        'attribute parcel.id',
        'attribute parcel.weight_g',
        'attribute parcel.remark',
      ]),
    )
  })

  it('takes a line of names behind a dash for a table of its own, not for columns of the line above', async () => {
    const said = await decided('parcels – id, sender_id, weight_g\nparcel_stops – id, parcel_id, arrived_at')
    expect(said).toContain('entity parcel_stops table')
    expect(said).toContain('attribute parcel_stops.arrived_at')
    expect(said.filter((each) => /attribute parcels\.(?:parcel_stops|arrived_at|parcel_id)/.test(each))).toEqual([])
  })

  it.each(['Weight – grams, never ounces, as agreed', '`status` – open, closed, lost'])(
    'takes no remark behind a dash for columns: %s',
    async (line) => {
      const said = await decided(line)
      expect(said.filter((each) => /^entity|\.(?:grams|ounces|open|closed|lost)\b/.test(each))).toEqual([])
    },
  )

  it('takes what stands in a table’s parenthesis for its columns, not for tables', async () => {
    const said = await decided(
      'Create the catalogue table `medals` (code, name, needed_laps) and `rider_medals` (rider, medal, won_at).',
    )
    expect(said).toEqual(expect.arrayContaining(['entity medals table', 'attribute medals.code', 'attribute medals.needed_laps']))
    expect(said).not.toContain('entity needed_laps table')
  })

  it('takes a list behind a name in code for its values, where few are columns', async () => {
    const said = await decided('Table `medals` (gold, silver, bronze).')
    expect(said.filter((each) => each.startsWith('attribute medals'))).toEqual([])
  })

  it('reads the table behind a title in words, and what it is said to have', async () => {
    const said = await decided('Invites: `club_invites` with a unique `code`, `expires_at` and `sent_by`.')
    expect(said).toContain('entity club_invites table')
    expect(said).toContain('attribute club_invites.expires_at')
    expect(said.filter((each) => /^entity invites?\b|attribute invites?\./.test(each))).toEqual([])
  })

  it('takes the first of a list behind a title for a column', async () => {
    const said = await decided('Invites: `id`, `code`, `expires_at`.')
    expect(said.map((each) => each.replace(/invites?/, 'invite'))).toContain('attribute invite.code')
  })

  it('gives what a join table has to the join table', async () => {
    const said = await decided(
      'Clubs and their members: `clubs` plus the join table `club_members` with a role (`head` | `rider`) and `joined_at`. Composite primary key (club_id, user_id).',
    )
    expect(said).toContain('attribute club_members.joined_at')
    expect(said.filter((each) => /^attribute clubs\./.test(each))).toEqual([])
    expect(said.some((each) => /^key club_members/.test(each))).toBe(true)
  })

  it('keeps a bare word of a list of columns as it is written', async () => {
    const said = await decided('visits – id, pet_id, notes, comment, paid_at')
    expect(said).toEqual(expect.arrayContaining(['attribute visit.notes', 'attribute visit.comment']))
  })

  it('reads a bare list of columns below the name of a table', async () => {
    const said = (
      await claimsOf({
        notes:
          '### Entities\n\n#### parcels\n- id: uuid\n- label\n\n#### parcel_stops\n- id, parcel_id, model, remark, left_at (nullable)\n- service role only\n\n#### Colours\nred, green and blue\n',
      })
    ).map(sayClaim)
    expect(said).toEqual(
      expect.arrayContaining([
        'entity parcel_stops table',
        'attribute parcel_stops.remark',
        'attribute parcel_stops.left_at optional',
      ]),
    )
    expect(said.filter((each) => /^entity (?!parcels?\b|parcel_stops)|service_role|\.(?:red|green)/.test(each))).toEqual([])
  })

  it('takes what opens a turn of the session for no table', async () => {
    const said = await decided(
      'Rekomendacja: typ ENUM `loan_state`: `open`, `lost` w tabeli `loans`.',
      'Answer: one list, sorted, public.',
    )
    expect(said.filter((each) => /^entity (?!loans)/.test(each))).toEqual([])
    expect(await decided('answers – id, question_id, content')).toContain('attribute answer.content')
  })

  it('joins names to a table, and nothing else', async () => {
    const said = await decided(
      'Statusy w tabeli `user_books`, domyślnie `want_to_read`.',
      '`authors` i tabela łącząca `book_authors`.',
    )
    expect(said).toEqual(expect.arrayContaining(['entity user_books table', 'entity authors table', 'entity book_authors table']))
    expect(said).not.toContain('entity want_to_read table')
  })

  it('takes no enum for a table because it begins with one', async () => {
    const said = await decided('Tables: `orders`.', '`open`, `sent`, `lost` as an enum `order_status`.')
    expect(said).not.toContain('entity order_status table')
  })

  it('reads a list that is one code span', async () => {
    const said = await decided('Create `books(id uuid, title text, pages int)`.')
    expect(said).toEqual(
      expect.arrayContaining(['attribute books.id uuid', 'attribute books.title text', 'attribute books.pages int']),
    )
  })

  it('reads what an entity will include', async () => {
    const said = await decided('Books entity will include: title, author_name, published_on, isbn (TEXT, unique)')
    expect(said.filter((line) => line.startsWith('attribute'))).toHaveLength(4)
    expect(said.some((line) => /attribute books?\.isbn TEXT unique/.test(line))).toBe(true)
  })

  it('reads Polish lists', async () => {
    const said = await decided('Tabela `czytelnicy` z kolumnami `imie`, `telefon` (VARCHAR(20), opcjonalne) i `karta_id`.')
    expect(said).toContain('attribute czytelnicy.imie')
    expect(said).toContain('attribute czytelnicy.telefon VARCHAR(20) optional')
    expect(said).toContain('attribute czytelnicy.karta_id')
  })

  it('reads one column with its definition', async () => {
    expect(await decided("Dodanie pola `currency VARCHAR(3) DEFAULT 'PLN'` do tabeli `loans`.")).toContain(
      "attribute loans.currency VARCHAR(3) default 'PLN'",
    )
  })

  it('takes values, functions and unique pairs for no columns', async () => {
    const said = await decided(
      'The table `loans`.',
      '`status` (`open`, `closed`) in `loans`',
      'A function `loan_total(loan_id, at_day)` is written for `loans`.',
    )
    expect(said).toContain('values loans.status open|closed')
    expect(said.filter((line) => /\.(?:open|closed|loan_total|at_day)\b/.test(line))).toEqual([])
  })
})

describe('column items', () => {
  const notes = `# Schema

## Table \`loans\`

- \`id\` (UUID, Primary Key, default \`gen_random_uuid()\`) - Unique identifier.
- \`reader_id\` (UUID, Foreign Key to \`auth.users(id)\`, NOT NULL, ON DELETE CASCADE) - Who borrowed.
- **remark** (TEXT, max 200 characters): what the librarian wrote
- \`state\` (TEXT, NOT NULL, CHECK (\`state\` IN ('open', 'closed')))
  - 'open': not yet returned

## Indexes

- Index on \`reader_id\`
`
  it('reads one column per item below a table', async () => {
    const said = (await claimsOf({ notes })).map(sayClaim)
    expect(said).toContain('attribute loans.id UUID default gen_random_uuid() key')
    expect(said).toContain('attribute loans.reader_id UUID required → auth.users.id')
    expect(said).toContain('delete loans.reader_id to auth.users cascade')
    expect(said).toContain('limit loans.remark characters ..200')
    expect(said.some((line) => line.startsWith('attribute loans.state TEXT required'))).toBe(true)
    expect(said.some((line) => /attribute \S*\.'?open/.test(line))).toBe(false)
  })
})

describe('data dictionaries', () => {
  it('reads markdown tables with a column of types', async () => {
    const said = (
      await claimsOf({
        notes:
          '## Table `books`\n\n| Column | Type | Constraints |\n|---|---|---|\n| id | UUID | PRIMARY KEY |\n| title | VARCHAR(200) | NOT NULL |\n| isbn | TEXT | UNIQUE, optional |\n',
      })
    ).map(sayClaim)
    expect(said).toEqual(
      expect.arrayContaining([
        'attribute books.id UUID key',
        'attribute books.title VARCHAR(200) required',
        'attribute books.isbn TEXT optional unique',
      ]),
    )
  })

  it('reads nothing of a table without types', async () => {
    const said = (
      await claimsOf({
        notes:
          '## Decisions for the table `books`\n\n| Area | Decision | Why |\n|---|---|---|\n| Speed | caching | fewer queries |\n',
      })
    ).map(sayClaim)
    expect(said.filter((line) => line.startsWith('attribute'))).toEqual([])
  })
})

describe('SQL blocks', () => {
  const script = `create type loan_state as enum ('open', 'closed');
create table loans (
  id uuid primary key default gen_random_uuid(),
  book_id uuid not null references books(id) on delete cascade,
  fee numeric(6,2) check (fee >= 0),
  state loan_state not null default 'open',
  unique (book_id, state)
);
create index on loans (book_id, created_at desc);
create table broken (id uuid,,);
alter table loans add constraint late check (returned_on >= lent_on);
create policy "own" on loans for select to authenticated using (reader_id = auth.uid());
`
  it('reads what PostgreSQL accepts', async () => {
    const said = (await claimsOf({ notes: `\`\`\`sql\n${script}\`\`\`\n` })).map(sayClaim)
    expect(said).toEqual([
      'entity loans table',
      'attribute loans.id uuid required default gen_random_uuid() key',
      'attribute loans.book_id uuid required → books.id',
      'delete loans.book_id to books cascade',
      'attribute loans.fee numeric(6,2) optional',
      'condition loans fee >= 0',
      "attribute loans.state required default 'open'",
      'values loans.state open|closed enum',
      'unique loans (book_id, state)',
      'index loans (book_id, created_at desc)',
      'condition loans returned_on >= lent_on',
      'access loans owner select',
    ])
  })

  it('quotes the line of each column', async () => {
    const claims = await claimsOf({ notes: `# Script\n\n\`\`\`sql\n${script}\`\`\`\n` })
    const fee = claims.find((claim) => claim.kind === 'attribute' && claim.attribute.name === 'fee')
    expect(fee?.source).toMatchObject({ line: 8, quote: 'fee numeric(6,2) check (fee >= 0),' })
  })
})
