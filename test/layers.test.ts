import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const src = resolve(dirname(fileURLToPath(import.meta.url)), '../src')

/**
 * Imports run one way. A layer may import itself and the layers named here, nothing else. The faces (cli, mcp) import `compile`
 * and what they report on, and never each other; the command that starts the server opens its one door.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  diagnostic: [],
  schema: ['diagnostic'],
  sql: ['diagnostic', 'schema'],
  claim: ['diagnostic', 'schema'],
  brief: ['diagnostic', 'schema'],
  read: ['diagnostic', 'schema', 'brief', 'claim', 'sql'],
  design: ['diagnostic', 'schema', 'claim', 'sql'],
  postgres: ['diagnostic', 'schema', 'sql'],
  proof: ['diagnostic', 'schema', 'sql', 'postgres'],
  plan: ['diagnostic', 'schema', 'sql', 'proof/proof.ts'],
  foreign: ['diagnostic', 'schema', 'sql', 'brief', 'plan'],
  lint: ['diagnostic', 'schema', 'sql'],
  source: ['diagnostic', 'schema', 'sql', 'brief', 'postgres', 'plan', 'foreign'],
  migration: ['diagnostic', 'schema', 'sql', 'postgres', 'proof'],
  'findings.ts': ['schema', 'read/reader.ts', 'proof/proof.ts'],
  'compile.ts': ['*'],
  'index.ts': ['*'],
  agents: [],
  check: ['diagnostic', 'schema', 'brief', 'source', 'lint'],
  against: ['diagnostic', 'schema', 'sql', 'claim', 'brief', 'read', 'design', 'source', 'lint'],
  adopt: ['schema', 'sql', 'lint', 'postgres', 'proof'],
  explain: ['schema'],
  project: ['diagnostic', 'schema', 'brief', 'plan'],
  cli: ['*', '!mcp', '!studio', 'mcp/serve.ts'],
  mcp: ['*', '!cli', '!studio'],
}

interface Import {
  readonly from: string
  readonly to: string
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(path)
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') ? [path] : []
  })
}

const importing = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g

function importsOf(file: string): Import[] {
  return [...readFileSync(file, 'utf8').matchAll(importing)].map((match) => ({
    from: relative(src, file).split(sep).join('/'),
    to: relative(src, resolve(dirname(file), match[1] as string))
      .split(sep)
      .join('/'),
  }))
}

const files = sourceFiles(src)
const imports = files.flatMap(importsOf)
const layerOf = (path: string) => path.split('/')[0] as string

function allowed({ from, to }: Import): boolean {
  const layer = layerOf(from)
  const rules = mayImport[layer]
  if (rules === undefined) return false
  if (layerOf(to) === layer) return true
  if (rules.includes(to)) return true
  if (rules.includes(`!${layerOf(to)}`)) return false
  return rules.includes('*') || rules.includes(layerOf(to))
}

function packagesOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^.'"][^'"]*)['"]/g)].map(
    (match) => match[1] as string,
  )
}

describe('the house', () => {
  test('imports run one way', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(imports.length).toBeGreaterThan(100)
    expect(imports.filter((one) => !allowed(one))).toEqual([])
  })

  test('only postgres/ knows a driver', () => {
    const knowing = files.filter((file) => packagesOf(file).some((name) => name === 'pg' || name.startsWith('@electric-sql/')))
    expect(knowing.length).toBeGreaterThan(0)
    expect(
      knowing.map((file) => layerOf(relative(src, file).split(sep).join('/'))).filter((layer) => layer !== 'postgres'),
    ).toEqual([])
  })

  test('only sql/parser/ knows the parser', () => {
    const knowing = files.filter((file) => packagesOf(file).includes('libpg-query'))
    expect(knowing.length).toBeGreaterThan(0)
    expect(
      knowing.map((file) => relative(src, file).split(sep).join('/')).filter((path) => !path.startsWith('sql/parser/')),
    ).toEqual([])
  })

  test('only read/model/ knows a model provider', () => {
    const knowing = files.filter((file) => packagesOf(file).some((name) => name === 'ai' || name.startsWith('@ai-sdk/')))
    expect(
      knowing.map((file) => relative(src, file).split(sep).join('/')).filter((path) => !path.startsWith('read/model/')),
    ).toEqual([])
  })
})
