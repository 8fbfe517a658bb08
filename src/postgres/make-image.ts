import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Prelude } from './prelude/prelude.ts'
import { tarFolder } from './tar.ts'

/**
 * Makes a data directory from nothing and runs the prelude in it. Every start unpacks it, so it is small (segments of 1 MB for the
 * write-ahead log and none to spare, no template databases, since no database is ever created in it) and was shut down properly,
 * which is why it is made on disk: what PGlite dumps while it runs has to be recovered at each start.
 */
export async function makeImage(prelude: Prelude): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'dbplan-'))
  try {
    const database = await PGlite.create({ dataDir: folder, initDbStartParams: ['--wal-segsize=1'] })
    try {
      await database.exec(renameSuperuser)
      await database.exec(prelude.sql)
      for (const template of ['template0', 'template1']) {
        await database.exec(`update pg_database set datistemplate = false where datname = '${template}'`)
        await database.exec(`drop database ${template}`)
      }
      for (const setting of settings) await database.exec(`alter system set ${setting}`)
      await database.exec('vacuum')
    } finally {
      await database.close()
    }
    await dropSpareLogs(join(folder, 'pg_wal'))
    return await tarFolder(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A scratch database lives for seconds and holds some rows: less memory to set up, no pages saved for a crash. */
const settings = ["shared_buffers = '16MB'", 'full_page_writes = off', 'jit = off']

/** `postgres` is the superuser that PGlite makes; its name is needed for a role that is none. Nobody can rename themselves. */
const renameSuperuser = `
create role temporary_superuser superuser;
set session authorization temporary_superuser;
alter role postgres rename to supabase_admin;
set session authorization supabase_admin;
drop role temporary_superuser;
`

/** After a proper shutdown only the segment with the last checkpoint counts, the lowest; higher ones were set aside for reuse. */
async function dropSpareLogs(folder: string): Promise<void> {
  const segments = (await readdir(folder)).filter((name) => /^[0-9A-F]{24}$/.test(name)).sort()
  for (const name of segments.slice(1)) await rm(join(folder, name))
}
