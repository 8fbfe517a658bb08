import { dollarQuoted, literal } from '../../sql/quote.ts'
import type { Identity } from '../probe.ts'

/** One test of pgTAP. */
export interface TapTest {
  /** Who it runs as; whoever runs the file where there is none. */
  readonly as?: Identity
  readonly sql: string
}

/** The statement is refused with this SQLSTATE. */
export function refusedTest(as: Identity | undefined, statement: string, state: string, description: string): TapTest {
  return test(as, `throws_ok(${dollarQuoted(statement)}, ${literal(state)}, null, ${literal(description)})`)
}

/** The query gives these texts, sorted. */
export function rowsTest(as: Identity | undefined, query: string, rows: readonly string[], description: string): TapTest {
  if (rows.length === 0) return test(as, `is_empty(${dollarQuoted(query)}, ${literal(description)})`)
  const expected = `array[${rows.map(literal).join(', ')}]`
  return test(as, `results_eq(${dollarQuoted(query)}, ${expected}, ${literal(description)})`)
}

/** The expression, mostly a call of one of the file's own functions, gives this text. */
export function isTest(as: Identity | undefined, expression: string, expected: string, description: string): TapTest {
  return test(as, `is(${expression}, ${literal(expected)}, ${literal(description)})`)
}

/** The call that runs a statement and takes it back, after what makes way for it. */
export function undone(statement: string, before: readonly string[] = []): string {
  const prepare = before.length === 0 ? '' : `, prepare => ${dollarQuoted(before.join('; '))}`
  return `pg_temp.undone(${dollarQuoted(statement)}${prepare})`
}

function test(as: Identity | undefined, call: string): TapTest {
  return { ...(as === undefined ? {} : { as }), sql: `select ${call};` }
}
