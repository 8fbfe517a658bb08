import { expect, test } from 'vitest'
import {
  access,
  belongs,
  checksOf,
  column,
  columnIn,
  columns,
  convention,
  decided,
  name,
  rulesOf,
  table,
  values,
  wanted,
} from '../testing.ts'

test('people do what they like with rows of their own', async () => {
  const plan = await decided(table('`notes`'), column('`notes`', '`user_id`'))
  expect(rulesOf(plan, 'notes')).toEqual(['owner: select, insert, update, delete of caller user_id'])
})

test('a child belongs to its parent’s owner', async () => {
  const plan = await decided(table('`decks`'), column('`decks`', '`author_id`'), table('`cards`'), belongs('`cards`', '`decks`'))
  expect(rulesOf(plan, 'cards')).toEqual(['author: select, insert, update, delete of caller deck_id > author_id'])
})

test('what is refused is taken away', async () => {
  const plan = await decided(
    table('`runs`'),
    column('`runs`', '`user_id`'),
    access('`runs`', { kind: 'owner' }, ['update', 'delete'], { denied: true }),
  )
  expect(rulesOf(plan, 'runs')).toEqual(['owner: select, insert of caller user_id'])
})

test('for the backend alone', async () => {
  const plan = await decided(
    table('`audit_logs`'),
    column('`audit_logs`', '`user_id`'),
    access('`audit_logs`', { kind: 'backend' }, ['select', 'insert', 'update', 'delete'], { only: true }),
  )
  expect(rulesOf(plan, 'audit_logs')).toEqual([])
})

test('a public flag opens rows to everyone signed in', async () => {
  const plan = await decided(table('`lists`'), columns('`lists`', '`user_id`', '`is_public`'))
  expect(rulesOf(plan, 'lists')).toContain('signed in: select of equals is_public')
})

test('a dictionary is read by everyone signed in, with a question', async () => {
  const plan = await decided(
    table('`units`'),
    column('`units`', '`code`'),
    table('`items`'),
    columns('`items`', '`user_id`', '`unit_id`'),
  )
  expect(rulesOf(plan, 'units')).toEqual(['signed in: select of all'])
  expect(plan.notes.assumptions.map((assumption) => assumption.text).join()).toContain('`units`')
})

test('a table of which nobody says who may read it stays the backend’s, with a question', async () => {
  const plan = await decided(table('`payouts`'), columns('`payouts`', '`amount`', '`processed_by`'))
  expect(rulesOf(plan, 'payouts')).toEqual([])
  expect(plan.notes.assumptions.map((assumption) => assumption.text).join()).toContain('`payouts`')
})

test('members of a group share its rows', async () => {
  const plan = await decided(
    table('`teams`'),
    { kind: 'group', entity: name('`teams`') },
    table('`team_members`'),
    columns('`team_members`', '`team_id`', '`user_id`', '`role`'),
    values('`team_members`', '`role`', ['admin', 'member']),
    table('`tasks`'),
    column('`tasks`', '`team_id`'),
  )
  expect(plan.schema.access.groups).toMatchObject([
    { name: 'team', membership: { table: 'team_members', groupColumn: 'team_id', userColumn: 'user_id', roleColumn: 'role' } },
  ])
  expect(rulesOf(plan, 'tasks')).toEqual(['member: select, insert, update, delete of group team_id'])
  expect(rulesOf(plan, 'team_members')).toContain('admin: insert, update, delete of group team_id')
})

test('application roles are kept where the person cannot write them', async () => {
  const plan = await decided(
    table('`profiles`'),
    column('`profiles`', '`role`'),
    values('`profiles`', '`role`', ['admin', 'member']),
    table('`news`'),
    column('`news`', '`body`'),
    access('`news`', { kind: 'role', role: 'admin' }, ['insert', 'update']),
    access('`news`', { kind: 'signed in' }, ['select']),
  )
  expect(plan.schema.access.roles).toMatchObject({ table: 'profiles', roleColumn: 'role' })
  expect(rulesOf(plan, 'news')).toEqual(['admin: insert, update of all', 'signed in: select of all'])
  const self = plan.schema.access.rules.find((rule) => rule.table === 'profiles' && rule.who.kind === 'owner')
  expect(self?.may.find((permission) => permission.operation === 'update')?.columns ?? []).not.toContain('role')
})

