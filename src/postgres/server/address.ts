import { DatabaseFailure } from '../database-failure.ts'

/** Where a server is and who asks. `shown` is for people: it has no password. */
export interface Address {
  readonly shown: string
  readonly user: string | undefined
  /** The URL of a database there. */
  readonly urlOf: (database: string) => string
  /** The URL as it was given, or with `postgres` where it named no database. */
  readonly url: string
}

const example = 'postgresql://user:password@localhost:5432/postgres'

/**
 * Takes a database URL apart.
 *
 * @throws DatabaseFailure for what is none. The text it was given is not repeated, since it may hold a password.
 */
export function parseAddress(text: string): Address {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol))
    throw new DatabaseFailure('The database URL is not one of PostgreSQL.', `It looks like this: ${example}`)
  const urlOf = (database: string): string => {
    const changed = new URL(url)
    changed.pathname = `/${encodeURIComponent(database)}`
    return changed.href
  }
  const host = decoded(url.hostname) || url.searchParams.get('host') || 'localhost'
  return {
    shown: host.startsWith('/') ? host : `${host}:${url.port || '5432'}`,
    user: decoded(url.username) || undefined,
    urlOf,
    url: url.pathname.length > 1 ? url.href : urlOf('postgres'),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
