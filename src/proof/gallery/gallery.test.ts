import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileAccess } from '../../design/access/compile-access.ts'
import type { Database } from '../../postgres/database.ts'
import { openEmbedded } from '../../postgres/embedded.ts'
import { emptyNotes } from '../../schema/notes.ts'
import type { PlatformKind } from '../../schema/platform.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Proof } from '../proof.ts'
import { prove } from '../prove.ts'
import { gallery } from './gallery.ts'

const databases = new Map<PlatformKind, Database>()

beforeAll(async () => {
  for (const kind of ['supabase', 'postgres'] as const) databases.set(kind, await openEmbedded({ kind, version: 17 }))
})
afterAll(async () => {
  for (const database of databases.values()) await database.close()
})

async function failures(schema: Schema): Promise<readonly string[]> {
  const database = databases.get(schema.platform.kind) as Database
  const proof: Proof = await prove({ title: 'Gallery', schema, notes: emptyNotes }, { database, mutations: false })
  return proof.attempts
    .filter((attempt) => !attempt.passed)
    .map(
      ({ check, object, actor, tried, expected, observed }) =>
        `${check} | ${object} | ${actor ?? ''} ${tried}: expected ${expected}, observed ${observed}`,
    )
}

describe('the gallery', () => {
  test('has a case for every attack, each with a name of its own', () => {
    const names = gallery.map((one) => one.name)
    expect(new Set(names).size).toBe(names.length)
    const checks = new Set(gallery.flatMap((one) => one.findings.map((finding) => finding.check)))
    for (const letter of 'abcdefhijklmn') expect(checks, letter).toContain(`attack ${letter}`)
    // g has no statements of its own: access finds what is needed and not allowed. o needs partitions, which no plan holds: see its own test.
    expect(names.filter((name) => name.startsWith('g: ')).length).toBeGreaterThan(1)
    expect(names.length).toBeGreaterThanOrEqual(90)
  })

  test.each(gallery)('$name', async ({ mended, broken, findings }) => {
    const compiled = compileAccess(mended)
    expect(await failures(compiled)).toEqual([])
    const found = await failures(broken(compiled))
    for (const { check, object } of findings) {
      const start = object === undefined ? `${check} | ` : `${check} | ${object}`
      expect(
        found.filter((line) => line.startsWith(start)),
        `${check} ${object ?? ''} among\n${found.join('\n')}`,
      ).not.toEqual([])
    }
    const checks = findings.map((finding) => `${finding.check} | `)
    expect(found.filter((line) => !checks.some((check) => line.startsWith(check)))).toEqual([])
  })
})
