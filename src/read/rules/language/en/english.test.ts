import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LanguageModel } from '../sentence.ts'
import { loadEnglish } from './english.ts'

const english = await loadEnglish([])

/** Text between backticks is a code span. */
function analyse(written: string, model: LanguageModel = english) {
  const marks: { kind: string; start: number; end: number }[] = []
  const text = written.split('`').reduce((before, piece, index) => {
    if (index % 2 === 1) marks.push({ kind: 'code', start: before.length, end: before.length + piece.length })
    return before + piece
  }, '')
  return { text, ...model.analyse(text, marks) }
}

/** `recipe+` a plural, `each:user` its quantifier, `many3:tag+` its count, `title<recipe` its possessor. */
function nounsOf(written: string, model?: LanguageModel): string {
  const { nouns } = analyse(written, model)
  return nouns
    .map((noun) => {
      const quantifier = noun.quantifier === undefined ? '' : `${noun.quantifier}${noun.count === undefined ? '' : noun.count}:`
      const owner = noun.possessor === undefined ? '' : `<${nouns[noun.possessor]?.name}`
      return `${quantifier}${noun.name}${noun.plural ? '+' : ''}${owner}`
    })
    .join(' ')
}

function markersOf(written: string): string {
  const { words, markers } = analyse(written)
  return markers
    .map(
      ({ meaning, from, to }) =>
        `${meaning}(${words
          .slice(from, to)
          .map((word) => word.text)
          .join(' ')})`,
    )
    .join(' ')
}

