import type { Extension as EngineExtension } from '@electric-sql/pglite'
import type { Platform } from '../schema/platform.ts'
import type { Database, Row } from './database.ts'
import { embeddedExtensions } from './embedded-extensions.ts'
import { loadImage } from './embedded-image.ts'
import { loadEngineFiles } from './engine-files.ts'
import { type PreludeOptions, preludeOf } from './prelude/prelude.ts'

export interface EmbeddedOptions extends PreludeOptions {
  /** The extensions that the schema will create. Loading one costs some milliseconds, so only these are. */
  readonly extensions?: readonly string[]
}

/**
 * Starts the embedded PostgreSQL (PGlite) behind a platform's prelude, connected as superuser. Nothing is written to disk but the
 * prepared image in the cache. Extensions that PGlite does not have are not loaded: `create extension` then fails with 58P01 or 0A000,
 * as it does on a server that lacks them.
 */
export async function openEmbedded(platform: Platform, options: EmbeddedOptions = {}): Promise<Database> {
  const prelude = preludeOf(platform, options)
  const [{ PGlite }, files, image, extensions] = await Promise.all([
    import('@electric-sql/pglite'),
    loadEngineFiles(),
    loadImage(prelude),
    loadExtensions(options.extensions ?? []),
  ])
  const engine = await PGlite.create({ ...files, loadDataDir: image, extensions })
  // Settings that stand with a database or a role are not applied in the single-user mode that PGlite runs in.
  await engine.exec(`set search_path = ${prelude.searchPath}`)
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

/**
 * Begins to load what {@link openEmbedded} will need for a platform, on other threads, while the documents are still being read. What cannot be
 * loaded is said where the database is opened.
 */
export function prepareEmbedded(platform: Platform): void {
  const loading = [import('@electric-sql/pglite'), loadEngineFiles(), loadImage(preludeOf(platform))]
  Promise.all(loading).catch(() => undefined)
}

async function loadExtensions(names: readonly string[]): Promise<Record<string, EngineExtension>> {
  const loaded: Record<string, EngineExtension> = {}
  for (const name of names) {
    const load = embeddedExtensions[name]
    if (load !== undefined) loaded[name] = await load()
  }
  return loaded
}
