import { PGlite } from '@electric-sql/pglite'
import type { Prelude } from './prelude/prelude.ts'

/**
 * Makes a data directory from nothing and runs the prelude in it. Small on purpose, because every start unpacks it: segments of
 * 1 MB for the write-ahead log, and no template databases, since no database is ever created in it.
 */
export async function makeImage(prelude: Prelude): Promise<Uint8Array<ArrayBuffer>> {
  const database = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'] })
  try {
    await database.exec(renameSuperuser)
    await database.exec(prelude.sql)
    for (const template of ['template0', 'template1']) {
      await database.exec(`update pg_database set datistemplate = false where datname = '${template}'`)
      await database.exec(`drop database ${template}`)
    }
    await database.exec('vacuum')
    await database.exec('checkpoint')
    const image = await database.dumpDataDir('none')
    return new Uint8Array(await image.arrayBuffer())
  } finally {
    await database.close()
  }
}

/** `postgres` is the superuser that PGlite makes; its name is needed for a role that is none. Nobody can rename themselves. */
const renameSuperuser = `
create role temporary_superuser superuser;
set session authorization temporary_superuser;
alter role postgres rename to supabase_admin;
set session authorization supabase_admin;
drop role temporary_superuser;
`
