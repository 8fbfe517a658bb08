import { identifier } from './quote.ts'

/** The value of `set search_path` as SQL: `''` for the empty path, else names separated by commas, each quoted where it must be. */
export function searchPath(value: string): string {
  const names = value
    .split(',')
    .map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
    .filter((name) => name !== '')
  return names.length === 0 ? "''" : names.map(identifier).join(', ')
}
