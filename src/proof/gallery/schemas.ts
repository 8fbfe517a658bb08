import type { Group, RoleSource } from '../../schema/access.ts'
import type { Platform } from '../../schema/platform.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import {
  anonymous,
  back,
  backend,
  callerIs,
  column,
  createdAt,
  equal,
  everyRow,
  everything,
  idColumn,
  index,
  inGroup,
  member,
  owner,
  reference,
  role,
  rule,
  schema,
  signedIn,
  supabase,
  table,
} from './build.ts'

/** Small schemas of the kinds that products have, right in every part. Their access rules are not yet compiled. */

const accountsOf = (platform: Platform) => (platform.kind === 'supabase' ? 'auth.users' : 'users')

/** The project's own accounts, where the platform keeps none. */
const usersTable: Table = table('users', [idColumn, column('email', 'text'), createdAt], {
  uniques: [{ name: 'users_email_key', columns: ['email'], reasons: [] }],
})

/** Owners' recipes with ingredients, soft-deleted, public when published; a dictionary; a log for the backend alone. */
export function cookbook(platform: Platform = supabase): Schema {
  const accounts = accountsOf(platform)
  const tables: readonly Table[] = [
    ...(platform.kind === 'supabase' ? [] : [usersTable]),
    table('units', [idColumn, column('name', 'text')], { uniques: [{ name: 'units_name_key', columns: ['name'], reasons: [] }] }),
    table(
      'recipes',
      [
        idColumn,
        column('owner_id', 'uuid'),
        column('title', 'text'),
        column('servings', 'integer', { default: '2' }),
        column('is_published', 'boolean', { default: 'false' }),
        column('deleted_at', 'timestamptz?'),
        createdAt,
      ],
      {
        checks: [
          { name: 'recipes_title_check', expression: 'char_length(title) between 1 and 120', reasons: [] },
          { name: 'recipes_servings_check', expression: 'servings between 1 and 100', reasons: [] },
        ],
        foreignKeys: [reference('recipes', 'owner_id', accounts)],
        indexes: [
          index('recipes', 'owner_id,title', {
            name: 'recipes_owner_id_title_key',
            unique: true,
            where: 'deleted_at is null',
          }),
          index('recipes', 'owner_id'),
        ],
      },
    ),
    table(
      'ingredients',
      [
        idColumn,
        column('recipe_id', 'uuid'),
        column('unit_id', 'uuid?'),
        column('name', 'text'),
        column('amount', 'numeric(8,2)'),
      ],
      {
        checks: [{ name: 'ingredients_amount_check', expression: 'amount > 0', reasons: [] }],
        foreignKeys: [
          reference('ingredients', 'recipe_id', 'recipes'),
          reference('ingredients', 'unit_id', 'units', { onDelete: 'set null' }),
        ],
        indexes: [index('ingredients', 'recipe_id'), index('ingredients', 'unit_id')],
      },
    ),
    table('notes', [idColumn, column('owner_id', 'uuid'), column('recipe_id', 'uuid'), column('body', 'text')], {
      foreignKeys: [reference('notes', 'owner_id', accounts), reference('notes', 'recipe_id', 'recipes')],
      indexes: [index('notes', 'owner_id'), index('notes', 'recipe_id')],
    }),
    table('generation_log', [idColumn, column('owner_id', 'uuid?'), column('model', 'text'), createdAt], {
      foreignKeys: [reference('generation_log', 'owner_id', accounts, { onDelete: 'set null' })],
      indexes: [index('generation_log', 'owner_id')],
    }),
  ]
  const published = {
    kind: 'all of' as const,
    parts: [equal('is_published', 'true'), { kind: 'is null' as const, column: 'deleted_at' }],
  }
  return schema(platform, tables, {
    rules: [
      ...(platform.kind === 'supabase' ? [] : [rule('users', owner('self'), ['select'], callerIs('id'))]),
      rule('units', anonymous, ['select'], everyRow),
      rule('units', signedIn, ['select'], everyRow),
      rule('recipes', owner(), everything, callerIs('owner_id')),
      rule('recipes', anonymous, ['select'], published),
      rule('recipes', signedIn, ['select'], published),
      rule('ingredients', owner(), everything, callerIs('recipe_id', 'recipes.owner_id')),
      rule('notes', owner('author'), everything, callerIs('owner_id')),
      rule('generation_log', backend, everything, everyRow),
    ],
  })
}

