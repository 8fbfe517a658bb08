import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSchema, type SourceSchema } from '../source/read-schema.ts'
import { recogniseSource } from '../source/schema-source.ts'
import { applyFixes } from './apply-fixes.ts'
import { checkSchema } from './check-schema.ts'
import { readConfiguration } from './configuration.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dbplan-check-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const plan = `# Apiary, on Supabase

### hives
- id: uuid primary key default gen_random_uuid()
- keeper_id: uuid not null references auth.users(id) on delete cascade
- seen_at: timestampz not null

Prose that stays   as it is.

\`\`\`sql
alter table hives enable row level security;
create policy "keepers" on hives for all to authenticated using (keeper_id = auth.uid()) with check (keeper_id = auth.uid());
\`\`\`
`

async function check(text: string, levels = {}) {
  const file = join(folder, 'plan.md')
  writeFileSync(file, text)
  const { value, diagnostics } = await readSchema(await recogniseSource(file, file))
  const source = value as SourceSchema
  return { source, findings: await checkSchema(source, levels, diagnostics) }
}

describe('a check', () => {
  test('reports each finding at its place, with the line and the mend', async () => {
    const { findings } = await check(plan)
    expect(findings.map(({ code, place, quote }) => [code, place?.line, quote])).toEqual([
      ['key/unindexed', 5, '- keeper_id: uuid not null references auth.users(id) on delete cascade'],
      ['type/unknown', 6, '- seen_at: timestampz not null'],
      ['access/per-row-call', 12, plan.split('\n')[11]],
    ])
    expect(findings[0]?.fix?.sql).toBe('create index hives_keeper_id_idx on hives (keeper_id)')
  })

  test('mends what is certain and leaves the rest as it is', async () => {
    const { source, findings } = await check(plan)
    const { text, mended } = applyFixes(plan, source.shown, findings, true)
    expect(mended).toBe(3)
    const expected = plan.replace('timestampz', 'timestamptz').replaceAll('auth.uid()', '(select auth.uid())').trimEnd()
    expect(text.startsWith(expected)).toBe(true)
    expect((await check(text)).findings).toEqual([])
  })

  test("mends types of other databases with the sizes that they carry, a missing comma, a policy's clause; twice is once", async () => {
    const text = `# Apiary, on Supabase

\`\`\`sql
create table hives (
  id uuid primary key default uuid(),
  label text(40) not null,
  frames tinyint(2) not null default 0,
  note nvarchar(80)
  keeper_id uuid not null references auth.users (id) on delete cascade
);
create index on hives (keeper_id);
alter table hives enable row level security;
create policy "add" on hives for insert to authenticated using (keeper_id = (select auth.uid()));
\`\`\`
`
    let mended = text
    for (let round = 0; round < 3; round++) {
      const { source, findings } = await check(mended)
      mended = applyFixes(mended, source.shown, findings, true).text
    }
    expect(mended).toBe(
      text
        .replace('default uuid()', 'default gen_random_uuid()')
        .replace('text(40)', 'varchar(40)')
        .replace('tinyint(2)', 'smallint')
        .replace('nvarchar(80)', 'varchar(80),')
        .replace('authenticated using', 'authenticated with check'),
    )
    expect((await check(mended)).findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('splits a policy for several commands where it stands', async () => {
    const broken = plan
      .replace('for all to authenticated', 'for select, delete to authenticated')
      .replace(/ with check \(.*\);/, ';')
    const { source, findings } = await check(broken)
    expect(findings.map(({ code }) => code)).toContain('sql/policy-commands')
    const { text } = applyFixes(broken, source.shown, findings, true)
    expect(text).toContain('create policy "keepers (select)" on hives')
    expect((await check(text)).findings.map(({ code }) => code)).not.toContain('sql/policy-commands')
  })

  test('can be told to look away, with a reason, or to judge otherwise', async () => {
    const waved = plan.replace('- seen_at', '<!-- dbplan-ignore type/unknown our own type -->\n- seen_at')
    expect((await check(waved)).findings.map(({ code }) => code)).not.toContain('type/unknown')
    const unexplained = plan.replace('- seen_at', '<!-- dbplan-ignore type/unknown -->\n- seen_at')
    expect((await check(unexplained)).findings.map(({ code }) => code)).toContain('type/unknown')
    const { findings } = await check(plan, { 'key/unindexed': 'off', type: 'note' })
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['type/unknown', 'note'],
      ['access/per-row-call', 'warning'],
    ])
  })
})

test('a configuration that is wrong says where', async () => {
  writeFileSync(
    join(folder, 'dbplan.json'),
    '{ "rules": { "access/no-role": "off", "no/such": "off", "key": "loud" }, "failOn": "error" }',
  )
  const { value, diagnostics } = await readConfiguration(folder)
  expect(value).toEqual({ rules: { 'access/no-role': 'off' }, failOn: 'error' })
  expect(diagnostics.map(({ message }) => message)).toEqual(['There is no rule "no/such".', '"key" cannot be "loud".'])
})
