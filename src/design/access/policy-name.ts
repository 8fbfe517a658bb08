import type { AccessRule, Operation } from '../../schema/access.ts'
import { pluralise } from '../../schema/inflect.ts'
import { listed } from '../naming/listed.ts'

const verbs: Readonly<Record<Operation, string>> = { select: 'read', insert: 'add', update: 'change', delete: 'delete' }

/** PostgreSQL cuts names at 63 bytes (SQL syntax, 4.1.1); a cut name would not read back. */
const longest = 63

/**
 * A policy's name: a short sentence of who does what to which rows, as the rules have it (`owners read their recipes`,
 * `anyone reads all tags`). Unique among `taken`.
 */
export function policyName(
  table: string,
  operation: Operation,
  role: string,
  rules: readonly AccessRule[],
  taken: ReadonlySet<string>,
): string {
  const things = table.replaceAll('_', ' ')
  const verb = verbs[operation]
  if (rules.length === 0 && !taken.has(`the backend may ${verb} ${things}`)) return `the backend may ${verb} ${things}`
  const subjects = unique(rules.map((rule) => subjectOf(rule)))
  const clauses = unique(rules.map((rule) => `${subjectOf(rule)} ${verb} ${objectOf(rule, things)}`))
  const candidates = [
    clauses.join(', '),
    `${listed(subjects)} ${verb} ${things}`,
    `${role} may ${verb} ${things}`,
    `${role} may ${verb} rows`,
  ].filter((name) => Buffer.byteLength(name) <= longest)
  const free = candidates.find((name) => !taken.has(name))
  if (free !== undefined) return free
  const base = `${role} ${verb}`
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${base} ${number}`)) return `${base} ${number}`
  }
}

function subjectOf({ who }: AccessRule): string {
  switch (who.kind) {
    case 'anonymous':
      return 'visitors'
    case 'signed in':
      return 'signed-in users'
    case 'backend':
      return 'the backend may'
    case 'owner':
      return who.label === 'self' ? 'users' : pluralise(who.label)
    case 'member':
      return who.roles.length === 0 ? 'members' : listed(who.roles.map(spoken))
    case 'role':
      return listed(who.roles.map(spoken))
  }
}

function objectOf({ who, rows }: AccessRule, things: string): string {
  if (who.kind === 'owner') return who.label === 'self' ? `their own ${things}` : `their ${things}`
  if (who.kind === 'member') {
    if (things === pluralise(who.group)) return `their ${things}`
    return `their ${who.group}'s ${things.startsWith(`${who.group} `) ? things.slice(who.group.length + 1) : things}`
  }
  if (who.kind === 'backend') return things
  return rows.kind === 'all' ? `all ${things}` : things
}

const spoken = (role: string) => pluralise(role.replaceAll('_', ' '))

const unique = (words: readonly string[]) => [...new Set(words)]
