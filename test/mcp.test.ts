import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lies, perfect } from './models/answers.ts'
import { makeProject } from './models/pottery.ts'

const cli = resolve(import.meta.dirname, '../dist/cli.mjs')
const { dir, remove } = makeProject()
const outside = mkdtempSync(join(tmpdir(), 'dbplan-outside-'))
const client = new Client({ name: 'test', version: '1.0.0' })

beforeAll(async () => {
  writeFileSync(join(outside, 'secret.md'), '# Secret\n\n- the launch code is 0000\n')
  writeFileSync(join(outside, 'secret.sql'), 'create table launch_codes (id int primary key);\n')
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp', '--dir', dir], stderr: 'pipe' }))
})
afterAll(async () => {
  await client.close()
  remove()
  rmSync(outside, { recursive: true, force: true })
})

async function call(name: string, args: Record<string, unknown> = {}) {
  const result = await client.callTool({ name, arguments: args })
  const text = (result.content as readonly { readonly type: string; readonly text?: string }[])
    .map((one) => one.text ?? '')
    .join('\n')
  return { text, failed: result.isError === true }
}

/** Every file of a folder with its text. */
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

describe('an agent designs the database', () => {
  test('it finds tools, resources and a prompt', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'check',
      'design',
      'explain',
      'hand_in_claims',
      'make_migration',
      'prove',
      'read_documents',
      'write_plan',
    ])
    expect((await client.listResources()).resources.map(({ uri }) => uri).sort()).toEqual(['dbplan://plan', 'dbplan://schema'])
    const { messages } = await client.getPrompt({ name: 'design the database' })
    const [message] = messages
    expect(message?.content.type === 'text' ? message.content.text : '').toMatch(
      /read_documents[\s\S]*hand_in_claims[\s\S]*prove[\s\S]*write_plan/,
    )
  })

  test('reads numbered lines, claims and open points', async () => {
    const { text } = await call('read_documents')
    expect(text).toContain('11| 8. Glazes become a table of their own')
    expect(text).toMatch(/notes:5 \{"kind":"limit".*"maximum":80/)
    expect(text).toContain('Open points')
    const part = await call('read_documents', { document: 'notes', from: 4, to: 5 })
    expect(part.text).toContain('4| 1. Two tables')
    expect(part.text).not.toContain('6| 3.')
    expect(part.text).not.toContain('prd:')
  })

  test('lies change nothing, and it is told why', async () => {
    const before = await call('design')
    const told = await call('hand_in_claims', { claims: lies.claims.slice(0, 15) })
    expect(told.text).toMatch(/0 were added/)
    expect(told.text).toContain('entity at notes:4: quote not in its document')
    expect(told.text).toContain('condition at notes:5: SQL not in its quote')
    expect(told.text).toMatch(/convention at notes:4 against notes:9 "Hard delete everywhere/)
    expect((await call('design')).text).toBe(before.text)
  })

  test('hands in claims, designs, proves, writes, explains, migrates', async () => {
    expect((await call('hand_in_claims', perfect)).text).toMatch(/7 were added, 2 agree/)
    expect((await call('design')).text).toMatch(/^glazes\(id, code, finish/m)
    const missing = await call('explain', { name: 'glazes' })
    expect(missing.failed).toBe(true)
    const written = await call('write_plan')
    expect(written.text).toMatch(/db-plan\.md is written[\s\S]*checks passed, 0 failed/)
    const plan = readFileSync(join(dir, '.ai/db-plan.md'), 'utf8')
    const resource = await client.readResource({ uri: 'dbplan://plan' })
    expect(resource.contents[0]).toMatchObject({ text: plan })
    const schema = await client.readResource({ uri: 'dbplan://schema' })
    expect(JSON.stringify(schema.contents[0])).toContain('weight_grams')
    expect((await call('explain', { name: 'glazes.code' })).text).toContain('Glazes become a table of their own')
    expect((await call('explain', { name: 'glaze' })).text).toContain('Did you mean')
    expect((await call('make_migration')).text).toContain('create table public.glazes')
    expect((await call('make_migration', { write: true, name: 'first' })).text).toMatch(
      /supabase\/migrations\/\d+_first\.sql is written/,
    )
    expect((await call('check', { path: 'supabase/migrations' })).text).toMatch(/checks passed/)
  })

  test('an edited plan is left alone until the user agrees', async () => {
    const file = join(dir, '.ai/db-plan.md')
    const edited = readFileSync(file, 'utf8').replace('# Database plan', '# Our database plan')
    writeFileSync(file, edited)
    const refused = await call('write_plan')
    expect(refused.failed).toBe(true)
    expect(refused.text).toContain('Ask the user')
    expect(readFileSync(file, 'utf8')).toBe(edited)
    expect((await call('write_plan', { force: true })).failed).toBe(false)
    expect(readFileSync(file, 'utf8')).not.toBe(edited)
  })

  test('SQL of its own is checked', async () => {
    const { text } = await call('check', { sql: 'create table public.jars (id int primary key, label text not null unique);' })
    expect(text).toMatch(/checks passed/)
    const loose = 'create table public.notes (id int primary key, jar_id int references public.notes (id));'
    expect((await call('check', { sql: loose })).text).toMatch(/key\/unindexed: .*jar_id/)
    expect((await call('check', { sql: 'create tabel x' })).text).toMatch(/cannot read this statement/)
  })
})

describe('nothing leaves the folder', () => {
  test.each([
    ['check', { path: '../../etc/passwd' }],
    ['check', { path: '/etc/passwd' }],
    ['check', { path: 'git:HEAD' }],
    ['check', { path: 'postgres://localhost/x' }],
  ])('%s %j', async (tool, args) => {
    const { failed, text } = await call(tool, args)
    expect(failed).toBe(true)
    expect(text).not.toContain('root:')
  })

  test('by links', async () => {
    symlinkSync(join(outside, 'secret.sql'), join(dir, 'linked.sql'))
    symlinkSync(outside, join(dir, 'linked'))
    mkdirSync(join(dir, 'scripts'))
    symlinkSync(join(outside, 'secret.sql'), join(dir, 'scripts', '1_first.sql'))
    for (const path of ['linked.sql', 'linked', 'linked/secret.sql', 'scripts']) {
      const { failed, text } = await call('check', { path })
      expect([path, failed]).toEqual([path, true])
      expect(text).not.toContain('launch_codes')
    }
    symlinkSync(join(outside, 'secret.md'), join(dir, '.ai/db-planning-session-2.md'))
    const read = await call('read_documents')
    rmSync(join(dir, '.ai/db-planning-session-2.md'))
    expect(read.failed).toBe(true)
    expect(read.text).not.toContain('launch code')
    rmSync(join(dir, '.ai/db-plan.md'))
    symlinkSync(join(outside, 'plan.md'), join(dir, '.ai/db-plan.md'))
    expect((await call('write_plan', { force: true })).failed).toBe(true)
    rmSync(join(dir, 'supabase'), { recursive: true })
    rmSync(join(dir, '.ai/db-plan.md'))
    expect((await call('write_plan')).failed).toBe(false)
    symlinkSync(outside, join(dir, 'supabase'))
    expect((await call('make_migration', { write: true })).failed).toBe(true)
    expect(filesOf(outside).map((file) => file.slice(outside.length + 1))).toEqual(['secret.md', 'secret.sql'])
  })
})

describe('malformed requests', () => {
  test.each([
    ['hand_in_claims', { claims: 'all of them' }],
    ['hand_in_claims', { claims: [{ kind: 'entity' }] }],
    ['read_documents', { from: -1 }],
    ['explain', {}],
    ['explain', { name: '' }],
  ])('%s %j is refused, and the server goes on', async (tool, args) => {
    const result = await call(tool, args).catch((error: unknown) => ({ failed: true, text: String(error) }))
    expect(result.failed).toBe(true)
    expect(result.text).not.toMatch(/\bat .+:\d+:\d+\)/)
  })

  test('lines that are no requests', async () => {
    const child = spawn(process.execPath, [cli, 'mcp', '--dir', dir], { stdio: ['pipe', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => void chunks.push(chunk))
    const code = new Promise<number | null>((done) => void child.on('close', (status) => done(status)))
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'hand', version: '0' } }
    const lines = [
      'not json',
      '{"jsonrpc":"2.0"}',
      '[]',
      JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params }),
      JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }),
      '{"jsonrpc":"2.0","id":2,"method":"no/such"}',
      '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"rm -rf"}}',
      '{"jsonrpc":"2.0","id":4,"method":"resources/read","params":{"uri":"file:///etc/passwd"}}',
      '{"jsonrpc":"2.0","id":5,"method":"ping"}',
    ]
    child.stdin.write(`${lines.join('\n')}\n`)
    await new Promise<void>((done) =>
      child.stdout.on('data', () => {
        if (Buffer.concat(chunks).toString().includes('"id":5')) done()
      }),
    )
    child.stdin.end()
    expect(await code).toBe(0)
    const answers = Buffer.concat(chunks)
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id?: number; error?: object; result?: { isError?: boolean } })
    const failed = (id: number) =>
      answers.some((one) => one.id === id && (one.error !== undefined || one.result?.isError === true))
    expect([2, 3, 4].map(failed)).toEqual([true, true, true])
    expect(failed(5)).toBe(false)
  })
})
