// npm run bench:proof: the whole proof with mutations, of schemas of 5 to 100 tables, each in a process of its own that starts the engine. On the embedded
// PostgreSQL, and on a server of the newest version, which is started once and not counted.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, prove, proveOn } from '../dist/index.mjs'
import { documentsOf } from './documents.mjs'
import { asOnTheCommandLine } from './process.mjs'
import { withProject } from './project.mjs'

const sizes = [5, 10, 50, 100]
const goals = { 10: 'goal: under 1.5 s', 100: 'goal: under 8 s, 700 MB' }
const [file, databaseUrl] = process.argv.slice(2)

/** In a process of its own: proves the plan in the file, and tells what came of it. */
async function proveFile() {
  const plan = JSON.parse(readFileSync(file, 'utf8'))
  const proof = databaseUrl === undefined ? await prove(plan) : await proveOn(plan, { databaseUrl })
  const failed = proof.attempts.filter((attempt) => !attempt.passed).length
  const mutations = proof.attempts.filter((attempt) => attempt.check === 'mutations').length
  const { user, system } = process.cpuUsage()
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ attempts: proof.attempts.length, failed, mutations, cpu: (user + system) / 1e6, megabytes }))
}

async function measure(engine, url) {
  const seconds = {}
  for (const size of sizes) {
    await withProject(documentsOf(size), async (dir) => {
      const { value } = await compile({ dir, proof: false })
      const plan = join(dir, 'plan.json')
      writeFileSync(plan, JSON.stringify(value.plan))
      const started = performance.now()
      const child = spawnSync(
        process.execPath,
        [...asOnTheCommandLine, import.meta.filename, plan, ...(url === undefined ? [] : [url])],
        {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      seconds[size] = (performance.now() - started) / 1000
      const result = JSON.parse(child.stdout)
      console.log(
        `${engine.padEnd(9)} ${String(value.plan.schema.tables.length).padStart(4)} tables  ${seconds[size].toFixed(2).padStart(6)} s (${result.cpu.toFixed(2)} s of processor)  ` +
          `${result.attempts} checks, ${result.mutations} of them mutations, ${result.failed} failed  peak ${Math.round(result.megabytes)} MB  ${goals[size] ?? ''}`,
      )
    })
  }
  console.log(`${engine.padEnd(9)}  100 tables against 10: ${(seconds[100] / seconds[10]).toFixed(1)} times (linear is 10)`)
}

if (file !== undefined) await proveFile()
else {
  await measure('embedded')
  const { withServer } = await import('./server.mjs')
  await withServer((url) => measure('server', url))
}
process.exit(0)
