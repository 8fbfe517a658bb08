import type { Column } from './column.ts'
import type { Check, ForeignKey, PrimaryKey, Unique } from './constraint.ts'
import { checkName, foreignKeyName, indexName, primaryKeyName, uniqueName } from './names.ts'
import type { Table } from './table.ts'
import type { Index } from './table-index.ts'

/** Makes a table of which only the name and what is given are said; everything else is absent or empty. */
export function makeTable(given: Pick<Table, 'name'> & Partial<Table>): Table {
  return {
    schema: 'public',
    columns: [],
    uniques: [],
    checks: [],
    foreignKeys: [],
    exclusions: [],
    indexes: [],
    triggers: [],
    rowSecurity: 'off',
    policies: [],
    reasons: [],
    ...given,
  }
}

/** Makes a column, NOT NULL unless said otherwise. */
export function makeColumn(given: Pick<Column, 'name' | 'type'> & Partial<Column>): Column {
  return { nullable: false, reasons: [], ...given }
}

export function makePrimaryKey(table: string, columns: readonly string[]): PrimaryKey {
  return { name: primaryKeyName(table), columns }
}

export function makeUnique(table: string, given: Pick<Unique, 'columns'> & Partial<Unique>): Unique {
  return { name: uniqueName(table, given.columns), reasons: [], ...given }
}

/** `columns` are those the expression speaks of; they only make the name. */
export function makeCheck(table: string, columns: readonly string[], given: Pick<Check, 'expression'> & Partial<Check>): Check {
  return { name: checkName(table, columns), reasons: [], ...given }
}

export function makeForeignKey(
  table: string,
  given: Pick<ForeignKey, 'columns' | 'references'> & Partial<ForeignKey>,
): ForeignKey {
  return { name: foreignKeyName(table, given.columns), onDelete: 'no action', onUpdate: 'no action', reasons: [], ...given }
}

export function makeIndex(table: string, given: Pick<Index, 'keys'> & Partial<Index>): Index {
  const columns = given.keys.map((key) => key.column ?? 'expr')
  return { name: indexName(table, columns), method: 'btree', unique: false, serves: '', reasons: [], ...given }
}