describe('noun phrases', () => {
  test.each([
    // Determiners, quantifiers, counts
    ['Each user can have many recipes.', 'each:user many:recipe+'],
    ['A trip has several stops.', 'one:trip many:stop+'],
    ['Every invoice belongs to exactly one customer.', 'each:invoice one1:customer'],
    ['An order contains one or more items.', 'one:order many:item+'],
    ['A guest may have zero or one room.', 'one:guest zero or one:room'],
    ['A driver is assigned to at most one vehicle.', 'one:driver zero or one1:vehicle'],
    ['A poll has at least two options.', 'one:poll many2:option+'],
    ['A habit allows up to 3 reminders.', 'one:habit many3:reminder+'],
    ['All invoices and no drafts are listed.', 'all:invoice+ no:draft+'],
    ['Some photos have any caption.', 'some:photo+ some:caption'],
    ['Each of the tenants has a lease.', 'each:tenant+ one:lease'],
    ['A library holds thousands of books.', 'one:library thousand+<book book+'],
    ['Users can add a number of tags.', 'user+ many:tag+'],
    ['The gallery shows a list of paintings.', 'gallery many:painting+'],
    ['Lists of ingredients are stored.', 'many:ingredient+'],
    ['The coach sees a set of exercises.', 'coach many:exercise+'],
    ['A maximum of 10 photos per listing.', 'many10:photo+ listing'],
    // Possessors
    ["the user's saved recipes", 'user recipe+<user'],
    ["users' profiles", 'user+ profile+<user'],
    ['the recipe of the user', 'recipe<user user'],
    ['the name of the airplane', 'name<airplane airplane'],
    ["each patient's date of birth", 'each:patient birth_date<patient'],
    ["a student's first name", 'one:student first_name<student'],
    ['the owner of each vehicle', 'owner<vehicle each:vehicle'],
    ["the author's books' covers", 'author book+<author cover+<book'],
    ['details of the booking', 'booking'],
    ['information about patients', 'patient+'],
    // Names that keep their adjective
    ['The plan has a daily limit.', 'plan one:daily_limit'],
    ['Store the first name, last name and phone number.', 'first_name last_name phone_number'],
    ['A task has a due date and a start time.', 'one:task one:due_date one:start_time'],
    ['users set dietary preferences', 'user+ dietary_preference+'],
    ['an emergency contact and a medical record', 'one:emergency_contact one:medical_record'],
    ['the opening hours of the clinic', 'opening_hour+<clinic clinic'],
    ['a shopping list', 'one:shopping_list'],
    ['the billing address', 'billing_address'],
    ['the estimated cost and the scheduled date', 'estimated_cost scheduled_date'],
    ['average rating', 'average_rating'],
    ['the total price of an order', 'total_price<order one:order'],
    ['a monthly budget', 'one:monthly_budget'],
    ['social media links', 'social_media_link+'],
    ['a short description', 'one:short_description'],
    ['a full-time employee', 'one:full_time_employee'],
    // Names that drop it
    ['a new recipe', 'one:recipe'],
    ['the selected date', 'date'],
    ['existing customers', 'customer+'],
    ['their own notes', 'note+'],
    ['the newly created workout', 'workout'],
    ['AI-generated flashcards', 'flashcard+'],
    ['user-created templates', 'template+'],
    ['a given vehicle', 'one:vehicle'],
    ['two main categories', 'many2:category+'],
    ['several different exercises', 'many:exercise+'],
    ['archived projects', 'project+'],
    ['the most important simple goals', 'goal+'],
    ['assigned drivers', 'driver+'],
    ['unpaid invoices', 'invoice+'],
    ['a unique slug', 'one:slug'],
    ['upcoming events', 'event+'],
    ['per-user settings', 'setting+'],
    // Compounds
    ['meal plans', 'meal_plan+'],
    ['a workout session log', 'one:workout_session_log'],
    ['the household shopping list item', 'household_shopping_list_item'],
    ['credit card numbers', 'credit_card_number+'],
    ['users profile', 'user_profile'],
    // Singular of irregular and awkward plurals
    ['people, children and women', 'person+ child+ woman+'],
    ['categories, boxes and buses', 'category+ box+ bus+'],
    ['statuses and addresses', 'status+ address+'],
    ['quizzes, indices and analyses', 'quiz+ index+ analysis+'],
    ['data series', 'data_series'],
    ['movies, cookies and calories', 'movie+ cookie+ calorie+'],
    ['expenses, purchases and houses', 'expense+ purchase+ house+'],
    ['leaves, knives and shelves', 'leaf+ knife+ shelf+'],
    ['heroes, photos and potatoes', 'hero+ photo+ potato+'],
    ['the address and the status', 'address status'],
    ['matches, dishes and taxes', 'match+ dish+ tax+'],
    ['URLs, APIs and UUIDs', 'url+ api+ uuid+'],
    ['media files', 'media_file+'],
    ['businesses and processes', 'business+ process+'],
    // `of` that names or measures
    ['date of birth', 'birth_date'],
    ['number of guests', 'guest_count'],
    ['the number of portions', 'portion_count'],
    ['type of meal', 'meal_type'],
    ['a kind of exercise', 'one:exercise'],
    ['the amount of water', 'water_amount'],
    ['title of the book', 'title<book book'],
    ['place of birth', 'birth_place'],
    // Shared heads
    ['first and last name', 'first_name last_name'],
    ['start and end dates', 'start_date+ end_date+'],
    ['a billing or shipping address', 'billing_address shipping_address'],
    // Names in code
    ['`recipes` has `user_id`', 'recipes+ user_id'],
    ['The `meal_plans` table references `auth.users`.', 'meal_plans+ auth.users+'],
    ['column created_at of auth.users', 'created_at<auth.users auth.users+'],
    ['a userId and an orderItems list', 'one:userId one:orderItems+ list'],
    ['`price NUMERIC(10,2) NOT NULL DEFAULT 0`', 'price'],
    ['`on delete set null`', ''],
    ['`GET /api/recipes` returns it', ''],
    // Structure stays outside
    ['the recipes table', 'recipe+'],
    ['Table recipes', 'recipe+'],
    ['Flashcards entity will include front', 'flashcard+ front'],
    ['the users table and the title column', 'user+ title'],
    ['the order records', 'order+'],
    // Quoted
    ["status 'in progress' or 'done'", 'status in_progress done'],
    // Verbs that look like nouns, and nouns that look like verbs
    ['Users can list, filter and sort bookings.', 'user+ booking+'],
    ['Store recipes with tags', 'recipe+ tag+'],
    ['Share match results with players', 'match_result+ player+'],
    ['Draw creation', 'draw_creation'],
    ['the import of contacts', 'contact+'],
    ['create a draw', 'one:draw'],
    ['List view', 'list_view'],
    ['search results', 'search_result+'],
    ['display name', 'display_name'],
    ['sort order', 'sort_order'],
    ['Track expenses and plan trips', 'expense+ trip+'],
    ['A user books a room.', 'one:user one:room'],
    ['The coach plans each training.', 'coach each:training'],
    ['creating and deleting posts', 'post+'],
    ['users creating recipes', 'user+ recipe+'],
    ['log in with email and password', 'email password'],
    ['Given a member, when they pay, then a receipt is sent.', 'one:member one:receipt'],
    ['Identifier of the workout set.', 'identifier<workout_set workout_set'],
    ['One coach can own many gyms.', 'one1:coach many:gym+'],
    ['trainings within a given block', 'training+ one:block'],
    ['The trigger updates the date.', 'trigger date'],
    ['all fields storing prices', 'all:field+ price+'],
    ["the member's workout sets per week", 'member workout_set+<member week'],
    ['Selected track is played', 'track'],
    ['custom labels are optional', 'custom_label+'],
    ['Collect and store guest details', 'guest_detail+'],
    ['Prompt library', 'prompt_library'],
    ['an exercise set with reps', 'one:exercise_set rep+'],
    ['the assigned coach.', 'coach'],
    ['Delete visits older than a year', 'visit+ one:year'],
    ['Only members see prices', 'member+ price+'],
    ['as a registered tenant', 'one:tenant'],
    ['logged-in tenants', 'tenant+'],
    ['row-level security', 'security'],
    ['the exact RLS policies', 'rls_policy+'],
    // SQL outside code spans
    ['name (TEXT, NOT NULL) - Name of the gym', 'name name<gym gym'],
    ['user_id (UUID, NOT NULL, ON DELETE CASCADE)', 'user_id uuid'],
    ['Users log in and view results.', 'user+ result+'],
    ['Copy and download reports', 'report+'],
    ['View Recipe Details', 'recipe_detail+'],
    ['Copy button', 'copy_button'],
    ['The page shows a photo, draw name, model selection and date.', 'page one:photo draw_name model_selection date'],
    ['Export reservation', 'reservation'],
    ['Import status', 'import_status'],
    ['an extractor that returns titles', 'one:extractor title+'],
    ['The form captures notes.', 'form note+'],
    ['Failed imports display the reason.', 'import+ reason'],
    ['Search effectiveness', 'search_effectiveness'],
    // Possessive apostrophe of a name
    ['Supabase’s built-in accounts', 'supabase account+<supabase'],
    // Verbless bits
    ['required', ''],
    ['and', ''],
    ['', ''],
    ['(optional)', ''],
  ])('%s', (text, expected) => expect(nounsOf(text)).toBe(expected))
})

