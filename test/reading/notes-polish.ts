import type { NotesCase } from './notes-outline.ts'

/** Planning notes in Polish, in the forms they come in. */
export const notesInPolish: readonly NotesCase[] = [
  {
    name: 'znaczniki, listy w nawiasach, odmowy',
    notes: `<conversation_summary>
<decisions>
1. Tabele: \`animals\`, \`visits\`.
2. \`animals\` (id, user_id, name, species, birth_date date).
3. Gatunek zwierzęcia to enum: 'dog', 'cat', 'other'.
4. Brak tabeli \`owners\` w MVP.
5. Usunięcie zwierzęcia usuwa jego wizyty kaskadowo.
</decisions>
<matched_recommendations>
1. Klucze główne typu UUID we wszystkich tabelach.
2. RLS: użytkownik widzi wyłącznie własne rekordy.
</matched_recommendations>
<database_planning_summary>
- \`visits\` (id, animal_id → animals.id, visited_on date, reason max 200 znaków, cost numeric(8,2))
</database_planning_summary>
</conversation_summary>
`,
    plan: [
      'animals: birth_date date, name, species (dog|cat|other), user_id > accounts',
      'visits: animal_id > animals, cost numeric(8,2), reason?, visited_on date',
    ],
  },
  {
    name: 'nagłówki, encje bez identyfikatorów',
    notes: `# Podsumowanie planowania bazy danych

## Decyzje

1. Użytkownik ma wiele budżetów, a budżet ma wiele wydatków.
2. Encja Budżet zawiera: nazwa, limit kwoty, data rozpoczęcia.
3. Encja Wydatek zawiera: kwota, data, opis (opcjonalny).
4. Nazwa budżetu jest unikalna w obrębie użytkownika.
5. Kwoty jako \`NUMERIC(10,2)\`.
`,
    plan: [
      'budgets: amount_limit numeric(10,2), name, start_date date, user_id > accounts, unique (user_id, name)',
      'expenses: amount numeric(10,2), budget_id > budgets, date date, description?',
    ],
  },
  {
    name: 'pytania i odpowiedzi',
    notes: `# Sesja planowania bazy danych

Tabela \`events\` (id, user_id, title, starts_at, location).

## Pytania

1. Czy dodać kolumnę \`capacity\` typu integer do \`events\`?
2. Czy potrzebna jest osobna tabela \`locations\`?

## Odpowiedzi

1. tak
2. nie
`,
    plan: ['events: capacity integer, location, starts_at timestamptz, title, user_id > accounts'],
  },
  {
    name: 'punkt na kolumnę, zmiana decyzji',
    notes: `## Decyzje

1. Tabela \`loans\`:
   - \`id\` (UUID, klucz główny)
   - \`user_id\` (UUID, klucz obcy do auth.users)
   - \`item\` (TEXT, max 80 znaków)
   - \`borrower\` (TEXT)
   - \`due_on\` (DATE, opcjonalne)
   - \`status\` (ENUM: 'active', 'returned')
2. **ZMIANA**: \`status\` w \`loans\` przyjmuje wartości 'active', 'returned', 'lost'.
3. Odrzucono dodanie kolumny \`photo_url\`.
`,
    plan: ['loans: borrower, due_on? date, item, status (active|returned|lost), user_id > accounts'],
  },
  {
    name: 'wszystko w jednej linii',
    notes:
      '<conversation_summary> <decisions> 1. Tabela `routes` (id, user_id, name, distance_km numeric(6,2)). 2. Tabela `runs` (id, route_id, run_on date, duration_s integer). 3. Nazwa trasy ma maksymalnie 60 znaków. </decisions> </conversation_summary>\n',
    plan: [
      'routes: distance_km numeric(6,2), name, user_id > accounts',
      'runs: duration_s integer, route_id > routes, run_on date',
    ],
  },
  {
    name: 'drzewo w bloku kodu i tabela tabel',
    notes: `# Notatki z sesji

\`\`\`
auth.users
 ├── organizations (owner_id)
 │    ├── organization_members (user_id, role: owner|editor|viewer)
 │    └── events
 │         ├── tickets
 │         └── sponsors (M:N)
 └── profiles (1:1)
\`\`\`

| Tabela | Kolumny |
|---|---|
| organizations | id, owner_id, name, slug (unikalny) |
| events | id, organization_id, title, description, starts_at, ends_at, venue, capacity |
| tickets | id, event_id, buyer_email, price numeric(8,2), status (reserved, paid, cancelled), purchased_at |
| sponsors | id, name, website |
| profiles | id, full_name, avatar_url |

Ustalenia:
- Wydarzenia mogą być publiczne (\`is_public\` domyślnie false).
`,
    plan: [
      'event_sponsors: event_id > events, sponsor_id > sponsors, key (event_id, sponsor_id)',
      'events: capacity integer, description?, ends_at timestamptz, is_public boolean, organization_id > organizations, starts_at timestamptz, title, venue',
      'organization_members: organization_id > organizations, role (owner|editor|viewer), user_id > accounts, unique (organization_id, user_id)',
      'organizations: name, owner_id > accounts, slug, unique (slug)',
      'profiles: avatar_url?, full_name',
      'sponsors: name, website?',
      'tickets: buyer_email, event_id > events, price numeric(8,2), purchased_at? timestamptz, status (reserved|paid|cancelled)',
    ],
  },
  {
    name: 'tekst pisany bez polskich znakow',
    notes: `# Sesja planowania bazy danych

## Decyzje

1. Kazdy trener ma imie, nazwisko, adres e-mail i poziom (mlodszy, starszy).
2. Kazdy kurs ma nazwe, date, godzine rozpoczecia i opcjonalna notatke.
3. Kazdy kurs nalezy do jednego trenera.
`,
    plan: [
      'courses: date date, name, note?, start_time time, trainer_id > trainers',
      'trainers: email, first_name, last_name, level (mlodszy|starszy)',
    ],
  },
  {
    name: 'nagłówek na encję, pole na punkt, słowa w miejsce identyfikatorów',
    notes: `# Notatki z planowania bazy danych

## Encje

### Wizyta
- pacjent
- data
- powód (opcjonalnie)
- status: zaplanowana, odbyta, odwołana

### Pacjent
- imię
- nazwisko
- data urodzenia

## Relacje
- Pacjent 1:N Wizyta

## Decyzje
- Usunięcie pacjenta usuwa jego wizyty.
`,
    plan: [
      'patients: birth_date date, first_name, last_name',
      'visits: date date, patient_id > patients, reason?, status (zaplanowana|odbyta|odwołana)',
    ],
  },
  {
    name: 'terminy, które nie mogą się nakładać',
    notes: `## Decyzje

1. \`courts\` (id, name, surface), \`bookings\` (id, court_id, user_id, starts_at, ends_at, status ENUM 'held', 'cancelled').
2. Rezerwacje tego samego kortu nie mogą się nakładać.
3. Kort (\`courts\`) jest wspólny.
`,
    plan: [
      'bookings: court_id > courts no action, ends_at timestamptz, starts_at timestamptz, status (held|cancelled), user_id > accounts, exclude (court_id, tstzrange(starts_at, ends_at)) partly',
      'courts: name, surface',
    ],
  },
]
