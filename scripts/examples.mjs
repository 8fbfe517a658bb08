// npm run examples: writes the golden plan of every example anew. Read the difference before you commit it.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const examples = resolve(import.meta.dirname, '../examples')
const cli = resolve(import.meta.dirname, '../dist/cli.mjs')
for (const name of readdirSync(examples).sort()) {
  if (!existsSync(join(examples, name, '.ai'))) continue
  const { status } = spawnSync(process.execPath, [cli, 'design', '--force', '--dir', join(examples, name)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
