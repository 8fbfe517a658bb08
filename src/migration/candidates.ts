import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { displayName } from '../schema/lookups.ts'
import type { Table } from '../schema/table.ts'
import type { Change, ChangeOf } from './change.ts'

/**
 * Questions about what may be a rename: a table that goes while one with much the same columns comes, a column that goes while one of its type comes to the same
 * table. Nothing is guessed: until the plan says `was`, the one goes and the other comes.
 */
export function renameQuestions(changes: readonly Change[]): readonly Diagnostic[] {
  const of = <K extends Change['kind']>(kind: K) => changes.filter((change): change is ChangeOf<K> => change.kind === kind)
  const created = of('create table').map(({ to }) => to)
  const tables = of('drop table').flatMap(({ from }) => {
    const alike = created.filter((table) => table.schema === from.schema && likeness(from, table) >= 0.6).map(displayName)
    return alike.length === 0 ? [] : [question(`the table \`${displayName(from)}\``, from.name, alike)]
  })
  const added = of('add column')
  const columns = of('drop column').flatMap(({ table, from }) => {
    if (from.generated !== undefined) return []
    const alike = added
      .filter(
        (change) =>
          displayName(change.table) === displayName(table) && change.to.type === from.type && change.to.generated === undefined,
      )
      .map((change) => `${displayName(table)}.${change.to.name}`)
    return alike.length === 0 ? [] : [question(`the column \`${displayName(table)}.${from.name}\``, from.name, alike)]
  })
  return [...tables, ...columns]
}

function question(gone: string, name: string, candidates: readonly string[]): Diagnostic {
  const names = candidates.map((candidate) => `\`${candidate}\``).join(' or ')
  return {
    code: 'migration/renamed',
    severity: 'warning',
    message: `Is ${names} ${gone} under another name? As it stands, the old one is dropped with what it holds.`,
    help: `If it is, write <!-- was: ${name} --> after the new name in the plan.`,
  }
}

/** How many of the columns of both are columns of each, by name and type. */
function likeness(from: Table, to: Table): number {
  const described = (table: Table) => new Set(table.columns.map(({ name, type }) => `${name} ${type}`))
  const [before, after] = [described(from), described(to)]
  const shared = [...before].filter((one) => after.has(one)).length
  return shared / Math.max(1, before.size, after.size)
}
