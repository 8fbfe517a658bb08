import type { Platform } from '../schema/platform.ts'
import type { Database } from './database.ts'
import { loadImage } from './embedded-image.ts'
import { type EngineStart, startEngine } from './engine.ts'
import { loadEngineFiles } from './engine-files.ts'
import { type PreludeOptions, preludeOf } from './prelude/prelude.ts'
import { type EngineThread, mayRunThreads, openThread } from './threaded-engine.ts'

export interface EmbeddedOptions extends PreludeOptions {
  /** The extensions that the schema will create. Loading one costs some milliseconds, so only these are. */
  readonly extensions?: readonly string[]
}

/**
 * Starts the embedded PostgreSQL (PGlite) behind a platform's prelude, connected as superuser. Nothing is written to disk but the
 * prepared image in the cache. Extensions that PGlite does not have are not loaded: `create extension` then fails with 58P01 or 0A000,
 * as it does on a server that lacks them.
 */
export async function openEmbedded(platform: Platform, options: EmbeddedOptions = {}): Promise<Database> {
  return startEngine(await startOf(platform, options))
}

/** An engine, and beside it, where there is a processor for it, a second one behind the same prelude, if it can be started. */
export interface Engines {
  readonly first: Database
  readonly second?: Promise<Database | undefined>
  readonly close: () => Promise<void>
}

/** As {@link openEmbedded}, with a second engine in a thread of its own where `most` allows it and the machine has another processor. */
export async function openEngines(
  platform: Platform,
  options: EmbeddedOptions & { readonly most?: number } = {},
): Promise<Engines> {
  const start = startOf(platform, options)
  if ((options.most ?? 2) < 2 || !mayRunThreads()) {
    const first = await startEngine(await start)
    return { first, close: () => first.close() }
  }
  // Whoever needs it is told.
  start.catch(() => undefined)
  const [one, other] = (await preparedFor(platform, options)) ?? [openThread(start), openThread(start)]
  // A machine that cannot bear a second one is served by the first alone.
  const second = other.engine.catch(() => undefined)
  const first = await one.engine.catch(async () => startEngine(await start))
  const close = async () => {
    await Promise.all([first.close(), one.close(), other.close()])
  }
  return { first, second, close }
}

type Pair = readonly [EngineThread, EngineThread]

/** Started before anybody asked, by the name of their prelude. */
const prepared = new Map<string, Pair>()

/** Those that were prepared for the platform. They have no extensions: where some are wanted they are of no use. */
async function preparedFor(platform: Platform, { extensions = [] }: EmbeddedOptions): Promise<Pair | undefined> {
  const { name } = preludeOf(platform)
  const pair = prepared.get(name)
  prepared.delete(name)
  if (pair === undefined || extensions.length === 0) return pair
  await Promise.all(pair.map(({ close }) => close()))
  return undefined
}

/**
 * Begins to start what {@link openEngines} will need for a platform, on other threads, while the documents are still being read. What cannot be
 * started is said where it is opened.
 *
 * @returns how to be rid of them, if nobody asked for them.
 */
export function prepareEmbedded(platform: Platform): () => Promise<void> {
  const { name } = preludeOf(platform)
  const start = startOf(platform, {})
  start.catch(() => undefined)
  if (!mayRunThreads() || prepared.has(name)) return async () => undefined
  const one = openThread(start)
  // One after the other: the documents want a processor too.
  const pair: Pair = [one, openThread(one.engine.then(() => start))]
  prepared.set(name, pair)
  return async () => {
    if (prepared.get(name) !== pair) return
    prepared.delete(name)
    await Promise.all(pair.map(({ close }) => close()))
  }
}

async function startOf(platform: Platform, options: EmbeddedOptions): Promise<EngineStart> {
  const prelude = preludeOf(platform, options)
  const [files, image] = await Promise.all([loadEngineFiles(), loadImage(prelude)])
  return { files, image, extensions: options.extensions ?? [], searchPath: prelude.searchPath }
}
