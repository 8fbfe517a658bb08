import { singularise } from '../../schema/inflect.ts'
import { snakeCase } from '../naming/snake-case.ts'

/** The key under which all accounts go, whatever a document calls the people who have them. */
export const accountKey = 'user'

/** What stands before a dot is a schema; `auth.users` alone says more than that. */
const qualified = /^\s*"?([\w$]+)"?\s*\.\s*"?([\w$ ]+)"?\s*$/

/** Words that mean whoever has an account, singular. Which of them apply is also a matter of context: see `person-words.ts`. */
const accountWords: ReadonlySet<string> = new Set([
  'user',
  'account_holder',
  'app_user',
  'application_user',
  'auth_user',
  'system_user',
  'end_user',
  'registered_user',
  'logged_in_user',
  'signed_in_user',
  'authenticated_user',
  'user_account',
  'current_user',
])

/**
 * The key of an entity's name: every word singular, snake_case, no schema. Two mentions with one key are one entity:
 * `SongBooks`, `song_books` and "song book".
 */
export function entityKey(name: string): string {
  const dotted = qualified.exec(name)
  const bare = dotted?.[2] ?? name
  if (dotted?.[1] === 'auth' && snakeCase(bare) === 'users') return accountKey
  const key = snakeCase(bare).split('_').map(singularise).join('_')
  return accountWords.has(key) ? accountKey : key
}
