import type { List } from 'mdast'
import { ownText } from './column-items.ts'

export interface ListPart {
  readonly list: List
  /** The line that leads it, and where it stands; the first part has what stands above the list. */
  readonly title?: string
  readonly titleAt?: number
}

/**
 * A list in which titles such as `1.2 rooms` stand between the items without a blank line. Markdown takes such a line for the end of the item above it; it leads
 * what follows.
 */
export function splitAtTitles(list: List, source: string): readonly ListPart[] {
  const parts: ListPart[] = []
  let children: List['children'] = []
  let lead: Omit<ListPart, 'list'> = {}
  for (const item of list.children) {
    children.push(item)
    const own = ownText(item, source)
    const title = /\n[ \t]*(\d+(?:\.\d+)+\.?[ \t]+`?[a-z][a-z0-9_]*`?)[ \t]*$/.exec(own.text)
    if (title === null) continue
    parts.push({ ...lead, list: { ...list, children } })
    children = []
    const text = title[1] ?? ''
    lead = { title: text, titleAt: own.start + own.text.lastIndexOf(text) }
  }
  return [...parts, { ...lead, list: { ...list, children } }]
}
