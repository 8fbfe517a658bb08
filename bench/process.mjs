import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const preload = join(import.meta.dirname, 'report-memory.mjs')
const cli = join(import.meta.dirname, '../dist/cli.mjs')

/** What `src/cli/short-lived.ts` asks of V8, for processes that run the library. */
const major = Number.parseInt(process.versions.v8, 10)
export const asOnTheCommandLine = [
  '--no-wasm-tier-up',
  '--no-wasm-dynamic-tiering',
  major === 11 ? '--interrupt-budget=300000' : '--invocation-count-for-turbofan=12000',
]

/** One whole process of the built command line: wall and CPU time in milliseconds, peak memory in megabytes, exit code. */
export function runCli(args) {
  const started = performance.now()
  const child = spawnSync(process.execPath, ['--import', preload, cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 256e6,
  })
  const milliseconds = performance.now() - started
  return {
    milliseconds,
    ...JSON.parse(child.output[3]?.toString() || '{}'),
    status: child.status,
    stderr: child.stderr.toString(),
  }
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
