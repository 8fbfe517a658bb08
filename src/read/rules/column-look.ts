import { looksLikeIdentifier } from './identifiers.ts'

/** Whether the items in a parenthesis after a name are columns: an `id`, a `…_id`, an `…_at`, or two names that only a program would write. */
export function looksLikeColumns(items: readonly string[]): boolean {
  const names = items.map((item) => /^[`"]?([A-Za-z_]\w*)/.exec(item)?.[1] ?? '')
  const keys = names.filter((name) => /^(?:id|uuid)$|_(?:id|at|uuid)$|^[a-z]+Id$/.test(name)).length
  const programs = names.filter((name) => looksLikeIdentifier(name)).length
  const plain = names.filter((name) => /^[a-z_]\w*$/.test(name)).length
  if (items.length < 2) return false
  return (names[0] === 'id' || keys >= 1 || programs >= 2) && plain >= Math.ceil(items.length / 2)
}
