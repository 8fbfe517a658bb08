import { snakeCase } from './snake-case.ts'

/** PostgreSQL cuts identifiers at NAMEDATALEN - 1 bytes (manual, 4.1.1); a name that is cut may collide with another one. */
export const longestName = 63

/** A short, stable fingerprint (FNV-1a, base 36), to tell apart long names that begin alike. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36).padStart(7, '0').slice(-6)
}

/** The name itself if it fits; otherwise its beginning and a fingerprint of all of it. Names here are ASCII: bytes are characters. */
export function fitName(name: string, length = longestName): string {
  return name.length <= length ? name : `${name.slice(0, length - 7).replace(/_+$/, '')}_${fingerprint(name)}`
}

/** A usable identifier from any text: snake_case, begins with a letter, fits; `otherwise` where nothing usable is left. */
export function safeName(text: string, otherwise: string): string {
  const name = snakeCase(text)
  if (name === '') return otherwise
  // room for the suffixes that derived names add
  return fitName(/^[a-z]/.test(name) ? name : `n_${name}`, 48)
}
