import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agentFiles } from './agent-files.ts'

const fileFor = (path: string) => agentFiles.find((file) => file.path === path)
const docs = readFileSync(resolve(import.meta.dirname, '../../docs/agents.md'), 'utf8')

describe.each(agentFiles)('$path', (file) => {
  test('is made where there is none, and found again', () => {
    const made = file.merge(undefined)
    expect(made).toMatch(/dbplan/)
    expect(file.merge(made)).toBe('there already')
  })

  test('stands in docs/agents.md as it is written', () => {
    expect(docs).toContain(String(file.merge(undefined)).trim())
  })
})

test('what is there stays', () => {
  const before = { inputs: [1], servers: { other: { command: 'x' } } }
  const merged = JSON.parse(String(fileFor('.vscode/mcp.json')?.merge(JSON.stringify(before))))
  expect(merged).toMatchObject(before)
  expect(merged.servers.dbplan.command).toBe('npx')
  expect(fileFor('AGENTS.md')?.merge('# Ours\n\nBe kind.\n')).toMatch(/^# Ours\n\nBe kind\.\n\n## Database: dbplan/)
  expect(fileFor('.codex/config.toml')?.merge('model = "x"')).toMatch(/^model = "x"\n\n\[mcp_servers\.dbplan\]/)
})

test.each(['{ // a comment\n}', '[]', '"x"', '{"mcpServers": []}', '{"mcpServers": "x"}'])('%s is not touched', (before) => {
  expect(fileFor('.mcp.json')?.merge(before)).toBe('cannot be merged')
})
