import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '../src/compile.ts'
import { lint } from '../src/lint/lint.ts'
import { settingsOf } from '../src/lint/settings.ts'
import { readPlan } from '../src/plan/read-plan.ts'
import { writePlan } from '../src/plan/write-plan.ts'
import type { Access } from '../src/schema/access.ts'
import { operations } from '../src/schema/access.ts'
import type { ForeignKey } from '../src/schema/constraint.ts'
import type { Plan } from '../src/schema/plan.ts'
import type { Table } from '../src/schema/table.ts'
import type { Index } from '../src/schema/table-index.ts'

const examples = resolve(import.meta.dirname, '../examples')
const names = readdirSync(examples)
  .filter((name) => existsSync(join(examples, name, 'expected.json')))
  .sort()

/** What a person wrote down about an example before any plan of it was generated. It holds whatever the golden file says. */
interface Expectation {
  readonly tables: Readonly<Record<string, readonly string[]>>
  readonly types: Readonly<Record<string, string>>
  readonly nullable: readonly string[]
  readonly required: readonly string[]
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly foreignKeys: readonly string[]
  readonly uniques: readonly string[]
  readonly checked: readonly string[]
  readonly indexed: readonly string[]
  readonly joins?: readonly (readonly [string, string])[]
  readonly access: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly leftOut: readonly string[]
  readonly questions: readonly string[]
}

const tableOf = (plan: Plan, name: string) => plan.schema.tables.find((table) => table.name === name)

function columnOf(plan: Plan, path: string) {
  const [table, column] = path.split('.') as [string, string]
  return tableOf(plan, table)?.columns.find((one) => one.name === column)
}

function written(table: Table, key: ForeignKey): string {
  const target = key.references.schema === 'public' ? key.references.table : `${key.references.schema}.${key.references.table}`
  return `${table.name}(${key.columns.join(', ')}) -> ${target}(${key.references.columns.join(', ')}) on delete ${key.onDelete}`
}

const keysOf = (index: Index) =>
  index.keys.map((key) => `${key.column ?? key.expression}${key.descending ? ' desc' : ''}`).join(', ')

function uniquesOf(table: Table): string[] {
  return [
    ...table.uniques.map((unique) => `${table.name}(${unique.columns.join(', ')})`),
    ...table.indexes.filter((index) => index.unique).map((index) => `${table.name}(${keysOf(index)})`),
  ]
}

/** Every column list that an index, a unique or the primary key leads with. */
function indexedOf(table: Table): string[] {
  return [
    ...table.indexes.map(keysOf),
    ...table.uniques.map((unique) => unique.columns.join(', ')),
    table.primaryKey?.columns.join(', ') ?? '',
  ]
}

function leads(indexed: readonly string[], wanted: string): boolean {
  return indexed.some((keys) => keys === wanted || keys.startsWith(`${wanted}, `))
}

