import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzip, gzipSync } from 'node:zlib'
import type { Prelude } from './prelude/prelude.ts'

/**
 * A data directory of the embedded PostgreSQL in which a prelude has been run, as a tar file. Starting from one takes a fraction of
 * what `initdb` takes. It is shipped in the package where the build made it, and otherwise made on first use and kept. Threads can share the bytes.
 */
export function loadImage(prelude: Prelude): Promise<Uint8Array> {
  const name = imageName(prelude)
  const known = images.get(name)
  if (known !== undefined) return known
  const image = findImage(prelude, name).then(shared)
  images.set(name, image)
  // What failed is tried anew.
  image.catch(() => images.delete(name))
  return image
}

/** Kept for the next start: a process has one or two of them. */
const images = new Map<string, Promise<Uint8Array>>()

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}

const unzip = promisify(gunzip)

async function findImage(prelude: Prelude, name: string): Promise<Uint8Array<ArrayBuffer>> {
  for (const folder of [shippedFolder(), cacheFolder()]) {
    const file = join(folder, name)
    if (!existsSync(file)) continue
    // A file that was cut short is made anew below.
    const image = await readFile(file)
      .then((bytes) => unzip(bytes))
      .catch(() => undefined)
    if (image !== undefined) return image
  }
  const { makeImage } = await import('./make-image.ts')
  const image = await makeImage(prelude)
  // A home that cannot be written costs time on every run, nothing else.
  await writeImage(cacheFolder(), prelude, image).catch(() => undefined)
  return image
}

/** Writes an image into `folder` under the name it is looked for. Whole or not at all, however many processes do it at once. */
export async function writeImage(folder: string, prelude: Prelude, image: Uint8Array): Promise<void> {
  const file = join(folder, imageName(prelude))
  const unfinished = `${file}.${process.pid}`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await writeFile(unfinished, gzipSync(image), { mode: 0o600 })
    await rename(unfinished, file)
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** Raised when images come to be made in another way. */
const recipe = '2'

/** Another version of the engine, another prelude or another way of making it is another image. */
function imageName(prelude: Prelude): string {
  const hash = createHash('sha256').update(recipe).update(prelude.sql).digest('hex').slice(0, 12)
  return `${prelude.name}-${engineVersion()}-${hash}.tar.gz`
}

function engineVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown'
}

/** `dist/embedded`, next to the built files. */
function shippedFolder(): string {
  return join(here, 'embedded')
}

/** Inside `node_modules` while dbplan is worked on, else where the system keeps a user's caches. */
function cacheFolder(): string {
  const root = join(here, '..', '..')
  if (existsSync(join(root, 'node_modules')) && existsSync(join(root, 'src')))
    return join(root, 'node_modules', '.cache', 'dbplan')
  return join(process.env.XDG_CACHE_HOME ?? process.env.LOCALAPPDATA ?? join(homedir(), '.cache'), 'dbplan')
}

const here = dirname(fileURLToPath(import.meta.url))
