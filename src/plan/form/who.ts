import type { Access, Who } from '../../schema/access.ts'
import { writeCode, writeCodes } from './code.ts'
import type { Phrase } from './phrase.ts'

/**
 * The caller a rule speaks of, one written form for each kind:
 * `anonymous`, `signed in`, `backend`; `owner` or another label such as `author`; `` member of `household` ``, with
 * `` as `admin`, `owner` `` where only some roles count; `` with role `editor` ``.
 */
export function writeWho(who: Who, access: Access): string {
  switch (who.kind) {
    case 'owner':
      return isPlainLabel(who.label, access) ? who.label : `owner ${writeCode(who.label, true)}`
    case 'member':
      return `member of ${writeCode(who.group, true)}${who.roles.length === 0 ? '' : ` as ${writeCodes(who.roles, true)}`}`
    case 'role':
      return who.roles.length === 0 ? 'with a role' : `with role ${writeCodes(who.roles, true)}`
    default:
      return who.kind
  }
}

/** Reads a Who cell. A bare role of a group, or `member` where there is one group, is understood too. */
export function readWho(phrase: Phrase, access: Access): Who {
  const kind = phrase.oneOf(['anonymous', 'signed in', 'backend'] as const)
  if (kind !== undefined) return { kind }
  if (phrase.words('member of')) {
    const group = phrase.expectCode('the name of a group in a code span, as in member of `household`')
    return { kind: 'member', group, roles: phrase.words('as') ? phrase.codes('a role in a code span') : [] }
  }
  if (phrase.words('with a role')) return { kind: 'role', roles: [] }
  if (phrase.words('with role')) return { kind: 'role', roles: phrase.codes('a role in a code span') }
  if (phrase.words('owner')) return { kind: 'owner', label: phrase.code() ?? 'owner' }
  return readLabel(phrase, access)
}

function readLabel(phrase: Phrase, access: Access): Who {
  const words: string[] = []
  for (let word = phrase.word(); word !== undefined; word = phrase.word()) words.push(word)
  const label = words.join(' ')
  if (label === '') return phrase.fail('who: anonymous, signed in, owner, member of `group`, with role `role`, or backend')
  return roleOf(label, access) ?? { kind: 'owner', label }
}

/** `admin` alone means the role of that name, of a group or of the application, if there is one. */
function roleOf(label: string, access: Access): Who | undefined {
  const [only] = access.groups
  if (label === 'member' && access.groups.length === 1 && only !== undefined)
    return { kind: 'member', group: only.name, roles: [] }
  const group = access.groups.find(({ roles }) => roles.includes(label))
  if (group !== undefined) return { kind: 'member', group: group.name, roles: [label] }
  return access.roles?.roles.includes(label) === true ? { kind: 'role', roles: [label] } : undefined
}

const reserved = /^(?:anonymous|signed|backend|member|with|owner|none|nobody)\b/i

function isPlainLabel(label: string, access: Access): boolean {
  if (label === 'owner') return true
  return /^\p{L}+(?:[ -]\p{L}+)*$/u.test(label) && !reserved.test(label) && roleOf(label, access) === undefined
}