describe('kinds of nouns', () => {
  const kinds = (text: string) =>
    analyse(text).nouns.map((noun) => `${noun.name}${noun.person ? ' person' : ''}${noun.abstract ? ' abstract' : ''}`)
  test.each([
    ['The application has a login page.', ['application abstract', 'login_page abstract']],
    ['Patients see doctors.', ['patient person', 'doctor person']],
    ['a registered user and a team leader', ['user person', 'team_leader person']],
    ['children and parents', ['child person', 'parent person']],
    ['The service is simple.', ['service abstract']],
    ['A salon offers services.', ['salon', 'service']],
    ['The time is short.', ['time abstract']],
    ['start time', ['start_time']],
    ['data security', ['data_security abstract']],
    ['A shop sells products.', ['shop', 'product']],
    ['`auth.users`', ['auth.users person']],
    ['workouts and devices', ['workout', 'device']],
  ])('%s', (text, expected) => expect(kinds(text)).toEqual(expected))
})

describe('markers', () => {
  test.each([
    // Limits
    ['The title has at most 100 characters.', 'HAS(has) AT_MOST(at most) CHARACTERS(characters)'],
    ['up to 5 photos', 'AT_MOST(up to)'],
    ['no more than 3 attempts', 'AT_MOST(no more than)'],
    ['front (≤200 chars)', 'AT_MOST(≤) CHARACTERS(chars)'],
    ['between 3 and 32 players', 'BETWEEN(between 3 and 32)'],
    ['values 0-99', 'ONE_OF(values) BETWEEN(0 - 99)'],
    ['3–32 players', 'BETWEEN(3 – 32)'],
    [
      'limited to a maximum of 100 characters',
      'AT_MOST(limited to) ONLY(limited to) AT_MOST(a maximum of) CHARACTERS(characters)',
    ],
    ['must not exceed 500 words', 'MUST(must) AT_MOST(not exceed)'],
    ['max 10 per user', 'AT_MOST(max) PER(per)'],
    ['at least 8 characters', 'AT_LEAST(at least) CHARACTERS(characters)'],
    ['18+ members', 'AT_LEAST(18 +) MEMBER(members)'],
    ['exactly one owner', 'EXACTLY(exactly one) ONE(exactly one) OWNER(owner)'],
    // Cardinality
    ['a one-to-many relationship', 'ONE_TO_MANY(one-to-many) LINKS(relationship)'],
    ['decks 1:N cards', 'ONE_TO_MANY(1:N)'],
    ['tags M2M posts', 'MANY_TO_MANY(M2M)'],
    ['generations (1) -> (N) flashcards', 'ONE_TO_MANY(( 1 ) -> ( N ))'],
    ['many:1 to decks', 'MANY_TO_ONE(many:1)'],
    ['many to many via a join table', 'MANY_TO_MANY(many to many) REFERENCES(via) JOIN_TABLE(join table)'],
    ['A card belongs to a deck.', 'BELONGS(belongs to)'],
    ['A team consists of players.', 'CONSISTS(consists of)'],
    ['zero or more comments', 'MANY(zero or more) ZERO_OR(zero or more)'],
    // What values must be
    ['names must be unique per user', 'MUST(must) UNIQUE(unique) PER(per)'],
    ['no two rooms share a number', 'UNIQUE(no two) SHARE(share) NUMBER(a number)'],
    ['one of: low, high', 'ONE_OF(one of)'],
    ['colors, e.g. red', 'EXAMPLE(e.g.)'],
    ['colors such as red', 'EXAMPLE(such as)'],
    ['the note is optional', 'OPTIONAL(optional)'],
    ['the note is not required', 'OPTIONAL(is not required)'],
    ['the title is mandatory', 'REQUIRED(mandatory)'],
    ['parent_id is nullable', 'NULLABLE(is nullable)'],
    ['the end date can be null', 'DATE(end date) NULLABLE(can be null)'],
    ['defaults to new', 'DEFAULT(defaults to)'],
    ['the price must be positive', 'MONEY(price) MUST(must) POSITIVE(positive)'],
    ['`email TEXT NOT NULL UNIQUE`', 'TEXT(TEXT) REQUIRED(NOT NULL) UNIQUE(UNIQUE)'],
    ['`type` and `date`', ''],
    // Deletion
    ['soft delete is used', 'SOFT_DELETE(soft delete)'],
    ['soft-deleted rows', 'SOFT_DELETE(soft-deleted)'],
    ['Hard delete, no soft delete', 'HARD_DELETE(Hard delete) HARD_DELETE(no soft delete)'],
    ['`ON DELETE CASCADE`', 'CASCADE(ON DELETE CASCADE)'],
    ['on delete set null', 'SET_NULL(on delete set null)'],
    ['cascade deletion on user removal', 'CASCADE(cascade deletion) ACCOUNT_DELETION(user removal)'],
    ['Users can delete their account.', 'CAN(can) ACCOUNT_DELETION(delete their account)'],
    // Access
    ['only the owner can edit', 'ONLY(only) OWNER(the owner) CAN(can) EDITS(edit) WRITE(edit)'],
    ['users see only their own notes', 'READ(see) VIEWS(see) ONLY(only) OWN(their own)'],
    ['publicly readable', 'PUBLIC(publicly readable)'],
    ['writable by the service role only', 'WRITE(writable) BACKEND(service role) ONLY(only)'],
    ['read-only for members', 'READ(read-only) MEMBER(members)'],
    ['anonymous visitors', 'ANONYMOUS(anonymous visitors)'],
    ['logged-in users', 'SIGNED_IN(logged-in users)'],
    ['Row Level Security is enabled', 'RLS(Row Level Security)'],
    ['managed by Supabase Auth', 'PLATFORM_ACCOUNTS(managed by Supabase Auth)'],
    // Refusals
    ['Comments are out of scope.', 'OUT_OF_SCOPE(out of scope)'],
    ['not in MVP', 'OUT_OF_SCOPE(not in MVP)'],
    ['a column instead of a table', 'COLUMN(column) INSTEAD(instead of) TABLE(table)'],
    ['We will not store images.', 'REJECT(will not store)'],
    ['No JSONB', 'NO(No) JSON(JSONB)'],
    ['postponed to phase 2', 'LATER(postponed) LATER(phase 2)'],
    ["Users can't delete posts", "CAN(can't) NOT(can't) DELETE(delete)"],
    // Queries
    ['sorted by date, newest first', 'SORT(sorted by) DATE(date) NEWEST(newest first)'],
    ['search by title and filter by category', 'SEARCH(search by) FILTER(filter by)'],
    ['an index on user_id', 'INDEX(index on)'],
    // Stories
    [
      'As an admin, I want to ban users so that order is kept.',
      'AS_ROLE(As an) ADMIN(admin) WANTS(I want to) SO_THAT(so that) KEEP(is kept)',
    ],
    ['Cannot be empty', 'AT_LEAST(Cannot be empty) REQUIRED(Cannot be empty)'],
    ['Users cannot pay', 'CAN(cannot) NOT(cannot)'],
    ['admins can SELECT events', 'ADMIN(admins) CAN(can) READ(SELECT)'],
    ['One coach can own many gyms', 'ONE(One) CAN(can) OWNER(own) MANY(many)'],
    // What must not be found
    ['No refunds are needed', 'NO(No)'],
    ['saved recipes', ''],
    ['the note has been saved', 'STORES(been saved)'],
    ['stored as a list', 'TYPE(stored as) LIST(list)'],
    ['Users log in with a password.', ''],
    ['Given a booking', ''],
    ['text-based and user-friendly', ''],
    ['Users can select a date.', 'CAN(can) ASSIGNS(select) DATE(date)'],
    ['1. Overview', ''],
    ['A recipe has a title.', 'HAS(has)'],
    ['non-negative credits', 'POSITIVE(non-negative)'],
  ])('%s', (text, expected) => expect(markersOf(text)).toBe(expected))
})

