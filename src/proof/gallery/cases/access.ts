import {
  anonymous,
  callerIs,
  column,
  equal,
  everyRow,
  everything,
  extended,
  idColumn,
  index,
  owner,
  reference,
  rule,
  schema,
  signedIn,
  supabase,
  table,
} from '../build.ts'
import {
  addPolicy,
  changeGrant,
  changePolicy,
  changeRoutine,
  changeTable,
  dropPolicy,
  type GalleryCase,
  grantAlso,
} from '../case.ts'
import { folderDesk } from '../desk.ts'
import { cookbook, households, magazine } from '../schemas.ts'

const accessTo = (object: string) => [{ check: 'access', object }]

const articles = () =>
  schema(
    supabase,
    [
      table(
        'articles',
        [
          idColumn,
          column('author_id', 'uuid'),
          column('title', 'text'),
          column('is_public', 'boolean', { default: 'false' }),
          column('draft', 'text?'),
        ],
        {
          foreignKeys: [reference('articles', 'author_id', 'auth.users')],
          indexes: [index('articles', 'author_id')],
        },
      ),
    ],
    {
      rules: [
        rule('articles', owner('author'), everything, callerIs('author_id')),
        rule('articles', anonymous, [{ operation: 'select', columns: ['id', 'title'] }], equal('is_public', 'true')),
      ],
    },
  )

