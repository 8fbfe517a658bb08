import type { NotesCase } from './notes-outline.ts'

/** Planning notes in English, in the forms they come in. */
export const notesInEnglish: readonly NotesCase[] = [
  {
    name: 'tags that are never closed, columns in parentheses',
    notes: `<conversation_summary>
<decisions>
1. The schema has two tables, \`plots\` and \`harvests\`; accounts stay in \`auth.users\`.
2. A plot has a unique number per user.
3. Deleting a plot deletes its harvests.
4. Harvest quality is an enum: 'poor', 'fair', 'good'.
<matched_recommendations>
1. Use UUIDs for all primary keys.
2. Enable RLS so that users can access only their own plots and harvests.
<database_planning_summary>
- \`plots\` (id, user_id, number integer, area_m2 numeric(8,2), notes text null)
- \`harvests\` (id, plot_id, crop, weight_g integer, picked_on date, quality)
`,
    plan: [
      'harvests: crop, picked_on date, plot_id > plots, quality (poor|fair|good), weight_g integer',
      'plots: area_m2 numeric(8,2), notes?, number integer, user_id > accounts, unique (user_id, number)',
    ],
  },
  {
    name: 'headings and a bullet per column',
    notes: `# Database planning summary

## Decisions

- Books are global, reviews belong to users.

## Entities

### books
- \`id\` (UUID, primary key)
- \`title\` (TEXT, NOT NULL, max 200 characters)
- \`isbn\` (TEXT, UNIQUE)
- \`published_year\` (SMALLINT, nullable)

### reviews
- \`id\` (UUID, primary key)
- \`user_id\` (UUID, FK → auth.users.id, ON DELETE CASCADE)
- \`book_id\` (UUID, FK → books.id, ON DELETE RESTRICT)
- \`rating\` (SMALLINT, 1-5)
- \`body\` (TEXT, nullable)

## Constraints

- One review per user and book: UNIQUE (user_id, book_id).
`,
    plan: [
      'books: isbn, published_year? smallint, title, unique (isbn)',
      'reviews: body?, book_id > books restrict, rating smallint, user_id > accounts, unique (user_id, book_id)',
    ],
  },
  {
    name: 'everything on one line',
    notes:
      '<conversation_summary><decisions>1. Tables: `boards`, `tasks`. 2. `boards` (id, user_id, title). 3. `tasks` (id, board_id, title, position integer, done boolean). 4. Task titles are limited to 120 characters.</decisions><matched_recommendations>1. RLS: users see only their own boards and tasks.</matched_recommendations></conversation_summary>\n',
    plan: ['boards: title, user_id > accounts', 'tasks: board_id > boards, done boolean, position integer, title'],
  },
  {
    name: 'questions with numbered answers',
    notes: `# Database session

Tables: \`trips\` (id, user_id, name, starts_on date, ends_on date), \`stops\` (id, trip_id, place, position integer).

## Questions

1. Should we add a table \`countries\` for the countries of a trip?
2. Should \`stops\` have a column \`note\`?
3. Should trips be deleted softly?

## Answers

1. No.
2. Yes.
3. No, hard delete.
`,
    plan: [
      'stops: note?, place, position integer, trip_id > trips',
      'trips: ends_on date, name, starts_on date, user_id > accounts',
    ],
  },
  {
    name: 'a later decision overrides an earlier one',
    notes: `## Decisions

1. \`recipes\` (id, user_id, title, servings integer, source_url).
2. \`recipes.title\` is limited to 100 characters.
3. **CHANGE**: \`recipes.title\` is limited to 150 characters.
4. No \`source_url\` column in \`recipes\`: it was rejected.
`,
    plan: ['recipes: servings integer, title, user_id > accounts'],
  },
  {
    name: 'a memo without headings, sentences without identifiers',
    notes: `Database memo

We keep members and payments. Every member has a first name, a last name, an email and a phone number. A payment belongs to one member and has an amount, a due date and a status (pending, paid, cancelled). Amounts are stored as NUMERIC(10,2). Emails of members are unique.
`,
    plan: [
      'members: email, first_name, last_name, phone_number?, unique (email)',
      'payments: amount numeric(10,2), due_date date, member_id > members, status (pending|paid|cancelled)',
    ],
  },
  {
    name: 'a table of columns',
    notes: `# Data model

## Table \`sensors\`

| Column | Type | Notes |
|---|---|---|
| id | bigint | primary key |
| user_id | uuid | references auth.users |
| serial | text | unique |
| label | text | optional |

## Table \`readings\`

| Column | Type | Notes |
|---|---|---|
| id | bigint | primary key |
| sensor_id | bigint | references sensors(id) on delete cascade |
| measured_at | timestamptz | not null |
| value | numeric(8,3) | not null |
`,
    plan: [
      'readings: measured_at timestamptz, sensor_id > sensors, value numeric(8,3)',
      'sensors: label?, serial, user_id > accounts, unique (serial)',
    ],
  },
  {
    name: 'a tree and arrows',
    notes: `## Decisions

1. \`courses\` (id, user_id, title), \`lessons\` (id, title, position integer), \`quizzes\` (id, question, answer).

## Relationships

- auth.users (1) -> (N) courses
- courses (1) -> (N) lessons
- lessons 1:N quizzes
`,
    plan: [
      'courses: title, user_id > accounts',
      'lessons: course_id > courses, position integer, title',
      'quizzes: answer, lesson_id > lessons, question',
    ],
  },
  {
    name: 'many to many with a join table, composite key',
    notes: `<decisions>
1. \`songs\` (id, user_id, title, key), \`playlists\` (id, user_id, name).
2. Many-to-many between \`songs\` and \`playlists\` via \`playlist_songs\` (playlist_id, song_id, position integer) with primary key (playlist_id, song_id).
3. \`playlists.name\` is unique per user.
</decisions>
`,
    plan: [
      'playlist_songs: playlist_id > playlists, position integer, song_id > songs, key (playlist_id, song_id)',
      'playlists: name, user_id > accounts, unique (user_id, name)',
      'songs: key, title, user_id > accounts',
    ],
  },
  {
    name: 'several files',
    notes: [
      `# Database session, part 1

## Decisions

- \`clients\`: \`id\`, \`user_id\`, \`name\` (max 120 characters), \`tax_number\` (optional).
`,
      `# Database session, part 2

## Decisions

- \`projects\`: \`id\`, \`client_id\`, \`name\`, \`hourly_rate\` NUMERIC(8,2), \`status\` ENUM ('open', 'closed'), default 'open'.
- \`time_entries\`: \`id\`, \`project_id\`, \`worked_on\` date, \`minutes\` integer, \`description\` (optional).
- Deleting a client is refused while it has projects.
`,
    ],
    plan: [
      'clients: name, tax_number?, user_id > accounts',
      'projects: client_id > clients restrict, hourly_rate numeric(8,2), name, status (open|closed)',
      'time_entries: description?, minutes integer, project_id > projects, worked_on date',
    ],
  },
  {
    name: 'what each thing has, said in prose beside identifiers',
    notes: `<decisions>
1. A \`profiles\` table (1:1 with \`auth.users\`) stores \`display_name\` and \`phone\` (optional).
2. Guilds have a name (max 120 characters), a city and a yearly fee.
3. Stalls belong to exactly one guild; each stall has a number and a width.
4. \`stall_leases\` (id, stall_id, leased_from, leased_until null). Leases of one stall must not overlap.
</decisions>
<database_planning_summary>
The schema consists of \`guilds\`, \`stalls\`, \`stall_leases\` and \`profiles\`.
</database_planning_summary>
`,
    plan: [
      'guilds: city, name, yearly_fee numeric(12,2)',
      'profiles: display_name, phone?',
      "stall_leases: leased_from date, leased_until? date, stall_id > stalls, exclude (stall_id, daterange(leased_from, leased_until, '[]'))",
      'stalls: guild_id > guilds, number, width numeric(10,2)',
    ],
  },
  {
    name: 'columns in parentheses with enumerations, a list in words, a later refusal',
    notes: `Summary of the database session

Entities: \`products\`, \`orders\`, \`order_items\`, \`customers\`.

1. products(id, name, price numeric(8,2), category, is_active boolean default true)
2. customers(id, name, email unique nullable)
3. orders(id, customer_id nullable, pickup_date date, pickup_time, status enum('new','ready'), total numeric(10,2))
4. order_items: order, product, quantity integer, unit price
5. We decided against a \`categories\` table; category stays a text column.
`,
    plan: [
      'customers: email?, name, unique (email)',
      'order_items: order_id > orders, product_id > products, quantity integer, unit_price numeric(12,2)',
      'orders: customer_id? > customers set null, pickup_date date, pickup_time time, status (new|ready), total numeric(10,2)',
      'products: category, is_active boolean, name, price numeric(8,2)',
    ],
  },
  {
    name: 'a drawing with arrows, tables called by what they join',
    notes: `# Data model notes

\`\`\`
schools
    ↓ 1:N
pupils
\`\`\`

- \`schools\` (id, name, city)
- \`pupils\` (id, school_id, first_name, last_name)
- \`badges\` (id, name)
- \`pupil_badges\` – which badges a pupil has
`,
    plan: [
      'badges: name',
      'pupil_badges: badge_id > badges, pupil_id > pupils, key (pupil_id, badge_id)',
      'pupils: first_name, last_name, school_id > schools',
      'schools: city, name',
    ],
  },
  {
    name: 'terse: a word and its list, columns with bounds and values',
    notes: `# Notes

## Tables

products
- id uuid
- name text not null
- price numeric(10,2)

invoices
- id uuid
- product_id -> products
- quantity int > 0
- status: new / paid / sent
`,
    plan: ['invoices: product_id > products, quantity integer, status (new|paid|sent)', 'products: name, price numeric(10,2)'],
  },
  {
    name: 'terse: a line per table',
    notes: `# Database planning

- products: id, name, price
- customers: id, name
- invoices: id, product_id, customer_id, issue_date
`,
    plan: [
      'customers: name',
      'invoices: customer_id > customers, issue_date date, product_id > products',
      'products: name, price numeric(12,2)',
    ],
  },
]
