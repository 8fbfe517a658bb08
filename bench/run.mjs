// npm run bench: figures to look at, with no assertion on them. Ratios are taken within one run.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '../dist/index.mjs'
import { documentsOf } from './documents.mjs'
import { median, runCli } from './process.mjs'
import { withProject } from './project.mjs'

const example = join(import.meta.dirname, '../examples/plant-care/.ai')
const documents = Object.fromEntries(
  ['prd.md', 'tech-stack.md', 'db-planning-session.md'].map((name) => [name, readFileSync(join(example, name), 'utf8')]),
)
const line = (what, figure, goal = '') => console.log(`${what.padEnd(52)} ${figure.padStart(32)}   ${goal}`)
const of = (results, figure) => Math.round(median(results.map((result) => result[figure])))

async function wholeProcess(what, args, goal, runs = 5) {
  const results = []
  for (let run = 0; run < runs; run++)
    results.push(await withProject(documents, (dir) => runCli([...args, ...(args[0] === '--help' ? [] : ['--dir', dir])])))
  const failed = results.find((result) => result.status !== 0)
  if (failed) console.log(`  exit ${failed.status}: ${failed.stderr.slice(0, 400)}`)
  line(what, `${of(results, 'milliseconds')} ms  ${of(results, 'cpu')} ms CPU  ${of(results, 'megabytes')} MB`, goal)
}

// CPU time is that of all threads. Beside other work on the machine, wall times say more of that work than of dbplan.
await wholeProcess('dbplan --help, whole process', ['--help'], 'goal: under 120 ms')
await wholeProcess('dbplan on an example, whole process', ['design'], 'goal: under 2000 ms, 700 MB')
await wholeProcess('dbplan --no-proof on an example, whole process', ['design', '--no-proof'], 'goal: under 400 ms')

const times = new Map()
for (const count of [10, 100, 1000]) {
  await withProject(documentsOf(count), async (dir) => {
    const rounds = count > 100 ? 1 : 3
    const measured = []
    for (let round = 0; round < rounds; round++) {
      const started = performance.now()
      const { value } = await compile({ dir, proof: false })
      measured.push(performance.now() - started)
      if (round === 0) line(`  ${count} entities`, `${value?.plan.schema.tables.length} tables`)
    }
    times.set(count, median(measured))
  })
  line(`design, SQL and plan of ${count} entities`, `${Math.round(times.get(count))} ms`)
}
line('1,000 entities against 100', `${(times.get(1000) / times.get(100)).toFixed(1)} times`, 'goal: at most 15 times')
