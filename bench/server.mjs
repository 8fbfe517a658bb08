import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '..')

/** Runs `use` with the URL of a server of PostgreSQL 18, started as the tests start theirs and ended afterwards. */
export async function withServer(use) {
  const source = readFileSync(join(root, 'test/servers/start-server.ts'), 'utf8')
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }
  const folder = join(root, 'node_modules/.cache/dbplan-bench')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'start-server.mjs'), ts.transpileModule(source, { compilerOptions: options }).outputText)
  const { startServer } = await import(join(folder, 'start-server.mjs'))
  const server = await startServer(18)
  try {
    return await use(server.url)
  } finally {
    await server.stop()
  }
}