const household: Group = {
  name: 'household',
  schema: 'public',
  table: 'households',
  membership: {
    schema: 'public',
    table: 'household_members',
    groupColumn: 'household_id',
    userColumn: 'user_id',
    roleColumn: 'role',
  },
  roles: ['admin', 'member'],
}

/** Groups with roles: admins manage members, members share lists and what is on them. */
export function households(platform: Platform = supabase): Schema {
  const accounts = accountsOf(platform)
  const tables: readonly Table[] = [
    ...(platform.kind === 'supabase' ? [] : [usersTable]),
    table('households', [idColumn, column('name', 'text'), createdAt]),
    table(
      'household_members',
      [column('household_id', 'uuid'), column('user_id', 'uuid'), column('role', 'household_role'), createdAt],
      {
        primaryKey: { name: 'household_members_pkey', columns: ['household_id', 'user_id'] },
        foreignKeys: [
          reference('household_members', 'household_id', 'households'),
          reference('household_members', 'user_id', accounts),
        ],
        indexes: [index('household_members', 'user_id')],
      },
    ),
    table('lists', [idColumn, column('household_id', 'uuid'), column('title', 'text')], {
      foreignKeys: [reference('lists', 'household_id', 'households')],
      indexes: [index('lists', 'household_id')],
    }),
    table(
      'items',
      [
        idColumn,
        column('list_id', 'uuid'),
        column('parent_id', 'uuid?'),
        column('name', 'text'),
        column('done', 'boolean', { default: 'false' }),
      ],
      {
        foreignKeys: [reference('items', 'list_id', 'lists'), reference('items', 'parent_id', 'items')],
        indexes: [index('items', 'list_id'), index('items', 'parent_id')],
      },
    ),
    table('profiles', [column('id', 'uuid'), column('nickname', 'text')], {
      foreignKeys: [reference('profiles', 'id', accounts)],
    }),
  ]
  return schema(
    platform,
    tables,
    {
      groups: [household],
      rules: [
        ...(platform.kind === 'supabase' ? [] : [rule('users', owner('self'), ['select'], callerIs('id'))]),
        rule('households', member('household'), ['select'], inGroup('household', 'id')),
        rule('households', member('household', 'admin'), ['update', 'delete'], inGroup('household', 'id')),
        rule('household_members', member('household'), ['select'], inGroup('household', 'household_id')),
        rule('household_members', member('household', 'admin'), ['insert', 'delete'], inGroup('household', 'household_id')),
        rule('household_members', owner('self'), ['delete'], callerIs('user_id')),
        rule('lists', member('household'), everything, inGroup('household', 'household_id')),
        rule('items', member('household'), everything, inGroup('household', 'list_id', 'lists.household_id')),
        rule('profiles', owner('self'), ['select', 'insert', 'update'], callerIs('id')),
        rule('profiles', member('household'), ['select'], {
          kind: 'groupmate',
          path: { steps: [], column: 'id' },
          group: 'household',
        }),
      ],
    },
    { enums: [{ schema: 'public', name: 'household_role', values: ['admin', 'member'], reasons: [] }] },
  )
}

const accountRoles: RoleSource = {
  schema: 'public',
  table: 'profiles',
  userColumn: 'id',
  roleColumn: 'role',
  roles: ['editor', 'admin'],
}

