import type { Mention } from '../../../claim/mention.ts'
import { looksLikeColumns } from '../columns/column-look.ts'
import { type ColumnSpec, claimsOfSpec, readColumnSpec } from '../columns/column-spec.ts'
import { has } from '../columns/limits.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { withGlossedReference } from '../relations/glossed-references.ts'
import { announcesColumns } from '../tables/labelled-tables.ts'
import { linesOf, passageOf } from '../text/blocks.ts'
import { parenthesis, splitList } from '../text/lists.ts'
import { type Passage, part, textOf } from '../text/passage.ts'
import { isRefusedName } from '../text/refusals.ts'

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
    const item = itemOf(block, reading)
    return item ? claimsOfSpec(item.spec, item.entity, 'stated').map((body): Found => ({ body, block, at: item.line })) : []
  },
}

/** Whether the block is such an item: its name and its qualifiers are read here, and by no other family. */
export function isColumnItem(block: number, reading: Reading): boolean {
  const item = itemOf(block, reading)
  return item?.spec.identifier === true && (item.spec.type !== undefined || item.spec.values !== undefined)
}

interface ColumnItem {
  readonly spec: ColumnSpec
  readonly entity: Mention
  readonly line: Passage
}

const known = new WeakMap<Reading, Map<number, ColumnItem | undefined>>()

/** Read once: several families ask whether a block is such an item. */
function itemOf(block: number, reading: Reading): ColumnItem | undefined {
  const items = known.get(reading) ?? new Map<number, ColumnItem | undefined>()
  known.set(reading, items)
  if (!items.has(block)) items.set(block, readItem(block, reading))
  return items.get(block)
}

function readItem(block: number, reading: Reading): ColumnItem | undefined {
  const source = reading.block(block)
  const passage = passageOf(source)
  const { topic, subject } = reading.contextOf(block)
  if (!passage || source?.kind !== 'item' || source.zone === 'questions' || topic !== 'columns' || !subject || subject.own)
    return undefined
  const parent = source.parent === undefined ? undefined : reading.contextOf(source.parent).subject
  if (parent?.field !== undefined && !parent.own) return undefined
  const [line] = linesOf(passage)
  const read = line && readColumnSpec(line, reading.modelOf(block))
  if (!line || !read) return undefined
  const listed = source.parent !== undefined && announcesColumns(reading.document, source.parent, reading.modelOf(source.parent))
  const spec = withGlossedReference(read, line, reading, block)
  // among the fields of a table the name of another is what it leads to
  if (!listed && reading.entities.find(spec.attribute.name)?.name === spec.attribute.name) return undefined
  if (opensColumnList(line, reading) || isRefusedName(reading.sentencesOf(block), spec.attribute.name)) return undefined
  // "service role only": who may
  const accessed = !spec.identifier && has(reading.modelOf(block).analyse(textOf(line), []), 'BACKEND', 'ONLY')
  if (accessed && !spec.detailed) return undefined
  const announced = listed || (source.parent !== undefined && announcesFields(source.parent, reading))
  const short = textOf(line).length <= 60 && spec.description === undefined
  const words = spec.attribute.text.split(/\s+/).length
  const plain = (spec.detailed && words <= 3 && (announced || spec.type !== undefined)) || (announced && words <= 4)
  const identifier = spec.identifier && (spec.detailed || short || spec.description !== undefined)
  return identifier || plain ? { spec, entity: subject.entity, line } : undefined
}

/** "orders(id, total)": a table with its columns, read by the family of lists. */
function opensColumnList(line: Passage, reading: Reading): boolean {
  const group = parenthesis(line)
  const name =
    group &&
    textOf(part(line, 0, group.start))
      .replaceAll('`', '')
      .trim()
  return (
    group !== undefined &&
    name !== undefined &&
    reading.entities.find(name) !== undefined &&
    looksLikeColumns(splitList(group.inside).map(textOf))
  )
}

function announcesFields(block: number, reading: Reading): boolean {
  const passage = passageOf(reading.block(block))
  if (!passage) return false
  const text = textOf(part(passage, Math.max(0, passage.end - passage.start - 120)))
  return has(reading.modelOf(block).analyse(text, []), 'FIELD_LIST', 'COLUMN')
}
