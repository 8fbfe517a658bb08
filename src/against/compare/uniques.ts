import { fromSession } from '../../design/claim-order.ts'
import type { Draft, DraftTable } from '../../design/draft.ts'
import { columnOf, nodesOf } from '../../lint/tree.ts'
import { displayName, uniqueKeys } from '../../schema/lookups.ts'
import type { Table } from '../../schema/table.ts'
import type { Comparison, Difference } from '../difference.ts'
import { partOfTable } from '../part-of.ts'

/** What the documents call unique: for all, or within what. */
export const compareUniques: Comparison = ({ draft, pairs, tree }) =>
  pairs.flatMap(({ asked, table, columns }) => {
    const keys = keysOf(table, tree)
    return uniquesOf(asked, draft).flatMap(({ columns: wanted, source }): readonly Difference[] => {
      const own = wanted.map((name) => columns.get(name))
      if (own.some((name) => name === undefined)) return []
      const needed = new Set(own as readonly string[])
      if (keys.some((key) => key.length === needed.size && key.every((name) => needed.has(name)))) return []
      const narrower = keys.find((key) => key.length > 0 && key.every((name) => needed.has(name)))
      const shown = `(${[...needed].join(', ')})`
      const isWeak = !fromSession(source)
      if (narrower !== undefined) {
        // A key of one row's own identifier makes everything unique that holds it.
        if (narrower.every((name) => table.primaryKey?.columns.includes(name) === true)) return []
        return [
          {
            code: 'against/unique-differs',
            message: `${displayName(table)} is unique on (${narrower.join(', ')}); the document asks for ${shown}, which lets more rows in.`,
            help: `Make it unique on ${shown}, or correct the document.`,
            source,
            part: partOfTable(table, 'column', narrower[0] ?? ''),
            isWeak,
          },
        ]
      }
      // "Unique numbers" within a parent is what a sentence that names no scope mostly means.
      const foreign = new Set(table.foreignKeys.flatMap((key) => key.columns))
      if (
        keys.some(
          (key) => [...needed].every((name) => key.includes(name)) && key.every((name) => needed.has(name) || foreign.has(name)),
        )
      )
        return []
      return [
        {
          code: 'against/unique-missing',
          message: `${displayName(table)} should be unique on ${shown}; nothing in the schema says so.`,
          help: `Add a UNIQUE constraint on ${shown}.`,
          source,
          part: partOfTable(table, 'column', own[own.length - 1] ?? ''),
          isWeak,
        },
      ]
    })
  })

interface Wanted {
  readonly columns: readonly string[]
  readonly source: Difference['source']
}

/** The uniqueness that claims asked for, as design resolved it. What it rests on a supposition is not held against anyone. */
function uniquesOf(asked: DraftTable, draft: Draft): readonly Wanted[] {
  return asked.uniques.flatMap(({ columns, why }) => {
    const claims = new Set([...(asked.facts?.uniques ?? []), ...draft.facts.general.uniques].map(({ source }) => source))
    const stated = [...(asked.facts?.attributes.values() ?? [])].flatMap(({ attributes }) =>
      attributes.filter(({ unique }) => unique === true).map(({ source }) => source),
    )
    const source = why.sources.find((one) => claims.has(one) || stated.includes(one))
    return source === undefined || (why.assumes ?? []).length > 0 ? [] : [{ columns, source }]
  })
}

function keysOf(table: Table, tree: (expression: string) => unknown): readonly (readonly string[])[] {
  const indexes = table.indexes
    .filter(({ unique }) => unique)
    .map(({ keys }) =>
      keys.flatMap(({ column, expression }) =>
        column !== undefined
          ? [column]
          : nodesOf(tree(expression ?? ''), 'ColumnRef').flatMap((node) => columnOf({ ColumnRef: node }) ?? []),
      ),
    )
  return [...uniqueKeys(table), ...indexes]
}