describe('names of phrases that stand alone', () => {
  test.each([
    ['First name', 'first_name', false],
    ['Meal plans', 'meal_plan', true],
    ['Date of birth', 'birth_date', false],
    ['Created at', 'created_at', false],
    ['Is active', 'is_active', false],
    ['the users', 'user', true],
    ['Recipe ingredients:', 'recipe_ingredient', true],
    ['Sets', 'set', true],
    ['Opening hours', 'opening_hour', true],
    ['createdAt', 'createdAt', false],
    ['Title (required)', 'title', false],
    ['', '', false],
  ])('%s', (text, name, plural) => expect(english.name(text)).toMatchObject({ name, plural }))
})

test('the glossary goes before the lexicon', async () => {
  const model = await loadEnglish([
    { word: 'Smart Tags', name: 'label', line: 1 },
    { word: 'customer', name: 'client', line: 2 },
    { word: 'application', name: 'job_application', line: 3 },
  ])
  expect(nounsOf('Each customer has smart tags.', model)).toBe('each:client label+')
  expect(nounsOf("customers' addresses", model)).toBe('client+ address+<client')
  expect(nounsOf('a customer note', model)).toBe('one:client_note')
  expect(analyse('An application is sent.', model).nouns[0]).toMatchObject({
    name: 'job_application',
    abstract: false,
    known: true,
  })
  expect(model.name('Smart tag')).toMatchObject({ name: 'label', known: true })
})

