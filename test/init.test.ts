import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const cli = resolve(import.meta.dirname, '../dist/cli.mjs')
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dbplan-init-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const init = (...args: readonly string[]) =>
  spawnSync(process.execPath, [cli, 'init', '--dir', dir, ...args], { encoding: 'utf8' })
const read = (path: string) => readFileSync(join(dir, path), 'utf8')

test('where nobody can be asked, nothing is written', () => {
  const { stdout, status } = init()
  expect(status).toBe(0)
  expect(stdout).toContain('AGENTS.md: would be written')
  expect(stdout).toContain('Nothing was written')
  expect(existsSync(join(dir, '.mcp.json'))).toBe(false)
})

test('--yes adds to what is there, touches nothing that cannot be merged, and a second run changes nothing', () => {
  writeFileSync(join(dir, 'AGENTS.md'), '# Ours\n')
  writeFileSync(join(dir, '.mcp.json'), '{ "mcpServers": { "other": { "command": "x" } } }')
  mkdirSync(join(dir, '.vscode'))
  writeFileSync(join(dir, '.vscode/mcp.json'), '{ // ours\n}')
  const { stdout, status } = init('--yes')
  expect(status).toBe(0)
  expect(read('AGENTS.md')).toMatch(/^# Ours\n\n## Database: dbplan/)
  expect(JSON.parse(read('.mcp.json'))).toMatchObject({ mcpServers: { other: { command: 'x' }, dbplan: { command: 'npx' } } })
  expect(read('.vscode/mcp.json')).toBe('{ // ours\n}')
  expect(stdout).toContain('.vscode/mcp.json: not touched')
  const agents = read('AGENTS.md')
  expect(init('--yes').stdout).toContain('AGENTS.md: knows dbplan already')
  expect(read('AGENTS.md')).toBe(agents)
})

test('a link that leads out of the project is not followed', () => {
  const other = mkdtempSync(join(tmpdir(), 'dbplan-other-'))
  symlinkSync(other, join(dir, '.cursor'))
  const { status, stderr } = init('--yes')
  expect([status, stderr]).toEqual([2, expect.stringContaining('leads out of the project')])
  expect(existsSync(join(other, 'mcp.json'))).toBe(false)
  rmSync(other, { recursive: true })
})
