import { describe, expect, test } from 'vitest'
import type { LanguageModel } from '../sentence.ts'
import { loadEnglish } from './english.ts'
import { readWritten } from './read-written.ts'

const english = await loadEnglish([])
const analyse = (written: string, model = english) => readWritten(written, model)

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

describe('noun phrases', () => {
  test.each([
    // Determiners, quantifiers, counts
    ['Each user can have many recipes.', 'each:user many:recipe+'],
    ['A trip has several stops.', 'one:trip many:stop+'],
    ['Every invoice belongs to exactly one customer.', 'each:invoice one1:customer'],
    ['An order contains one or more items.', 'one:order many:item+'],
    ['A guest may have zero or one room.', 'one:guest zero or one:room'],
    ['A driver is assigned to at most one vehicle.', 'one:driver zero or one1:vehicle'],
    ['Users can only view requests.', 'user+ request+'],
    ['A poll has at least two options.', 'one:poll many2:option+'],
    ['A habit allows up to 3 reminders.', 'one:habit many3:reminder+'],
    ['All invoices and no drafts are listed.', 'all:invoice+ no:draft+'],
    ['Some photos have any caption.', 'some:photo+ some:caption'],
    ['Each of the tenants has a lease.', 'each:tenant+ one:lease'],
    ['A library holds thousands of books.', 'one:library thousand+<book book+'],
    ['Users can add a number of tags.', 'user+ many:tag+'],
    ['The gallery shows a list of paintings.', 'gallery many:painting+'],
    ['Lists of ingredients are stored.', 'many:ingredient+'],
    // In a question the subject comes before its bare verb
    ['Can one person belong to several clubs?', 'one1:person many:club+'],
    ['Q2: Should a coach see the plans of others?', 'q2 one:coach plan+<other other+'],
    // What is had needs no article
    ['Recipes have title (max 200 characters) and body.', 'recipe+ title many200:character+ body'],
    ['A book has author, rate, cover and status.', 'one:book author rate cover status'],
    ['Each order has date, total and status.', 'each:order date total status'],
    ['Users have roles and create posts.', 'user+ role+ post+'],
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

test('is loaded as often as a long-lived process reads', async () => {
  for (let reads = 0; reads < 60; reads += 1) await loadEnglish([])
  expect(nounsOf('Each shelf has many jars.', await loadEnglish([]))).toBe('each:shelf many:jar+')
})
