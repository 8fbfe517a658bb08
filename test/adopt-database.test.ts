import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer } from '../src/postgres/server.ts'
import { type Server, startServer } from './servers/start-server.ts'
import { supabaseServer, surfProject } from './servers/supabase-project.ts'

const cli = resolve(import.meta.dirname, '../dist/cli.mjs')
let server: Server
let dir: string
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'dbplan-adopt-'))
  server = await startServer(17)
  const database = await openServer(server.url)
  await database.exec(supabaseServer)
  await database.exec(surfProject)
  await database.close()
})
afterAll(async () => {
  await server?.stop()
  rmSync(dir, { recursive: true, force: true })
})

function dbplan(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: dir, encoding: 'utf8' })
  expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
  return { status, stdout, stderr }
}

describe('adopting a Supabase project by its URL', () => {
  test("takes what is the project's own, with its keys to accounts and its trigger on them, and says what it leaves", () => {
    const adopted = dbplan('adopt', server.url)
    expect(adopted).toMatchObject({ status: 0, stdout: expect.stringContaining('3 tables, 3 policies, 2 functions found in') })
    expect(adopted.stderr.trim().split('\n')).toEqual([expect.stringContaining('"own photos" on storage.objects')])
    const plan = readFileSync(join(dir, '.ai/db-plan.md'), 'utf8')
    expect([...plan.matchAll(/^### (`.+`)$/gm)].map((match) => match[1])).toEqual([
      '`boards`',
      '`surfers`',
      '`private.waxes`',
      '`auth.users`',
    ])
    expect(plan).toContain('| `id` | `uuid` | no | | primary key; references `auth.users (id)` on delete cascade | found |')
    expect(plan).toContain('- trigger `on_auth_user_created` after insert for each row runs `public.handle_new_user()` (found)')
    expect(plan).toContain('| `boards` | owner | everything | `surfer_id` is the caller | found |')
    expect(plan).toContain('grant execute on function public.access_token_hook(jsonb) to supabase_auth_admin;')
    // Nothing of the platform's schemas, and nothing that an extension made in public.
    expect(plan).not.toMatch(/storage|realtime|vault|pgbouncer|graphql|sessions|aal_level|similarity|schema_migrations/)
    expect([...plan.matchAll(/^create (?:function|type|table) (\S+)\(/gm)].map((match) => match[1])).toEqual([
      'public.access_token_hook',
      'public.handle_new_user',
    ])
  })

  test('the plan is the schema of the database, which was only read', () => {
    expect(dbplan('migrate', '--from', server.url)).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('nothing to migrate'),
    })
  })

  test('what is changed in the plan is applied file by file while the database is in use, and leads to the plan', async () => {
    const path = join(dir, '.ai/db-plan.md')
    const before = readFileSync(path, 'utf8')
    const index = '| `boards_surfer_id_idx` |'
    expect(before).toContain(index)
    const edited = before
      .replace('| `photo` | `text` |', '| `picture` <!-- was: photo --> | `text` |')
      .replace('char_length(nick) <= 40', 'char_length(nick) <= 60')
      .replace(index, `| \`boards_kind_made_on_idx\` | btree on \`boards\` (\`kind\`, \`made_on desc\`) | found |\n${index}`)
    writeFileSync(path, edited)
    const written = dbplan('migrate', '--from', server.url, '--concurrently', '--allow', 'breaking-rename')
    expect(written).toMatchObject({ status: 0 })
    const files = written.stdout.trim().split('\n').sort()
    expect(files).toHaveLength(2)

    const busy = await openServer(server.url)
    const migrating = await openServer(server.url)
    try {
      await busy.exec("insert into auth.users (id, email) values ('11111111-1111-1111-1111-111111111111', 'ada')")
      const build = files
        .map((file) => readFileSync(join(dir, file), 'utf8'))
        .filter((script) => script.includes('concurrently '))
      expect(build).toHaveLength(1)
      for (const file of files) {
        const script = readFileSync(join(dir, file), 'utf8')
        // As tools apply a migration: whole in a transaction, but for what says that it must not be.
        await migrating.exec(build.includes(script) ? script : `begin;\n${script}\ncommit;`)
        await busy.exec(
          "insert into public.boards (surfer_id, made_on) values ('11111111-1111-1111-1111-111111111111', '2030-01-01')",
        )
      }
      await expect(migrating.exec(`begin;\n${build[0]?.replace('_idx on', '_2_idx on')}`)).rejects.toThrow('transaction block')
      await migrating.exec('rollback')
      expect(
        await migrating.query("select indisvalid from pg_index where indexrelid = 'boards_kind_made_on_idx'::regclass"),
      ).toEqual([{ indisvalid: true }])
    } finally {
      await busy.close()
      await migrating.close()
    }
    expect(dbplan('migrate', '--from', server.url)).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('nothing to migrate'),
    })
  })
})
