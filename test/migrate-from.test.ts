import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const cli = resolve(import.meta.dirname, '../dist/cli.mjs')
const example = resolve(import.meta.dirname, '../examples/plant-care/.ai/db-plan.md')
let dir: string

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'dbplan-migrate-'))
  mkdirSync(join(dir, '.ai'))
  const old = readFileSync(example, 'utf8')
  writeFileSync(join(dir, 'old.md'), old)
  const edited = old.replace('| `nickname` | `text` | no |', '| `light` | `text` | yes | | | |\n| `nickname` | `text` | no |')
  expect(edited).not.toBe(old)
  writeFileSync(join(dir, '.ai/db-plan.md'), edited)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function dbplan(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: dir, encoding: 'utf8' })
  expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
  return { status, stdout, stderr }
}

describe('dbplan migrate --from', () => {
  test('writes the difference to an earlier plan once, and the way back beside it', () => {
    const written = dbplan('migrate', '--from', 'old.md')
    expect(written).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/Tried on PostgreSQL 18\.\d+: .* keeps [1-9]\d* generated rows/),
    })
    expect(written.stdout).toMatch(/^supabase\/migrations\/\d{14}_change_schema\.sql\n$/)
    const script = readFileSync(join(dir, written.stdout.trim()), 'utf8')
    expect(script).toMatch(/^-- .*: the next migration\.\n/)
    expect(script.replace(/^(--.*\n|set local.*\n|\n)*/, '')).toMatch(
      /^alter table public\.plants add column light text;\ngrant update \(light, [a-z_, ]+\) on table public\.plants to authenticated;\n$/,
    )
    expect(written.stderr).toContain('follow your edits')
    expect(dbplan('migrate', '--from', 'old.md').stdout).toContain('holds this migration already')
    expect(dbplan('migrate', '--from', 'old.md', '--down', '--stdout').stdout).toContain(
      'alter table public.plants drop column light;',
    )
  })

  test('an edited access rule becomes a migration of policies', () => {
    const old = readFileSync(join(dir, 'old.md'), 'utf8')
    writeFileSync(
      join(dir, 'rule.md'),
      old.replace('| `waterings` | owner | select, insert, delete |', '| `waterings` | owner | select, insert |'),
    )
    const { status, stdout } = dbplan('migrate', '--plan', 'rule.md', '--from', 'old.md', '--stdout')
    expect(status).toBe(0)
    expect(stdout).toContain(
      'drop policy "owners delete their waterings" on public.waterings;\nrevoke delete on table public.waterings from authenticated;',
    )
  })

  test('refuses what may hurt until it is allowed by name', () => {
    const back = ['migrate', '--plan', 'old.md', '--from', '.ai/db-plan.md', '--stdout'] as const
    expect(dbplan(...back)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('--allow data-loss') })
    expect(dbplan(...back, '--allow', 'data-loss')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('drop column light'),
    })
    expect(dbplan(...back, '--allow', 'everything')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('There are data-loss,'),
    })
  })

  test('builds indexes outside the transaction where that is asked for, each by its own script', () => {
    const old = readFileSync(join(dir, 'old.md'), 'utf8')
    const indexed = old.replace('| `plants_species_id_idx` |', '| `plants_room_idx` | btree on `plants` (`room`) | |\n$&')
    writeFileSync(join(dir, 'indexed.md'), indexed)
    const args = ['migrate', '--plan', 'indexed.md', '--from', 'old.md', '--out', 'next'] as const
    expect(dbplan(...args).stderr).toContain('--concurrently')
    const [path, ...more] = dbplan(...args, '--concurrently')
      .stdout.trim()
      .split('\n')
    expect(more).toEqual([])
    expect(path).toMatch(/^next\/\d{14}_change_schema_plants_room_idx\.sql$/)
    expect(readFileSync(join(dir, path ?? ''), 'utf8')).toMatch(
      /outside a transaction[\s\S]*\n\ncreate index concurrently plants_room_idx on public\.plants using btree \(room\);\n$/,
    )
  })

  test('says when there is nothing to do, and when what is there cannot be read', () => {
    expect(dbplan('migrate', '--from', '.ai/db-plan.md', '--stdout')).toMatchObject({
      status: 0,
      stdout: '',
      stderr: expect.stringContaining('nothing to migrate'),
    })
    expect(dbplan('migrate', '--from', 'none.md')).toMatchObject({ status: 2, stderr: expect.stringContaining('none.md') })
  })
})

describe('dbplan adopt', () => {
  test('writes the plan of migrations that are there, and never over another', () => {
    const project = mkdtempSync(join(dir, 'adopted-'))
    mkdirSync(join(project, 'migrations'))
    writeFileSync(
      join(project, 'migrations/001.sql'),
      'create table public.quays (id bigint generated always as identity primary key, label text not null check (char_length(label) < 9));\n',
    )
    const adopted = dbplan('adopt', '--dir', project)
    expect(adopted).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('1 table') })
    const plan = readFileSync(join(project, '.ai/db-plan.md'), 'utf8')
    expect(plan).toMatch(/\| `label` \| `text` \| no \| \| check `.*` \| found \|/)
    expect(dbplan('migrate', '--dir', project, '--from', join(project, 'migrations'), '--stdout').stderr).toContain(
      'nothing to migrate',
    )
    expect(dbplan('adopt', '--dir', project)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('There is a plan already'),
    })
    expect(dbplan('adopt', 'none', '--dir', project, '--force').status).toBe(2)
    expect(readFileSync(join(project, '.ai/db-plan.md'), 'utf8')).toBe(plan)
    expect(dbplan('adopt', '--dir', join(project, 'migrations')).stderr).toContain('There is nothing to adopt')
  })
})
