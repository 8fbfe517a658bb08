import { displayName } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** `on delete` is explicit on every foreign key to an account. */
export const blockedAccountDeletion: Rule = {
  code: 'key/blocked-account-deletion',
  severity: 'warning',
  what: 'A foreign key to the accounts says nothing of their deletion.',
  why: 'The default is no action: an account with one such row cannot be deleted, which people have a right to.',
  advice: 'Write "on delete cascade", or "set null" for what must stay.',
  fails:
    'create table flights (id uuid primary key, pilot_id uuid not null references auth.users (id)); alter table flights enable row level security;',
  passes:
    'create table flights (id uuid primary key, pilot_id uuid not null references auth.users (id) on delete cascade); alter table flights enable row level security;',
  check: ({ schema, traits }) =>
    schema.tables.flatMap((table) =>
      table.foreignKeys.flatMap((key) => {
        const isAccount =
          traits.accounts !== null &&
          key.references.schema === traits.accounts.schema &&
          key.references.table === traits.accounts.table
        if (!isAccount || key.onDelete !== 'no action') return []
        const [column = ''] = key.columns
        return [
          {
            part: partIn(table, 'column', column),
            message: `${displayName(table)}.${column} keeps accounts from being deleted: its foreign key has no "on delete".`,
          },
        ]
      }),
    ),
}
