import { isAbsolute, relative, sep } from 'node:path'

/** A path as a person sees it: relative to the working folder where it is inside, with forward slashes. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path)
  return (short === '' || short.startsWith('..') || isAbsolute(short) ? path : short).split(sep).join('/')
}
