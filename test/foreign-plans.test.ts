import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkPlan } from '../src/check/check-plan.ts'
import { displayName } from '../src/schema/lookups.ts'

const folder = resolve(import.meta.dirname, 'plans/foreign')

interface Expected {
  /** Each table with its columns, as a careful person reads them. */
  readonly tables: Readonly<Record<string, string>>
  /** Line and code of everything there is to say. */
  readonly findings: readonly string[]
}

/** Plans as people and language models write them: half of them without a fault, half with faults that were put in. */
const plans: Readonly<Record<string, Expected>> = {
  'gym-pl': {
    tables: {
      profiles: 'id imie jest_trenerem utworzono',
      mentees: 'trener_id podopieczny_id',
      workouts: 'id wlasciciel_id data notatka',
    },
    findings: ['49 plan/access-unclear'],
  },
  'recipes-bullets': {
    tables: {
      cookbooks: 'id owner_id name is_public created_at',
      recipes: 'id cookbook_id title servings source_url',
      ingredients: 'id recipe_id name amount unit',
      favourites: 'user_id recipe_id',
    },
    findings: ['58 access/no-role', '60 access/no-role', '61 access/no-role', '62 access/no-role'],
  },
  'rental-faulty': {
    tables: {
      kayaks: 'id name daily_price features',
      customers: 'id phone loyalty_credits role',
      rentals: 'id kayak_id customer_id starts_on ends_on status created_at',
    },
    findings: [
      '5 access/rls-off',
      '6 key/serial',
      '8 type/money',
      '9 type/json',
      '17 key/set-null-not-null',
      '17 key/unindexed',
      '18 key/unindexed',
      '20 constraint/unchecked-range',
      '21 type/enum-default',
      '22 type/timestamp',
      '32 access/per-row-call',
      '32 access/raise-oneself',
      '35 access/per-row-call',
      '37 access/missing-delete',
      '37 access/per-row-call',
      '37 access/per-row-call',
      '37 sql/policy-commands',
    ],
  },
  'clinic-diagram': {
    tables: {
      owners: 'id email full_name',
      animals: 'id owner_id name species born_on',
      vets: 'id full_name',
      visits: 'id animal_id vet_id started_at notes',
    },
    findings: ['16 plan/sections-differ'],
  },
  'events-sql': {
    tables: { events: 'id host_id title visibility starts_at ends_at', guests: 'event_id user_id answer' },
    findings: [
      '33 sql/spare-comma',
      '42 constraint/now',
      '51 access/many-policies',
      '51 access/policy-recursion',
      '56 access/policy-recursion',
      '59 access/child-of-foreign-parent',
    ],
  },
  'books-prose': {
    tables: { authors: 'id name', books: 'id author_id title published_year', reviews: 'id book_id user_id rating body' },
    findings: [],
  },
  'fleet-faulty': {
    tables: {
      organizations: 'id name',
      organization_members: 'organization_id user_id role',
      vehicles: 'id organization_id plate deleted_at',
      positions: 'id vehicle_id lat lon recorded_at',
    },
    findings: [
      '5 access/no-policy',
      '6 type/uuid-function',
      '11 key/unindexed',
      '16 type/uuid-function',
      '17 key/unindexed',
      '18 constraint/soft-deleted-unique',
      '21 access/rls-off',
      '30 plan/sections-differ',
      '39 access/per-row-call',
      '39 access/policy-recursion',
      '41 access/per-row-call',
      '41 access/soft-deletion-blocked',
      '43 access/per-row-call',
    ],
  },
  'apiary-pl': {
    tables: {
      pasieki: 'id wlasciciel_id nazwa',
      ule: 'id pasieka_id numer typ',
      przeglady: 'id ul_id data uwagi',
    },
    findings: ['11 access/no-policy', '20 access/no-policy', '32 plan/access-unclear'],
  },
  'coworking-sentences': {
    tables: {
      spaces: 'id operator_id name city opening_hour created_at',
      desks: 'id space_id label has_monitor hourly_price',
      reservations: 'id desk_id member_id starts_at ends_at status',
      space_members: 'space_id user_id role joined_at',
      reviews: 'id space_id author_id rating body created_at',
    },
    findings: [
      '7 key/unindexed',
      '11 constraint/unchecked-range',
      '18 key/unindexed',
      '26 key/unindexed',
      '27 key/set-null-not-null',
      '27 key/unindexed',
      '30 type/timestamp',
      '41 index/duplicate',
      '44 plan/sections-differ',
      '52 access/missing-delete',
    ],
  },
  'shelter-pl': {
    tables: {
      profiles: 'id imie telefon rola created_at',
      zwierzeta: 'id imie gatunek data_przyjecia data_wydania opiekun_id usuniete_at',
      spacery: 'id zwierze_id wolontariusz_id rozpoczecie czas_trwania_min notatka',
      zdjecia: 'id zwierze_id sciezka kolejnosc',
    },
    findings: [
      '21 key/serial',
      '39 key/serial',
      '46 access/rls-off',
      '55 constraint/unique-position',
      '70 index/duplicate',
      '71 constraint/now',
      '81 access/no-role',
      '81 access/per-row-call',
      '82 access/per-row-call',
      '82 access/raise-oneself',
      '84 access/many-policies',
      '84 access/per-row-call',
      '85 access/no-role',
      '85 access/per-row-call',
      '90 sql/policy-commands',
    ],
  },
  'coldchain-scripts': {
    tables: {
      organisations: 'id name slug created_at updated_at',
      organisation_members: 'organisation_id user_id role',
      shipments: 'id organisation_id reference status min_temp_c max_temp_c declared_value metadata search created_by created_at',
      readings: 'id shipment_id recorded_at temperature_c',
    },
    findings: [
      '29 type/uuid-function',
      '46 type/uuid-function',
      '47 key/unindexed',
      '49 type/enum-default',
      '52 type/money',
      '53 type/json',
      '55 key/blocked-account-deletion',
      '55 key/unindexed',
      '58 sql/partial-unique',
      '67 constraint/partition-key',
      '70 access/open-partition',
      '70 sql/not-checked',
      '100 trigger/missing-function',
      '104 access/definer-search-path',
      '117 access/definer-view',
      '131 access/per-row-call',
      '134 access/per-row-call',
      '134 access/policy-recursion',
      '139 access/per-row-call',
      '144 access/per-row-call',
    ],
  },
  'choir-prisma': {
    tables: {
      choirs: 'id name owner_id created_at',
      singers: 'id choir_id full_name email voice fee',
      rehearsals: 'id choir_id starts_at ends_at place',
      attendances: 'singer_id rehearsal_id status',
    },
    findings: [
      '47 type/money',
      '57 key/unindexed',
      '58 type/timestamp',
      '59 constraint/unchecked-range',
      '59 type/timestamp',
      '70 key/unindexed',
      '96 access/child-of-foreign-parent',
    ],
  },
  'tool-shed-dbml': {
    tables: {
      users: 'id email password_hash is_admin created_at',
      tools: 'id name category_id deposit serial_no',
      categories: 'id name',
      loans: 'id tool_id borrower_id borrowed_on due_on state',
    },
    findings: ['27 key/unindexed', '28 type/money', '29 type/char'],
  },
  'runners-pl': {
    tables: {
      clubs: 'id name founder_id created_at',
      club_members: 'club_id user_id is_coach joined_at',
      trainings: 'id club_id title planned_at distance_km difficulty',
      results: 'id training_id runner_id time_seconds note',
    },
    findings: [
      '7 key/unindexed',
      '29 plan/access-unclear',
      '29 plan/access-unclear',
      '30 plan/access-unclear',
      '31 plan/access-unclear',
    ],
  },
  'workshop-pl': {
    tables: {
      warsztaty: 'id nazwa nip wlasciciel_id kredyty_sms utworzono_at updated_at',
      klienci: 'id warsztat_id imie_nazwisko email usuniety_at',
      pojazdy: 'id klient_id nr_rejestracyjny vin rok_produkcji typ',
      zlecenia: 'id pojazd_id mechanik_id status koszt przyjeto_at wydano_at',
    },
    findings: [
      '9 type/char',
      '10 key/blocked-account-deletion',
      '13 trigger/stale-updated-at',
      '21 constraint/soft-deleted-unique',
      '34 key/set-null-not-null',
      '35 type/enum-default',
      '37 type/timestamp',
      '38 type/timestamp',
      '50 plan/sections-differ',
      '53 plan/sections-differ',
      '59 index/duplicate',
      '70 access/raise-oneself',
      '79 access/per-row-call',
      '83 access/per-row-call',
      '83 access/per-row-call',
      '83 access/per-row-call',
      '84 sql/policy-commands',
    ],
  },
  'courses-tables': {
    tables: {
      profiles: 'id display_name is_admin bio created_at',
      workshops: 'id host_id title description capacity price starts_at is_published created_at updated_at',
      enrolments: 'workshop_id participant_id enrolled_at rating',
      payments: 'id workshop_id participant_id amount currency state',
    },
    findings: [
      '31 type/money',
      '32 type/unknown',
      '33 type/unknown',
      '35 trigger/stale-updated-at',
      '53 key/unindexed',
      '56 type/char',
      '74 access/raise-oneself',
      '74 access/raise-oneself',
      '75 plan/access-unclear',
      '77 plan/access-unclear',
    ],
  },
  'paws-sql': {
    tables: {
      clinics: 'id name plan owner_id',
      pets: 'id owner_id clinic_id name species born_on age_years deleted_at',
      visits: 'id pet_id vet_id visited_at summary invoice_total order',
      vets: 'id clinic_id license_no',
      attachments: 'id visit_id path uploaded_by created_at',
    },
    findings: [
      '12 key/unindexed',
      '18 key/unindexed',
      '22 constraint/now',
      '27 key/serial',
      '29 key/unindexed',
      '32 type/money',
      '33 name/quoted',
      '40 access/rls-off',
      '42 key/unindexed',
      '48 key/target',
      '50 key/unindexed',
      '51 sql/spare-comma',
      '56 index/duplicate',
      '59 type/text-search',
      '65 access/definer-search-path',
      '65 access/user-metadata',
      '82 access/exposed-accounts',
      '85 access/definer-view',
      '85 access/exposed-accounts',
      '96 access/no-role',
      '96 access/per-row-call',
      '96 access/raise-oneself',
      '97 access/no-role',
      '97 access/per-row-call',
      '97 access/soft-deletion-blocked',
      '98 access/child-of-foreign-parent',
      '98 access/per-row-call',
      '99 access/child-of-foreign-parent',
      '99 access/per-row-call',
      '100 access/many-policies',
      '100 access/per-row-call',
      '101 access/child-of-foreign-parent',
      '101 access/per-row-call',
      '102 access/no-role',
      '102 access/per-row-call',
      '102 access/user-metadata',
      '103 access/open-writing',
      '104 access/backend-policy',
      '104 access/many-policies',
      '104 access/per-row-call',
    ],
  },
}

