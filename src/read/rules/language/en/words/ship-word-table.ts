import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordTableName } from './load-word-table.ts'
import { makeWordTable } from './make-word-table.ts'

/** Makes the table of English words that goes into the package: for the build, with `folder` being `dist`. */
export function shipWordTable(folder: string): void {
  writeFileSync(join(folder, wordTableName), makeWordTable())
}
