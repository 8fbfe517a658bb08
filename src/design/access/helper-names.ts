import { pluralise, singularise } from '../../schema/inflect.ts'
import { type Condition, some } from './condition.ts'

/** Names of helper routines: what they return, said of the caller (`my_household_ids`, `published_post_ids`). */
export function rowsHelperName(table: string, key: string, keyIsPrimary: boolean, of: Condition): string {
  const what = keyIsPrimary && key === 'id' ? `${singularise(table)}_ids` : `${singularise(table)}_${pluralise(key)}`
  return slug(`${whose(of)}_${what}`)
}

export function groupHelperName(group: string, key: string, roles: readonly string[], one: boolean): string {
  const what = key === `${group}_id` ? key : `${group}_${key.endsWith('id') ? 'id' : key}`
  const suffix = roles.length === 0 ? '' : `_as_${roles.join('_or_')}`
  return slug(`my_${one ? what : pluralise(what)}${suffix}`)
}

function whose(of: Condition): string {
  const isMine = (part: Condition) =>
    part.kind === 'caller' || part.kind === 'group' || part.kind === 'groupmate' || part.kind === 'has role'
  if (some(of, isMine)) return of.kind === 'or' ? 'visible' : 'my'
  if (of.kind === 'equals') {
    if (of.values.every((value) => value === 'true')) return of.column.replace(/^is_/, '')
    return of.values.every((value) => value === 'false') ? `not_${of.column.replace(/^is_/, '')}` : of.values.join('_or_')
  }
  return of.kind === 'is not null' ? `${of.column}_set` : 'listed'
}

/** An identifier that needs no quotes, of at most 55 characters, so that a number can be put behind it. */
function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/_+/g, '_')
  return plain.slice(0, 55).replace(/_$/, '')
}
