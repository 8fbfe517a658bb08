import type { ColumnSpec } from '../columns/column-spec.ts'
import { attributeNames } from '../columns/common-names.ts'
import type { Reading } from '../reading.ts'
import { parenthesis, splitAt } from '../text/lists.ts'
import { type Passage, textOf } from '../text/passage.ts'

/**
 * A field with the table that it leads to in a parenthesis: "received_by (staff)", "assigned_to (keepers, optional)", "sender (profile)".
 *
 * Not: values, types and bounds ("kind (wood, steel)", "name (text)"), fields that say what they refer to themselves.
 */
export function withGlossedReference(spec: ColumnSpec, item: Passage, reading: Reading, block: number): ColumnSpec {
  if (spec.references !== undefined || spec.type !== undefined || spec.default !== undefined) return spec
  if (attributeNames.has(spec.attribute.name) || /_(?:at|on)$/.test(spec.attribute.name)) return spec
  const group = parenthesis(item)
  const [first, ...others] = group ? splitAt(group.inside, /[,;]/) : []
  const text = first && textOf(first).replace(/[`*"]/g, '')
  if (text === undefined || !/^\p{L}[\p{L}\w]*(?: \p{L}[\p{L}\w]*)?$/u.test(text) || others.length > 2) return spec
  const named = reading.entities.find(text) ?? reading.entities.find(reading.modelOf(block).name(text).name)
  if (!named || others.some((other) => reading.entities.find(textOf(other)) !== undefined)) return spec
  const { values: _, ...rest } = spec
  return { ...rest, references: { entity: { ...named, text } }, detailed: true }
}
