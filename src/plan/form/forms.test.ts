import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptySchema } from '../../schema/schema.ts'
import { writeCode } from './code.ts'
import { formatIndexKey, parseIndexKey } from './index-key.ts'
import { splitCode } from './inline.ts'
import { formatPath, parsePath } from './path.ts'
import { scanReasons } from './reasons.ts'
import { readText, writeText } from './text.ts'
import { readRemarks, readWhy, writeWhy } from './why.ts'

const tricky = fc.string({ unit: fc.constantFrom(...'ab 1`|\\*_<>#-.:;,()[]&~"\'\t\nż🎲'), maxLength: 20 })
const inline = (text: string, inCell: boolean) => ({ text, start: 0, inCell })

describe('code spans', () => {
  test.each([false, true])('hold any value (in a cell: %s)', (inCell) => {
    fc.assert(
      fc.property(tricky, (value) => {
        expect(splitCode(inline(writeCode(value, inCell), inCell))).toMatchObject([{ kind: 'code', value }])
      }),
    )
  })

  test('are as short as they can be', () => {
    expect(writeCode('a', true)).toBe('`a`')
    expect(writeCode('a|b', true)).toBe('`a\\|b`')
    expect(writeCode('a`b', true)).toBe('``a`b``')
    expect(writeCode('', true)).toBe('<code></code>')
  })
})

describe('text', () => {
  test.each([
    [false, false],
    [true, false],
    [false, true],
  ])('reads back whatever it says (in a cell: %s, at the start of a block: %s)', (inCell, blockStart) => {
    fc.assert(
      fc.property(tricky, (text) => {
        expect(readText(inline(writeText(text, { inCell, blockStart }), inCell))).toBe(text)
      }),
    )
  })

  test('stays readable: code spans, underscores in words and punctuation are left alone', () => {
    const text = 'Copied from `auth.users`, as snake_case (3 * 4); it\'s 100% "fine".'
    expect(writeText(text, { inCell: true })).toBe('Copied from `auth.users`, as snake_case (3 \\* 4); it\'s 100% "fine".')
  })
})

describe('reasons', () => {
  test.each([
    [
      'prd:41 US-003, notes:16',
      [
        { kind: 'source', document: 'prd', line: 41, requirement: 'US-003' },
        { kind: 'source', document: 'notes', line: 16 },
      ],
      '',
    ],
    ['convention', [{ kind: 'convention' }], ''],
    [
      'prd:19 FR-03; the length is inferred, A5',
      [{ kind: 'source', document: 'prd', line: 19, requirement: 'FR-03' }],
      '; the length is inferred, A5',
    ],
    ['prd:126 adds it', [], 'prd:126 adds it'],
    [
      'A2, notes-2:7: open',
      [
        { kind: 'assumption', number: 2 },
        { kind: 'source', document: 'notes-2', line: 7 },
      ],
      ': open',
    ],
    ['inferred from nothing', [], 'inferred from nothing'],
  ])('%s', (text, reasons, rest) => {
    const found = scanReasons(text)
    expect(found.reasons).toEqual(reasons)
    expect(text.slice(found.end)).toBe(rest)
  })
})

describe('Why cells', () => {
  test.each([
    ['prd:41. It says so.', ['prd'], 'It says so.'],
    ['prd:19 FR-03: 6 digits', ['prd'], '6 digits'],
    ['prd:21 FR-05, optional: prd:114', ['prd'], 'optional: prd:114'],
    ['one household per account: prd:38', ['prd'], 'one household per account: prd:38'],
    ['prd:33 FR-17 "always fresh", prd:180', ['prd'], '"always fresh", prd:180'],
    ['a comment alone', [], 'a comment alone'],
    ['', [], undefined],
  ])('%s', (text, documents, comment) => {
    const why = readWhy(inline(text, true))
    expect(why.reasons.map((reason) => (reason.kind === 'source' ? reason.document : reason.kind))).toEqual(documents)
    expect(why.comment).toBe(comment)
  })

  test('a comment that looks like references is kept apart from them', () => {
    expect(writeWhy({ reasons: [], comment: 'convention' })).toBe('none. convention')
    expect(readWhy(inline('none. convention', true))).toEqual({ reasons: [], comment: 'convention' })
    expect(writeWhy({ reasons: [{ kind: 'convention' }], comment: 'small letter' })).toBe('convention: small letter')
  })

  test('references in parentheses end a remark, other parentheses do not', () => {
    expect(readRemarks(inline('up to 10 people (prd:6)', false))).toMatchObject({
      comment: 'up to 10 people',
      reasons: [{ line: 6 }],
    })
    expect(readRemarks(inline('deleting an account (FR-15)', false))).toEqual({
      comment: 'deleting an account (FR-15)',
      reasons: [],
    })
  })
})

describe('index keys', () => {
  test.each([
    ['created_at desc', { column: 'created_at', descending: true }],
    ['created_at ASC NULLS FIRST', { column: 'created_at', nulls: 'first' }],
    ['lower(email)', { expression: 'lower(email)' }],
    ['(a + b) nulls last', { expression: 'a + b', nulls: 'last' }],
    ['title gin_trgm_ops', { column: 'title', operatorClass: 'gin_trgm_ops' }],
    [
      '(lower(a) || lower(b)) extensions.gin_trgm_ops desc',
      { expression: 'lower(a) || lower(b)', operatorClass: 'extensions.gin_trgm_ops', descending: true },
    ],
    ['(a) || (b)', { expression: '(a) || (b)' }],
    ['"odd ""name"""', { column: 'odd "name"' }],
  ] as const)('%s', (code, key) => {
    expect(parseIndexKey(code)).toEqual(key)
    expect(parseIndexKey(formatIndexKey(key))).toEqual(key)
  })
})

describe('paths', () => {
  const schema = emptySchema({ kind: 'supabase', version: 17 })
  const from = { schema: 'public', name: 'matches' }
  test.each([
    [
      'giver_id → people(id).user_id',
      [{ direction: 'forward', column: 'giver_id', schema: 'public', table: 'people', key: 'id' }],
      'user_id',
    ],
    [
      'id ← matches(recipient_id).giver_id',
      [{ direction: 'backward', column: 'id', schema: 'public', table: 'matches', key: 'recipient_id' }],
      'giver_id',
    ],
    [
      'x → billing.invoices(code).owner_id',
      [{ direction: 'forward', column: 'x', schema: 'billing', table: 'invoices', key: 'code' }],
      'owner_id',
    ],
    ['owner_id', [], 'owner_id'],
  ] as const)('%s', (code, steps, column) => {
    const path = { steps, column }
    expect(parsePath(code, from, schema)).toEqual(path)
    expect(formatPath(path, from, schema)).toBe(code)
    expect(parsePath(code.replaceAll('→', '->').replaceAll('←', '<-'), from, schema)).toEqual(path)
  })

  test('what is no path is refused', () => {
    expect(parsePath('owner_id is the caller', from, schema)).toBeUndefined()
    expect(parsePath('', from, schema)).toBeUndefined()
    expect(parsePath('a → ', from, schema)).toBeUndefined()
  })
})
