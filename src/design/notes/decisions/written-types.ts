import type { Remark } from '../../../schema/notes.ts'
import type { Draft, DraftColumn } from '../../draft.ts'
import { listedNames } from '../../naming/listed.ts'
import { because } from '../../why.ts'
import { remark } from '../remark.ts'

/** What documents write, what the column is of instead, and why that is better. */
interface Replacement {
  readonly written: RegExp
  readonly made: RegExp
  readonly text: string
}

/** PostgreSQL manual, 8.3 and 8.5, and the wiki's "Don't do this". */
const replacements: readonly Replacement[] = [
  {
    written: /^\s*(?:var|n)*char/i,
    made: /^text$/,
    text: '`varchar(n)` of the documents is `text` with a check of the length: the same limit, and it changes without a rewrite of the table.',
  },
  {
    written: /^\s*(?:timestamp(?!\s*tz|.*with time zone)|datetime)/i,
    made: /^timestamptz$/,
    text: '`timestamp` of the documents is `timestamptz`: a time without a zone is another moment for every reader.',
  },
  {
    written: /^\s*(?:big|small)?serial/i,
    made: /^(?:bigint|integer|smallint)$/,
    text: '`serial` of the documents is an identity column: its sequence needs no grant, and nobody sets the number by accident.',
  },
  {
    written: /^\s*(?:float|real|double|money)/i,
    made: /^numeric/,
    text: 'Amounts are `numeric`, whatever type the documents write: sums stay exact to the cent.',
  },
]

/** Where a column is not of the type that a document writes. */
export function typeDecisions(draft: Draft): readonly Remark[] {
  const columns = draft.tables.flatMap((table) => table.columns)
  return [
    ...replacements.flatMap(({ written, made, text }) => {
      const claims = columns.filter((column) => made.test(column.type)).flatMap((column) => typedAs(column, written))
      return claims.length === 0 ? [] : [remark(text, because(claims))]
    }),
    ...documents(draft),
  ]
}

function typedAs(column: DraftColumn, written: RegExp) {
  return (column.facts?.attributes ?? []).filter((claim) => written.test(claim.type ?? ''))
}

/** Columns whose inside the schema knows nothing of. */
function documents(draft: Draft): readonly Remark[] {
  const found = draft.tables.flatMap((table) =>
    table.columns
      .filter((column) => column.type === 'jsonb' && column.facts !== undefined)
      .map((column) => ({ name: `${table.name}.${column.name}`, claims: column.facts?.attributes ?? [] })),
  )
  if (found.length === 0) return []
  const verb = found.length === 1 ? 'is' : 'are'
  return [
    remark(
      `${listedNames(found.map(({ name }) => name))} ${verb} kept whole, as \`jsonb\`: no constraint looks inside.`,
      because(found.flatMap(({ claims }) => claims)),
    ),
  ]
}
