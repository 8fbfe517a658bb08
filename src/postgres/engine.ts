import type { Extension as EngineExtension } from '@electric-sql/pglite'
import type { Database, Row } from './database.ts'
import { embeddedExtensions } from './embedded-extensions.ts'
import type { EngineFiles } from './engine-files.ts'

/** What an embedded PostgreSQL is started from; all of it can be handed to another thread. */
export interface EngineStart {
  readonly files: EngineFiles
  /** Its data directory, as a tar file. */
  readonly image: Uint8Array
  /** Names of extensions, as PostgreSQL knows them. */
  readonly extensions: readonly string[]
  readonly searchPath: string
}

/** Starts one in this thread. */
export async function startEngine({ files, image, extensions, searchPath }: EngineStart): Promise<Database> {
  const [{ PGlite }, { ImageFiles }, loaded] = await Promise.all([
    import('@electric-sql/pglite'),
    import('./image-files.ts'),
    loadExtensions(extensions),
  ])
  const engine = await PGlite.create({ ...files, fs: new ImageFiles(image), extensions: loaded })
  // Settings that stand with a database or a role are not applied in the single-user mode that PGlite runs in.
  await engine.exec(`set search_path = ${searchPath}`)
  const version = await engine.query<{ server_version: string }>('show server_version')
  return {
    kind: 'embedded',
    version: version.rows[0]?.server_version.split(' ')[0] ?? 'unknown',
    query: async (sql, params) => (await engine.query<Row>(sql, params === undefined ? undefined : [...params])).rows,
    exec: async (sql) => {
      await engine.exec(sql)
    },
    close: () => engine.close(),
  }
}

async function loadExtensions(names: readonly string[]): Promise<Record<string, EngineExtension>> {
  const loaded: Record<string, EngineExtension> = {}
  for (const name of names) {
    const load = embeddedExtensions[name]
    if (load !== undefined) loaded[name] = await load()
  }
  return loaded
}