test('words of a foreign language are not known', () => {
  expect(analyse('the użytkownik').nouns[0]).toMatchObject({ name: 'uzytkownik', known: false })
})

describe('properties', () => {
  const piece = fc.constantFrom(
    ..."the a each user users recipe recipes has can of 10 000 1:N at most one or more ( ) , . ; : \" ' “ ” ’s 's ≤ → -> created_at camelCase e.g. - – so that delete saved first and last name łąka 😀 ``".split(
      ' ',
    ),
  )
  const sentence = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece).map((parts) => parts.join(' ')),
    fc.array(piece).map((parts) => parts.join('')),
  )
  const spans = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.constantFrom('code', 'strong', 'emphasis', 'link')))
  test('words are ordered and exactly what stands there; markers and nouns lie within them', () => {
    fc.assert(
      fc.property(sentence, spans, (text, marked) => {
        const marks = marked.map(([a, b, kind]) => ({
          kind,
          start: Math.min(a, b, text.length),
          end: Math.min(Math.max(a, b), text.length),
        }))
        const { words, markers, nouns } = english.analyse(text, marks)
        let at = 0
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(at)
          expect(text.slice(word.start, word.end)).toBe(word.text)
          at = word.end
        }
        for (const { from, to } of markers) expect(from >= 0 && from < to && to <= words.length).toBe(true)
        let end = 0
        nouns.forEach((noun) => {
          expect(noun.from).toBeGreaterThanOrEqual(end)
          expect(noun.to).toBeLessThanOrEqual(words.length)
          expect(noun.text).toBe(text.slice(words[noun.from]?.start, words[noun.to - 1]?.end))
          if (noun.possessor !== undefined) expect(nouns[noun.possessor]).toBeDefined()
          end = noun.to
        })
        english.name(text)
      }),
      { numRuns: 300 },
    )
  })
})
