import type { Client } from 'pg'
import { DatabaseFailure } from '../database-failure.ts'
import type { Address } from './address.ts'
import { needsSuperuser } from './explain-error.ts'

/** The oldest server that the plans' SQL runs on: NULLS NOT DISTINCT and views with security_invoker came with 15. */
const oldest = 15

/** @throws DatabaseFailure if the server is too old, or the user no superuser there. */
export async function demandServer(client: Pick<Client, 'query'>, address: Address): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number; super: boolean; user: string }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number, rolsuper as super,
       current_user::text as user from pg_roles where rolname = current_user`,
  )
  const [server] = rows
  if (server === undefined || server.number < oldest * 10_000)
    throw new DatabaseFailure(
      `The server at ${address.shown} is PostgreSQL ${server?.version ?? 'of an unknown version'}; plans need ${oldest} or later.`,
      'Give the URL of a newer server, or leave it out to use the embedded PostgreSQL.',
    )
  if (!server.super)
    throw new DatabaseFailure(`User "${server.user}" is no superuser of the server at ${address.shown}.`, needsSuperuser)
}
