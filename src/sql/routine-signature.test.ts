import { expect, test } from 'vitest'
import { routineSignature } from './routine-signature.ts'

test.each<readonly [string, readonly string[]]>([
  ['', []],
  ['draw_name text, participants jsonb', ['text', 'jsonb']],
  ['text, integer', ['text', 'integer']],
  ["a text default 'x, y', b numeric(10, 2) = 5", ['text', 'numeric(10, 2)']],
  ['at timestamp with time zone, timestamp with time zone', ['timestamp with time zone', 'timestamp with time zone']],
  ['double double precision', ['double precision']],
  ['out total bigint, inout x text[], variadic rest text[]', ['text[]', 'text[]']],
  ['"in" extensions.citext, VARIADIC "a b" public."Mood"[]', ['extensions.citext', 'public."Mood"[]']],
  ['limit_to interval, interval day to second', ['interval', 'interval day to second']],
])('%s', (text, types) => {
  expect(routineSignature(text)).toEqual(types)
})
