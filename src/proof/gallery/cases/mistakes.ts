import type { Routine } from '../../../schema/routine.ts'
import type { Schema } from '../../../schema/schema.ts'
import type { Trigger } from '../../../schema/trigger.ts'
import type { View } from '../../../schema/view.ts'
import { callerIs, column, everything, extended, idColumn, index, owner, reference, rule, table } from '../build.ts'
import { addPolicy, changePolicy, changeTable, type GalleryCase, grantAlso } from '../case.ts'
import { folderDesk, folderNames, folders, orphans } from '../desk.ts'
import { households, magazine } from '../schemas.ts'

const definer = (name: string, more: Partial<Routine>): Routine => ({
  schema: 'public',
  name,
  arguments: '',
  returns: 'setof uuid',
  language: 'sql',
  volatility: 'stable',
  security: 'definer',
  searchPath: '',
  body: '\n  select null::uuid where false;\n',
  reasons: [],
  ...more,
})

/** Adds a function that a role may run. */
function withRoutine(compiled: Schema, routine: Routine, role: string, signature = `${routine.name}()`): Schema {
  const object = { kind: 'function' as const, schema: routine.schema, name: signature }
  return {
    ...compiled,
    routines: [...compiled.routines, routine],
    grants: [...compiled.grants, { object, role, privileges: [{ privilege: 'execute' }] }],
  }
}

const withCopiedRole = (compiled: Schema, body: string): Schema => ({
  ...compiled,
  routines: [
    ...compiled.routines,
    definer('make_profile', { schema: 'private', returns: 'trigger', language: 'plpgsql', volatility: 'volatile', body }),
  ],
  platformTables: [{ schema: 'auth', name: 'users', triggers: [onSignUp] }],
})
const onSignUp: Trigger = {
  name: 'make_profile',
  timing: 'after',
  events: [{ kind: 'insert' }],
  level: 'row',
  function: 'private.make_profile',
  reasons: [],
}

const namesOfAll: View = { ...folderNames, securityInvoker: false }
const withView = (compiled: Schema, view: View): Schema => ({
  ...compiled,
  views: [...compiled.views, view],
  grants: [
    ...compiled.grants,
    {
      object: { kind: 'view', schema: view.schema, name: view.name },
      role: 'authenticated',
      privileges: [{ privilege: 'select' }],
    },
  ],
})

const numbered = () => folderDesk({ columns: [column('id', 'bigint', { identity: 'always' }), ...folders().columns.slice(1)] })

/** A folder has one cover at most: a second one is refused by the key, before any policy is asked. */
const covered = () => {
  const covers = table('covers', [idColumn, column('owner_id', 'uuid'), column('folder_id', 'uuid'), column('colour', 'text')], {
    uniques: [{ name: 'covers_folder_id_key', columns: ['folder_id'], reasons: [] }],
    foreignKeys: [reference('covers', 'owner_id', 'auth.users'), reference('covers', 'folder_id', 'folders')],
    indexes: [index('covers', 'owner_id')],
  })
  return extended(folderDesk(), [covers], [rule('covers', owner(), everything, callerIs('owner_id'))])
}

