type Tree = Readonly<Record<string, unknown>>

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null
}

/** Whether any node of the syntax tree is of one of the kinds. */
export function hasNode(tree: unknown, kinds: ReadonlySet<string>): boolean {
  if (Array.isArray(tree)) return tree.some((part) => hasNode(part, kinds))
  if (!isTree(tree)) return false
  return Object.entries(tree).some(([key, value]) => kinds.has(key) || hasNode(value, kinds))
}

/** The value at a path of keys and indexes inside a syntax tree, or undefined. */
export function at(tree: unknown, ...path: readonly (string | number)[]): unknown {
  let value: unknown = tree
  for (const key of path) value = isTree(value) ? value[key] : undefined
  return value
}

/** The list at a path, empty where there is none. */
export function listAt(tree: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const value = at(tree, ...path)
  return Array.isArray(value) ? value : []
}

export function textAt(tree: unknown, ...path: readonly (string | number)[]): string | undefined {
  const value = at(tree, ...path)
  return typeof value === 'string' ? value : undefined
}
