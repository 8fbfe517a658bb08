import type { Table } from '../../schema/table.ts'
import { dollarQuoted, identifier } from '../../sql/quote.ts'
import type { Evidence } from '../evidence.ts'
import { tableSql } from './fixture-rows.ts'
import { isTest, type TapTest } from './tap-test.ts'

/** For every constraint, and every limit that a trigger keeps, the row that broke it alone and was refused for it. */
export function constraintTests({ stage, tried }: Evidence): readonly TapTest[] {
  return tried.flatMap(({ probe, verdict, outcomes }): readonly TapTest[] => {
    if (probe.check !== 'rejects' || !verdict.passed) return []
    // With which state a trigger refuses is the trigger's own business.
    const state = /\((\w{5})\)/.exec(probe.expected)?.[1] ?? outcomes.at(-1)?.state
    const refused = outcomes.flatMap((outcome, at) => (outcome.state === state ? [{ at, constraint: outcome.constraint }] : []))
    const right = refused.find(({ constraint }) => constraint === probe.object) ?? refused[0]
    const step = right === undefined ? undefined : probe.steps[right.at]
    if (right === undefined || step === undefined || state === undefined) return []
    const table = stage.facts.tables.get(probe.touches[0] ?? '')
    const kept = probe.steps.slice(0, right.at).filter(({ undo }) => undo !== true)
    const prepare = [
      ...(probe.setup ?? []),
      ...kept.flatMap(({ before = [], sql }) => [...before, sql]),
      ...(step.before ?? []),
      ...withoutRivals(table, probe.object),
    ]
    const call = [
      `pg_temp.refusal(${dollarQuoted(step.sql)}`,
      ...(prepare.length === 0 ? [] : [`prepare => ${dollarQuoted(prepare.join('; '))}`]),
      ...(step.settle ? ['settle => true'] : []),
    ].join(', ')
    // NOT NULL and enums name no constraint, or not in every version of PostgreSQL.
    const named = right.constraint !== undefined && state !== '23502' && state !== '22P02'
    return [
      isTest(
        undefined,
        `${call})`,
        named ? `${state} ${right.constraint}` : state,
        `${probe.object}: ${probe.tried}: ${probe.expected}`,
      ),
    ]
  })
}

/** Of two foreign keys that one row breaks, which one refuses it first changes from database to database: the others are dropped. */
function withoutRivals(table: Table | undefined, name: string): readonly string[] {
  const key = table?.foreignKeys.find((one) => one.name === name)
  if (table === undefined || key === undefined) return []
  return table.foreignKeys
    .filter((other) => other !== key && other.columns.some((column) => key.columns.includes(column)))
    .map((other) => `alter table ${tableSql(table)} drop constraint if exists ${identifier(other.name)}`)
}
