import type { Table } from '../../schema/table.ts'
import { identifier, literal, qualified } from '../../sql/quote.ts'
import { describeOutcome, type Probe, type Row } from '../probe.ts'
import { nameOf, targetOf } from '../rows/facts.ts'
import { keyColumns, rowKey } from './row-keys.ts'
import { type Aftermath, refers, simulateDelete } from './simulate-delete.ts'
import type { Stage } from './stage.ts'

/** For every foreign key, a row that others lead to is deleted: what becomes of them is what the plan says. */
export function deleteParentProbes(stage: Stage): readonly Probe[] {
  return stage.facts.schema.tables.flatMap((table) =>
    table.foreignKeys.flatMap((key): readonly Probe[] => {
      const parent = stage.facts.tables.get(targetOf(key))
      if (parent === undefined) return []
      const row = stage
        .rowsOf(nameOf(parent))
        .find((candidate) => stage.rowsOf(nameOf(table)).some((child) => refers(key, child, candidate)))
      if (row === undefined) return []
      const aftermath = simulateDelete(stage.facts, stage.rowsOf, { table: nameOf(parent), row, key: keyColumns(parent) })
      const where = keyColumns(parent)
        .map((column) => `${identifier(column)}::text = ${literal(String(row[column]))}`)
        .join(' and ')
      const sql = `delete from ${qualified(parent.schema, parent.name)} where ${where}`
      return [deleteProbe(stage, key.name, `delete a row of ${parent.name} that it leads to`, sql, aftermath, [table], undefined)]
    }),
  )
}

/** The account of the owner is deleted, by the role that deletes accounts on the platform. */
export function deleteAccountProbe(stage: Stage): readonly Probe[] {
  const { accounts, traits } = stage.facts
  const owner = stage.world.people.find((person) => person.main)
  if (accounts === undefined || owner === undefined) return []
  const row = { [accounts.key]: owner.id }
  const aftermath = simulateDelete(stage.facts, stage.rowsOf, { table: accounts.table, row, key: [accounts.key] })
  const sql = `delete from ${accounts.table} where ${identifier(accounts.key)} = ${literal(owner.id)}`
  const role = accounts.own ? undefined : traits.accounts === null ? undefined : 'supabase_auth_admin'
  const tables = stage.facts.schema.tables.filter((table) => table.foreignKeys.length > 0)
  return [deleteProbe(stage, accounts.table.replace(/^public\./, ''), "delete the owner's account", sql, aftermath, tables, role)]
}

function deleteProbe(
  stage: Stage,
  object: string,
  tried: string,
  sql: string,
  aftermath: Aftermath,
  tables: readonly Table[],
  role: string | undefined,
): Probe {
  const expected = aftermath.refusedBy === undefined ? describeAftermath(aftermath, tables) : `refused by ${aftermath.refusedBy}`
  const as = role === undefined ? {} : { as: { role, settings: {} } }
  return {
    check: 'accepts',
    object,
    tried,
    expected,
    touches: tables.flatMap((table) => [nameOf(table), ...table.foreignKeys.map(targetOf)]),
    steps: [
      { sql, settle: stage.world.settled, ...as },
      ...tables.map((table) => ({
        sql: `select ${identifier(table.name)}.* from ${qualified(table.schema, table.name)} as ${identifier(table.name)}`,
        rows: true,
      })),
    ],
    judge: ([outcome, ...afters]) => {
      if (outcome === undefined) return { observed: 'nothing', passed: false }
      const refused = outcome.state === '23503' || outcome.state === '23001'
      if (aftermath.refusedBy !== undefined) {
        return { observed: refused ? `refused by ${outcome.constraint}` : describeOutcome(outcome), passed: refused }
      }
      if (outcome.state !== undefined) return { observed: `${describeOutcome(outcome)}: ${outcome.message}`, passed: false }
      const wrong = tables.flatMap((table, at) => differences(stage, table, aftermath, afters[at]?.rows ?? []))
      return { observed: wrong.join(', ') || expected, passed: wrong.length === 0 }
    },
  }
}

function describeAftermath(aftermath: Aftermath, tables: readonly Table[]): string {
  const names = new Set(tables.map(nameOf))
  const gone = [...aftermath.gone].filter((id) => names.has(id.slice(0, id.indexOf(' ')))).length
  const emptied = aftermath.emptied.filter((one) => tables.includes(one.table)).length
  return `${gone} rows go with it, ${emptied} let go of it`
}

function differences(stage: Stage, table: Table, aftermath: Aftermath, after: readonly Row[]): readonly string[] {
  const keys = keyColumns(table)
  const left = new Map(after.map((row) => [rowKey(keys, row), row]))
  return stage.rowsOf(nameOf(table)).flatMap((row) => {
    const id = rowKey(keys, row)
    const still = left.get(id)
    if (aftermath.gone.has(`${nameOf(table)} ${id}`)) return still === undefined ? [] : [`a row of ${table.name} stays`]
    const columns = aftermath.emptied
      .filter((one) => one.table === table && rowKey(keys, one.row) === id)
      .flatMap((one) => one.columns)
    return columns
      .filter((column) => still !== undefined && still[column] !== null)
      .map((column) => `${table.name}.${column} keeps its value`)
  })
}
