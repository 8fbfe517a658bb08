import { describe, expect, test } from 'vitest'
import { displayName } from '../../schema/lookups.ts'
import { readForeignPlan } from '../read-foreign-plan.ts'

const tables = `# Bell foundry (Supabase)

## Tables

### founders
- user_id: uuid primary key references auth.users(id) on delete cascade
- role: text not null check (role in ('master', 'apprentice'))
- is_inspector: boolean not null default false

### bells
- id: uuid primary key
- founder_id: uuid not null references founders(user_id) on delete cascade
- buyer_id: uuid references auth.users(id) on delete set null
- is_public: boolean not null default false
- sounded_at: timestamptz

### castings
- id: uuid primary key
- bell_id: uuid not null references bells(id) on delete cascade

### letters
- id: uuid primary key
- body: text not null

## Row level security

RLS is enabled on all tables.

`

const caller = '(select auth.uid())'
const throughBell = (column: string) =>
  `exists (select 1 from bells where bells.id = castings.bell_id and bells.${column} = ${caller})`

async function read(said: string, before = tables) {
  const { schema, remarks, taken } = await readForeignPlan(before + said, 'plan.md')
  const policies = schema.tables.flatMap((table) =>
    table.policies.map(
      ({ command, roles, using, check }) => `${displayName(table)} ${command} ${roles.join('+')}: ${using ?? check}`,
    ),
  )
  return { policies, taken, remarks, unclear: remarks.filter(({ code }) => code === 'plan/access-unclear') }
}

describe('who may do what, in words', () => {
  test.each<readonly [string, readonly string[]]>([
    ['- bells: SELECT for everyone who is signed in', ['bells select authenticated: true']],
    ['- bells: anyone can read', ['bells select anon+authenticated: true']],
    ['**bells**\n\n- Founders can edit their own bells', [`bells update authenticated: founder_id = ${caller}`]],
    ['**bells**\n- UPDATE: only the buyer', [`bells update authenticated: buyer_id = ${caller}`]],
    ['- bells: odczyt dla wszystkich zalogowanych', ['bells select authenticated: true']],
    ['- **letters**\n  - INSERT: niezalogowani\n  - SELECT: brak', ['letters insert anon: true']],
    ['- letters: visitors can submit letters; only the backend can read them', ['letters insert anon: true']],
    ['- castings: SELECT for the buyer of the bell', [`castings select authenticated: ${throughBell('buyer_id')}`]],
    [
      '- letters: inspectors can delete letters',
      [
        `letters delete authenticated: exists (select 1 from founders where founders.user_id = ${caller} and founders.is_inspector)`,
      ],
    ],
    [
      '- letters: masters may read letters',
      [
        `letters select authenticated: exists (select 1 from founders where founders.user_id = ${caller} and founders.role = 'master')`,
      ],
    ],
    [
      '- bells: anyone can see public bells; the founder can see them too',
      [`bells select authenticated: is_public or founder_id = ${caller}`, 'bells select anon: is_public'],
    ],
    ['- bells: signed-in users can see sounded bells', ['bells select authenticated: sounded_at is not null']],
    [
      '- bells: users can view all bells and edit their own as founders',
      ['bells select authenticated: true', `bells update authenticated: founder_id = ${caller}`],
    ],
    [
      '| Table | SELECT | DELETE |\n|---|---|---|\n| bells | anyone | the founder |',
      ['bells select anon+authenticated: true', `bells delete authenticated: founder_id = ${caller}`],
    ],
    [
      '| Table | Guest | Signed in |\n|---|---|---|\n| letters | INSERT | SELECT |',
      ['letters insert anon: true', 'letters select authenticated: true'],
    ],
    ['- letters: users cannot delete letters', []],
    ['- letters: service role only', []],
  ])('%s', async (said, policies) => {
    const read_ = await read(said)
    expect([...read_.policies].sort()).toEqual([...policies].sort())
    expect(read_.unclear).toEqual([])
    expect(read_.taken).toHaveLength(policies.length)
  })

  test.each([
    '- bells: users can see their own bells unless they are cracked',
    '- bells: curators can delete bells',
    '- letters: owners can delete their letters',
    '- founders: inspectors can read all founders',
    '- castings: SELECT for members of the guild',
  ])('%s: is not taken, and said so where it stands', async (said) => {
    const { policies, unclear } = await read(said)
    expect(policies).toEqual([])
    expect(unclear.map(({ spot }) => (tables + said).slice(spot.start, spot.end))).toEqual([said.slice(2)])
  })

  test('words beside policies in SQL only describe them', async () => {
    const sql = '```sql\ncreate policy "own" on bells for all to authenticated using (founder_id = (select auth.uid()));\n```\n\n'
    const { policies, unclear } = await read(`${sql}- bells: anyone can read; curators can delete bells`)
    expect(policies).toEqual([`bells all authenticated: founder_id = ${caller}`])
    expect(unclear).toEqual([])
  })

  test('without a platform that knows callers nothing is taken', async () => {
    const { policies, remarks } = await read(
      '- letters: anyone can read',
      tables.replace('(Supabase)', '').replaceAll(/ references auth.users\(id\)[^\n]*/g, ''),
    )
    expect(policies).toEqual([])
    expect(remarks).toEqual([])
  })

  test('whose words became policies has row level security, also where that is not said', async () => {
    const silent = tables.replace('RLS is enabled on all tables.', '')
    const { schema } = await readForeignPlan(`${silent}- bells: UPDATE for the buyer`, 'plan.md')
    expect(schema.tables.map(({ name, rowSecurity }) => `${name} ${rowSecurity}`)).toContain('bells on')
  })
})

