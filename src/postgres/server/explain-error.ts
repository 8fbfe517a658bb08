import { sqlState } from '../database.ts'
import { DatabaseFailure } from '../database-failure.ts'
import type { Address } from './address.ts'

interface Explanation {
  readonly message: string
  readonly help: string
}

type Explain = (address: Address, said: string) => Explanation

const refused: Explain = ({ shown, user }, said) => ({
  message: `The server at ${shown} does not let ${user === undefined ? 'you' : `user "${user}"`} in: ${said}.`,
  help: 'Check user and password in the database URL. Characters such as @ / : # in a password are written as %40 %2F %3A %23.',
})

const gone: Explain = ({ shown }) => ({
  message: `The server at ${shown} went away during the proof.`,
  help: 'Nothing was proven. Run it again when the server is back.',
})

const full: Explain = ({ shown }, said) => ({
  message: `The server at ${shown} has no room for a proof: ${said}.`,
  help: 'It needs two connections and about 10 MB of disk for some seconds.',
})

/** By SQLSTATE (PostgreSQL, appendix A), by the code of a network error in Node, and by class of SQLSTATE, in this order. */
const explanations: Readonly<Record<string, Explain>> = {
  ECONNREFUSED: ({ shown }) => ({
    message: `No server answers at ${shown}.`,
    help: 'Start PostgreSQL, or correct host and port in the database URL.',
  }),
  ENOENT: ({ shown }) => ({
    message: `No server answers at ${shown}.`,
    help: 'There is no such socket. Start PostgreSQL first.',
  }),
  ENOTFOUND: ({ shown }) => ({ message: `There is no host ${shown}.`, help: 'Correct the host in the database URL.' }),
  EAI_AGAIN: ({ shown }) => ({ message: `The host ${shown} cannot be looked up.`, help: 'Is there a network?' }),
  ETIMEDOUT: ({ shown }) => ({
    message: `The server at ${shown} does not answer in time.`,
    help: 'Correct host and port in the database URL, or look for a firewall between here and there.',
  }),
  '28P01': refused,
  '28000': refused,
  '3D000': ({ shown }, said) => ({
    message: `The server at ${shown} lacks that database: ${said}.`,
    help: 'Name one that exists, such as postgres. Nothing is written to it; the proof makes a database of its own.',
  }),
  '42501': ({ shown, user }, said) => ({
    message: `The server at ${shown} does not let ${user === undefined ? 'you' : `user "${user}"`} make a database: ${said}.`,
    help: needsSuperuser,
  }),
  '25006': ({ shown }) => ({
    message: `The server at ${shown} is read-only.`,
    help: 'A proof makes a database of its own. Give the URL of the primary server, or of one that is for tests.',
  }),
  '57014': ({ shown }, said) => ({
    message: `The server at ${shown} stopped a statement of the proof: ${said}.`,
    help: 'It is busy, or another proof holds the roles that this one needs. Nothing was proven; run it again later.',
  }),
  '55P03': ({ shown }) => ({
    message: `The server at ${shown} is busy with another proof or a change of roles.`,
    help: 'Nothing was proven; run it again later.',
  }),
  '57P03': ({ shown }, said) => ({ message: `The server at ${shown} is not ready: ${said}.`, help: 'Run it again in a moment.' }),
  ECONNRESET: gone,
  EPIPE: gone,
  '08': gone,
  '57': gone,
  '53': full,
}

export const needsSuperuser =
  'A proof acts as every role and needs a superuser of a server that is for tests, such as a container; ' +
  'on a local Supabase that is supabase_admin. Without --database-url the embedded PostgreSQL does it.'

/** What an error of the server or the network means, in words; undefined for one of another kind, which is a bug. */
export function explainError(error: unknown, address: Address): DatabaseFailure | undefined {
  if (error instanceof DatabaseFailure) return error
  const code = codeOf(error)
  if (code === undefined) return undefined
  const explain = explanations[code] ?? (sqlState(error) === undefined ? undefined : explanations[code.slice(0, 2)])
  if (explain === undefined) return undefined
  const { message, help } = explain(address, sentence(error))
  return new DatabaseFailure(message, help)
}

/** The same for a connection or a `create database` that failed, where every error is one of the server or the network. */
export function explainRefusal(error: unknown, address: Address): DatabaseFailure {
  return (
    explainError(error, address) ??
    new DatabaseFailure(`The server at ${address.shown} cannot be used: ${sentence(error)}.`, 'Check the database URL.')
  )
}

export function explainGone(address: Address): DatabaseFailure {
  const { message, help } = gone(address, '')
  return new DatabaseFailure(message, help)
}

/** Errors after which a server may come back: the connection broke, or it is starting or stopping. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|08\w{3}|57P\w{2}|53\w{3})$/.test(code)
}

/** The driver has no codes for a connection that breaks or is too slow. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  const message = error instanceof Error ? error.message : ''
  if (/timeout/i.test(message)) return 'ETIMEDOUT'
  return /connection (terminated|ended|error)|not queryable|client was closed/i.test(message) ? 'ECONNRESET' : undefined
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
