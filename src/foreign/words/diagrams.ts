import { singularise } from '../../schema/inflect.ts'
import { keyOf } from '../../schema/order.ts'
import { identifier } from '../../sql/quote.ts'
import { isErDiagram, type MermaidEntity, mermaidEntities, mermaidRelations } from '../compare/mermaid.ts'
import type { Draft } from '../draft.ts'
import { applySketch } from '../layout/apply-sketch.ts'
import { codeIn, codeOffset } from '../layout/walk.ts'
import type { Reading } from '../read-foreign-plan.ts'

/**
 * Entities of mermaid `erDiagram` blocks. A table that only a diagram has is taken from it, with its columns; what is described elsewhere is left to that.
 */
export async function readDiagrams({ blocks, text, file, draft }: Reading, described: Draft): Promise<void> {
  for (const { node } of blocks)
    for (const code of codeIn(node)) {
      if (!isErDiagram(code)) continue
      const offset = codeOffset(code, text)
      const entities = mermaidEntities(code.value)
      const related = mermaidRelations(code.value).map(({ from, to }) => [from.toLowerCase(), to.toLowerCase()] as const)
      for (const { name, start, end, attributes } of entities) {
        const key = keyOf({ schema: 'public', name })
        if (draft.tables.has(key) || described.tables.has(key) || /^auth[._]/.test(name)) continue
        const spot = { file, start: offset + start, end: offset + end }
        const keys = attributes.filter(({ rest }) => /\bFK\b/.test(rest)).map((one) => one.name)
        const others = related.flatMap(([from, to]) => (from === name ? [to] : to === name ? [from] : []))
        const columns = attributes.map(({ type, name: column, rest, at }) => ({
          name: column,
          spot: { file, start: offset + at, end: offset + at + column.length },
          spec: [
            type,
            ...(/\bPK\b/.test(rest) ? ['primary key'] : []),
            ...(/\bUK\b/.test(rest) ? ['unique'] : []),
            ...(keys.includes(column) ? (referenceOf(column, keys, others, entities) ?? []) : []),
          ].join(' , '),
        }))
        if (columns.length > 0)
          await applySketch(
            described,
            { table: { schema: 'public', name }, spot, columns, constraints: [], isManaged: false },
            [],
          )
      }
    }
}

/**
 * What a column marked FK references: of the entities that lines connect with its own, the one it is called after, or the only one for the only such column.
 * `auth_users` and `users` without attributes are the platform's accounts.
 */
function referenceOf(
  column: string,
  keys: readonly string[],
  others: readonly string[],
  entities: readonly MermaidEntity[],
): readonly string[] | undefined {
  const base = column.toLowerCase().replace(/_?(id|uuid)$/, '')
  const called = others.filter((other) => [other, singularise(other)].some((one) => one === base || one.endsWith(`_${base}`)))
  const target = called[0] ?? (keys.length === 1 && new Set(others).size === 1 ? others[0] : undefined)
  if (target === undefined) return undefined
  const entity = entities.find(({ name }) => name === target)
  if (/^auth[._]users$/.test(target)) return ['references auth.users(id)']
  const key = entity?.attributes.filter(({ rest }) => /\bPK\b/.test(rest)) ?? []
  return key.length === 1 ? [`references ${identifier(target)}(${identifier(key[0]?.name ?? 'id')})`] : undefined
}
