import { literal } from '../../sql/quote.ts'
import type { Database } from '../database.ts'

/**
 * Runs `work` while `public` is the whole search path, on which depends how PostgreSQL prints names: those of `public` bare, all others
 * qualified, as the model wants them. Works inside a transaction and outside one.
 */
export async function withSearchPath<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const [row] = await database.query("select current_setting('search_path') as path")
  const set = (path: string) => database.query(`select set_config('search_path', ${literal(path)}, false)`)
  await set('public')
  try {
    return await work()
  } finally {
    // Inside a transaction that failed nothing can be set; its end restores the path.
    await set(String(row?.path ?? '')).catch(() => undefined)
  }
}
