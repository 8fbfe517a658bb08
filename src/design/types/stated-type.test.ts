import { expect, test } from 'vitest'
import { statedType } from './stated-type.ts'

test.each([
  ['VARCHAR(20)', { type: 'text', check: 'char_length($) <= 20' }],
  ['char(3)', { type: 'text', check: 'char_length($) = 3' }],
  ['TIMESTAMP', { type: 'timestamptz' }],
  ['timestamp with time zone', { type: 'timestamptz' }],
  ['DECIMAL(12, 2)', { type: 'numeric(12,2)' }],
  ['bigserial', { type: 'bigint', identity: 'always' }],
  ['text[]', { type: 'text[]' }],
  ['TEXT ARRAY', { type: 'text[]' }],
  ['liczba całkowita', { type: 'integer' }],
  ['int4range', { type: 'int4range' }],
  ['float', { type: 'float8' }],
  ['TINYINT(1)', { type: 'boolean' }],
])('%s', (written, expected) => {
  expect(statedType(written)).toEqual(expected)
})

test.each(['recipe_status', 'text; drop table x', 'numeric(2,9', '', 'a type of food', 'varchar(20) not null'])(
  '%s is no type',
  (written) => {
    expect(statedType(written)).toBeUndefined()
  },
)
