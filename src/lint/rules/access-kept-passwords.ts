import { displayName } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** Where the platform keeps accounts, no table of the project keeps passwords. */
export const keptPasswords: Rule = {
  code: 'access/kept-passwords',
  severity: 'warning',
  what: 'A table keeps passwords although the platform keeps the accounts.',
  why: 'There are then two accounts for one person, and the one that signs in is not the one in the table.',
  advice: 'Leave the column out; reference auth.users (id).',
  fails: 'create table guides (id uuid primary key, email text not null, password_hash text not null);',
  passes: 'create table guides (id uuid primary key references auth.users (id) on delete cascade, nickname text not null);',
  check: ({ schema, traits }) =>
    traits.accounts === null
      ? []
      : schema.tables.flatMap((table) =>
          table.columns
            .filter((column) =>
              /^(password|passwd|password_hash|hashed_password|encrypted_password|password_digest)$/.test(column.name),
            )
            .map((column) => ({
              part: partIn(table, 'column', column.name),
              message: `${displayName(table)}.${column.name} keeps passwords; Supabase keeps them in auth.users.`,
            })),
        ),
}
