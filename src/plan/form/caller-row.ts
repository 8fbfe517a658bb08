import type { CallerRow } from '../../schema/access.ts'
import { accountKey } from '../../schema/account-key.ts'
import { findTable } from '../../schema/lookups.ts'
import type { Schema } from '../../schema/schema.ts'
import { identifier } from '../../sql/quote.ts'
import { writeCode, writeCodes } from './code.ts'
import { scanIdentifier, scanQualified, tableName } from './name.ts'
import type { Phrase } from './phrase.ts'

/**
 * What is asked of the caller's own row of a table: ``the caller's `accounts.verified_at` is not null``. The column that holds the account
 * is left out where the tables say it; otherwise it stands behind the table: `profiles(user_id).tier`.
 */
export function writeCallerRow({ schema: namespace, table, key, column, test }: CallerRow, schema: Schema): string {
  const found = findTable(schema, namespace, table)
  const known = found !== undefined && accountKey(schema, found) === key
  const place = `${tableName(namespace, table)}${known ? '' : `(${identifier(key)})`}.${identifier(column)}`
  return `the caller's ${writeCode(place, true)} ${writeTest(test)}`
}

function writeTest(test: CallerRow['test']): string {
  if (test.kind !== 'equals') return test.kind
  return `= ${test.values.length === 0 ? 'nothing' : writeCodes(test.values, true)}`
}

/** Reads what follows "the caller's", or undefined where that is not a column of another table. */
export function readCallerRow(phrase: Phrase, schema: Schema): CallerRow {
  const saved = phrase.save()
  const place = parsePlace(phrase.expectCode('a column of another table, as in `accounts.verified_at`'), schema)
  if (place === undefined) {
    phrase.restore(saved)
    return phrase.fail('a column of a table with a row per account, as in `accounts.verified_at`')
  }
  return { kind: 'caller row', ...place, test: readTest(phrase) }
}

/** `is set`, `is not null`, `is null`, `= 'a', 'b'`, ``is `a` ``. */
function readTest(phrase: Phrase): CallerRow['test'] {
  if (phrase.words('is null') || phrase.words('is not set')) return { kind: 'is null' }
  if (phrase.words('is not null') || phrase.words('is set')) return { kind: 'is not null' }
  if (phrase.mark('=')) {
    return { kind: 'equals', values: phrase.words('nothing') ? [] : phrase.codes('a value in a code span') }
  }
  if (phrase.words('is')) return { kind: 'equals', values: [phrase.expectCode('a value in a code span')] }
  return phrase.fail('"is set", "is null", "is" and a value, or "="')
}

function parsePlace(code: string, schema: Schema): Omit<CallerRow, 'kind' | 'test'> | undefined {
  const text = code.trim()
  const first = scanIdentifier(text, 0)
  if (first === undefined) return undefined
  for (const target of [scanQualified(text, 0), { object: { schema: 'public', name: first.name }, end: first.end }]) {
    const table = target && findTable(schema, target.object.schema, target.object.name)
    if (target === undefined || table === undefined) continue
    const key = text[target.end] === '(' ? scanIdentifier(text, target.end + 1) : undefined
    if (key !== undefined && text[key.end] !== ')') continue
    const end = key === undefined ? target.end : key.end + 1
    const column = text[end] === '.' ? scanIdentifier(text, end + 1) : undefined
    const known = key?.name ?? accountKey(schema, table)
    if (column === undefined || column.end !== text.length || known === undefined) continue
    return { schema: table.schema, table: table.name, key: known, column: column.name }
  }
  return undefined
}