/** Policies and grants that give more than the rules say, or less. */
export const accessCases: readonly GalleryCase[] = [
  {
    name: 'everybody reads everything',
    mended: folderDesk(),
    broken: (compiled) => changePolicy(compiled, 'folders', 'select', { using: 'true' }),
    findings: [{ check: 'access', object: 'folders' }, { check: 'attack h' }],
  },
  {
    name: 'g: nobody reads anything',
    mended: folderDesk(),
    broken: (compiled) => dropPolicy(compiled, 'folders', 'select'),
    findings: accessTo('folders'),
  },
  {
    name: 'everybody changes everything',
    mended: folderDesk(),
    broken: (compiled) => changePolicy(compiled, 'folders', 'update', { using: 'true' }),
    findings: accessTo('folders'),
  },
  {
    name: 'everybody deletes everything, which no SELECT shows',
    mended: folderDesk(),
    broken: (compiled) => changePolicy(compiled, 'folders', 'delete', { using: 'true' }),
    findings: accessTo('folders'),
  },
  {
    name: 'rows are added in the name of others',
    mended: folderDesk(),
    broken: (compiled) => changePolicy(compiled, 'folders', 'insert', { check: 'true' }),
    findings: accessTo('folders'),
  },
  {
    name: 'g: rows are added by nobody',
    mended: folderDesk(),
    broken: (compiled) => dropPolicy(compiled, 'folders', 'insert'),
    findings: accessTo('folders'),
  },
  {
    name: 'g: a policy for deleting is missing',
    mended: folderDesk(),
    broken: (compiled) => dropPolicy(compiled, 'folders', 'delete'),
    findings: accessTo('folders'),
  },
  {
    name: 'g: row level security is on, and there is no policy',
    mended: folderDesk(),
    broken: (compiled) => changeTable(compiled, 'folders', () => ({ policies: [] })),
    findings: accessTo('folders'),
  },
  {
    name: 'row level security is off',
    mended: folderDesk(),
    broken: (compiled) => changeTable(compiled, 'folders', () => ({ rowSecurity: 'off' })),
    findings: [{ check: 'access', object: 'folders' }, { check: 'attack b' }, { check: 'attack h' }, { check: 'attack l' }],
  },
  {
    name: 'visitors read what is for the signed in',
    mended: folderDesk(),
    broken: (compiled) => {
      const granted = grantAlso(compiled, 'folders', 'anon', 'select')
      return addPolicy(granted, 'folders', { name: 'visitors read', command: 'select', roles: ['anon'], using: 'true' })
    },
    findings: [
      { check: 'access', object: 'folders' },
      { check: 'attack c', object: 'folders' },
    ],
  },
  {
    name: 'the grant behind a policy is missing',
    mended: folderDesk(),
    broken: (compiled) =>
      changeGrant(compiled, 'folders', 'authenticated', (given) => given.filter((each) => each.privilege !== 'select')),
    findings: [{ check: 'access', object: 'folders' }],
  },
  {
    name: 'the backend has no grant',
    mended: folderDesk(),
    broken: (compiled) => changeGrant(compiled, 'folders', 'service_role', () => []),
    findings: accessTo('folders'),
  },
  {
    name: 'a published-only policy shows drafts',
    mended: cookbook(),
    broken: (compiled) => changePolicy(compiled, 'recipes', 'select', { using: 'true' }, 'anon'),
    findings: accessTo('recipes'),
  },
  {
    name: 'a policy forgets that deleted rows are not public',
    mended: cookbook(),
    broken: (compiled) => changePolicy(compiled, 'recipes', 'select', { using: 'is_published' }, 'anon'),
    findings: accessTo('recipes'),
  },
  {
    name: 'members of any group read the lists of all',
    mended: households(),
    broken: (compiled) => changePolicy(compiled, 'lists', 'select', { using: 'exists (select from private.my_household_ids())' }),
    findings: accessTo('lists'),
  },
  {
    name: 'a helper forgets whose groups are asked for',
    mended: households(),
    broken: (compiled) =>
      changeRoutine(compiled, 'my_household_ids', {
        body: '\n  select household_members.household_id from public.household_members;\n',
      }),
    findings: [{ check: 'access' }, { check: 'attack b' }, { check: 'attack a' }, { check: 'attack h' }, { check: 'attack j' }],
  },
  {
    name: 'a helper that its callers may not run',
    mended: households(),
    broken: (compiled) => changeGrant(compiled, 'my_household_user_ids()', 'authenticated', () => []),
    findings: [{ check: 'access', object: 'profiles' }],
  },
  {
    name: 'members do what admins may',
    mended: households(),
    broken: (compiled) =>
      changePolicy(compiled, 'households', 'delete', { using: 'id = any (array(select private.my_household_ids()))' }),
    findings: accessTo('households'),
  },
  {
    name: 'editors do what admins may',
    mended: magazine(),
    broken: (compiled) =>
      changePolicy(compiled, 'articles', 'delete', { using: "(select private.my_role()) in ('editor', 'admin')" }),
    findings: accessTo('articles'),
  },
  {
    name: 'a role in the token that anybody can write',
    mended: magazine(),
    broken: (compiled) =>
      changePolicy(compiled, 'articles', 'delete', { using: "(select auth.jwt()) ->> 'role' = 'authenticated'" }),
    findings: accessTo('articles'),
  },
  {
    name: 'visitors read columns that were meant for the author',
    mended: articles(),
    broken: (compiled) => grantAlso(compiled, 'articles', 'anon', 'select'),
    findings: [{ check: 'attack c', object: 'articles' }],
  },
  {
    name: 'the parent decides, and its policy looks at the wrong parent',
    mended: cookbook(),
    broken: (compiled) =>
      changePolicy(compiled, 'ingredients', 'select', {
        using: 'recipe_id = any (array(select recipes.id from public.recipes))',
      }),
    findings: [
      { check: 'access', object: 'ingredients' },
      { check: 'attack h', object: 'ingredients' },
    ],
  },
  {
    name: 'a dictionary that everybody edits',
    mended: withColours(),
    broken: (compiled) => {
      const granted = grantAlso(compiled, 'colours', 'authenticated', 'delete')
      return addPolicy(granted, 'colours', { name: 'all delete', command: 'delete', roles: ['authenticated'], using: 'true' })
    },
    findings: accessTo('colours'),
  },
]

function withColours() {
  const colours = table('colours', [idColumn, column('name', 'text')])
  return extended(folderDesk(), [colours], [rule('colours', signedIn, ['select'], everyRow)])
}