/** Roles of the whole application: editors write articles, admins everything; readers comment on what is published. */
export function magazine(platform: Platform = supabase): Schema {
  const accounts = accountsOf(platform)
  const tables: readonly Table[] = [
    ...(platform.kind === 'supabase' ? [] : [usersTable]),
    table('profiles', [column('id', 'uuid'), column('nickname', 'text'), column('role', 'text', { default: "'reader'" })], {
      checks: [{ name: 'profiles_role_check', expression: "role in ('reader', 'editor', 'admin')", reasons: [] }],
      foreignKeys: [reference('profiles', 'id', accounts)],
    }),
    table(
      'articles',
      [idColumn, column('author_id', 'uuid'), column('title', 'text'), column('status', 'text', { default: "'draft'" })],
      {
        checks: [{ name: 'articles_status_check', expression: "status in ('draft', 'published')", reasons: [] }],
        foreignKeys: [reference('articles', 'author_id', 'profiles')],
        indexes: [index('articles', 'author_id')],
      },
    ),
    table('comments', [idColumn, column('article_id', 'uuid'), column('author_id', 'uuid'), column('body', 'text'), createdAt], {
      foreignKeys: [reference('comments', 'article_id', 'articles'), reference('comments', 'author_id', 'profiles')],
      indexes: [index('comments', 'article_id'), index('comments', 'author_id')],
    }),
    table('invited_readers', [column('article_id', 'uuid'), column('user_id', 'uuid')], {
      primaryKey: { name: 'invited_readers_pkey', columns: ['article_id', 'user_id'] },
      foreignKeys: [reference('invited_readers', 'article_id', 'articles'), reference('invited_readers', 'user_id', accounts)],
      indexes: [index('invited_readers', 'user_id')],
    }),
  ]
  return schema(platform, tables, {
    roles: accountRoles,
    rules: [
      ...(platform.kind === 'supabase' ? [] : [rule('users', owner('self'), ['select'], callerIs('id'))]),
      rule('profiles', signedIn, ['select'], everyRow),
      rule('profiles', owner('self'), ['insert', 'update'], callerIs('id')),
      rule('articles', anonymous, ['select'], equal('status', 'published')),
      rule('articles', signedIn, ['select'], equal('status', 'published')),
      rule('articles', owner('author'), ['select'], callerIs('author_id')),
      rule('articles', owner('guest'), ['select'], { kind: 'caller', path: back('id', 'invited_readers.article_id', 'user_id') }),
      rule('articles', role('editor', 'admin'), ['insert'], callerIs('author_id')),
      rule('articles', role('editor', 'admin'), ['update'], callerIs('author_id')),
      rule('articles', role('admin'), ['select', 'delete'], everyRow),
      rule('comments', anonymous, ['select'], {
        kind: 'equals',
        path: {
          steps: [{ direction: 'forward', column: 'article_id', schema: 'public', table: 'articles', key: 'id' }],
          column: 'status',
        },
        values: ['published'],
      }),
      rule('comments', signedIn, ['select'], everyRow),
      rule('comments', owner('author'), ['insert', 'update', 'delete'], callerIs('author_id')),
      rule('invited_readers', owner('author'), ['select', 'insert', 'delete'], callerIs('article_id', 'articles.author_id')),
      rule('invited_readers', owner('guest'), ['select'], callerIs('user_id')),
    ],
  })
}

/** Rules that give different columns of one table: members tick items off, admins rename and price them. */
export function errands(platform: Platform = supabase): Schema {
  const base = households(platform)
  const tables = base.tables.map((one) =>
    one.name === 'lists'
      ? { ...one, columns: [...one.columns, column('budget', 'integer?'), column('is_done', 'boolean', { default: 'false' })] }
      : one,
  )
  const rules = base.access.rules.filter((one) => one.table !== 'lists')
  return {
    ...base,
    tables,
    access: {
      ...base.access,
      rules: [
        ...rules,
        rule(
          'lists',
          member('household'),
          ['select', { operation: 'update', columns: ['is_done'] }],
          inGroup('household', 'household_id'),
        ),
        rule(
          'lists',
          member('household', 'admin'),
          ['insert', { operation: 'update', columns: ['title', 'budget', 'is_done'] }, 'delete'],
          inGroup('household', 'household_id'),
        ),
      ],
    },
  }
}

/** Households whose lists are kept by admins alone; plain members read them. */
export function ledHouseholds(platform: Platform = supabase): Schema {
  const base = households(platform)
  const rules = [
    ...base.access.rules.filter((one) => one.table !== 'lists'),
    rule('lists', member('household'), ['select'], inGroup('household', 'household_id')),
    rule('lists', member('household', 'admin'), ['insert', 'update', 'delete'], inGroup('household', 'household_id')),
  ]
  return { ...base, access: { ...base.access, rules } }
}
