import { expect, test } from 'vitest'
import { typeChange } from './type-change.ts'

const isEnum = (type: string) => type === 'mood' || type === 'private.state'
const of = (from: string, to: string) => {
  const change = typeChange(from, to, isEnum)
  return change === undefined ? 'another' : `${change.fits ? 'fits' : 'narrows'}${change.rewrites ? ', rewrites' : ''}`
}

test.each([
  ['varchar(20)', 'text', 'fits'],
  ['varchar(20)', 'varchar(40)', 'fits'],
  ['varchar(40)', 'varchar(20)', 'narrows, rewrites'],
  ['text', 'varchar(20)', 'narrows, rewrites'],
  ['text', 'extensions.citext', 'fits'],
  ['char(3)', 'text', 'fits, rewrites'],
  ['numeric(10,2)', 'numeric(12,2)', 'fits'],
  ['numeric(10,2)', 'numeric', 'fits'],
  ['numeric(10,2)', 'numeric(10,4)', 'narrows, rewrites'],
  ['numeric(10,2)', 'numeric(12,4)', 'fits, rewrites'],
  ['numeric', 'numeric(10,2)', 'narrows, rewrites'],
  ['timestamptz(3)', 'timestamptz', 'fits'],
  ['timestamptz', 'timestamptz(3)', 'narrows, rewrites'],
  ['integer', 'bigint', 'fits, rewrites'],
  ['bigint', 'integer', 'narrows, rewrites'],
  ['integer', 'numeric(12,2)', 'fits, rewrites'],
  ['integer', 'numeric(10,2)', 'narrows, rewrites'],
  ['bigint', 'float8', 'narrows, rewrites'],
  ['integer', 'text', 'fits, rewrites'],
  ['integer[]', 'text[]', 'fits, rewrites'],
  ['text[]', 'text', 'fits, rewrites'],
  ['text', 'text[]', 'another'],
  ['text', 'integer', 'narrows, rewrites'],
  ['date', 'timestamptz', 'fits, rewrites'],
  ['timestamptz', 'date', 'narrows, rewrites'],
  ['timestamp', 'timestamptz', 'narrows, rewrites'],
  ['uuid', 'bigint', 'another'],
  ['jsonb', 'uuid', 'another'],
  ['mood', 'text', 'fits, rewrites'],
  ['text', 'mood', 'narrows, rewrites'],
  ['mood', 'private.state', 'narrows, rewrites'],
  ['mood', 'integer', 'another'],
  ['boolean', 'integer', 'fits, rewrites'],
])('%s to %s: %s', (from, to, expected) => {
  expect(of(from, to)).toBe(expected)
})
