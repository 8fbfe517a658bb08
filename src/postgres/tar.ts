import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

const block = 512

/** A folder and everything in it as a tar file (POSIX ustar), sorted, without owners and times: the same files give the same bytes. */
export async function tarFolder(folder: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = []
  const add = async (path: string): Promise<void> => {
    const full = join(folder, path)
    if ((await stat(full)).isDirectory()) {
      if (path !== '') parts.push(header(`${path}/`, 0, true))
      for (const name of (await readdir(full)).sort()) await add(path === '' ? name : `${path}/${name}`)
      return
    }
    const content = await readFile(full)
    parts.push(header(path, content.length, false), content, Buffer.alloc((block - (content.length % block)) % block))
  }
  await add('')
  return new Uint8Array(Buffer.concat([...parts, Buffer.alloc(2 * block)]))
}

/** A file or, without content, a folder. Paths are relative, without a slash at the end. */
export interface TarEntry {
  readonly path: string
  readonly content?: Uint8Array
}

/** What {@link tarFolder} put into a tar file, in the same order: folders come before what is in them. The contents are views of the bytes. */
export function* filesOfTar(bytes: Uint8Array): Generator<TarEntry> {
  for (let at = 0; bytes[at] !== undefined && bytes[at] !== 0; ) {
    const size = Number.parseInt(textAt(bytes, at + 124, 12), 8)
    const name = textAt(bytes, at, 100)
    const start = at + block
    if (bytes[at + 156] === typeOfFolder) yield { path: name.slice(0, -1) }
    else yield { path: name, content: bytes.subarray(start, start + size) }
    at = start + Math.ceil(size / block) * block
  }
}

const typeOfFolder = '5'.charCodeAt(0)

/** A text field of a header: it ends with a zero, or with the field. */
function textAt(bytes: Uint8Array, start: number, length: number): string {
  const zero = bytes.indexOf(0, start)
  return Buffer.from(bytes.subarray(start, Math.min(zero, start + length))).toString()
}

function header(path: string, size: number, isFolder: boolean): Buffer {
  if (Buffer.byteLength(path) > 100) throw new Error(`too long a path for a tar header: ${path}`)
  const bytes = Buffer.alloc(block)
  const octal = (value: number, offset: number, length: number) =>
    bytes.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset)
  bytes.write(path, 0)
  octal(isFolder ? 0o700 : 0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(0, 136, 12)
  // The checksum is taken as if its own field held spaces.
  bytes.write(' '.repeat(8), 148)
  bytes.write(isFolder ? '5' : '0', 156)
  bytes.write('ustar\u000000', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}
