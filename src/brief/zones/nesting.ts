import type { ZoneName } from './zone-names.ts'

/**
 * Which zones a heading may open inside another. A list of stories has a heading "Role: admin" without being about roles, and what stands under
 * "Out of scope" stays refused whatever its headings are called. Absent: any.
 */
const allowed: Partial<Record<ZoneName, readonly ZoneName[]>> = {
  'out of scope': ['in scope', 'unresolved'],
  stories: ['acceptance', 'out of scope', 'unresolved', 'metrics'],
  acceptance: ['out of scope'],
  requirements: ['acceptance', 'out of scope', 'in scope', 'unresolved', 'data model', 'roles', 'stories'],
  'in scope': ['out of scope', 'unresolved', 'boundaries'],
  boundaries: ['in scope', 'out of scope', 'unresolved'],
  // "Nice to have" there is a measure that would please
  metrics: [],
  'data model': ['out of scope', 'unresolved', 'decisions', 'recommendations', 'answers', 'questions'],
  roles: ['out of scope', 'acceptance', 'stories'],
  decisions: ['unresolved', 'out of scope', 'answers'],
  recommendations: ['unresolved', 'out of scope', 'decisions', 'answers'],
  answers: ['unresolved', 'out of scope'],
  summary: ['unresolved', 'out of scope', 'decisions', 'recommendations', 'answers', 'questions'],
  unresolved: ['decisions', 'answers'],
}

/** The zone inside `outer` of a part whose name says `inner`. */
export function nest(outer: ZoneName | undefined, inner: ZoneName | undefined): ZoneName | undefined {
  if (inner === undefined || outer === undefined) return inner ?? outer
  const list = allowed[outer]
  return list === undefined || list.includes(inner) ? inner : outer
}
