import { randomBytes } from 'node:crypto'
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { shownPath } from '../diagnostic/shown-path.ts'
import { Failure } from './failure.ts'

/**
 * Writes a file whole or not at all: beside it under another name, then renamed over it. Permissions of a file that was there are kept. With
 * `fresh` a file that is there already is never replaced.
 */
export async function writeFileAtomically(path: string, text: string, options: { readonly fresh?: boolean } = {}): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true })
    const mode = await modeOf(path)
    const file = await open(temporary, 'wx', mode ?? 0o666)
    try {
      await file.writeFile(text, 'utf8')
      if (mode !== undefined) await file.chmod(mode)
      await file.sync()
    } finally {
      await file.close()
    }
    if (options.fresh === true) await link(temporary, path)
    else await rename(temporary, path)
  } catch (error) {
    throw new Failure(`${shownPath(path)} cannot be written: ${reasonOf(error)}.`, {
      help: 'Check the folder and its permissions, or name another file with --out.',
    })
  } finally {
    await rm(temporary, { force: true })
  }
}

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o7777
  } catch {
    return undefined
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EEXIST: 'it is there already',
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}
