import type { Tag } from '../markdown/tags.ts'
import type { ZoneName } from './zone-names.ts'

/** A heading or tag that is open: what it is called, how deep it is (0 for a tag) and the zone it means. */
export interface Scope {
  readonly title: string
  readonly depth: number
  readonly zone: ZoneName | undefined
  /** A tag around a whole session. */
  readonly container: boolean
  readonly tag?: { readonly name: string; readonly closedLater: boolean }
}

/**
 * What a tag closes. A closing tag closes what it names and everything opened since; an opening one ends a tag that nothing closes, because people
 * (and models) forget closing tags, and ends the headings inside the tag around it.
 */
export function closeForTag(scopes: Scope[], tag: Tag): void {
  const matching = tag.closing
    ? scopes.findLastIndex((scope) => scope.tag?.name === tag.name)
    : scopes.findIndex((scope) => scope.tag !== undefined && !scope.tag.closedLater && !scope.container)
  if (matching !== -1) scopes.length = matching
  else if (!tag.closing) {
    const enclosing = scopes.findLastIndex((scope) => scope.tag !== undefined)
    if (enclosing !== -1) scopes.length = enclosing + 1
  }
}
