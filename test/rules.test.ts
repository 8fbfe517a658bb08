import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rulePages } from '../src/check/rule-pages.ts'
import { readSqlSchema } from '../src/foreign/read-sql-schema.ts'
import { lint } from '../src/lint/lint.ts'
import { rules } from '../src/lint/rules.ts'
import { settingsOf } from '../src/lint/settings.ts'

const found = async (sql: string) => {
  const file = 'example.sql'
  const { schema, spots, writtenTypes, remarks } = await readSqlSchema([{ text: sql, file }], { kind: 'supabase', version: 17 })
  expect(remarks).toEqual([])
  const findings = await lint({ schema, writtenTypes }, { spots, texts: new Map([[file, sql]]) }, settingsOf({}, ''))
  for (const finding of findings) expect(finding.place?.file, `${finding.code} has a place`).toBe(file)
  return findings.map(({ code }) => code)
}

describe('rules', () => {
  test('have their pages in docs/rules (npm run rules writes them)', () => {
    const folder = join(import.meta.dirname, '..', 'docs', 'rules')
    const written = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
    expect(new Map([...written].sort())).toEqual(new Map([...rulePages()].sort()))
  })

  test('have codes of their own', () => {
    expect(rules.length).toBeGreaterThan(30)
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length)
  })

  test.each(rules.map((rule) => [rule.code, rule] as const))(
    '%s finds its example, and nothing in the mended one',
    async (code, rule) => {
      expect(await found(rule.fails)).toContain(code)
      expect(await found(rule.passes)).not.toContain(code)
    },
  )
})
