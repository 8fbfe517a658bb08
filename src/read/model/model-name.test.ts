import { expect, test } from 'vitest'
import { withoutKeys } from './keys.ts'
import { readModelName } from './model-name.ts'
import { costLine } from './usage.ts'

test.each([
  ['anthropic/claude-x', undefined, { provider: 'anthropic', model: 'claude-x' }],
  ['openrouter/vendor/model:free', undefined, { provider: 'openrouter', model: 'vendor/model:free' }],
  ['ollama/small:7b', undefined, { provider: 'ollama', model: 'small:7b' }],
  [
    'vendor/model',
    'http://localhost:8000/v1/',
    { provider: 'compatible', model: 'vendor/model', baseUrl: 'http://localhost:8000/v1' },
  ],
  ['openai/big', 'http://localhost:1', { provider: 'compatible', model: 'big' }],
  ['anthropic/claude-x', 'http://localhost:1', { provider: 'anthropic', model: 'claude-x' }],
])('%s at %s', (text, url, expected) => {
  expect(readModelName(text, url)).toMatchObject(expected)
})

test.each([
  ['claude', undefined],
  ['acme/model', undefined],
  ['openai/', undefined],
  ['', 'http://localhost:1'],
  ['x', 'file:///etc/passwd'],
])('"%s" at %s names nothing, and says what to write', (text, url) => {
  expect(readModelName(text, url)).toMatchObject({ problem: expect.any(String), help: expect.any(String) })
})

test('keys are taken out of whatever is told', () => {
  const environment = { OPENAI_API_KEY: 'plain-secret', GEMINI_API_KEY: 'another-one' }
  const told = withoutKeys(
    'key plain-secret and another-one, Authorization: Bearer abc, sk-proj-1234567890abcdef, http://me:pw@host/v1?key=zzz',
    environment,
  )
  for (const secret of ['plain-secret', 'another-one', 'abc', 'me:pw', 'zzz', '1234567890']) expect(told).not.toContain(secret)
})

test('the cost, where the price is known', () => {
  const usage = { input: 1_000_000, output: 10_000 }
  const name = {
    provider: 'anthropic',
    model: 'claude-sonnet-4-5-20250929',
    shown: 'anthropic/claude-sonnet-4-5-20250929',
  } as const
  expect(costLine(name, usage, 3, 0)).toBe(
    `${name.shown}: 3 answers, 1,000,000 tokens in, 10,000 out, about $3.15 at list prices.`,
  )
  expect(costLine({ ...name, model: 'never-heard-of' }, usage, 1, 2)).toBe(
    `${name.shown}: 1 answer, 2 from the cache, 1,000,000 tokens in, 10,000 out.`,
  )
  expect(costLine({ ...name, baseUrl: 'http://localhost:1' }, usage, 1, 0)).not.toContain('$')
})
