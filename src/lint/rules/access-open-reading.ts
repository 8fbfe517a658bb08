import { displayName } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { isTrue } from '../tree.ts'

/** What people who are not signed in may read is decided, not left over. */
export const openReading: Rule = {
  code: 'access/open-reading',
  severity: 'warning',
  what: 'Anyone, signed in or not, can read every row of a table.',
  why: "The key of the anonymous role is public. Settings, limits and people's data become visible to everybody who opens the page.",
  advice: 'Name the role that should read, "to authenticated", or leave the policy out if only the backend reads the table.',
  fails: `create table settings (name text primary key, content jsonb not null); alter table settings enable row level security;
create policy "all read" on settings for select using (true);`,
  passes: `create table settings (name text primary key, content jsonb not null); alter table settings enable row level security;
create policy "signed in read" on settings for select to authenticated using (true);`,
  check: (facts) => {
    const saysAnonymous = (table: string) =>
      facts.schema.access.rules.some((rule) => rule.table === table && rule.who.kind === 'anonymous')
    return facts.schema.tables.flatMap((table) =>
      table.policies.flatMap((policy) => {
        const reads = policy.permissive && (policy.command === 'select' || policy.command === 'all')
        const isOpen =
          policy.roles.length === 0 || policy.roles.includes('public') || policy.roles.includes(facts.traits.anonymous ?? '')
        // Where a plan says in words that anyone may read, that is decided; of settings and of people's own data it may still be a slip.
        const isDecided =
          facts.isInWords(table, policy) && !isKept(table.name) && !table.columns.some(({ name }) => isPersonal(name))
        if (!reads || !isOpen || isDecided || !isTrue(facts.tree(policy.using)) || saysAnonymous(table.name)) return []
        return [
          {
            part: partIn(table, 'policy', policy.name),
            message: `The policy "${policy.name}" lets everyone, also people who are not signed in, read all of ${displayName(table)}.`,
          },
        ]
      }),
    )
  },
}

/** Columns that hold what belongs to people: how to reach them, who they are to authorities, what lets them in. */
const isPersonal = (name: string): boolean =>
  /(^|_)(e_?mail|phone|telefon|mobile|address|adres|street|birth(day|date|_date)?|date_of_birth|pesel|ssn|iban|ip|salary|password|token|secret|surname|last_name|nazwisko)($|_)/.test(
    name,
  )

/** Tables that are for the application itself: its settings and limits, its logs, its secrets. */
const isKept = (name: string): boolean =>
  /(^|_)(settings?|config(uration)?s?|parameters?|limits?|secrets?|tokens?|keys?|logs?|audit\w*|internal|ustawienia|konfiguracj\w*|parametry|limity|logi|dziennik\w*)($|_)/.test(
    name,
  )
