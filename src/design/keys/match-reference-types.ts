import { type Draft, mapTables } from '../draft.ts'

/** Gives every reference the type of the key it leads to. A reference to a table whose key spans columns loses its reference: it cannot have one. */
export function matchReferenceTypes(draft: Draft): Draft {
  const keyTypes = new Map(
    draft.tables.map((table) => [
      table.key,
      table.primaryKey.length === 1 ? table.columns.find((column) => column.name === table.primaryKey[0])?.type : undefined,
    ]),
  )
  const accountType = draft.traits.accounts === null ? (keyTypes.get('user') ?? draft.accounts.keyType) : draft.accounts.keyType
  // a key may itself be a reference (a profile's, a one-to-one child's): two rounds reach it
  const typeOf = (key: string): string | undefined => keyTypes.get(key)
  return mapTables(draft, (table) => ({
    ...table,
    columns: table.columns.map((column) => {
      const target = column.references?.target
      if (target === undefined) return column
      const type = target.kind === 'accounts' ? accountType : typeOf(target.key)
      if (type !== undefined) return { ...column, type }
      const { references: _, ...bare } = column
      return { ...bare, part: 'attribute' as const }
    }),
  }))
}
