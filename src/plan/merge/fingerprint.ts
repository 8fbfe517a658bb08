import { createHash } from 'node:crypto'
import type { Plan } from '../../schema/plan.ts'
import { unitsOf } from './units.ts'

const width = 5

/**
 * A few characters for every part of a plan, so that a later run can tell which parts a person has changed since. 30 bits each: of a million edits one would be taken
 * for none.
 */
export function fingerprintsOf(plan: Plan): string {
  return unitsOf(plan)
    .map(({ key, content }) => fingerprint(key, content))
    .sort()
    .join('')
}

export function readFingerprints(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at + width <= text.length; at += width) found.add(text.slice(at, at + width))
  return found
}

export function fingerprint(key: string, content: string): string {
  return createHash('sha256').update(`${key}\u0000${content}`, 'utf8').digest('base64url').slice(0, width)
}
