import { looksLikeIdentifier } from '../tables/identifiers.ts'

/** Whether the items in a parenthesis after a name are columns: an `id`, a `…_id`, an `…_at`, or two names that only a program would write. */
export function looksLikeColumns(items: readonly string[]): boolean {
  if (items.length < 2) return false
  const names = items.map((item) => /^[`"]?([A-Za-z_]\w*)/.exec(item)?.[1] ?? '')
  const plain = names.filter((name) => /^[a-z_]\w*$/.test(name)).length
  if (plain < Math.ceil(items.length / 2)) return false
  return (
    names.some((name) => /^(?:id|uuid)$|_(?:id|at|uuid)$|^[a-z]+Id$/.test(name)) || names.filter(looksLikeIdentifier).length >= 2
  )
}
