// How long `dbplan check` takes: a plan of 20 tables as a whole process, proof included, and one of 1,000 tables read and linted without proof.
// With a folder of plans as argument (cases/NAME/llm-plan.md) also what is read of each, against plans-expected.json.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const here = import.meta.dirname
const cli = join(here, '..', 'dist', 'cli.mjs')
const folder = mkdtempSync(join(tmpdir(), 'dbplan-bench-'))
const runs = 5

/** A plan as people write them: a markdown table for each table, each under the one before it, with policies in SQL. */
function planOf(tables) {
  const parts = ['# Plan\n\nSupabase.\n\n## Tables\n']
  for (let n = 0; n < tables; n++) {
    const parent = n === 0 ? '' : `| parent_id | uuid | references t${n - 1}(id) on delete cascade |\n`
    parts.push(
      `### t${n}\n\n| Column | Type | Constraints |\n|---|---|---|\n| id | uuid | primary key, default gen_random_uuid() |\n| owner_id | uuid | not null, references auth.users(id) on delete cascade |\n${parent}| title | text | not null, check (char_length(title) <= 100) |\n| created_at | timestamptz | not null, default now() |\n`,
    )
  }
  parts.push('## Policies\n\n```sql')
  for (let n = 0; n < tables; n++)
    parts.push(
      `create index t${n}_owner_id_idx on t${n} (owner_id);\nalter table t${n} enable row level security;\ncreate policy "own" on t${n} for all to authenticated using (owner_id = (select auth.uid())) with check (owner_id = (select auth.uid()));`,
    )
  parts.push('```\n')
  return parts.join('\n')
}

function time(name, tables, ...options) {
  const file = join(folder, 'plan.md')
  writeFileSync(file, planOf(tables))
  const times = []
  for (let run = 0; run < runs; run++) {
    const started = performance.now()
    const { status, stderr } = spawnSync(process.execPath, [cli, 'check', file, '--fail-on', 'never', '--json', ...options], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    })
    times.push((performance.now() - started) / 1000)
    if (status === null || status > 1) throw new Error(stderr)
  }
  times.sort((a, b) => a - b)
  console.log(`${name}: best ${times[0].toFixed(2)} s, median ${times[Math.floor(runs / 2)].toFixed(2)} s of ${runs}`)
}

time('20 tables, proven', 20)
time('1,000 tables, no proof', 1000, '--no-proof')
rmSync(folder, { recursive: true })

const [, , cases] = process.argv
if (cases !== undefined) {
  const expected = JSON.parse(readFileSync(join(here, 'plans-expected.json'), 'utf8'))
  const sum = { tables: 0, columns: 0, wantedTables: 0, wantedColumns: 0 }
  for (const name of readdirSync(cases)) {
    const { stdout } = spawnSync(process.execPath, [cli, 'check', join(cases, name, 'llm-plan.md'), '--json', '--no-proof'], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    })
    const { tables } = JSON.parse(stdout)
    const [found, columns] = [Object.keys(tables).length, Object.values(tables).flat().length]
    const wanted = expected[name]
    sum.tables += Math.min(found, wanted.tables)
    sum.columns += Math.min(columns, wanted.columns)
    sum.wantedTables += wanted.tables
    sum.wantedColumns += wanted.columns
    console.log(`${found}/${wanted.tables} tables, ${columns}/${wanted.columns} columns: ${name}`)
  }
  console.log(`${sum.tables}/${sum.wantedTables} tables, ${sum.columns}/${sum.wantedColumns} columns`)
}
