import { parentPort } from 'node:worker_threads'
// While the files of the engine are still being read.
import './image-files.ts'
import type { Database } from './database.ts'
import { startEngine } from './engine.ts'
import type { Answer, Request } from './engine-messages.ts'

/** The thread that an engine runs in: the build makes a file of its own of it. Answers requests in the order in which they come. */
let engine: Database | undefined
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', (request: Request) => {
  last = last.then(async () => parentPort?.postMessage(await answerTo(request)))
})

async function answerTo({ id, ask }: Request): Promise<Answer> {
  try {
    return { id, value: await answer(ask) }
  } catch (error) {
    // What an error carries beside its message does not survive the way from thread to thread.
    return { id, error: { message: error instanceof Error ? error.message : String(error), fields: fieldsOf(error) } }
  }
}

async function answer(ask: Request['ask']): Promise<unknown> {
  if (ask.kind === 'start') {
    engine = await startEngine(ask.start)
    return engine.version
  }
  if (engine === undefined) throw new Error('The engine was not started.')
  if (ask.kind === 'query') return engine.query(ask.sql, ask.params)
  return engine.exec(ask.sql)
}

function fieldsOf(error: unknown): Readonly<Record<string, unknown>> {
  if (typeof error !== 'object' || error === null) return {}
  return Object.fromEntries(Object.entries(error).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)))
}
