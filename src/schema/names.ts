const maximum = 63

/** PostgreSQL's limit on the length of a name, in bytes (manual, 4.1.1 Identifiers and Key Words). */
export const maximumNameBytes = maximum

export function byteLength(text: string): number {
  return Buffer.byteLength(text)
}

/** The start of `text` that fits in `bytes`, cut between characters as PostgreSQL's `pg_mbcliplen` does. */
export function clip(text: string, bytes: number): string {
  let length = 0
  let end = 0
  for (const character of text) {
    length += byteLength(character)
    if (length > bytes) break
    end += character.length
  }
  return text.slice(0, end)
}

/**
 * The name PostgreSQL itself would choose for an object made of parts (`makeObjectName` in indexcmds.c): joined by `_`, and where
 * that is longer than 63 bytes, table and columns are shortened, the longer one first; the label stays whole.
 */
export function objectName(table: string, columns: string, label: string): string {
  const available = maximum - byteLength(label) - 1 - (columns === '' ? 0 : 1)
  let tableBytes = byteLength(table)
  let columnBytes = byteLength(columns)
  while (tableBytes + columnBytes > available) {
    if (tableBytes > columnBytes) tableBytes--
    else columnBytes--
  }
  const parts = columns === '' ? [clip(table, tableBytes), label] : [clip(table, tableBytes), clip(columns, columnBytes), label]
  return parts.join('_')
}

export const primaryKeyName = (table: string): string => objectName(table, '', 'pkey')
export const uniqueName = (table: string, columns: readonly string[]): string => objectName(table, columns.join('_'), 'key')
export const checkName = (table: string, columns: readonly string[]): string => objectName(table, columns.join('_'), 'check')
export const foreignKeyName = (table: string, columns: readonly string[]): string => objectName(table, columns.join('_'), 'fkey')
export const exclusionName = (table: string, columns: readonly string[]): string => objectName(table, columns.join('_'), 'excl')
export const indexName = (table: string, columns: readonly string[]): string => objectName(table, columns.join('_'), 'idx')
/** The sequence that PostgreSQL makes for an identity column. */
export const sequenceName = (table: string, column: string): string => objectName(table, column, 'seq')
