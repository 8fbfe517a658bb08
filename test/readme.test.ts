import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** The lines of the README that start with `$ `: what it tells people to type. */
const commands = [...readme.matchAll(/^\$ (.+)$/gm)].map((match) => match[1] as string)

/** Run by `.ci/run` and by whoever follows the README on a fresh machine; running them here would run this test within itself. */
const installing = commands.filter((command) => command.startsWith('npm ci && '))

let dir: string

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'dbplan-readme-'))
  cpSync(join(root, 'examples/plant-care'), dir, { recursive: true })
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function run(command: string) {
  const args = command
    .replace(/^npx dbplan ?/, '')
    .split(' ')
    .filter(Boolean)
  return spawnSync(process.execPath, [join(root, 'dist/cli.mjs'), ...args], { cwd: dir, encoding: 'utf8' })
}

describe('the README', () => {
  test('installs with two command lines whose scripts exist', () => {
    const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts
    expect(installing.length).toBe(2)
    for (const command of installing) {
      const script = /&& npm (?:run )?(\S+)$/.exec(command)?.[1]
      expect(Object.keys(scripts)).toContain(script)
    }
  })

  const typed = commands.filter((command) => !installing.includes(command))
  test('names only commands of dbplan beside them', () => {
    expect(typed.length).toBeGreaterThan(2)
    expect(typed.filter((command) => !command.startsWith('npx dbplan'))).toEqual([])
  })

  test.each(typed)('%s', (command) => {
    const result = run(command)
    expect(result.stderr).not.toMatch(/\bat .+:\d+:\d+\)/)
    expect(result.status).toBe(0)
  })

  test('its excerpt stands in the plan of the example', () => {
    const golden = readFileSync(join(root, 'examples/plant-care/.ai/db-plan.md'), 'utf8').split('\n')
    const excerpt =
      /````markdown\n([\s\S]+?)\n````/
        .exec(readme)?.[1]
        ?.split('\n')
        .filter((line) => line.trim() !== '' && line !== '…') ?? []
    expect(excerpt.length).toBeGreaterThan(10)
    expect(excerpt.filter((line) => !golden.includes(line))).toEqual([])
  })
})
