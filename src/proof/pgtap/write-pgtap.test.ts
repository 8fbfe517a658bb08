import { readdirSync, readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pgtap } from '@electric-sql/pglite-pgtap'
import { describe, expect, test } from 'vitest'
import { compileAccess } from '../../design/access/compile-access.ts'
import { belongs, columns, name, planOf, said, table } from '../../design/testing.ts'
import { readPlan } from '../../plan/read-plan.ts'
import { embeddedExtensions } from '../../postgres/embedded-extensions.ts'
import { loadImage } from '../../postgres/embedded-image.ts'
import { ImageFiles } from '../../postgres/image-files.ts'
import { type Prelude, preludeOf } from '../../postgres/prelude/prelude.ts'
import { emptyNotes } from '../../schema/notes.ts'
import type { Plan } from '../../schema/plan.ts'
import { traitsOf } from '../../schema/platform.ts'
import { createScript } from '../../sql/script.ts'
import type { Evidence } from '../evidence.ts'
import { plainPostgres, supabase } from '../gallery/build.ts'
import { cookbook, households } from '../gallery/schemas.ts'
import { prove } from '../prove.ts'
import { writePgtap } from './write-pgtap.ts'

/** A database in which the plan has been applied and pgTAP is there, as a project's is when its tests run. */
async function migrated(plan: Plan, prelude: Prelude): Promise<PGlite> {
  const { schema } = plan
  const loaded = await Promise.all(schema.extensions.map(async ({ name }) => [name, await embeddedExtensions[name]?.()] as const))
  const extensions = { pgtap, ...Object.fromEntries(loaded.flatMap(([name, one]) => (one === undefined ? [] : [[name, one]]))) }
  const engine = await PGlite.create({ fs: new ImageFiles(await loadImage(prelude)), extensions })
  await engine.exec(
    `set search_path = ${prelude.searchPath}; create extension pgtap with schema ${traitsOf(schema.platform).extensionSchema}`,
  )
  await engine.exec(`set role ${prelude.owner}; ${createScript(schema)}; reset role`)
  // On Supabase, postgres may do this; it is no superuser there.
  await engine.exec(`grant set on parameter session_replication_role to ${prelude.owner}`)
  return engine
}

/** What pg_prove would show: the lines that are not ok, and the plan's line. */
async function run(
  engine: PGlite,
  prelude: Prelude,
  file: string,
): Promise<{ readonly count: number; readonly wrong: readonly string[] }> {
  // On a plain server a superuser runs it: since PostgreSQL 16 whoever makes a role may not become it.
  const session = prelude.name === 'supabase' ? `set session authorization ${prelude.owner};` : ''
  await engine.exec(`${session} set search_path = public, extensions`)
  const results = await engine.exec(file)
  const lines = results.flatMap((result) => result.rows.flatMap((row) => Object.values(row).map(String)))
  await engine.exec('reset session authorization')
  return {
    count: lines.filter((line) => /^(not )?ok /.test(line)).length,
    wrong: lines.filter((line) => line.startsWith('not ok') || line.startsWith('# Looks like')),
  }
}

const root = new URL('../../../', import.meta.url)
const written = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const readPlans: readonly string[] = [
  ...readdirSync(new URL('examples/', root)).map((name) => `examples/${name}/.ai/db-plan.md`),
  'test/plans/apiary.md',
]

describe('the checks of a written plan, run by pgTAP', () => {
  test.each(readPlans)('%s', async (path) => {
    const { value: plan } = await readPlan(written(path), path)
    let evidence: Evidence | undefined
    const keep = (given: Evidence) => {
      evidence = given
    }
    await prove(plan, { mutations: false, onEvidence: keep })
    const { tried } = evidence as unknown as Evidence
    const file = writePgtap(plan, evidence as unknown as Evidence)
    const prelude = preludeOf(plan.schema.platform)
    const engine = await migrated(plan, prelude)
    try {
      const { count, wrong } = await run(engine, prelude, file)
      expect(wrong).toEqual([])
      expect(count).toBe(Number(/plan\((\d+)\)/.exec(file)?.[1]))
      // A test for each of them at least: those that take the schema apart first are dbplan's own.
      const asThingsAre = tried.filter(({ probe }) => probe.setup === undefined && ['access', 'rejects'].includes(probe.check))
      expect(count).toBeGreaterThanOrEqual(asThingsAre.length)
    } finally {
      await engine.close()
    }
  })
})

test('a limit of rows that a trigger keeps is tested, and is missed when the trigger is gone', async () => {
  const plan = await planOf(
    [
      said(
        'decision',
        table('`kennels`'),
        columns('`kennels`', '`name`'),
        belongs('`kennels`', 'user'),
        { kind: 'unique', entity: name('`kennels`'), attributes: [name('`name`')] },
        { kind: 'count', entity: name('`kennels`'), maximum: 2, per: name('user') },
      ),
    ],
    supabase,
  )
  const trigger = plan.schema.tables.flatMap(({ triggers }) => triggers).find(({ name: called }) => called.includes('limit'))
  let evidence: Evidence | undefined
  await prove(plan, {
    mutations: false,
    onEvidence: (given) => {
      evidence = given
    },
  })
  const file = writePgtap(plan, evidence as unknown as Evidence)
  const prelude = preludeOf(supabase)
  const engine = await migrated(plan, prelude)
  try {
    expect((await run(engine, prelude, file)).wrong).toEqual([])
    await engine.exec(`drop trigger "${trigger?.name}" on kennels`)
    const { wrong } = await run(engine, prelude, file)
    expect(wrong.filter((line) => line.includes('insert row 2 and row 3 of the same user_id'))).toHaveLength(1)
  } finally {
    await engine.close()
  }
})

describe('a plan is tested by pgTAP as it was proven', () => {
  test.each([
    [supabase, households],
    [plainPostgres, cookbook],
  ] as const)('%o %o', async (platform, make) => {
    const plan: Plan = { title: 'Tests\n; drop', schema: compileAccess(make(platform)), notes: emptyNotes }
    let evidence: Evidence | undefined
    await prove(plan, {
      onEvidence: (given) => {
        evidence = given
      },
    })
    const file = writePgtap(plan, evidence as Evidence)
    const prelude = preludeOf(platform)
    const engine = await migrated(plan, prelude)
    try {
      const proven = await run(engine, prelude, file)
      expect(proven.wrong).toEqual([])
      expect(proven.count).toBe(Number(/plan\((\d+)\)/.exec(file)?.[1]))
      expect(proven.count).toBeGreaterThan(80)
      const left = await engine.query(`select from ${plan.schema.tables[0]?.name}`)
      expect(left.rows).toEqual([])

      const table = plan.schema.tables.find(({ policies }) => policies.length > 0)
      const policy = table?.policies.find(({ command }) => command === 'select')
      await engine.exec(`drop policy "${policy?.name}" on ${table?.name}`)
      expect((await run(engine, prelude, file)).wrong.length).toBeGreaterThan(0)
    } finally {
      await engine.close()
    }
  })
})
