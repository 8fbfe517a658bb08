import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs `use` with a scratch project folder that holds these documents under `.ai/`, and removes it. */
export async function withProject(documents, use) {
  const dir = mkdtempSync(join(tmpdir(), 'dbplan-bench-'))
  try {
    mkdirSync(join(dir, '.ai'))
    for (const [name, text] of Object.entries(documents)) writeFileSync(join(dir, '.ai', name), text)
    return await use(dir)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
