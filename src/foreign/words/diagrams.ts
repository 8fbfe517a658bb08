import { keyOf } from '../../schema/order.ts'
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
      if ((code.lang ?? '').toLowerCase() !== 'mermaid' || !/^\s*erDiagram\b/.test(code.value)) continue
      const offset = codeOffset(code, text)
      for (const entity of code.value.matchAll(/^[ \t]*([A-Za-z_][\w-]*)(?:\["?[^\]]*"?\])?[ \t]*\{([^}]*)\}/gm)) {
        const name = (entity[1] ?? '').toLowerCase()
        const key = keyOf({ schema: 'public', name })
        if (draft.tables.has(key) || described.tables.has(key) || name.startsWith('auth_')) continue
        const spot = { file, start: offset + entity.index, end: offset + entity.index + entity[0].length }
        const columns = [...(entity[2] ?? '').matchAll(/^[ \t]*([\w()[\],]+)[ \t]+(\w+)([^\n]*)$/gm)].map((line) => ({
          name: line[2] ?? '',
          spot,
          spec: `${line[1] ?? ''} ${/\bPK\b/.test(line[3] ?? '') ? 'primary key' : ''}`,
        }))
        if (columns.length > 0)
          await applySketch(described, { table: { schema: 'public', name }, spot, columns, constraints: [], isManaged: false })
      }
    }
}
