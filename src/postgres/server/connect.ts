import type { Client } from 'pg'
import type { Address } from './address.ts'
import { explainRefusal } from './explain-error.ts'

/** Longer than any statement of a proof takes, so that one that hangs ends some day. */
const statementTimeout = '120s'
const connectionTimeout = 15_000

/**
 * Opens a connection.
 *
 * @throws DatabaseFailure if nobody answers or the server refuses.
 */
export async function connect(url: string, address: Address): Promise<Client> {
  try {
    return await connectOrThrow(url)
  } catch (error) {
    throw explainRefusal(error, address)
  }
}

/** @throws the driver's error. */
export async function connectOrThrow(url: string): Promise<Client> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, application_name: 'dbplan', connectionTimeoutMillis: connectionTimeout })
  // A connection that breaks while nothing is asked would end the process; the next query reports it.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(`set statement_timeout = '${statementTimeout}'; set idle_in_transaction_session_timeout = 0`)
    return client
  } catch (error) {
    await close(client)
    throw error
  }
}

/** Closes a connection that may be broken already. */
export async function close(client: Client): Promise<void> {
  await client.end().catch(() => undefined)
}