describe('plans that dbplan did not write', () => {
  test('each plan of the folder is expected', () => {
    expect(readdirSync(folder).map((name) => name.replace('.md', ''))).toEqual(Object.keys(plans).sort())
  })

  test.each(Object.entries(plans))('%s is read as it is meant', async (name, { tables, findings }) => {
    const { value } = await checkPlan({ kind: 'plan', file: resolve(folder, `${name}.md`) })
    const read = value?.source.schema.tables ?? []
    expect(Object.fromEntries(read.map((one) => [displayName(one), one.columns.map((column) => column.name).join(' ')]))).toEqual(
      tables,
    )
    expect(value?.findings.map(({ place, code }) => `${place?.line} ${code}`).sort(byLine)).toEqual(findings)
  })

  test('what is said of access in words is taken for policies where it is certain, and no gap where it is not', async () => {
    const { value } = await checkPlan({ kind: 'plan', file: resolve(folder, 'gym-pl.md') })
    const taken = value?.source.taken?.map(({ table, policy }) => `${table}: ${policy.command}`)
    expect(taken).toEqual([
      'profiles: select',
      'profiles: update',
      'mentees: insert',
      'mentees: delete',
      'mentees: select',
      'workouts: select',
      'workouts: insert',
      'workouts: update',
      'workouts: delete',
    ])
    expect(value?.findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'note: Who may select workouts is said in words that the schema does not explain: "treningi", "podopiecznych". It is not checked.',
    ])
  })
})

function byLine(a: string, b: string): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1)
}
