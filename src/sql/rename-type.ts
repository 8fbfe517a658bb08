import { keyOf } from '../schema/order.ts'
import type { Schema } from '../schema/schema.ts'
import { identifier, shortName } from './quote.ts'
import { nameOf, tokenise } from './tokenise.ts'

/** An enum type that is called otherwise from now on. */
export interface RenamedType {
  readonly schema: string
  readonly from: string
  readonly to: string
}

/** The types that a schema says were called otherwise, where no type has the old name any more. */
export function renamedTypes({ enums }: Pick<Schema, 'enums'>): readonly RenamedType[] {
  return enums.flatMap(({ schema, name, was }) =>
    was === undefined || was === name || enums.some((other) => keyOf(other) === keyOf({ schema, name: was }))
      ? []
      : [{ schema, from: was, to: name }],
  )
}

/** The schema with one type called otherwise: the type itself, the columns of it, and the casts to it in defaults and checks. */
export function renameType(schema: Schema, renamed: RenamedType): Schema {
  const { schema: home, from, to } = renamed
  const [spelled, named] = [shortName({ schema: home, name: from }), shortName({ schema: home, name: to })]
  const ofType = (type: string): string =>
    type === spelled || type === `${spelled}[]` ? type.replace(spelled, () => named) : type
  return {
    ...schema,
    enums: schema.enums.map((one) => (keyOf(one) === keyOf({ schema: home, name: from }) ? { ...one, name: to } : one)),
    tables: schema.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({
        ...column,
        type: ofType(column.type),
        ...(column.default === undefined ? {} : { default: renameInCasts(column.default, renamed) }),
      })),
      checks: table.checks.map((check) => ({ ...check, expression: renameInCasts(check.expression, renamed) })),
    })),
  }
}

/** The name of a type stands behind `::`, with its schema or without. */
function renameInCasts(text: string, { from, to }: RenamedType): string {
  const tokens = tokenise(text)
  let result = ''
  let end = 0
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1]?.text === '.' ? tokens[at - 3] : tokens[at - 1]
    if (token.kind !== 'word' || nameOf(token) !== from || before?.text !== '::') continue
    result += text.slice(end, token.start) + identifier(to)
    end = token.end
  }
  return result + text.slice(end)
}
