import { remembered } from '../../../schema/remembered.ts'

/** Schemas of the platforms and of PostgreSQL that a table's name may be qualified with. */
const schemas = new Set(['public', 'auth', 'storage', 'private', 'extensions', 'app', 'api', 'internal'])

/** What ends a file's name rather than a qualified column's. */
const fileEndings = new Set([
  'md', 'ts', 'tsx', 'js', 'jsx', 'mjs', 'json', 'sql', 'astro', 'css', 'html', 'env', 'yml', 'yaml', 'toml', 'csv', 'pdf', 'ics', 'txt', 'xml',
  'png', 'jpg', 'jpeg', 'svg', 'webp', 'py', 'rb', 'php', 'java', 'cs', 'go', 'io', 'com', 'app', 'dev', 'net', 'org', 'pl', 'ai', 'docx', 'doc', 'xlsx', 'zip', 'mp3', 'mp4',
]) // biome-ignore format: one word list

/** `snake_case`, `camelCase` or `PascalCase`: a word that only a program would write. */
export function looksLikeIdentifier(word: string): boolean {
  return (
    /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(word) ||
    /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]+)+$/.test(word) ||
    /^(?:[A-Z][a-z0-9]+){2,}$/.test(word)
  )
}

/** A bare name as it could stand in SQL. */
export function isName(word: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(word)
}

export interface QualifiedName {
  readonly schema?: string
  readonly table: string
  readonly column?: string
}

/**
 * What `users`, `public.users`, `users.id`, `auth.users.id` and `users(id)` name; a name of two parts is a column unless the first is a
 * schema. Undefined for a file's name, a function call (`auth.uid()`) and all that is no name.
 */
export const readQualified: (text: string) => QualifiedName | undefined = remembered((text) => {
  const clean = text
    .trim()
    .replaceAll('"', '')
    .replace(/[.,;:]+$/, '')
  const match = /^((?:[A-Za-z_]\w*\.){0,2}[A-Za-z_]\w*)(?:\s*\(\s*([A-Za-z_]\w*)\s*\))?$/.exec(clean)
  if (!match?.[1]) return undefined
  const parts = match[1].split('.')
  const last = parts[parts.length - 1] ?? ''
  if (parts.length > 1 && fileEndings.has(last.toLowerCase())) return undefined
  const qualified = schemas.has((parts[0] ?? '').toLowerCase()) && parts.length > 1
  const schema = qualified ? parts[0] : undefined
  const [table, inner] = qualified ? parts.slice(1) : parts
  if (table === undefined) return undefined
  const column = inner ?? match[2]
  return { ...(schema === undefined ? {} : { schema }), table, ...(column === undefined ? {} : { column }) }
})

/** The words of a name: `songBooks`, `song_books` and `Song books` are all `song`, `books`. */
export function wordsOfName(name: string): readonly string[] {
  // As most names are written.
  if (/^[a-z0-9_]+$/.test(name)) return name.includes('_') ? name.split('_').filter((word) => word !== '') : [name]
  const apart = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
  const words = /[\u0080-\uffff]/.test(apart) ? apart.split(/[^\p{L}\p{N}]+/u) : apart.split(/[^a-z0-9]+/)
  return words.filter((word) => word !== '')
}

/** The singular of an English noun, well enough to compare names. */
export function singularOf(word: string): string {
  if (/(?:ss|us|is|news|series|species)$/.test(word)) return word
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2)
  if (/(?:sses|uses|oes)$/.test(word) && word.length > 4) return word.slice(0, -2)
  if (/people$/.test(word)) return word.replace(/people$/, 'person')
  if (/children$/.test(word)) return word.replace(/children$/, 'child')
  return /s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word
}

/** What two spellings of one entity's name have in common: words in lower case, the last one singular. */
export const keyOfName: (name: string) => string = remembered((name) => {
  const words = wordsOfName(name)
  return words.map((word, index) => (index === words.length - 1 ? singularOf(word) : word)).join('_')
})
