import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const cli = resolve(import.meta.dirname, '../dist/cli.mjs')

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dbplan-cli-'))
  mkdirSync(join(dir, '.ai'))
  writeFileSync(
    join(dir, '.ai/prd.md'),
    '# Product Requirements Document (PRD) - Garden\n\n## Functional Requirements\n\n- FR-001: A gardener can add garden beds. Each bed has a name (max 80 characters) and a width in metres.\n- FR-002: A gardener sees only their own beds.\n\n## User Stories\n\nID: US-001\nTitle: Add a bed\nDescription: As a gardener I want to add a bed.\n',
  )
  writeFileSync(
    join(dir, '.ai/db-notes.md'),
    '<decisions>\n1. Table `beds` (name, width).\n2. Names of beds are unique per user.\n</decisions>\n',
  )
  writeFileSync(join(dir, '.ai/tech-stack.md'), 'Supabase\n')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function dbplan(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: dir, encoding: 'utf8' })
  expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
  return { status, stdout, stderr }
}
const plan = () => readFileSync(join(dir, '.ai/db-plan.md'), 'utf8')

describe('dbplan design', () => {
  test('is what runs without a command: says what it read, designed and proved, and writes the plan', () => {
    const { status, stdout } = dbplan()
    expect(stdout).toMatch(/^Read +\.ai\/prd\.md: 3 requirements\n +\.ai\/db-notes\.md: 2 decisions\n/)
    expect(stdout).toMatch(/^Designed +\d+ tables?, /m)
    expect(stdout).toMatch(/^Proven +PostgreSQL 18\.\d+: \d+ checks passed, 0 failed/m)
    expect(stdout).toMatch(/^Plan +\.ai\/db-plan\.md/m)
    expect(stdout).not.toContain('\u001b')
    expect(status).toBe(0)
    expect(plan()).toContain('### `beds`')
  })

  test('keeps a proven plan where the new one cannot be proven, for want of a server', () => {
    const nobody = ['--database-url', 'postgresql://postgres@127.0.0.1:1/postgres']
    expect(dbplan('design', ...nobody).status).toBe(1)
    expect(plan()).toContain('not proven yet')
    expect(dbplan('design').status).toBe(0)
    const proven = plan()
    expect(proven).toContain('· proven on PostgreSQL')
    const kept = dbplan('design', ...nobody)
    expect(kept).toMatchObject({ status: 1, stderr: expect.stringContaining('No server answers') })
    expect(kept.stderr).toContain('is proven and the new one could not be')
    expect(kept.stdout).not.toMatch(/^Plan /m)
    expect(plan()).toBe(proven)
    expect(dbplan('design', ...nobody, '--force').status).toBe(1)
    expect(plan()).toContain('not proven yet')
  })

  test('leaves a plan alone that was edited since, replaces it with --force, and writes elsewhere with --out', () => {
    expect(dbplan('design', '--no-proof').status).toBe(0)
    expect(dbplan('design', '--no-proof').stdout).toContain('(as it was)')
    appendFileSync(join(dir, '.ai/db-plan.md'), '\nMine.\n')
    const refused = dbplan('design', '--no-proof')
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('edited by hand') })
    expect(plan()).toContain('Mine.')
    expect(dbplan('design', '--no-proof', '--out', 'other.md').status).toBe(0)
    expect(existsSync(join(dir, 'other.md'))).toBe(true)
    expect(dbplan('design', '--no-proof', '--force').status).toBe(0)
    expect(plan()).not.toContain('Mine.')
  })

  test('brings what the documents ask for now into a plan that was edited, and keeps the edits', () => {
    expect(dbplan('design', '--no-proof').status).toBe(0)
    const path = join(dir, '.ai/db-plan.md')
    writeFileSync(path, plan().replace(/(\| `name` \| `text` \|.*\n)/, '$1| `shade` | `text` | yes | | | |\n'))
    expect(dbplan('design', '--no-proof')).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('Your edit stays: column beds.shade'),
    })
    expect(plan()).toContain('| `shade` |')
    const notes = join(dir, '.ai/db-notes.md')
    writeFileSync(notes, readFileSync(notes, 'utf8').replace('</decisions>', '3. Table `seeds` (label, amount).\n</decisions>'))
    const merged = dbplan('design', '--no-proof')
    expect(merged).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/The documents ask for it now, so it comes: .*table seeds/),
    })
    expect(plan()).toContain('### `seeds`')
    expect(plan()).toContain('| `shade` |')
    expect(dbplan('design', '--no-proof').stdout).toContain('(as it was)')
    expect(dbplan('check').status).toBe(0)
  })

  test('says what of an edited plan it cannot read, and leaves it', () => {
    expect(dbplan('design', '--no-proof').status).toBe(0)
    const path = join(dir, '.ai/db-plan.md')
    writeFileSync(path, plan().replace(/(\| `name` \| `text` \| no \| \|)[^|]*\|/, '$1 as long as it likes |'))
    expect(dbplan('design', '--no-proof')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /the constraints of `name` cannot be read: "as long as it likes"[\s\S]*db-plan.md:\d+:\d+[\s\S]*It was not touched/,
      ),
    })
    expect(plan()).toContain('as long as it likes')
  })

  test('--json is JSON and nothing else', () => {
    const { stdout, stderr, status } = dbplan('design', '--no-proof', '--json')
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'design',
      exitCode: 0,
      title: 'Garden',
      platform: { kind: 'supabase' },
      documents: [{ path: '.ai/prd.md', requirements: 3 }, { decisions: 2 }, { path: '.ai/tech-stack.md' }],
      plan: { path: '.ai/db-plan.md', status: 'written' },
      proof: null,
    })
  })

  test('the same documents give the same bytes', () => {
    dbplan('design', '--no-proof', '--out', 'a.md')
    dbplan('design', '--no-proof', '--out', 'b.md')
    expect(readFileSync(join(dir, 'a.md'), 'utf8')).toBe(readFileSync(join(dir, 'b.md'), 'utf8'))
  })

  test.each([
    ['no documents', [], { '.ai/prd.md': null, '.ai/db-notes.md': null }, 'There is no PRD'],
    ['a PRD that is not UTF-8', [], { '.ai/prd.md': Buffer.from([0x23, 0x20, 0xff]) }, '.ai/prd.md:1:3'],
    ['a database that is not PostgreSQL', [], { '.ai/tech-stack.md': 'We use MySQL 8.\n' }, '.ai/tech-stack.md:1:8'],
    ['a file that is not there', ['--prd', 'none.md'], {}, 'none.md'],
    ['a folder that is not there', ['--dir', 'none'], {}, 'There is no folder'],
  ] as const)('%s', (_, args, files, said) => {
    for (const [name, content] of Object.entries(files)) {
      if (content === null) rmSync(join(dir, name))
      else writeFileSync(join(dir, name), content)
    }
    const { status, stderr, stdout } = dbplan(...args)
    expect(stderr).toContain(said)
    expect(stdout).toBe('')
    expect(status).toBe(2)
    expect(existsSync(join(dir, '.ai/db-plan.md'))).toBe(false)
  })

  test('a link out of the project is not written through', () => {
    const outside = mkdtempSync(join(tmpdir(), 'dbplan-outside-'))
    symlinkSync(join(outside, 'target.md'), join(dir, '.ai/db-plan.md'))
    writeFileSync(join(outside, 'target.md'), '')
    expect(dbplan('--no-proof')).toMatchObject({ status: 2, stderr: expect.stringContaining('leads out of the project') })
    expect(readFileSync(join(outside, 'target.md'), 'utf8')).toBe('')
    rmSync(outside, { recursive: true, force: true })
  })
})

