import { linesOf, passageOf } from '../blocks.ts'
import { claimsOfSpec, readColumnSpec } from '../column-spec.ts'
import { has } from '../limits.ts'
import { part, textOf } from '../passage.ts'
import type { Found, Pattern } from '../reading.ts'

/**
 * Items below a table's name, one column each:
 * "- `id` (UUID, Primary Key)", "- **front** (TEXT, max 200 znaków): the question", "- user_id: uuid, FK → users.id", "- `price` numeric(10,2) not null".
 *
 * Not: items under "Indexes" or "RLS", items that are prose ("- Users can edit their cards"), values of a column described above
 * ("- 'manual': created by hand"), and items that name a table of their own.
 */
export const columnItems: Pattern = {
  name: 'column items',
  read(block, reading) {
    const source = reading.block(block)
    const passage = passageOf(source)
    const context = reading.contextOf(block)
    if (!source || !passage || source.kind !== 'item' || context.topic !== 'columns') return []
    const subject = context.subject
    if (!subject || subject.own) return []
    const model = reading.modelOf(block)
    const parent = source.parent === undefined ? undefined : reading.contextOf(source.parent)
    if (parent?.subject?.field !== undefined && !parent.subject.own) return []
    return linesOf(passage)
      .slice(0, 1)
      .flatMap((line): readonly Found[] => {
        const spec = readColumnSpec(line, model)
        if (!spec || reading.entities.find(spec.attribute.name)?.name === spec.attribute.name) return []
        const announced = source.parent !== undefined && announcesFields(source.parent, reading)
        const short = textOf(line).length <= 60 && spec.description === undefined
        const bare = spec.identifier && (spec.detailed || short || spec.description !== undefined)
        if (
          !(
            bare ||
            (spec.detailed && spec.attribute.text.split(/\s+/).length <= 3 && (announced || spec.type !== undefined)) ||
            (announced && spec.attribute.text.split(/\s+/).length <= 4)
          )
        )
          return []
        return claimsOfSpec(spec, subject.entity, 'stated').map((body) => ({ body, block, at: line }))
      })
  },
}

function announcesFields(block: number, reading: Parameters<Pattern['read']>[1]): boolean {
  const passage = passageOf(reading.block(block))
  if (!passage) return false
  const text = textOf(part(passage, Math.max(0, passage.end - passage.start - 120)))
  return has(reading.modelOf(block).analyse(text, []), 'FIELD_LIST', 'COLUMN')
}
