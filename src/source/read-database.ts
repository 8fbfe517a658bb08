import type { Outcome } from '../diagnostic/diagnostic.ts'
import { detectPlatform } from '../postgres/catalog/detect-platform.ts'
import { readCatalog } from '../postgres/catalog/read-catalog.ts'
import { openServer } from '../postgres/server.ts'
import type { Schema } from '../schema/schema.ts'
import { tellNotModelled } from './tell-not-modelled.ts'

/**
 * Reads what a database holds, and says what of it a plan has no place for, in one transaction that can only read and sees one state throughout.
 *
 * @throws DatabaseFailure if nobody answers or the server refuses.
 */
export async function readDatabase(url: string): Promise<Outcome<Schema>> {
  const database = await openServer(url)
  try {
    await database.exec('begin transaction isolation level repeatable read, read only')
    const platform = await detectPlatform(database)
    return { value: await readCatalog(database, platform), diagnostics: await tellNotModelled(database, platform) }
  } finally {
    await database.exec('rollback').catch(() => undefined)
    await database.close()
  }
}