describe('the other commands', () => {
  test('check proves the plan as it stands', () => {
    dbplan('--no-proof')
    expect(dbplan('check')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/\.ai\/db-plan\.md: PostgreSQL 18\.\d+: \d+ checks passed, 0 failed/),
    })
    expect(JSON.parse(dbplan('check', '.ai/db-plan.md', '--json').stdout)).toMatchObject({ command: 'check', exitCode: 0 })
    writeFileSync(join(dir, '.ai/db-plan.md'), plan().replace('| `name` | `text` |', '| `name` | `no_such_type` |'))
    expect(dbplan('check').status).not.toBe(0)
  })

  test('migrate prints, writes once, and takes back', () => {
    dbplan('--no-proof')
    const printed = dbplan('migrate', '--stdout')
    expect(printed.stdout).toContain('create table public.beds')
    const written = dbplan('migrate')
    expect(written.stdout).toMatch(/^supabase\/migrations\/\d{14}_create_schema\.sql\n$/)
    expect(readFileSync(join(dir, written.stdout.trim()), 'utf8')).toBe(printed.stdout)
    expect(dbplan('migrate', '--name', 'again').stdout).toContain('holds this migration already')
    expect(readdirSync(join(dir, 'supabase/migrations'))).toHaveLength(1)
    expect(dbplan('migrate', '--down').stdout).toMatch(/^supabase\/rollbacks\//)
    expect(dbplan('migrate', '--out', written.stdout.trim(), '--down').status).toBe(2)
  })

  test('explain quotes the documents', () => {
    dbplan('--no-proof')
    const { stdout, status } = dbplan('explain', 'beds.name')
    expect(stdout).toContain('beds.name (column)')
    expect(stdout).toMatch(/\.ai\/(prd|db-notes)\.md:\d+ {2}/)
    expect(status).toBe(0)
    expect(dbplan('explain', 'bedz')).toMatchObject({ status: 2, stderr: expect.stringContaining('Did you mean') })
  })

  test.each([['check'], ['migrate'], ['explain', 'beds']])('%s without a plan', (...args) => {
    expect(dbplan(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('Run `dbplan` first') })
  })

  test('a file that was named and is not there is not the plan that dbplan would write', () => {
    const { status, stderr } = dbplan('check', 'notes/schema.md')
    expect(status).toBe(2)
    expect(stderr).toContain('notes/schema.md')
    expect(stderr).toContain('Check the path')
    expect(stderr).not.toContain('Run `dbplan` first')
  })

  test('wrong usage is 2, help and version are 0', () => {
    expect(dbplan('desing')).toMatchObject({ status: 2, stderr: expect.stringContaining('there is no command "desing"') })
    expect(dbplan('--bogus').status).toBe(2)
    expect(dbplan('explain').status).toBe(2)
    expect(dbplan('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Examples:') })
    expect(dbplan('migrate', '--help').status).toBe(0)
    expect(dbplan('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  })
})
