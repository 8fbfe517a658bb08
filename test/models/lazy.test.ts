import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { makeProject } from './pottery.ts'

const cli = resolve(import.meta.dirname, '../../dist/cli.mjs')

/** Refuses to find the packages of providers, so that a run which needs one fails. */
const hook = `export async function resolve(name, context, next) {
  if (/^(?:ai|zod|@ai-sdk|@modelcontextprotocol)(?:\\/|$)/.test(name)) throw new Error('loaded ' + name)
  return next(name, context)
}`
const dataUrl = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`
const register = dataUrl(`import { register } from 'node:module'; register(${JSON.stringify(dataUrl(hook))}, 'file:///')`)
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', register, cli, ...args], { encoding: 'utf8' })

test('nothing of the providers is loaded unless it is asked for', () => {
  const { dir, remove } = makeProject()
  try {
    expect(run('--help').status).toBe(0)
    const plain = run('design', '--no-proof', '--dir', dir)
    expect([plain.status, plain.stderr]).toEqual([0, ''])
    const asked = run('design', '--no-proof', '--dir', dir, '--model', 'ollama/any')
    expect(asked.stderr).toMatch(/loaded (?:ai|zod)/)
  } finally {
    remove()
  }
})
