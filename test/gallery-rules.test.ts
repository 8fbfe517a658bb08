import { describe, expect, test } from 'vitest'
import { compileAccess } from '../src/design/access/compile-access.ts'
import { lint } from '../src/lint/lint.ts'
import { rules } from '../src/lint/rules.ts'
import { settingsOf } from '../src/lint/settings.ts'
import { gallery } from '../src/proof/gallery/gallery.ts'
import { ruleCases } from '../src/proof/gallery/rule-cases.ts'
import { displayName } from '../src/schema/lookups.ts'
import type { Schema } from '../src/schema/schema.ts'

const nowhere = { spots: new Map(), texts: new Map() }

/** What the rules say of a schema that was read from SQL: its types as written, and no access rules. */
async function codesOf(schema: Schema): Promise<readonly string[]> {
  const writtenTypes = new Map(
    schema.tables.flatMap((table) => table.columns.map(({ name, type }) => [`${displayName(table)}.${name}`, type] as const)),
  )
  const source = { schema: { ...schema, access: { groups: [], rules: [] } }, writtenTypes }
  return (await lint(source, nowhere, settingsOf({}, ''))).map(({ code }) => code)
}

const named = Object.entries(ruleCases).flatMap(([code, one]) => ('name' in one ? [[code, one.name] as const] : []))

describe('the rules for access and keys, and the proof', () => {
  test('each rule has a case, or it is said why the proof cannot fail', () => {
    const codes = rules.map(({ code }) => code).filter((code) => /^(access|key)\//.test(code))
    expect(Object.keys(ruleCases)).toEqual([...codes].sort())
    expect(named.length).toBeGreaterThan(20)
  })

  test.each(named)('%s: %s', async (code, name) => {
    const found = gallery.find((one) => one.name === name)
    if (found === undefined) throw new Error(`no case ${name}`)
    const compiled = compileAccess(found.mended)
    expect(await codesOf(compiled)).not.toContain(code)
    expect(await codesOf(found.broken(compiled))).toContain(code)
  })
})