const guild = `# Street theatre (Supabase)

## Tables

### troupes
- id: uuid primary key
- name: text not null
- founded_by: uuid not null references auth.users(id) on delete cascade

### troupe_players
- troupe_id: uuid not null references troupes(id) on delete cascade
- user_id: uuid not null references auth.users(id) on delete cascade
- role: text not null check (role in ('director', 'player'))
- primary key (troupe_id, user_id)

### plays
- id: uuid primary key
- troupe_id: uuid not null references troupes(id) on delete cascade

### scenes
- id: uuid primary key
- play_id: uuid not null references plays(id) on delete cascade
- written_by: uuid references auth.users(id) on delete set null

## Row level security

`

describe('members of a group', () => {
  const mine = '(select private.troupe_ids_as_member())'
  const asDirector = '(select private.troupe_ids_as_director())'
  const scenes = (groups: string) => `play_id in (select plays.id from plays where troupe_id in ${groups})`
  test.each<readonly [string, readonly string[]]>([
    ['- plays: members of the troupe can read', [`plays select authenticated: troupe_id in ${mine}`]],
    ['- troupes: visible to members', [`troupes select authenticated: id in ${mine}`]],
    [
      '- troupe_players: members see the other members of their troupe',
      [`troupe_players select authenticated: troupe_id in ${mine}`],
    ],
    ['- scenes: directors of the troupe may delete scenes', [`scenes delete authenticated: ${scenes(asDirector)}`]],
    ['- plays: członkowie widzą sztuki swojego zespołu', []],
    [
      "| Table | SELECT | UPDATE | DELETE |\n|---|---|---|---|\n| scenes | members of the play's troupe | whoever has written it | directors |",
      [
        `scenes delete authenticated: ${scenes(asDirector)}`,
        `scenes select authenticated: ${scenes(mine)}`,
        'scenes update authenticated: written_by = (select auth.uid())',
      ],
    ],
    [
      '- troupe_players: DELETE: directors, or the member themselves',
      [`troupe_players delete authenticated: troupe_id in ${asDirector} or user_id = ${caller}`],
    ],
    [
      '- scenes: members of the troupe can add scenes of their own',
      [`scenes insert authenticated: written_by = ${caller} and ${scenes(mine)}`],
    ],
    ['- troupes: any signed-in user can create a troupe', [`troupes insert authenticated: founded_by = ${caller}`]],
  ])('%s', async (said, policies) => {
    expect([...(await read(said, guild)).policies].sort()).toEqual([...policies].sort())
  })

  test.each([
    '- scenes: members of the troupe can edit their own scenes',
    '- plays: members of the guild can read',
    '- plays: stagehands of the troupe can delete plays',
  ])('%s: is not taken, and said so', async (said) => {
    const { policies, unclear } = await read(said, guild)
    expect(policies).toEqual([])
    expect(unclear).toHaveLength(1)
  })

  test('whose membership it is asks a function with rights of its own, which those who are signed in may call', async () => {
    const { schema } = await readForeignPlan(`${guild}- plays: only directors may write`, 'plan.md')
    expect(schema.routines.map(({ name, security, searchPath, body }) => `${name} ${security} ${searchPath}: ${body}`)).toEqual([
      `troupe_ids_as_director definer : select troupe_players.troupe_id from public.troupe_players where troupe_players.user_id = ${caller} and troupe_players.role in ('director')`,
    ])
    expect(schema.grants.map(({ object, role }) => `${object.kind} ${object.schema}.${object.name} ${role}`)).toEqual([
      'schema private. authenticated',
      'function private.troupe_ids_as_director() authenticated',
    ])
  })

  test('a sentence that a table leads is about access without a verb that says so', async () => {
    expect((await read('- scenes: the prompter manages scenes', guild)).unclear).toHaveLength(1)
    expect((await read('- troupes: the founder of the troupe manages it', guild)).policies).toHaveLength(4)
  })
})
