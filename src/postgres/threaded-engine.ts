import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Database, Row } from './database.ts'
import type { EngineStart } from './engine.ts'
import type { Answer, Request } from './engine-messages.ts'

const threadFile = join(dirname(fileURLToPath(import.meta.url)), 'engine-thread.mjs')

/** Whether engines may run beside each other: the build makes the thread's file, and one processor has nothing to share. */
export function mayRunThreads(): boolean {
  return availableParallelism() > 1 && existsSync(threadFile)
}

/** An engine that is on its way, and how to be rid of it at any time. */
export interface EngineThread {
  readonly engine: Promise<Database>
  readonly close: () => Promise<void>
}

/**
 * Starts an embedded PostgreSQL in another thread, which loads its code meanwhile, once it is known from what. The process may end while the engine is idle, and does not while
 * it is being waited for. Nothing of it is kept, so closing it ends the thread and shuts nothing down.
 */
export function openThread(start: Promise<EngineStart>): EngineThread {
  const worker = new Worker(threadFile)
  worker.unref()
  const ask = asking(worker)
  const close = async () => {
    await worker.terminate()
  }
  const engine = start.then(async (from) => engineOf(String(await ask({ kind: 'start', start: from })), ask, close))
  // Whoever waits for it is told; a thread without an engine is of no use.
  engine.catch(close)
  return { engine, close }
}

type Ask = (request: Request['ask']) => Promise<unknown>

const ended = () => new Error('The engine has ended.')

function asking(worker: Worker): Ask {
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>()
  let gone: Error | undefined
  let asked = 0
  worker.on('message', ({ id, value, error }: Answer) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
    if (error === undefined) one?.resolve(value)
    else one?.reject(Object.assign(new Error(error.message), error.fields))
  })
  const end = (why: Error) => {
    gone ??= why
    for (const { reject } of waiting.values()) reject(gone)
    waiting.clear()
  }
  worker.on('error', end)
  worker.on('exit', () => end(ended()))
  return (request) =>
    new Promise((resolve, reject) => {
      if (gone !== undefined) return reject(gone)
      asked += 1
      waiting.set(asked, { resolve, reject })
      worker.ref()
      worker.postMessage({ id: asked, ask: request } satisfies Request)
    })
}

function engineOf(version: string, ask: Ask, close: () => Promise<void>): Database {
  return {
    kind: 'embedded',
    version,
    query: async (sql, params) =>
      (await ask({ kind: 'query', sql, ...(params === undefined ? {} : { params }) })) as readonly Row[],
    exec: async (sql) => {
      await ask({ kind: 'exec', sql })
    },
    close,
  }
}
