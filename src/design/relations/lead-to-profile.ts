import { fromSession } from '../claim-order.ts'
import { type Draft, type DraftColumn, type DraftTable, type Question, tableOf } from '../draft.ts'
import { assuming } from '../why.ts'
import { leadsToPerson } from './attribute-columns.ts'

/** The id of the question whether keys of people lead to profiles. */
const question = 'keys of people'

/** What tells a reader who somebody is. */
const names = /^((first|last|full|display)_?)?name$|^(nickname|username|handle)$/

/**
 * Where a session keeps what people are called in a profile, keys of people lead there: to show who wrote, approved or repaired something is then one join, and
 * the platform's own accounts stay out of it. It asks for a word of the session: some key of a person leads to the profile already, or people appear in the
 * rows in two ways at least (an author here, a reviewer there). Where the session writes out keys to the accounts, they stay as they are.
 */
export function leadToProfile<D extends Draft>(draft: D): D {
  const profile = draft.accounts.profile === undefined ? undefined : tableOf(draft, draft.accounts.profile)
  if (profile === undefined || !draft.session || !isNamed(profile)) return draft
  const keys = draft.tables
    .filter((table) => table !== profile)
    .flatMap((table) => table.columns.filter(({ references }) => references && leadsToPerson(references.target, draft)))
  const accounts = keys.filter(({ references }) => references?.target.kind === 'accounts')
  if (accounts.length === 0 || accounts.some(isWrittenOut)) return draft
  const told = keys.some(({ references }) => references?.target.kind === 'table')
  const ways = new Set(keys.map(({ name }) => name).filter((name) => !/^(user|profile|account)_id$/.test(name)))
  if (!told && ways.size < 2) return draft
  const target = { kind: 'table', key: profile.key } as const
  const tables = draft.tables.map((table) =>
    table === profile
      ? table
      : {
          ...table,
          columns: table.columns.map((column) =>
            column.references?.target.kind === 'accounts'
              ? { ...column, references: { ...column.references, target, why: assuming(column.references.why, question) } }
              : column,
          ),
        },
  )
  const asked: Question = {
    id: question,
    topic: 'profile',
    text: `Keys of people lead to \`${profile.name}\`, where their names stand: a person has a row there before they do anything else.`,
    why: profile.why,
  }
  return { ...draft, tables, questions: [...draft.questions, asked] }
}

/** A table of profiles that the session speaks of, with what people are called. */
function isNamed(profile: DraftTable): boolean {
  const spoken = profile.facts?.mentions.some(({ source }) => fromSession(source)) ?? false
  return (
    spoken &&
    profile.columns.some(({ name, facts }) => names.test(name) && facts?.attributes.some(({ source }) => fromSession(source)))
  )
}

/** "author_id uuid references auth.users". */
function isWrittenOut(column: DraftColumn): boolean {
  return (
    column.facts?.attributes.some((claim) => fromSession(claim.source) && claim.references?.entity.name === 'auth.users') ?? false
  )
}
