import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDefault, isExpression, isQuery, isRowExpression } from './fragments.ts'
import { isType, normaliseType } from './normalise-type.ts'
import { parseStatements } from './parse-statements.ts'
import { scan } from './scan.ts'

describe('statements', () => {
  test('are cut out with their places', async () => {
    const sql = "select 'ż;'; -- x\n  create table a (b text);"
    const parsed = await parseStatements(sql)
    expect(parsed.ok && parsed.statements.map(({ kind, sql: text }) => ({ kind, text }))).toEqual([
      { kind: 'SelectStmt', text: "select 'ż;'" },
      { kind: 'CreateStmt', text: 'create table a (b text)' },
    ])
    if (parsed.ok)
      for (const statement of parsed.statements) expect(sql.slice(statement.start, statement.end)).toBe(statement.sql)
  })
  test('that are wrong say where', async () => {
    expect(await parseStatements("select 'żżż🎲' from from")).toEqual({
      ok: false,
      message: 'syntax error at or near "from"',
      offset: "select 'żżż🎲' from ".length,
    })
    expect(await parseStatements('')).toEqual({ ok: true, statements: [] })
    expect(await parseStatements('a\u0000')).toMatchObject({ ok: false })
  })
})

test('tokens have their places in the text', async () => {
  const sql = 'zażółć "Ą" = 5 /* c */'
  const scanned = await scan(sql)
  expect(scanned.ok && scanned.value.map((token) => sql.slice(token.start, token.end))).toEqual([
    'zażółć',
    '"Ą"',
    '=',
    '5',
    '/* c */',
  ])
})

describe('expressions', () => {
  test.each([
    'a > 0',
    'char_length(title) between 1 and 120',
    '(select auth.uid()) = owner_id',
    "x in ('a', 'b')",
    "'-- ; text'",
    'exists (select 1 from t where t.a = b)',
    'row(a, b) = row(c, d)',
    'old.* is distinct from new.*',
  ])('%s', async (text) => {
    expect(await isExpression(text)).toBe(true)
  })
  test.each([
    '',
    ' ',
    'a;',
    'a; drop table t',
    'a) or (b',
    '1) from t where (true',
    'a -- b',
    'a /* b */',
    'a, b',
    'select 1',
    "'open",
    '$1',
    'a as b',
    'a from t',
    '*',
    'default',
    'a into b',
    ')(',
  ])('not %s', async (text) => {
    expect(await isExpression(text)).toBe(false)
  })
  test('over one row have no subquery and no aggregate', async () => {
    expect(await isRowExpression('a > (select 1)')).toBe(false)
    expect(await isRowExpression('count(*) > 1')).toBe(false)
    expect(await isRowExpression('lower(a)')).toBe(true)
  })
})

describe('defaults', () => {
  test.each([
    'now()',
    "'{}'",
    "'{}'::jsonb",
    'gen_random_uuid()',
    '0',
    '-1',
    'current_date',
    "now() + interval '1 day'",
    'array[]::text[]',
    'true',
    'null',
  ])('%s', async (text) => {
    expect(await isDefault(text)).toBe(true)
  })
  test.each([
    '(select 1)',
    'other',
    '1; select 2',
    '1, b text',
    '1 not null',
    '1 references t',
    'a = b and c',
    'true -- x',
    "'x' check (true)",
  ])('not %s', async (text) => {
    expect(await isDefault(text)).toBe(false)
  })
})

describe('queries', () => {
  test.each(['select 1', 'select a from t group by a', 'with x as (select 1) select * from x', 'values (1)'])(
    '%s',
    async (text) => {
      expect(await isQuery(text)).toBe(true)
    },
  )
  test.each([
    'delete from t',
    'with x as (delete from t returning *) select * from x',
    'select 1; select 2',
    'select 1 for update',
    'select 1 into t',
    'drop table t',
  ])('not %s', async (text) => {
    expect(await isQuery(text)).toBe(false)
  })
})

describe('types', () => {
  test.each([
    ['VARCHAR(20)', 'varchar(20)'],
    ['character varying', 'varchar'],
    ['int', 'integer'],
    ['INT4', 'integer'],
    ['int8', 'bigint'],
    ['bigserial', 'bigint'],
    ['decimal(10, 2)', 'numeric(10,2)'],
    ['double precision', 'float8'],
    ['real', 'float4'],
    ['float', 'float8'],
    ['bool', 'boolean'],
    ['timestamp with time zone', 'timestamptz'],
    ['timestamp(3) with time zone', 'timestamptz(3)'],
    ['TIMESTAMP', 'timestamp'],
    ['time', 'time'],
    ['text[]', 'text[]'],
    ['text[][3]', 'text[]'],
    ['char(3)', 'char(3)'],
    ['character', 'char(1)'],
    ['bpchar', 'bpchar'],
    ['interval', 'interval'],
    ['interval(3)', 'interval(3)'],
    ['jsonb', 'jsonb'],
    ['recipe_difficulty', 'recipe_difficulty'],
    ['public.recipe_difficulty[]', 'recipe_difficulty[]'],
    ['extensions.citext', 'extensions.citext'],
    ['"Order"', '"Order"'],
    ['geography(point, 4326)', 'geography(point,4326)'],
    ['bit varying(5)', 'varbit(5)'],
    ['bit', 'bit(1)'],
    ['xml', 'xml'],
  ])('%s is %s', async (text, type) => {
    expect((await normaliseType(text))?.type).toBe(type)
  })
  test.each([
    '',
    'text not null',
    'text default 1',
    'text, b text',
    'int; drop table t',
    'text primary key',
    '5',
    "'a'",
    'text -- x',
    'setof text',
    'text collate "C"',
    'int = 4',
    'one of two',
  ])('not %s', async (text) => {
    expect(await isType(text)).toBe(false)
  })
  test('say whether they number themselves and whether PostgreSQL knows them', async () => {
    expect(await normaliseType('serial')).toEqual({ type: 'integer', base: 'integer', builtIn: true, serial: true })
    expect(await normaliseType('mood')).toEqual({ type: 'mood', base: 'mood', builtIn: false, serial: false })
  })
})

test('no text crashes the parser', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'ab\'"();-$/*:,ż🎲 \n\\[]1'.split('')) }), async (text) => {
      await isExpression(text)
      await isDefault(text)
      await isQuery(text)
      await normaliseType(text)
    }),
  )
})
