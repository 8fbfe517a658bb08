import { detectPlatform } from '../postgres/catalog/detect-platform.ts'
import { readCatalog } from '../postgres/catalog/read-catalog.ts'
import { openServer } from '../postgres/server.ts'
import type { Schema } from '../schema/schema.ts'

/**
 * Reads what a database holds, in one transaction that can only read and sees one state throughout.
 *
 * @throws DatabaseFailure if nobody answers or the server refuses.
 */
export async function readDatabase(url: string): Promise<Schema> {
  const database = await openServer(url)
  try {
    await database.exec('begin transaction isolation level repeatable read, read only')
    return await readCatalog(database, await detectPlatform(database))
  } finally {
    await database.exec('rollback').catch(() => undefined)
    await database.close()
  }
}
