import { describe, expect, it } from 'vitest'
import { claimsOf, decided, required, sayClaim } from '../testing.ts'

describe('indexes', () => {
  it.each([
    ['Index on `loans.reader_id` and `loans.due_on`.', ['index loans (reader_id)', 'index loans (due_on)']],
    [
      'Indeksy na: `reader_id`, `created_at DESC` w tabeli `loans`.',
      ['index loans (reader_id)', 'index loans (created_at desc)'],
    ],
    ['Composite index on `loans (reader_id, due_on)`.', ['index loans (reader_id, due_on)']],
    [
      "Partial index on `loans (reader_id, created_at desc) where status = 'open'`.",
      ["index loans (reader_id, created_at desc) where status = 'open'"],
    ],
    ['GIN index on `books.search_vector`.', ['index books (search_vector) gin']],
    ['Indexes on all foreign key columns.', ['convention index foreign keys']],
  ])('%s', async (line, claims) => {
    expect(await decided('Tables `books` and `loans`.', line)).toEqual(expect.arrayContaining(claims))
  })

  it('reads no index that is refused', async () => {
    const said = await decided('Tables `books` and `loans`.', 'Skip indexes on `loans.note`.', 'No index on `books.title`.')
    expect(said.filter((line) => line.startsWith('index'))).toEqual([])
  })
})

describe('exclusions', () => {
  it.each([
    ['Brak tabeli `fines` w MVP.', 'exclusion entity fines'],
    ['No separate `tags` table.', 'exclusion entity tags'],
    ['Odrzucono dodanie kolumny `description` w tabeli `books`.', 'exclusion attribute books.description'],
    ['Numbering in `books` (without a separate table `book_sequences`).', 'exclusion entity book_sequences'],
    ['The `tags` table is out of scope for the MVP.', 'exclusion entity tags'],
    ['As the table `tags` is not part of the MVP, words are free text.', 'exclusion entity tags'],
    ['`fines` is deferred to v2.', 'exclusion entity fines later'],
    ['`books.description` is not needed.', 'exclusion attribute books.description'],
    ['Tabela `fines` nie wchodzi w zakres MVP.', 'exclusion entity fines'],
    ['Tabela `tags` zostanie dodana w kolejnej wersji.', 'exclusion entity tags later'],
    ['Tabela `tags` została odrzucona.', 'exclusion entity tags'],
    ['No JSONB.', 'convention no jsonb'],
    ['Brak RLS w MVP.', 'convention no row level security'],
  ])('%s', async (line, claim) => {
    const said = await decided('The table `books`.', line)
    expect(said).toContain(claim)
    expect(
      said.filter((each) =>
        /^entity (?:fines|tags|book_sequences)\b|^attribute \S+\.(?:description|book_sequences)\b/.test(each),
      ),
    ).toEqual([])
  })

  it.each([
    'The table `books` may be extended later.',
    'Table `books` does not store covers.',
    'Tabela `books` może zostać rozszerzona w przyszłości.',
    'Tabela `books` nie jest częścią widoku listy.',
    'The table `books` is not sorted.',
    'The table `books`: omit table partitioning for the first library.',
    'Tabela `books`: pola tekstowe (nie referencje do tabeli users).',
  ])('refuses nothing: %s', async (line) => {
    const said = await decided(line)
    expect(said).toContain('entity books table')
    expect(said.filter((each) => each.startsWith('exclusion entity'))).toEqual([])
  })

  it('refuses what stands out of scope, and nothing that is asked for elsewhere', async () => {
    const said = (
      await claimsOf({
        prd: '# PRD\n\n## 3. Functional Requirements\n- Users create, edit and delete plants.\n\n## 4. Product Boundaries\n\nOut of scope:\n- Sharing plants, comments and ratings\n\n## 6. Success Metrics\n- 80% of users add 3 plants per week\n',
      })
    ).map(sayClaim)
    expect(said).toContain('exclusion feature Sharing plants, comments and ratings')
    expect(said).toContain('exclusion entity comment')
    expect(said).not.toContain('exclusion entity plant')
    expect(said.filter((line) => line.startsWith('count'))).toEqual([])
  })
})

describe('what is left out', () => {
  const features = async (prd: string) =>
    (await claimsOf({ prd: `# PRD\n\n${prd}` })).map(sayClaim).filter((line) => line.startsWith('exclusion feature'))

  it('takes an item for one feature, and a label for none', async () => {
    expect(
      await features(
        '## Product Boundaries\n\nOut of Scope (MVP)\n\n- Selling plants,\n- No shop is planned; the focus stays on watering.\n',
      ),
    ).toEqual(['exclusion feature Selling plants', 'exclusion feature No shop is planned'])
  })

  it('takes the title of a story that is put off without its label', async () => {
    expect(await features('## User Stories\n\n### US-001\nTitle: Share a bed (Future Release)\n')).toEqual([
      'exclusion feature Share a bed later',
    ])
  })
})

