import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Server, startServer } from '../../test/servers/start-server.ts'
import { compileAccess } from '../design/access/compile-access.ts'
import { sealedText } from '../plan/sealed-text.ts'
import { writePlan } from '../plan/write-plan.ts'
import { openServer } from '../postgres/server.ts'
import { desk } from '../proof/gallery/desk.ts'
import { emptyNotes } from '../schema/notes.ts'
import type { Schema } from '../schema/schema.ts'
import { readSchema } from './read-schema.ts'
import { recogniseSource } from './schema-source.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dbplan-source-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
  return path
}
const columnsOf = (schema: Schema | undefined): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries((schema?.tables ?? []).map((table) => [table.name, table.columns.map((c) => `${c.name} ${c.type}`)]))

describe('migrations', () => {
  test('are applied in the order of their names, without the scripts that take them back', async () => {
    write('m/0002_weight.sql', 'begin; alter table kites add column weight_g integer not null default 0; commit;')
    write('m/0001_kites.sql', '-- migrate:up\ncreate table kites (id uuid primary key);\n-- migrate:down\ndrop table kites;')
    write('m/0003_strings.up.sql', 'create table strings (id uuid primary key, kite_id uuid references kites on delete cascade)')
    write('m/0003_strings.down.sql', 'drop table strings')
    write('m/0004_prisma/migration.sql', 'alter table strings add column length_m numeric(5,1)')
    const source = await recogniseSource(join(folder, 'm'), 'plan.md')
    const { value, diagnostics } = await readSchema(source)
    expect(diagnostics).toEqual([])
    expect(value?.schema.platform.kind).toBe('postgres')
    expect(columnsOf(value?.schema)).toEqual({
      kites: ['id uuid', 'weight_g integer'],
      strings: ['id uuid', 'kite_id uuid', 'length_m numeric(5,1)'],
    })
  })

  test('for Supabase meet its tables and functions', async () => {
    write(
      's/1.sql',
      `create table kites (id uuid primary key, flyer_id uuid not null references auth.users on delete cascade);
       alter table kites enable row level security;
       create policy "own kites" on kites for select to authenticated using (flyer_id = (select auth.uid()));`,
    )
    const { value } = await readSchema({ kind: 'migrations', folder: join(folder, 's') })
    expect(value?.schema.platform.kind).toBe('supabase')
    expect(value?.schema.tables[0]?.policies.map(({ name }) => name)).toEqual(['own kites'])
  })

  test('that are not there are said', async () => {
    mkdirSync(join(folder, 'none', 'migrations'), { recursive: true })
    const { value, diagnostics } = await readSchema({ kind: 'migrations', folder: join(folder, 'none') })
    expect(value).toBeUndefined()
    expect(diagnostics[0]?.help).toMatch(/none\/migrations/)
  })
})

describe('a SQL file', () => {
  test('is read past what PostgreSQL refuses, which is reported at its place', async () => {
    const file = write(
      'broken.sql',
      'create table a (id int primary key);\ncreate tabel b (id int);\n\n  create table c (id int references nowhere);\ncreate table d (id int);\n',
    )
    const { value, diagnostics } = await readSchema(await recogniseSource(file, 'plan.md'))
    expect(Object.keys(columnsOf(value?.schema))).toEqual(['a', 'd'])
    expect(diagnostics.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
      ['source/sql', 2, 8],
      ['source/refused', 4, 3],
    ])
  })
})

describe('a plan in the form of dbplan', () => {
  const plan = { title: 'Desk', schema: compileAccess(desk()), notes: emptyNotes }
  const inOwnWords = (text: string): string => {
    const rule = text.split('\n').find((line) => /^\| `folders` \| owner \|/.test(line)) ?? ''
    const call = '| `tidy_folders()` | signed in | execute | refused to whoever has none | convention |'
    return text.replace(rule, `${rule.replace('`owner_id` is the caller', 'those of whoever made them')}\n${call}`)
  }

  test('and of a person: what a rule in their own words is about is told, and the schema is whole', async () => {
    const file = write('own-words.md', inOwnWords(writePlan(plan)))
    const { value, diagnostics } = await readSchema({ kind: 'plan', file })
    expect(diagnostics.map(({ code, severity, message }) => `${severity} ${code}: ${message}`)).toEqual([
      'warning plan/rule-unreadable: which rows this rule is about cannot be read: "those of whoever made them"',
    ])
    expect(diagnostics[0]?.help).toContain('what everybody can do with its table is observed')
    expect(value?.isOwn).toBe(true)
    expect(value?.schema.access.unread).toEqual([{ schema: 'public', table: 'folders' }])
    expect(value?.schema.tables.map((table) => table.policies.length)).toEqual([4, 4])
  })

  test('and sealed by it: a rule that cannot be read is an error', async () => {
    const file = write('sealed.md', inOwnWords(sealedText(plan, undefined, plan)))
    const { value, diagnostics } = await readSchema({ kind: 'plan', file })
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error plan/rule-unreadable'])
  })
})

describe('git', () => {
  test('gives the plan of a commit, and says what it does not have', async () => {
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: folder })
    const plan = write(
      'db-plan.md',
      '# Database plan: Kites\n\nPostgreSQL 17 on plain PostgreSQL\n\n## 1. Tables\n\n### `kites`\n\n| Column | Type |\n|---|---|\n| `id` | `uuid` |\n',
    )
    git('init', '-q')
    git('add', 'db-plan.md')
    git('commit', '-q', '-m', 'one')
    writeFileSync(plan, 'nothing')
    const { value } = await readSchema(await recogniseSource('git:HEAD', plan))
    expect(columnsOf(value?.schema)).toEqual({ kites: ['id uuid'] })
    const away = await readSchema({ kind: 'revision', revision: 'HEAD', file: '/no/such/project/.ai/db-plan.md' })
    expect(away.diagnostics[0]?.message).toMatch(/^There is no folder \S+ to look/)
    for (const revision of ['nowhere', '--output=x', '']) {
      const { diagnostics } = await readSchema({ kind: 'revision', revision, file: plan })
      expect(diagnostics[0]?.code).toBe('source/revision')
    }
  })
})

describe('a database', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer(17)
  }, 60_000)
  afterAll(() => server.stop())

  test('is read without being written to', async () => {
    const database = await openServer(server.url)
    await database.exec('create table kites (id bigint generated always as identity primary key, name text not null)')
    await database.close()
    const { value } = await readSchema(await recogniseSource(server.url, 'plan.md'))
    expect(value?.schema.platform).toEqual({ kind: 'postgres', version: 17 })
    expect(columnsOf(value?.schema)).toEqual({ kites: ['id bigint', 'name text'] })
    expect(value?.shown).not.toContain('@')
  })
})
