import { keyOf } from '../../schema/order.ts'
import { isErDiagram, mermaidEntities } from '../compare/mermaid.ts'
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
      for (const { name, start, end, attributes } of mermaidEntities(code.value)) {
        const key = keyOf({ schema: 'public', name })
        if (draft.tables.has(key) || described.tables.has(key) || /^auth[._]/.test(name)) continue
        const spot = { file, start: offset + start, end: offset + end }
        const columns = attributes.map(({ type, name: column, rest }) => ({
          name: column,
          spot,
          spec: `${type} ${/\bPK\b/.test(rest) ? 'primary key' : ''}`,
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
