import fc from 'fast-check'
import type { Column } from '../../src/schema/column.ts'
import { identifier } from '../../src/sql/quote.ts'
import { line, reasons, stem } from './text.ts'

/** What a column can be; `check` and `index` are written over `%`, the quoted name of the column. */
export interface ColumnKind {
  readonly type: string
  readonly default?: string
  readonly generated?: string
  readonly identity?: Column['identity']
  readonly collation?: string
  readonly checks?: readonly string[]
  readonly expressions?: readonly string[]
}

export const columnKinds: readonly ColumnKind[] = [
  {
    type: 'text',
    checks: ['char_length(%) between 1 and 120', "% <> '' and % ~ '^[a-z]+$'", "% in ('a', 'b''c', 'd')"],
    expressions: ['lower(%)'],
  },
  { type: 'text', default: "'it''s; -- new'", collation: 'C' },
  { type: 'integer', default: '0', checks: ['% >= 0', '% between -5 and 1000000'], expressions: ['% % 10', 'abs(%)'] },
  { type: 'bigint', default: '(1 + 2)' },
  { type: 'smallint', checks: ['% > 0 or % is null'] },
  { type: 'numeric(10,2)', default: '0.00', checks: ['% >= 0'] },
  { type: 'numeric' },
  { type: 'boolean', default: 'false' },
  { type: 'timestamptz', default: 'now()' },
  { type: 'timestamptz(3)', default: "now() + interval '1 day'" },
  { type: 'timestamp', default: "timezone('utc', now())" },
  { type: 'date', default: 'current_date', checks: ["% > date '2000-01-01'"] },
  { type: 'time' },
  { type: 'timetz(2)' },
  { type: 'uuid', default: 'gen_random_uuid()' },
  { type: 'jsonb', default: "'{}'", checks: ["jsonb_typeof(%) = 'object'"], expressions: ["(% ->> 'a')"] },
  { type: 'text[]', default: "'{}'", checks: ['cardinality(%) <= 5'] },
  { type: 'integer[]', default: 'array[1, 2]' },
  { type: 'varchar(20)', default: "'x'", checks: ["% like 'x%%' or length(%) > 2"] },
  { type: 'char(3)', default: "'PLN'" },
  { type: 'float8', default: '1.5' },
  { type: 'float4' },
  { type: 'bytea' },
  { type: 'inet' },
  { type: 'interval', default: "'1 day'" },
  { type: 'tstzrange' },
  { type: 'bit(3)' },
  { type: 'varbit(5)' },
  { type: 'bigint', identity: 'by default' },
  { type: 'tsvector', generated: "to_tsvector('simple'::regconfig, coalesce(%, ''))" },
  { type: 'integer', generated: "char_length('it''s')" },
]

export interface ColumnRecipe {
  readonly stem: string
  readonly kind: number
  readonly nullable: boolean
  readonly withDefault: boolean
  readonly comment: string | undefined
  readonly reasons: Column['reasons']
  readonly check: number
}

export const columnRecipe: fc.Arbitrary<ColumnRecipe> = fc.record({
  stem,
  kind: fc.nat(1000),
  nullable: fc.boolean(),
  withDefault: fc.boolean(),
  comment: fc.option(line, { nil: undefined, freq: 3 }),
  reasons,
  check: fc.nat(5),
})

/** Writes a column's quoted name in place of `%`; `%%` stands for the sign itself. */
export function over(template: string, column: string): string {
  return template.replaceAll(/%%| % 10|%/g, (match) => (match === '%%' ? '%' : match === ' % 10' ? ' % 10' : identifier(column)))
}
