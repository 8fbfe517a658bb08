import { execFile } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { perfect, silent } from './answers.ts'
import { makeProject } from './pottery.ts'
import { startProvider } from './provider-server.ts'

const cli = resolve(import.meta.dirname, '../../dist/cli.mjs')
const key = 'sk-secret-of-the-command-line-42'
const cleanups: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

function run(
  dir: string,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const env = { ...process.env, DBPLAN_API_KEY: key, ANTHROPIC_API_KEY: '' }
  return new Promise((done) => {
    execFile(process.execPath, [cli, '--dir', dir, '--no-proof', ...args], { env }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}

test('--model: the plan, what it cost, and nothing asked twice', async () => {
  const { dir, remove } = makeProject()
  const server = await startProvider((asked) => ({ kind: 'answer', answer: asked.before === 0 ? perfect : silent }))
  cleanups.push(remove, server.close)
  const args = ['--model', 'house/model', '--base-url', server.url]
  const first = await run(dir, ...args)
  expect(first.code).toBe(0)
  expect(first.err).toMatch(/7 added[\s\S]*tokens in/)
  expect(server.asked[0]?.headers.authorization).toBe(`Bearer ${key}`)
  const plan = readFileSync(join(dir, '.ai/db-plan.md'), 'utf8')
  const asked = server.asked.length
  rmSync(join(dir, '.ai/db-plan.md'))
  const second = await run(dir, ...args)
  expect(second.err).toContain('nothing was sent')
  expect(server.asked.length).toBe(asked)
  expect(readFileSync(join(dir, '.ai/db-plan.md'), 'utf8')).toBe(plan)
  expect(first.out + first.err + second.out + second.err).not.toContain(key)
})

test('without an answer: 0 with a warning, or 2 where the model is required', async () => {
  const { dir, remove } = makeProject()
  const server = await startProvider(() => ({ kind: 'status', status: 401, message: `no such key: ${key}` }))
  cleanups.push(remove, server.close)
  const args = ['--model', 'house/model', '--base-url', server.url]
  const required = await run(dir, ...args, '--model-required')
  expect(required.code).toBe(2)
  expect(existsSync(join(dir, '.ai/db-plan.md'))).toBe(false)
  const optional = await run(dir, ...args)
  expect(optional.code).toBe(0)
  expect(optional.err).toMatch(/warning: house\/model does not accept the key \(401\)/)
  expect(existsSync(join(dir, '.ai/db-plan.md'))).toBe(true)
  expect(required.err + optional.err + optional.out).not.toContain(key)
})

test('wrong usage says what to write', async () => {
  const { dir, remove } = makeProject()
  cleanups.push(remove)
  const unknown = await run(dir, '--model', 'claude')
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('provider/name')])
  const rounds = await run(dir, '--model', 'house/model', '--rounds', 'many')
  expect([rounds.code, rounds.err]).toEqual([2, expect.stringContaining('whole number')])
  const alone = await run(dir, '--base-url', 'http://localhost:1')
  expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('needs a --model')])
})
