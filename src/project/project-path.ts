import { lstatSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { shownPath } from '../diagnostic/shown-path.ts'
import { Failure } from './failure.ts'

/**
 * The file that writing to `path` would change. A path inside the project whose links lead out of it is refused: documents and repositories come
 * from other people, and a link in one must not decide what is overwritten.
 */
export function writablePath(path: string, projectDir: string): string {
  const target = resolve(path)
  const real = realTarget(target)
  const inside = (folder: string, file: string) => {
    const way = relative(folder, file)
    return way !== '' && !way.startsWith('..') && !isAbsolute(way)
  }
  if (inside(resolve(projectDir), target) && !inside(realTarget(resolve(projectDir)), real)) {
    throw new Failure(`${shownPath(target)} is a link that leads out of the project, to ${real}.`, {
      help: 'Name the file itself with --out if it is meant to be written.',
    })
  }
  return real
}

/** The path with every link followed, also where its last parts do not exist yet. */
function realTarget(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    if (isLink(path))
      throw new Failure(`${shownPath(path)} is a link that leads nowhere.`, {
        help: 'Remove it, or name another file with --out.',
      })
    const parent = dirname(path)
    return parent === path ? path : join(realTarget(parent), basename(path))
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}
