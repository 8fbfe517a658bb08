import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from 'pg'
import type { Platform } from '../schema/platform.ts'
import { identifier } from '../sql/quote.ts'
import type { Database, Row } from './database.ts'
import { DatabaseFailure } from './database-failure.ts'
import type { Prelude, PreludeOptions } from './prelude/prelude.ts'
import { type Address, parseAddress } from './server/address.ts'
import { close, connect, connectOrThrow } from './server/connect.ts'
import { demandServer } from './server/demand-server.ts'
import { explainError, explainGone, explainRefusal, isPassing } from './server/explain-error.ts'
import { beforeInterrupt } from './server/interrupts.ts'
import { preludeOnServer } from './server/prelude-on-server.ts'

export interface ScratchOptions extends PreludeOptions {
  /** How long to wait for a server that went away, so as to drop the scratch database, in milliseconds. Default: 20 s. */
  readonly patience?: number
}

/**
 * Runs `work` in a database of its own on a server, made for it under a name that nobody can guess and dropped afterwards: also when `work`
 * fails, when a signal ends the process, and when the server goes away and comes back. Nothing outside that database changes. Roles belong
 * to the whole server, so the platform's are made inside the transaction that `work` begins with `setUp`, and no other session ever sees
 * them; who needs the same ones at the same time waits.
 *
 * @throws DatabaseFailure if the server cannot be reached, is no PostgreSQL 15 or later, refuses, or goes away; and what `work` throws.
 */
export async function withScratchDatabase<T>(
  url: string,
  platform: Platform,
  work: (database: Database) => Promise<T>,
  options: ScratchOptions = {},
): Promise<T> {
  const address = parseAddress(url)
  const name = `dbplan_scratch_${randomBytes(8).toString('hex')}`
  const admin = await connect(address.url, address)
  let creating: Promise<unknown> = Promise.resolve()
  let client: Client | undefined
  let isOver = false
  let isLost = false
  let cleaning: Promise<void> | undefined
  const cleanUp = (): Promise<void> => {
    cleaning ??= (async () => {
      isOver = true
      // Dropped while it is being made, it would be there afterwards.
      await creating.catch(() => undefined)
      await Promise.all([client, admin].map((one) => (one === undefined ? undefined : close(one))))
      await dropDatabase(address, name, options.patience ?? 20_000)
    })()
    return cleaning
  }
  const release = beforeInterrupt(cleanUp)
  let outcome: { readonly value: T } | { readonly error: unknown }
  try {
    await demandServer(admin, address)
    const prelude = await preludeOnServer(admin, platform, options)
    creating = admin.query(`create database ${identifier(name)} template template0`)
    await creating.catch((error: unknown) => {
      throw explainRefusal(error, address)
    })
    client = await connect(address.urlOf(name), address)
    client.on('end', () => {
      isLost = !isOver
    })
    outcome = { value: await work(await toDatabase(client, prelude)) }
  } catch (error) {
    outcome = { error: explainError(error, address) ?? error }
  }
  const failure = isLost ? explainGone(address) : 'error' in outcome ? outcome.error : undefined
  try {
    await cleanUp()
  } catch (error) {
    throw failure instanceof DatabaseFailure ? alsoLeft(failure, error) : (failure ?? error)
  } finally {
    release()
  }
  if (failure !== undefined || 'error' in outcome) throw failure
  return outcome.value
}

/** Opens a database as it is, to read it. The caller closes it. */
export async function openServer(url: string): Promise<Database> {
  const address = parseAddress(url)
  return toDatabase(await connect(address.url, address))
}

async function toDatabase(client: Client, prelude?: Prelude): Promise<Database> {
  const version = await client.query<{ server_version: string }>('show server_version')
  return {
    kind: 'server',
    version: version.rows[0]?.server_version.split(' ')[0] ?? 'unknown',
    ...(prelude === undefined
      ? {}
      : { owner: prelude.owner, setUp: `${prelude.sql}\nset local search_path = ${prelude.searchPath}` }),
    query: async (sql, params) => (await client.query<Row>(sql, params === undefined ? undefined : [...params])).rows,
    exec: async (sql) => {
      await client.query(sql)
    },
    close: () => client.end(),
  }
}

/** Drops it, as often as it takes for a server that went away to come back. */
async function dropDatabase(address: Address, name: string, patience: number): Promise<void> {
  const until = Date.now() + patience
  for (;;) {
    try {
      const client = await connectOrThrow(address.url)
      try {
        await client.query(`drop database if exists ${identifier(name)} with (force)`)
        return
      } finally {
        await close(client)
      }
    } catch (error) {
      if (isPassing(error) && Date.now() < until) await delay(250)
      else
        throw new DatabaseFailure(
          `The scratch database ${name} may be left behind on the server at ${address.shown}: ${explainRefusal(error, address).message}`,
          `Drop it when the server is back: drop database if exists ${name} with (force)`,
        )
    }
  }
}

function alsoLeft(failure: DatabaseFailure, error: unknown): DatabaseFailure {
  const left = error instanceof DatabaseFailure ? error : undefined
  return new DatabaseFailure(`${failure.message} ${left?.message ?? ''}`.trim(), left?.help ?? failure.help)
}
