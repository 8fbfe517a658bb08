import type { Draft, DraftTable } from '../draft.ts'

/** The tables that others lead to. */
export function referencedKeys(draft: Draft): ReadonlySet<string> {
  return new Set(
    draft.tables.flatMap((table) =>
      table.columns.flatMap((column) =>
        column.references?.target.kind === 'table' && column.references.target.key !== table.key
          ? [column.references.target.key]
          : [],
      ),
    ),
  )
}

const sharedWords =
  /(^|_)(type|status|country|county|province|region|currency|unit|language|role|permission|setting|config|holiday|dictionary|level|template|catalog|rule)$/

/** Whether a table is called like something that all rows share: a dictionary, a setting, a catalogue. */
export function looksShared(table: DraftTable): boolean {
  return sharedWords.test(table.key)
}

/** Whether it also looks like one: a code or label, a few columns, and others point at it. */
export function isDictionary(table: DraftTable, referenced: ReadonlySet<string>): boolean {
  if (looksShared(table) && (table.facts?.queries.length ?? 0) === 0) return true
  const own = table.columns.filter((column) => column.part === 'attribute')
  const plain = own.every((column) =>
    /^(name|code|label|slug|title|description|sort_order|position|icon|color|key|value|span)$/.test(column.name),
  )
  return plain && own.length <= 4 && referenced.has(table.key) && own.some((column) => /^(code|label|slug)$/.test(column.name))
}
