import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openWordTable, type WordTable } from './word-table.ts'

/** The table's file, beside the built files. */
export const wordTableName = 'english.words'

/** Opens the table that the build made; where dbplan runs from its sources there is none, and it is made anew. */
export async function loadWordTable(): Promise<WordTable> {
  const file = join(dirname(fileURLToPath(import.meta.url)), wordTableName)
  if (existsSync(file)) return openWordTable(readFileSync(file))
  const { makeWordTable } = await import('./make-word-table.ts')
  return openWordTable(makeWordTable())
}