describe('access', () => {
  it.each([
    ['RLS: owner-only access for user tables.', 'access ? owner only select+insert+update+delete'],
    ['Admin can only SELECT `events`.', 'access events role admin select'],
    [
      '`feature_flags`: tabela nie jest dostępna publicznie (tylko dla backendu).',
      'access feature_flags backend only select+insert+update+delete',
    ],
    ['The `genres` table is read-only.', 'access genres signed in only select'],
    ['Użytkownik nie może zmienić `user_id` w tabeli `loans`.', 'access loans owner not update (user_id)'],
  ])('%s', async (line, claim) => {
    expect(await decided(line)).toContain(claim)
  })

  it('reads stories', async () => {
    const said = await required(
      'As a user I want to add, edit and delete plants.',
      'As an admin I want to delete any plant.',
      'Jako użytkownik chcę przeglądać swoje rośliny.',
    )
    expect(said).toContain('access plant owner insert+update+delete')
    expect(said).toContain('access plant role admin delete')
    expect(said).toContain('access plant owner select')
    expect(said).toContain('role admin')
  })

  it('takes a form that does not allow something for no rule', async () => {
    const said = await required('Users add, edit and delete plants.', 'The form does not allow saving a plant without a name.')
    expect(said.filter((line) => line.includes(' not '))).toEqual([])
  })
})

describe('queries', () => {
  it('reads sorting and filtering', async () => {
    const said = await required(
      'Users can add, edit and delete plants.',
      'The list of plants is sorted from newest to oldest.',
      'Plants can be filtered by species.',
    )
    expect(said).toContain('query plant sort created_at desc')
    expect(said).toContain('query plant filter species')
  })
})

describe('conventions', () => {
  it.each([
    ['All tables have timestamps created_at and updated_at.', 'convention timestamps'],
    ['Pola `created_at` i `updated_at` na wszystkich tabelach.', 'convention timestamps'],
    ['Audit log of all changes.', 'convention audit log'],
    ['Do not enable RLS for now.', 'convention no row level security'],
    ['Bez włączania RLS w tej wersji.', 'convention no row level security'],
    ['Usunięcie konta usuwa wszystkie dane.', 'convention account deletion'],
  ])('%s', async (line, claim) => {
    expect(await decided(line)).toContain(claim)
  })

  it.each([
    ['Leave room for growth without breaking RLS.', 'convention no row level security'],
    ['Zostawić miejsce na rozbudowę bez naruszania RLS.', 'convention no row level security'],
    ['Usunięty użytkownik nie widzi ogłoszeń.', 'convention account deletion'],
    ['Deleting an account is a soft delete.', 'convention account deletion'],
    ['Values are validated by enums in code rather than in the database.', 'convention enums'],
  ])('not: %s', async (line, claim) => {
    expect(await decided(line)).not.toContain(claim)
  })

  it('takes the timestamps of one table for columns', async () => {
    const said = await decided('The table `books` has `created_at`.')
    expect(said).not.toContain('convention timestamps')
    expect(said).toContain('attribute books.created_at')
  })
})

describe('open questions and answers', () => {
  it('keeps what is unresolved', async () => {
    const said = (
      await claimsOf({ notes: '<unresolved_issues>\n1. Whether `books` should store `cover_url`.\n</unresolved_issues>\n' })
    ).map(sayClaim)
    expect(said).toEqual(['open Whether books should store cover_url.'])
  })

  it('knows when nothing is', async () => {
    expect(
      await claimsOf({ notes: '<unresolved_issues>\nThere are no unresolved issues at this stage.\n</unresolved_issues>\n' }),
    ).toEqual([])
    expect(
      await claimsOf({ notes: '<unresolved_issues>\nBrak istotnych nierozwiązanych kwestii.\n</unresolved_issues>\n' }),
    ).toEqual([])
  })

  it('refuses what a numbered answer refuses', async () => {
    const said = await claimsOf({
      notes:
        '## Questions\n\n1. Should there be a table `tags`?\n2. Should there be a table `authors`?\n\n## Answers\n\n1. no\n2. yes\n',
    })
    const refused = said.find((claim) => claim.kind === 'exclusion')
    expect(refused && sayClaim(refused)).toBe('exclusion entity tags')
    expect(refused?.source).toMatchObject({ authority: 'answer', quote: 'no' })
  })
})

describe('fields in prose', () => {
  it('reads forms in English', async () => {
    const said = await required(
      'Users can add, edit and delete plants. The form for adding a plant has fields: name (max 80 characters), species, planting date (optional) and notes.',
    )
    expect(said).toEqual(
      expect.arrayContaining([
        'attribute plant.name',
        'attribute plant.species',
        'attribute plant.planting_date optional',
        'limit plant.name characters ..80',
      ]),
    )
  })

  it('reads forms in Polish', async () => {
    const said = await required(
      'Użytkownik może dodawać, edytować i usuwać rośliny.',
      'Formularz dodawania rośliny zawiera pola: nazwa, gatunek i opcjonalne notatki.',
    )
    expect(said).toEqual(
      expect.arrayContaining(['attribute plant.name', 'attribute plant.species', 'attribute plant.note optional']),
    )
  })

  it('reads a default of today', async () => {
    const english = await required(
      'Users can add, edit and delete plants. The form for adding a plant has fields: name, date (default: today) and notes.',
    )
    expect(english).toContain('attribute plant.date default current_date')
    const polish = await required(
      'Użytkownik może dodawać, edytować i usuwać rośliny.',
      'Formularz dodawania rośliny zawiera pola: nazwa, data (domyślnie bieżąca) i notatki.',
    )
    expect(polish).toContain('attribute plant.date default current_date')
  })

  it('takes the login form for nothing that is stored here', async () => {
    const said = await required(
      'Users add, edit and delete plants.',
      'The login form contains fields: email and password.',
      'Formularz logowania zawiera pola: e-mail i hasło.',
    )
    expect(said.filter((line) => line.startsWith('attribute'))).toEqual([])
  })
})
