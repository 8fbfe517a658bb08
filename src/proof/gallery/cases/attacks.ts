import type { Routine } from '../../../schema/routine.ts'
import type { Schema } from '../../../schema/schema.ts'
import { triggerFunction } from '../../../schema/trigger-function.ts'
import type { View } from '../../../schema/view.ts'
import {
  callerIs,
  column,
  createdAt,
  everyRow,
  extended,
  idColumn,
  index,
  inGroup,
  inGroupAs,
  member,
  owner,
  plainPostgres,
  reference,
  rule,
  schema,
  signedIn,
  supabase,
  table,
} from '../build.ts'
import { changePolicy, changeRoutine, changeTable, type GalleryCase, grantAlso } from '../case.ts'
import { desk, folderDesk, folderNames, folders, orphans } from '../desk.ts'
import { cookbook, errands, households, ledHouseholds, magazine } from '../schemas.ts'

const mine = 'owner_id = (select auth.uid())'

const slugged = (): Schema =>
  folderDesk({
    columns: [...folders().columns, column('slug', 'text')],
    uniques: [{ name: 'folders_owner_id_slug_key', columns: ['owner_id', 'slug'], reasons: [] }],
    indexes: [],
  })

/** A group that whoever signs in may found, and reads from then on. */
const clubs = (): Schema =>
  schema(
    supabase,
    [
      table('clubs', [idColumn, column('created_by', 'uuid'), column('name', 'text')], {
        foreignKeys: [reference('clubs', 'created_by', 'auth.users')],
        indexes: [index('clubs', 'created_by')],
      }),
      table('club_members', [column('club_id', 'uuid'), column('user_id', 'uuid'), createdAt], {
        primaryKey: { name: 'club_members_pkey', columns: ['club_id', 'user_id'] },
        foreignKeys: [reference('club_members', 'club_id', 'clubs'), reference('club_members', 'user_id', 'auth.users')],
        indexes: [index('club_members', 'user_id')],
      }),
    ],
    {
      groups: [
        {
          name: 'club',
          schema: 'public',
          table: 'clubs',
          membership: { schema: 'public', table: 'club_members', groupColumn: 'club_id', userColumn: 'user_id' },
          roles: [],
        },
      ],
      rules: [
        rule('clubs', owner('founder'), ['select', 'insert'], callerIs('created_by')),
        rule('clubs', member('club'), ['select'], inGroup('club', 'id')),
        rule('club_members', member('club'), ['select'], inGroup('club', 'club_id')),
      ],
    },
  )

const forgetting: Routine = {
  ...triggerFunction({
    schema: 'private',
    name: 'forget_founder',
    body: '\nbegin\n  update public.clubs set created_by = null where id = old.club_id and created_by = old.user_id;\n  return null;\nend\n',
    reasons: [],
  }),
  security: 'definer',
}

/** Such a group, which its captains lead: the founder is the first of them, and after that is a member like others. */
const ledClubs = (): Schema => {
  const base = clubs()
  const led = extended(
    base,
    [],
    [
      {
        ...rule('club_members', owner('founder'), ['insert'], {
          kind: 'all of',
          parts: [callerIs('club_id', 'clubs.created_by'), callerIs('user_id')],
        }),
        may: [{ operation: 'insert', columns: ['club_id', 'user_id', 'role'] }],
      },
      rule('club_members', member('club', 'captain'), ['delete'], inGroupAs('club', ['captain'], 'club_id')),
    ],
  )
  return {
    ...led,
    namespaces: [{ name: 'private', reasons: [] }],
    routines: [forgetting],
    access: {
      ...led.access,
      groups: led.access.groups.map((group) => ({
        ...group,
        membership: { ...group.membership, roleColumn: 'role' },
        roles: ['captain', 'sailor'],
      })),
    },
    tables: led.tables.map((one) =>
      one.name === 'clubs'
        ? { ...one, columns: one.columns.map((each) => (each.name === 'created_by' ? { ...each, nullable: true } : each)) }
        : {
            ...one,
            columns: [...one.columns, column('role', 'text')],
            checks: [{ name: 'club_members_role_check', expression: "role in ('captain', 'sailor')", reasons: [] }],
            triggers: [
              {
                name: 'forget_founder',
                timing: 'after',
                events: [{ kind: 'delete' }],
                level: 'row',
                function: 'private.forget_founder',
                reasons: [],
              },
            ],
          },
    ),
  }
}

