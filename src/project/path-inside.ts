import { isAbsolute, relative, resolve } from 'node:path'
import { Failure } from './failure.ts'
import { writablePath } from './project-path.ts'

/**
 * The real path of a file in a project, given relative to its folder: the file that reading or writing it would touch. What lies outside, by its name
 * or by a link on the way, is refused.
 */
export function pathInside(dir: string, path: string): string {
  const target = resolve(dir, path)
  const way = relative(resolve(dir), target)
  if (way === '' || way.startsWith('..') || isAbsolute(way))
    throw new Failure(`${JSON.stringify(path)} is outside the project's folder.`, {
      help: 'Give a path relative to the project, without "..".',
    })
  return writablePath(target, dir)
}
