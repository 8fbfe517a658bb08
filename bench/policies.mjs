// npm run bench:policies: an owner's list query over 100,000 rows, behind the policies and indexes that dbplan designs, against the same table with the caller
// asked for once per row and without the indexes. Both in one run on one server, so the ratio says something whatever the machine.
import { compile, createScript, withScratchDatabase } from '../dist/index.mjs'
import { median } from './process.mjs'
import { withProject } from './project.mjs'
import { withServer } from './server.mjs'

const rows = 100_000
const owners = 1000
const rounds = 5

/** Five projects in which people keep lists of their own; the notes name the table and how it is listed. */
const projects = [
  ['kites', 'flown_on date', 'newest first'],
  ['recipes', 'servings integer', 'by title'],
  ['rides', 'distance_km numeric(6,1)', 'newest first'],
  ['letters', 'sent_on date', 'newest first'],
  ['harvests', 'weight_g integer', 'by title'],
]

const documentsOf = ([table, column, order]) => ({
  'prd.md': `# Product requirements: ${table}\n\n## User stories\n\n### US-001: List ${table}\n\nAs a user, I want to see a list of my ${table}, ${order}.\n`,
  'tech-stack.md': '# Tech stack\n\n- Supabase\n',
  'db-planning-session.md':
    `<conversation_summary>\n<decisions>\n1. Users see only their own ${table}.\n</decisions>\n<database_planning_summary>\n` +
    `- \`${table}\` (id, user_id, title, ${column.split(' ')[0]}, created_at)\n</database_planning_summary>\n</conversation_summary>\n`,
})

async function measure(url, name, schema) {
  const table = schema.tables.find((one) => one.name === name)
  const owner = table?.foreignKeys.find((key) => key.references.schema === 'auth')?.columns[0]
  if (owner === undefined) return console.log(`${name}: the design has no owner for it`)
  return withScratchDatabase(url, schema.platform, async (client) => {
    await client.exec(`begin; ${client.setUp}`)
    await client.exec(createScript(schema))
    await client.query(
      `insert into auth.users (id, email) select md5(n::text)::uuid, n || '@example.com' from generate_series(1, ${owners}) as n`,
    )
    await client.query('set local session_replication_role = replica')
    const filled = table.columns.filter(
      (column) => column.name !== owner && !column.nullable && column.default === undefined && column.identity === undefined,
    )
    await client.query(
      `insert into ${name} (${[owner, ...filled.map((column) => column.name)].join(', ')}) select md5((n % ${owners} + 1)::text)::uuid${filled.map((column) => `, ${sample(column)}`).join('')} from generate_series(1, ${rows}) as n`,
    )
    await client.exec(`set local session_replication_role = origin; analyze ${name}`)
    const planned = await timed(client, name, owner)
    for (const policy of table.policies.filter(({ command }) => command === 'select')) {
      await client.query(`alter policy "${policy.name}" on ${name} using (${owner} = auth.uid())`)
    }
    for (const index of table.indexes) await client.query(`drop index ${index.name}`)
    for (const unique of table.uniques) await client.query(`alter table ${name} drop constraint ${unique.name} cascade`)
    const naive = await timed(client, name, owner)
    console.log(
      `${name.padEnd(12)} ${planned.toFixed(2).padStart(8)} ms as planned  ${naive.toFixed(2).padStart(8)} ms with auth.uid() per row and no indexes  ${Math.round(naive / planned)} times`,
    )
    return naive / planned
  })
}

const sample = ({ type }) =>
  ({ date: "date '2030-01-01' + n % 1000", integer: '1 + n % 50', text: "'row ' || n" })[type] ??
  (/^numeric/.test(type) ? 'n % 90' : "'row'")

/** What a client's list does: signed in, all of one's own, newest first. PostgreSQL tells how long it worked. */
async function timed(client, name, owner) {
  const [{ id }] = await client.query(`select ${owner} as id from ${name} limit 1`)
  await client.exec(
    `set local request.jwt.claims = '${JSON.stringify({ sub: id, role: 'authenticated' })}'; set local role authenticated`,
  )
  const times = []
  for (let round = 0; round <= rounds; round++) {
    const [explained] = await client.query(
      `explain (analyze, format json, timing off) select * from ${name} order by created_at desc limit 50`,
    )
    times.push(explained['QUERY PLAN'][0]['Execution Time'])
  }
  await client.exec('reset role')
  return median(times.slice(1))
}

await withServer(async (url) => {
  const ratios = []
  for (const project of projects) {
    const { value } = await withProject(documentsOf(project), (dir) => compile({ dir, proof: false }))
    const ratio = await measure(url, project[0], value.plan.schema)
    if (ratio !== undefined) ratios.push(ratio)
  }
  console.log(`${'median of the ratios'.padEnd(12)} ${Math.round(median(ratios))} times   goal: at least 20 times`)
})
process.exit(0)