function valuesOf(plan: Plan, path: string): readonly string[] {
  const column = columnOf(plan, path)
  const list = plan.schema.enums.find((one) => one.name === column?.type)
  if (list) return list.values
  const [table, name] = path.split('.') as [string, string]
  const check = tableOf(plan, table)?.checks.find((one) => new RegExp(`\\b${name}\\b.* in \\(`, 'i').test(one.expression))
  return [...(check?.expression.matchAll(/'([^']*)'/g) ?? [])].map((match) => match[1] as string)
}

function mayOf(access: Access, table: string, who: string): string {
  const allowed = new Set(
    access.rules
      .filter((rule) => rule.table === table && rule.who.kind === who && rule.rows.kind !== 'none')
      .flatMap((rule) => rule.may.map((one) => one.operation)),
  )
  return operations.filter((operation) => allowed.has(operation)).join(' ')
}

describe.each(names)('example %s', (name) => {
  const expected = JSON.parse(readFileSync(join(examples, name, 'expected.json'), 'utf8')) as Expectation
  const golden = readFileSync(join(examples, name, '.ai/db-plan.md'), 'utf8')

  test('the documents give the golden plan, byte for byte, and it is proven', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'dbplan-example-'))
    try {
      cpSync(join(examples, name), dir, { recursive: true })
      rmSync(join(dir, '.ai/db-plan.md'))
      const { value } = await compile({ dir })
      expect(value?.text).toBe(golden)
      expect(value?.proof?.attempts.filter((attempt) => !attempt.passed)).toEqual([])
      expect(value?.proof?.attempts.length).toBeGreaterThan(20)
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })

  test('no rule finds anything in the golden plan', async () => {
    const { value: plan } = await readPlan(golden, 'db-plan.md')
    const findings = await lint({ schema: plan.schema }, { spots: new Map(), texts: new Map() }, settingsOf({}, ''))
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([])
  })

  test('the golden plan reads back into the schema it was written from', async () => {
    const { value: plan, diagnostics } = await readPlan(golden, 'db-plan.md')
    expect(diagnostics.filter((diagnostic) => diagnostic.severity === 'error')).toEqual([])
    const again = await readPlan(writePlan(plan as Plan), 'db-plan.md')
    expect(again.value).toEqual(plan)
  })

  test('the plan holds what a person expects of these documents', async () => {
    const plan = (await readPlan(golden, 'db-plan.md')).value as Plan
    const missing: string[] = []
    const demand = (holds: boolean, what: string) => {
      if (!holds) missing.push(what)
    }
    for (const [table, columns] of Object.entries(expected.tables)) {
      const found = tableOf(plan, table)
      demand(found !== undefined, `table ${table}`)
      for (const column of columns) demand(columnOf(plan, `${table}.${column}`) !== undefined, `column ${table}.${column}`)
    }
    const joinTables = (expected.joins ?? []).map(([left, right]) => {
      const join = plan.schema.tables.find((table) =>
        [left, right].every((side) => table.foreignKeys.some((key) => key.references.table === side)),
      )
      demand(join !== undefined, `a table that joins ${left} and ${right}`)
      return join?.name
    })
    const known = new Set([...Object.keys(expected.tables), ...joinTables])
    for (const table of plan.schema.tables) demand(known.has(table.name), `no table ${table.name}`)
    for (const [path, type] of Object.entries(expected.types))
      demand(columnOf(plan, path)?.type === type, `${path} is ${type}, not ${columnOf(plan, path)?.type}`)
    for (const path of expected.nullable) demand(columnOf(plan, path)?.nullable === true, `${path} may be null`)
    for (const path of expected.required) demand(columnOf(plan, path)?.nullable === false, `${path} is not null`)
    for (const [path, values] of Object.entries(expected.values))
      demand(valuesOf(plan, path).join() === values.join(), `${path} is one of ${values}, not ${valuesOf(plan, path)}`)
    // A key that carries the owner along, (bike_id, user_id) to (id, user_id), says of its first column what a single key says.
    const foreignKeys = plan.schema.tables.flatMap((table) =>
      table.foreignKeys.flatMap((key) => {
        const first = {
          ...key,
          columns: key.columns.slice(0, 1),
          references: { ...key.references, columns: key.references.columns.slice(0, 1) },
        }
        return key.columns[1] === 'user_id' && key.references.columns[1] === 'user_id'
          ? [written(table, key), written(table, first)]
          : [written(table, key)]
      }),
    )
    for (const key of expected.foreignKeys) demand(foreignKeys.includes(key), key)
    const uniques = plan.schema.tables.flatMap(uniquesOf)
    for (const unique of expected.uniques) demand(uniques.includes(unique), `unique ${unique}`)
    for (const path of expected.checked) {
      const [table, column] = path.split('.') as [string, string]
      demand(tableOf(plan, table)?.checks.some((check) => check.expression.includes(column)) ?? false, `a check on ${path}`)
    }
    for (const one of expected.indexed) {
      const [, table, keys] = /^(\w+)\((.*)\)$/.exec(one) as unknown as [string, string, string]
      demand(leads(indexedOf(tableOf(plan, table) as Table), keys), `an index led by ${one}`)
    }
    for (const [table, actors] of Object.entries(expected.access))
      for (const [who, may] of Object.entries(actors))
        demand(
          mayOf(plan.schema.access, table, who) === may,
          `${who} of ${table}: ${may}, not ${mayOf(plan.schema.access, table, who)}`,
        )
    for (const text of expected.leftOut)
      demand(
        plan.notes.leftOut.some((remark) => remark.text.includes(text)),
        `left out: ${text}`,
      )
    for (const text of expected.questions)
      demand(
        plan.notes.assumptions.some((one) => one.text.toLowerCase().includes(text)),
        `a question about ${text}`,
      )
    expect(missing).toEqual([])
  })
})
