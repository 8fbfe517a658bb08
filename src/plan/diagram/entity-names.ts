import { displayName } from '../../schema/lookups.ts'
import { keyOf } from '../../schema/order.ts'

/** Words that the grammar of mermaid's entity relationship diagrams keeps for itself where an entity may stand. */
const reserved = new Set(
  'accdescr acctitle class classdef direction end erdiagram many one only optionally style subgraph title to zero'.split(' '),
)

export interface EntityName {
  /** What relations call it. */
  readonly id: string
  /** How it is introduced: the id, with the table's real name behind it where the id is another. */
  readonly declaration: string
}

/**
 * Names for tables in a diagram: bare where mermaid takes them, otherwise an alias, `auth_users["auth.users"]`. No two tables share one.
 */
export function entityNames(
  tables: readonly { readonly schema: string; readonly name: string }[],
): ReadonlyMap<string, EntityName> {
  const names = new Map<string, EntityName>()
  const used = new Set(tables.filter(isPlain).map(({ name }) => name))
  for (const table of tables) {
    if (isPlain(table)) {
      names.set(keyOf(table), { id: table.name, declaration: table.name })
      continue
    }
    const title = displayName(table)
    const base = title.replace(/[^A-Za-z0-9]+/g, '_').replace(/^(?=[^A-Za-z])/, 't')
    let id = reserved.has(base.toLowerCase()) ? `${base}_` : base
    for (let n = 2; used.has(id); n++) id = `${base}_${n}`
    used.add(id)
    names.set(keyOf(table), { id, declaration: `${id}["${diagramText(title)}"]` })
  }
  return names
}

function isPlain({ schema, name }: { readonly schema: string; readonly name: string }): boolean {
  return schema === 'public' && /^[a-z][a-z0-9_]*$/.test(name) && !reserved.has(name)
}

/** Text between mermaid's quotes: without what would end them, or begin a comment or a directive. */
export function diagramText(text: string): string {
  const clean = text
    .replaceAll('"', "'")
    .replace(/[%\\\p{Cc}\s]+/gu, ' ')
    .trim()
  return clean === '' ? '-' : clean
}