test('roles that the documents list are the roles there are', async () => {
  const plan = await decided(
    table('`profiles`'),
    column('`profiles`', '`id`'),
    column('`profiles`', '`role`', { type: 'VARCHAR(20)', default: "'worker'" }),
    values('`profiles`', '`role`', ['worker', 'admin', 'chief'], { as: 'check' }),
    table('`news`'),
    access('`news`', { kind: 'role', role: 'admin' }, ['insert']),
  )
  expect(checksOf(plan, 'profiles')).toEqual(["role in ('worker', 'admin', 'chief')"])
  expect(columnIn(plan, 'profiles', 'role').default).toBe("'worker'")
})

test('roles that nobody lists are those the rules name, in a table of their own', async () => {
  const plan = await decided(
    table('`news`'),
    column('`news`', '`body`'),
    { kind: 'role', role: 'admin' },
    access('`news`', { kind: 'role', role: 'admin' }, ['insert']),
  )
  expect(checksOf(plan, 'user_roles')).toEqual(["role in ('user', 'admin')"])
  expect(rulesOf(plan, 'user_roles')).toEqual(['self: select of caller user_id'])
})

test('row-level security stays on, and the plan says why', async () => {
  const plan = await decided(table('`notes`'), column('`notes`', '`user_id`'), convention('no row level security'))
  expect(plan.schema.tables[0]?.rowSecurity).toBe('on')
  expect(plan.notes.decisions.map((remark) => remark.text).join()).toContain('Row-level security stays on')
})

test('a profile that needs what nobody may give themselves is made by the backend', async () => {
  const plan = await decided(
    table('`profiles`'),
    columns('`profiles`', '`display_name`', '`role`'),
    values('`profiles`', '`role`', ['chef', 'guest']),
    belongs('`profiles`', 'user', { cardinality: 'one to one' }),
  )
  expect(rulesOf(plan, 'profiles')).toEqual(['self: select, update of caller id'])
})

test('a profile of which nothing may be changed is read only', async () => {
  const plan = await decided(
    table('`profiles`'),
    columns('`profiles`', '`role`'),
    values('`profiles`', '`role`', ['chef', 'guest']),
    belongs('`profiles`', 'user', { cardinality: 'one to one' }),
  )
  expect(rulesOf(plan, 'profiles')).toEqual(['self: select of caller id'])
})

test('roles that rules speak of are kept, and asked about', async () => {
  const plan = await decided(
    table('`books`'),
    column('`books`', '`title`'),
    access('`books`', { kind: 'role', role: 'librarian' }, ['insert']),
  )
  expect(plan.notes.assumptions.map((assumption) => assumption.text)).toContain(
    'Accounts have one of the roles `user` and `librarian`: `user`, unless the backend sets another. Nobody sets their own.',
  )
})

test.each([
  ['menus', ['signed in: select of all']],
  ['orders', []],
])(
  "what others lead to is for all who are signed in, unless it is somebody's business by its kind: %s",
  async (called, rules) => {
    const plan = await decided(
      table(`\`${called}\``),
      columns(`\`${called}\``, '`label`'),
      table('`parts`'),
      columns('`parts`', '`label`'),
      belongs('`parts`', `\`${called}\``),
    )
    expect(rulesOf(plan, called)).toEqual(rules)
  },
)

test('what a PRD shows to everyone is followed, of all rows or of those in a state that a column tells', async () => {
  const kept = [
    table('`recipes`'),
    columns('`recipes`', '`user_id`', '`status`'),
    values('`recipes`', '`status`', ['draft', 'published']),
  ]
  const shown = (which?: string) => access('`recipes`', { kind: 'anonymous' }, ['select'], which === undefined ? {} : { which })
  const own = 'owner: select, insert, update, delete of caller user_id'
  expect(rulesOf(await wanted(...kept, shown()), 'recipes')).toEqual([
    own,
    'signed in: select of all',
    'anonymous: select of all',
  ])
  expect(rulesOf(await wanted(...kept, shown('published')), 'recipes')).toEqual([
    own,
    'signed in: select of equals status',
    'anonymous: select of equals status',
  ])
  expect(rulesOf(await wanted(...kept, shown('finished')), 'recipes')).toEqual([own])
})
