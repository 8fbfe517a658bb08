import type { Claim, ClaimBody } from '../claim/claim.ts'
import type { Mention } from '../claim/mention.ts'
import type { Schema } from '../schema/schema.ts'
import { isAccounts } from './pair.ts'

/** The document that claims made of the schema say they are from; nothing is ever quoted from it. */
export const schemaDocument = 'schema'

/**
 * The tables and columns of a schema as claims that weigh as a session's summary does: less than what it decided. A sentence such as "titles are unique per user" leaves open whose titles are meant; beside
 * the schema it is held against it is plain.
 */
export function namesOfSchema(schema: Schema): readonly Claim[] {
  const claim = (body: ClaimBody, quote: string): Claim => ({
    ...body,
    source: { document: schemaDocument, line: 1, quote, authority: 'summary', order: 0 },
    reader: 'rules',
  })
  return schema.tables
    .filter((table) => table.schema === 'public' && !isAccounts(schema, { schema: table.schema, table: table.name }))
    .flatMap((table) => {
      const entity = named(table.name)
      const keys = new Map(
        table.foreignKeys.flatMap(({ columns, references }) => (columns.length === 1 ? [[columns[0], references] as const] : [])),
      )
      return [
        claim({ kind: 'entity', entity, as: 'table' }, table.name),
        ...table.columns.map(({ name, type, nullable }) => {
          const target = keys.get(name)
          const references = target === undefined ? {} : { references: { entity: named(target.table) } }
          return claim(
            { kind: 'attribute', entity, attribute: named(name), type, optional: nullable, strength: 'stated', ...references },
            name,
          )
        }),
      ]
    })
}

const named = (name: string): Mention => ({ text: name, name, identifier: true, known: true })
