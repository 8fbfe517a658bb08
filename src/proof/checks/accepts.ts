import type { Table } from '../../schema/table.ts'
import { identifier, literal, qualified } from '../../sql/quote.ts'
import { insertSpare } from '../attacks/attack.ts'
import { describeOutcome, type Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { hintsOf } from '../rows/hints.ts'
import { keptLimits } from '../rows/row-limits.ts'
import { deleteAccountProbe, deleteParentProbes } from './accepts-delete.ts'
import { tokensOf, writtenBy } from './routine-body.ts'
import { keyColumns } from './row-keys.ts'
import type { Stage } from './stage.ts'
import { triggerEffectProbes } from './trigger-effects.ts'

/** What the plan means to allow, it allows: a row that fits is written, deleting does what the plan says, triggers keep their columns. */
export function acceptProbes(stage: Stage): readonly Probe[] {
  const touches = stage.facts.schema.tables.flatMap((table) => touchProbes(stage, table))
  const limits = new Set(
    stage.facts.schema.tables.flatMap((table) =>
      keptLimits(stage.facts.schema, table).map(({ trigger }) => `${table.name}.${trigger.name}`),
    ),
  )
  return [
    ...stage.facts.schema.tables.flatMap((table) => insertProbe(stage, table)),
    ...stage.facts.schema.tables.flatMap((table) => defaultProbes(table)),
    ...touches,
    ...triggerEffectProbes(stage, (object) => limits.has(object) || touches.some((probe) => probe.object === object)),
    ...deleteParentProbes(stage),
    ...deleteAccountProbe(stage),
  ]
}

function insertProbe(stage: Stage, table: Table): readonly Probe[] {
  const spares = stage.world.spares.get(nameOf(table)) ?? []
  const spare = spares.find((one) => one.replaces === undefined) ?? spares[0]
  if (spare === undefined) return []
  return [
    {
      check: 'accepts',
      object: table.name,
      tried: 'insert a row that fits',
      expected: '1 row',
      touches: [nameOf(table)],
      steps: [insertSpare(table, spare, spare.values, { settle: stage.world.settled })],
      judge: ([outcome]) => {
        const observed = outcome === undefined ? 'nothing' : describeOutcome(outcome)
        // Two spare rows of people who share a parent may meet in a unique key that only PostgreSQL knows of.
        const undecided =
          outcome?.state === '23505' || outcome?.state === 'P0001' ? { undecided: outcome.message ?? observed } : {}
        return { observed, passed: outcome?.state === undefined && outcome?.count === 1, ...undecided }
      },
    },
  ]
}

/** A column's default meets the checks that speak of that column alone. */
function defaultProbes(table: Table): readonly Probe[] {
  return table.checks.flatMap((check): readonly Probe[] => {
    const { columns } = hintsOf(check.expression, table)
    const column = table.columns.find((one) => one.name === columns[0])
    if (column?.default === undefined || columns.length > 1) return []
    const row = `select (${column.default})::${column.type} as ${identifier(column.name)}`
    return [
      {
        check: 'accepts',
        object: check.name,
        tried: `the default of ${column.name}`,
        expected: 'met',
        touches: [nameOf(table)],
        steps: [{ sql: `select 1 from (${row}) as ${identifier(table.name)} where (${check.expression}) is false`, rows: true }],
        judge: ([outcome]) => {
          if (outcome === undefined || outcome.state !== undefined)
            return { observed: outcome?.state ?? 'nothing', passed: false, undecided: outcome?.message ?? '' }
          return { observed: outcome.count === 0 ? 'met' : 'the default breaks it', passed: outcome.count === 0 }
        },
      },
    ]
  })
}

const longAgo = '2001-01-01T00:00:00+00:00'

/** A trigger that sets a time on UPDATE does so: the column is put back by hand, and any change moves it on. */
function touchProbes(stage: Stage, table: Table): readonly Probe[] {
  const [row] = stage.rowsOf(nameOf(table))
  if (row === undefined) return []
  const target = qualified(table.schema, table.name)
  const where = keyColumns(table)
    .map((column) => `${identifier(column)}::text = ${literal(String(row[column]))}`)
    .join(' and ')
  return table.triggers.flatMap((trigger): readonly Probe[] => {
    const onUpdate = trigger.events.some((event) => event.kind === 'update' && event.columns === undefined)
    if (trigger.timing !== 'before' || !onUpdate || trigger.when !== undefined) return []
    const written = writtenBy(tokensOf(stage.facts.schema, trigger))
    const column = table.columns.find((one) => written.includes(one.name) && one.type === 'timestamptz')
    if (column === undefined) return []
    const name = identifier(column.name)
    const other = table.columns.find((one) => one !== column && one.generated === undefined && one.identity !== 'always')
    const settable = identifier((other ?? column).name)
    return [
      {
        check: 'accepts',
        object: `${table.name}.${trigger.name}`,
        tried: `update a row whose ${column.name} is long past`,
        expected: `${column.name} moves on`,
        touches: [nameOf(table)],
        steps: [
          {
            sql: `update ${target} set ${settable} = ${settable} where ${where}`,
            before: [`update ${target} set ${name} = ${literal(longAgo)} where ${where}`],
          },
          { sql: `select 1 from ${target} where ${where} and ${name} > ${literal(longAgo)}`, rows: true },
        ],
        judge: (outcomes) => {
          const failed = outcomes.find((outcome) => outcome.state !== undefined)
          const moved = failed === undefined && outcomes[1]?.count === 1
          return {
            observed: failed === undefined ? `${column.name} ${moved ? 'moves on' : 'stays'}` : describeOutcome(failed),
            passed: moved,
          }
        },
      },
    ]
  })
}
