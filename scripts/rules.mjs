// Writes docs/rules from the rules. Needs a build.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rulePages } from '../dist/index.mjs'

const folder = join(import.meta.dirname, '..', 'docs', 'rules')
mkdirSync(folder, { recursive: true })
for (const name of readdirSync(folder)) rmSync(join(folder, name))
for (const [name, text] of rulePages()) writeFileSync(join(folder, name), text)