/** Mistakes that are made again and again where tables are reached through an interface. */
export const mistakeCases: readonly GalleryCase[] = [
  {
    name: 'a: a parent that has one child only, hung under by a stranger all the same',
    mended: covered(),
    broken: (compiled) => changePolicy(compiled, 'covers', 'insert', { check: 'owner_id = (select auth.uid())' }),
    findings: [{ check: 'attack a', object: 'covers_folder_id_fkey' }, { check: 'attack j' }],
  },
  {
    name: 'd: a function with its owner’s rights that lists the rows of all to visitors',
    mended: folderDesk(),
    broken: (compiled) =>
      withRoutine(compiled, definer('all_folders', { body: '\n  select folders.id from public.folders;\n' }), 'anon'),
    findings: [{ check: 'attack d', object: 'public.all_folders()' }],
  },
  {
    name: 'd: a function that tells the signed in of any row whose key they give',
    mended: folderDesk(),
    broken: (compiled) =>
      withRoutine(
        compiled,
        definer('folder_of', {
          arguments: 'folder_id uuid',
          body: '\n  select folders.id from public.folders where folders.id = folder_id;\n',
        }),
        'authenticated',
        'folder_of(uuid)',
      ),
    findings: [{ check: 'attack d', object: 'public.folder_of()' }],
  },
  {
    name: 'd: a function that deletes whatever row it is given',
    mended: folderDesk(),
    broken: (compiled) =>
      withRoutine(
        compiled,
        definer('remove_folder', {
          arguments: 'folder_id uuid',
          returns: 'void',
          volatility: 'volatile',
          body: '\n  delete from public.folders where folders.id = folder_id;\n',
        }),
        'authenticated',
        'remove_folder(uuid)',
      ),
    findings: [{ check: 'attack d', object: 'public.remove_folder()' }],
  },
  {
    name: 'd: a function that makes anybody a member of any household',
    mended: households(),
    broken: (compiled) =>
      withRoutine(
        compiled,
        definer('join_household', {
          arguments: 'joined_id uuid',
          returns: 'void',
          volatility: 'volatile',
          body: "\n  insert into public.household_members (household_id, user_id, role) values (joined_id, (select auth.uid()), 'member');\n",
        }),
        'authenticated',
        'join_household(uuid)',
      ),
    findings: [{ check: 'attack d', object: 'public.join_household()' }],
  },
  {
    name: 'c: a role from the part of the token that people write themselves',
    mended: magazine(),
    broken: (compiled) =>
      changePolicy(compiled, 'articles', 'delete', {
        using: "((select auth.jwt()) -> 'user_metadata' ->> 'role') = 'admin' or (select private.my_role()) = 'admin'",
      }),
    findings: [{ check: 'attack c', object: 'articles: admins delete all articles' }],
  },
  {
    name: 'c: a role that is copied from what people write about themselves',
    mended: magazine(),
    broken: (compiled) =>
      withCopiedRole(
        compiled,
        "\nbegin\n  insert into public.profiles (id, nickname, role) values (new.id, 'new', coalesce(new.raw_user_meta_data ->> 'role', 'reader'));\n  return null;\nend\n",
      ),
    findings: [{ check: 'attack c', object: 'profiles.role' }],
  },
  {
    name: 'f: a view without the caller’s rights over the rows of all',
    mended: folderDesk(),
    broken: (compiled) => withView(compiled, namesOfAll),
    findings: [{ check: 'attack f', object: 'folder_names' }],
  },
  {
    name: 'f: a view that shows the addresses of all accounts',
    mended: folderDesk(),
    broken: (compiled) =>
      withView(compiled, {
        ...namesOfAll,
        name: 'people',
        columns: [{ name: 'email', type: 'text', reasons: [] }],
        query: 'select users.email::text as email from auth.users',
      }),
    findings: [{ check: 'attack f', object: 'people' }],
  },
  {
    name: 'f: a materialized view that the signed in can read',
    mended: folderDesk(),
    broken: (compiled) => withView(compiled, { ...namesOfAll, materialized: true }),
    findings: [{ check: 'attack f', object: 'folder_names' }],
  },
  {
    name: 'h: rows of nobody shown to everybody',
    mended: orphans(),
    broken: (compiled) =>
      changePolicy(compiled, 'orphans', 'select', { using: 'owner_id = (select auth.uid()) or owner_id is null' }),
    findings: [
      { check: 'access', object: 'orphans' },
      { check: 'attack h', object: 'orphans' },
    ],
  },
  {
    name: 'h: rows of nobody changed by everybody',
    mended: orphans(),
    broken: (compiled) =>
      changePolicy(compiled, 'orphans', 'update', {
        using: 'owner_id = (select auth.uid()) or owner_id is null',
        check: 'owner_id = (select auth.uid()) or owner_id is null',
      }),
    findings: [{ check: 'access', object: 'orphans' }],
  },
  {
    name: 'b: an owner let go, so that the row becomes nobody’s',
    mended: orphans(),
    broken: (compiled) => changePolicy(compiled, 'orphans', 'update', { check: '(select auth.uid()) is not null' }),
    findings: [{ check: 'attack b', object: 'orphans.owner_id' }],
  },
  {
    name: 'k: visitors set the next key of a table',
    mended: numbered(),
    broken: (compiled) => ({
      ...compiled,
      grants: [
        ...compiled.grants,
        {
          object: { kind: 'sequence', schema: 'public', name: 'folders_id_seq' },
          role: 'anon',
          privileges: [{ privilege: 'update' }],
        },
      ],
    }),
    findings: [{ check: 'attack k', object: 'folders' }],
  },
  {
    name: 'k: a table that the signed in can lock',
    mended: folderDesk(),
    broken: (compiled) => grantAlso(compiled, 'folders', 'authenticated', 'maintain'),
    findings: [{ check: 'attack k', object: 'folders' }],
  },
  {
    name: 'a policy for whoever is signed in, as the template has it',
    mended: folderDesk(),
    broken: (compiled) => changePolicy(compiled, 'folders', 'select', { using: "(select auth.role()) = 'authenticated'" }),
    findings: [{ check: 'access', object: 'folders' }],
  },
  {
    name: 'a second policy that says less, beside the right one',
    mended: folderDesk(),
    broken: (compiled) =>
      addPolicy(compiled, 'folders', {
        name: 'named ones are for all',
        command: 'select',
        roles: ['public'],
        using: "name <> ''",
      }),
    findings: [{ check: 'access', object: 'folders' }, { check: 'attack h' }],
  },
  {
    name: 'the key of the row taken for the key of its owner',
    mended: folderDesk(),
    broken: (compiled) => changePolicy(compiled, 'folders', 'select', { using: 'id = (select auth.uid())' }),
    findings: [{ check: 'access', object: 'folders' }],
  },
  {
    name: 'a restrictive policy where a permissive one was meant',
    mended: folderDesk(),
    broken: (compiled) =>
      changeTable(compiled, 'folders', (folder) => ({
        policies: folder.policies.map((policy) => (policy.command === 'select' ? { ...policy, permissive: false } : policy)),
      })),
    findings: [{ check: 'access', object: 'folders' }],
  },
]
