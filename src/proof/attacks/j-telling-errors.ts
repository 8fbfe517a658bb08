import type { Table } from '../../schema/table.ts'
import { reads } from '../checks/touches.ts'
import { expectedColumns } from '../expect/columns.ts'
import { describeOutcome, type Probe } from '../probe.ts'
import type { Value } from '../rows/candidates.ts'
import { nameOf, targetOf } from '../rows/facts.ts'
import { type Attack, insertSpare, otherOwner, rowsAt } from './attack.ts'

/** j: learning of another owner's row from the answer to an INSERT: a unique key that is taken, a foreign key that leads somewhere. */
export const tellingErrors: Attack = (stage) => {
  const actor = otherOwner(stage)
  if (actor?.person === undefined) return []
  return stage.facts.schema.tables.flatMap((table): readonly Probe[] => {
    const name = nameOf(table)
    const spare = (stage.world.spares.get(name) ?? []).find((one) => one.person === actor.person)
    if (spare === undefined || !stage.expectation.granted(name, 'insert', actor)) return []
    const columns = expectedColumns(stage.facts, stage.expectation, table, 'insert', actor)
    const insert = (values: Readonly<Record<string, Value>>) => {
      const row = Object.fromEntries(
        Object.entries({ ...spare.values, ...values }).filter(([column]) => columns.includes(column)),
      )
      return insertSpare(table, spare, row, { as: actor.identity, undo: true })
    }
    return [...uniqueProbes(table), ...referenceProbes(table)]

    function uniqueProbes(of: Table): readonly Probe[] {
      const hidden = rowsAt(stage, of, 'mine').find((made) => !stage.expectation.allows(name, 'select', actor as never, made.row))
      if (hidden === undefined) return []
      const own = new Set(
        of.columns.map((column) => column.name).filter((column) => stage.facts.accountColumns.has(`${name}.${column}`)),
      )
      return of.uniques
        .filter((unique) => unique.columns.every((column) => columns.includes(column) && !own.has(column)))
        .filter((unique) => !unique.columns.some((column) => leadsToOwned(of, column)))
        .map((unique) => {
          // A document that asks for uniqueness among all rows asks for this answer too.
          const asked = unique.reasons.some((reason) => reason.kind === 'source')
          const taken = Object.fromEntries(unique.columns.map((column) => [column, hidden.row[column] as Value]))
          return {
            check: 'attack j',
            object: unique.name,
            tried: "add a row with a key that another owner's hidden row has",
            actor: actor?.name ?? '',
            expected: asked ? 'refused (23505), as the documents ask' : 'no word of the other row',
            touches: reads(stage.facts, of),
            steps: [insert(taken)],
            judge: ([outcome]) => {
              if (outcome === undefined) return { observed: 'nothing', passed: false }
              return { observed: describeOutcome(outcome), passed: asked || outcome.state !== '23505' }
            },
          }
        })
    }

    function referenceProbes(of: Table): readonly Probe[] {
      return of.foreignKeys.flatMap((key): readonly Probe[] => {
        const parent = stage.facts.tables.get(targetOf(key))
        const [column] = key.columns
        if (parent === undefined || column === undefined || key.columns.length > 1 || !columns.includes(column)) return []
        if (!stage.facts.owned.has(nameOf(parent)) || stage.facts.accountColumns.has(`${name}.${column}`)) return []
        const hidden = rowsAt(stage, parent, 'mine').find(
          (made) => !stage.expectation.allows(nameOf(parent), 'select', actor as never, made.row),
        )
        const value = hidden?.row[key.references.columns[0] ?? 'id']
        const type = of.columns.find((one) => one.name === column)?.type
        if (value === undefined || (type !== 'uuid' && !/^(integer|bigint)$/.test(type ?? ''))) return []
        const nowhere = type === 'uuid' ? 'ffffffff-ffff-4fff-8fff-ffffffffffff' : 2_000_000_000
        return [
          {
            check: 'attack j',
            object: key.name,
            tried: "compare the answers for another owner's hidden row and for none",
            actor: actor?.name ?? '',
            expected: 'the same answer',
            touches: reads(stage.facts, of),
            steps: [insert({ [column]: value as Value }), insert({ [column]: nowhere })],
            judge: ([real, none]) => {
              const answers = [real, none].map((outcome) => (outcome === undefined ? 'nothing' : describeOutcome(outcome)))
              const same = answers[0] === answers[1]
              return { observed: same ? 'the same answer' : answers.join(' and '), passed: same }
            },
          },
        ]
      })
    }

    function leadsToOwned(of: Table, column: string): boolean {
      return of.foreignKeys.some((key) => key.columns.includes(column) && stage.facts.owned.has(targetOf(key)))
    }
  })
}
