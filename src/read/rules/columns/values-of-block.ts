import type { DocumentKind } from '../../../brief/document.ts'
import type { AttributeClaim, ValuesClaim } from '../../../claim/claim.ts'
import type { Found } from '../reading.ts'

/**
 * What the patterns found in one block, with each list of values once, and without fields that are values of another: of "has one of the priorities: low,
 * medium, high" there is no field `medium`, and "priority low, medium or high" holds no "low priority". What is said with a type, or as a name in code, stays.
 */
export function settleValues(all: readonly Found[], kind: DocumentKind): readonly Found[] {
  const found = kind === 'notes' ? withoutOtherNames(all) : all
  const lists = found.flatMap(({ body }) => (body.kind === 'values' ? [body] : []))
  if (lists.length === 0) return found
  return found.filter(({ body }) => {
    if (body.kind === 'values') return !lists.slice(0, lists.indexOf(body)).some((other) => isSame(body, other))
    return body.kind !== 'attribute' || !lists.some((list) => isValue(body, list))
  })
}

/** The bound of "opis usterki (max 1000 znaków)" is of the column that the list reads there, and not of a `description` beside it. */
function withoutOtherNames(found: readonly Found[]): readonly Found[] {
  const columns = found.flatMap(({ body }) => (body.kind === 'attribute' ? [body.attribute] : []))
  return found.filter(({ body }) => {
    if (body.kind !== 'limit' || body.attribute.identifier) return true
    const { text, name } = body.attribute
    return (
      !columns.some((column) => column.text === text && column.name !== name) || columns.some((column) => column.name === name)
    )
  })
}

function isSame(one: ValuesClaim, other: ValuesClaim): boolean {
  return (
    one.attribute.name === other.attribute.name &&
    one.entity?.name === other.entity?.name &&
    one.open === other.open &&
    one.as === other.as &&
    one.default === other.default &&
    one.values.join('|') === other.values.join('|')
  )
}

function isValue(
  { attribute, type }: Pick<AttributeClaim, 'attribute' | 'type'>,
  list: Pick<ValuesClaim, 'attribute' | 'values'>,
): boolean {
  if (type !== undefined || attribute.identifier || attribute.name === list.attribute.name) return false
  const text = attribute.text.toLowerCase()
  const words = list.attribute.text.toLowerCase()
  return list.values.some(
    (value) => text === value.toLowerCase() || (text === words && words.endsWith(` ${value.toLowerCase()}`)),
  )
}