/** A view over the owners' folders, open to whoever is signed in. */
const viewed = (): Schema =>
  extended(desk([folders()], { views: [folderNames] }), [], [rule('folder_names', signedIn, ['select'], everyRow)])

const changeView = (compiled: Schema, change: Partial<View>): Schema => ({
  ...compiled,
  views: compiled.views.map((view) => ({ ...view, ...change })),
})

/** Folders that their owners delete softly. */
const softFolders = (): Schema =>
  folderDesk({ columns: [idColumn, column('owner_id', 'uuid'), column('name', 'text'), column('deleted_at', 'timestamptz?')] })

export const attackCases: readonly GalleryCase[] = [
  {
    name: 'a: a row hung under a stranger’s parent, which the answers also tell of',
    mended: desk(),
    broken: (compiled) => changePolicy(compiled, 'papers', 'insert', { check: mine }),
    findings: [
      { check: 'attack a', object: 'papers_folder_id_fkey' },
      { check: 'attack j', object: 'papers_folder_id_fkey' },
    ],
  },
  {
    name: 'a: a row moved under a stranger’s parent',
    mended: desk(),
    broken: (compiled) => changePolicy(compiled, 'papers', 'update', { check: mine }),
    findings: [{ check: 'attack a', object: 'papers_folder_id_fkey' }],
  },
  {
    name: 'b: a row handed to another owner',
    mended: folderDesk(),
    broken: (compiled) => changePolicy(compiled, 'folders', 'update', { check: 'true' }),
    findings: [{ check: 'attack b', object: 'folders.owner_id' }],
  },
  {
    name: 'b: a row moved between two groups of one’s own',
    mended: households(),
    broken: (compiled) => grantAlso(compiled, 'lists', 'authenticated', 'update'),
    findings: [
      { check: 'attack b', object: 'lists.household_id' },
      { check: 'attack c', object: 'lists' },
    ],
  },
  {
    name: 'b: a policy that would let a row go to a group of others, were its column granted',
    mended: ledHouseholds(),
    broken: (compiled) => changePolicy(compiled, 'lists', 'update', { check: 'true' }),
    findings: [{ check: 'attack b', object: 'lists.household_id' }],
  },
  {
    name: 'c: a role of one’s own choosing',
    mended: magazine(),
    broken: (compiled) => grantAlso(compiled, 'profiles', 'authenticated', 'update'),
    findings: [{ check: 'attack c', object: 'profiles' }],
  },
  {
    name: 'c: a role of one’s own choosing from the start',
    mended: magazine(),
    broken: (compiled) => grantAlso(compiled, 'profiles', 'authenticated', 'insert'),
    findings: [{ check: 'attack c', object: 'profiles' }],
  },
  {
    name: 'c: a column that only admins are given, changed by any member',
    mended: errands(),
    broken: (compiled) =>
      changeTable(compiled, 'lists', (lists) => ({ triggers: lists.triggers.filter((one) => one.name !== 'guard_columns') })),
    findings: [{ check: 'attack c', object: 'lists.budget' }],
  },
  {
    name: 'd: a definer function without a search path',
    mended: households(),
    broken: (compiled) => {
      const { searchPath: _, ...open } = compiled.routines.find(
        (one) => one.name === 'my_household_ids',
      ) as Schema['routines'][number]
      return { ...compiled, routines: compiled.routines.map((one) => (one.name === open.name ? open : one)) }
    },
    findings: [{ check: 'attack d', object: 'private.my_household_ids()' }],
  },
  {
    name: 'd: a definer function that looks in public, and before that among temporary tables',
    mended: households(),
    broken: (compiled) => {
      const routine = compiled.routines.find((one) => one.name === 'my_household_ids')
      return changeRoutine(compiled, 'my_household_ids', {
        searchPath: 'public',
        body: (routine?.body ?? '').replaceAll('public.household_members', 'household_members'),
      })
    },
    findings: [{ check: 'attack d', object: 'private.my_household_ids()' }],
  },
  {
    name: 'e: a policy that reads its own table',
    mended: households(),
    broken: (compiled) =>
      changePolicy(compiled, 'household_members', 'select', {
        using: 'household_id in (select m.household_id from public.household_members as m where m.user_id = (select auth.uid()))',
      }),
    findings: [{ check: 'attack e', object: 'household_members' }, { check: 'access' }, { check: 'attack h' }],
  },
  {
    name: 'e: a helper that runs with the rights of its caller',
    mended: households(),
    broken: (compiled) => changeRoutine(compiled, 'my_household_ids', { security: 'invoker' }),
    findings: [{ check: 'attack e' }, { check: 'access' }, { check: 'attack a' }, { check: 'attack b' }, { check: 'attack h' }],
  },
  {
    name: 'f: a view with the rights of its owner',
    mended: viewed(),
    broken: (compiled) => changeView(compiled, { securityInvoker: false }),
    findings: [{ check: 'attack f', object: 'folder_names' }],
  },
  {
    name: 'h: null taken for an owner',
    mended: orphans(),
    broken: (compiled) =>
      changePolicy(compiled, 'orphans', 'select', { using: 'owner_id is not distinct from (select auth.uid())' }),
    findings: [{ check: 'attack h', object: 'orphans' }],
  },
  {
    name: 'h: an unknown answer taken for yes',
    mended: orphans(),
    broken: (compiled) =>
      changePolicy(compiled, 'orphans', 'select', { using: 'coalesce(owner_id = (select auth.uid()), true)' }),
    findings: [
      { check: 'attack h', object: 'orphans' },
      { check: 'access', object: 'orphans' },
    ],
  },
  {
    name: 'i: deleted rows hidden from the owner who deletes them',
    mended: cookbook(),
    broken: (compiled) =>
      changePolicy(
        compiled,
        'recipes',
        'select',
        { using: 'deleted_at is null and (is_published or owner_id = (select auth.uid()))' },
        'authenticated',
      ),
    findings: [{ check: 'attack i', object: 'recipes' }, { check: 'access' }],
  },
  {
    name: 'i: rows that nobody but their owner sees, gone from sight as they are deleted',
    mended: softFolders(),
    broken: (compiled) =>
      changePolicy(compiled, 'folders', 'select', { using: 'owner_id = (select auth.uid()) and deleted_at is null' }),
    findings: [{ check: 'attack i', object: 'folders' }, { check: 'access' }],
  },
  {
    name: 'j: a key that is unique among the rows of all owners',
    mended: slugged(),
    broken: (compiled) =>
      changeTable(compiled, 'folders', () => ({
        uniques: [{ name: 'folders_slug_key', columns: ['slug'], reasons: [] }],
        indexes: [index('folders', 'owner_id')],
      })),
    findings: [{ check: 'attack j', object: 'folders_slug_key' }],
  },
  {
    name: 'k: a table that visitors can empty',
    mended: folderDesk(),
    broken: (compiled) => grantAlso(compiled, 'folders', 'anon', 'truncate'),
    findings: [{ check: 'attack k', object: 'folders' }],
  },
  {
    name: 'k: triggers and references left with the signed in',
    mended: folderDesk(),
    broken: (compiled) =>
      grantAlso(grantAlso(compiled, 'folders', 'authenticated', 'trigger'), 'folders', 'authenticated', 'references'),
    findings: [{ check: 'attack k', object: 'folders' }],
  },
  {
    name: 'l: policies that do not apply on plain PostgreSQL',
    mended: cookbook(plainPostgres),
    broken: (compiled) => changeTable(compiled, 'generation_log', () => ({ rowSecurity: 'off' })),
    findings: [
      { check: 'attack l', object: 'generation_log' },
      { check: 'access', object: 'generation_log' },
    ],
  },
  {
    name: 'm: whoever likes joins any group',
    mended: households(),
    broken: (compiled) => changePolicy(compiled, 'household_members', 'insert', { check: 'user_id = (select auth.uid())' }),
    findings: [{ check: 'attack m', object: 'household_members' }, { check: 'access' }],
  },
  {
    name: 'm: a founder whom captains have put out comes back as one',
    mended: ledClubs(),
    broken: (compiled) => changeTable(compiled, 'club_members', () => ({ triggers: [] })),
    findings: [{ check: 'attack m', object: 'club_members' }],
  },
  {
    name: 'n: a founder who cannot read what they found',
    mended: clubs(),
    broken: (compiled) => changePolicy(compiled, 'clubs', 'select', { using: 'id = any (array(select private.my_club_ids()))' }),
    findings: [{ check: 'attack n', object: 'clubs' }],
  },
]
