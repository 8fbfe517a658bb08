import type { Table } from '../../schema/table.ts'
import { identifier, literal, qualified } from '../../sql/quote.ts'
import { keyColumns } from '../checks/row-keys.ts'
import type { Stage } from '../checks/stage.ts'
import { reads } from '../checks/touches.ts'
import type { Actor } from '../people/actors.ts'
import { denied, describeOutcome, type Probe, type Row, type Step, type StepOutcome } from '../probe.ts'
import type { Value } from '../rows/candidates.ts'
import { nameOf } from '../rows/facts.ts'
import { insertSql, valueSql } from '../rows/insert-sql.ts'
import type { MadeRow, Spare } from '../rows/world.ts'

/** The letters of proof.md: each attack is tried as a person would, and says in `tried` what that person does. */
export type Attack = (stage: Stage) => readonly Probe[]

export const owner = (stage: Stage): Actor | undefined =>
  stage.actors.find((actor) => actor.person?.main && actor.person.side === 'mine')
export const stranger = (stage: Stage): Actor | undefined =>
  stage.actors.find((actor) => actor.person !== undefined && !actor.person.settled)
export const otherOwner = (stage: Stage): Actor | undefined =>
  stage.actors.find((actor) => actor.person?.main && actor.person.side === 'theirs')

export const rowsAt = (stage: Stage, table: Table, place: MadeRow['place']): readonly MadeRow[] =>
  (stage.world.made.get(nameOf(table)) ?? []).filter((made) => made.place === place)

export const targetName = (table: Table): string => qualified(table.schema, table.name)

/** `id = …` of one row, whatever the type of its key. */
export function whereRow(table: Table, row: Row): string {
  return keyColumns(table)
    .map((column) => `${identifier(column)}::text = ${literal(String(row[column]))}`)
    .join(' and ')
}

/** The INSERT of a spare row, after the row that it stands for has been taken away, if it does. */
export function insertSpare(
  table: Table,
  spare: Spare,
  values: Readonly<Record<string, Value>>,
  step: Omit<Step, 'sql'> & { readonly returning?: string } = {},
): Step {
  const { returning = '', ...rest } = step
  const insert = { ...rest, sql: insertSql(table, values, returning) }
  if (spare.replaces === undefined) return insert
  return { ...insert, before: [`delete from ${targetName(table)} where ${whereRow(table, spare.replaces)}`] }
}

/** `update … set column = value` for one row. */
export function updateRow(table: Table, row: Row, values: Readonly<Record<string, Value>>, returning = ''): string {
  const target = targetName(table)
  const sets = Object.entries(values).map(([column, value]) => `${identifier(column)} = ${valueSql(table, column, value)}`)
  return `update ${target} set ${sets.join(', ')} where ${whereRow(table, row)}${returning}`
}

/** Every row readable and every column writable, so that neither a SELECT policy nor a missing grant hides a weak WITH CHECK. */
export function opened(stage: Stage, table: Table): readonly string[] {
  const { anonymous, signedIn, backend } = stage.facts.traits
  const roles = [anonymous, signedIn, backend].map(identifier).join(', ')
  return [
    // Everybody may look into `public`; to say so again would cost every plan that PostgreSQL keeps.
    ...(table.schema === 'public' ? [] : [`grant usage on schema ${identifier(table.schema)} to ${roles}`]),
    `grant select, update on table ${targetName(table)} to ${roles}`,
    `create policy "dbplan reads all" on ${targetName(table)} for select using (true)`,
  ]
}

/** An attack by UPDATE as things are, and with the table {@link opened}; there, with `byPolicy`, a policy must be what refuses. */
export function mustFailOpenedToo(stage: Stage, attack: Tried, byPolicy: boolean): readonly Probe[] {
  const tried = `${attack.tried}, with the policies alone in the way`
  const open = mustFail(stage, { ...attack, tried })
  const judge: Probe['judge'] = (outcomes) => {
    const outcome = deciding(attack, outcomes)
    const passed = outcome !== undefined && (denied(outcome) || (outcome.state === undefined && outcome.count === 0))
    return { observed: outcome === undefined ? 'nothing' : describeOutcome(outcome), passed }
  }
  return [mustFail(stage, attack), { ...open, setup: opened(stage, attack.table), ...(byPolicy ? { judge } : {}) }]
}

interface Tried {
  readonly letter: string
  readonly table: Table
  readonly object?: string
  readonly tried: string
  readonly actor: Actor
  readonly steps: readonly Step[]
  /** Which step's outcome decides; the last by default. */
  readonly decides?: number
}

/** An attack that must fail: refused, or without any row affected. */
export function mustFail(stage: Stage, attack: Tried): Probe {
  return {
    ...common(stage, attack),
    expected: 'refused',
    judge: (outcomes) => {
      const outcome = deciding(attack, outcomes)
      if (outcome === undefined) return { observed: 'nothing', passed: false }
      return {
        observed: describeOutcome(outcome),
        passed: outcome.state !== undefined ? isRefusal(outcome.state) : outcome.count === 0,
      }
    },
  }
}

/** Something honest that a hole's usual remedy breaks: it must work. */
export function mustWork(stage: Stage, attack: Tried): Probe {
  return {
    ...common(stage, attack),
    expected: '1 row',
    judge: (outcomes) => {
      const outcome = deciding(attack, outcomes)
      return {
        observed: outcome === undefined ? 'nothing' : describeOutcome(outcome),
        passed: outcome?.state === undefined && outcome?.count === 1,
      }
    },
  }
}

function deciding(attack: Tried, outcomes: readonly StepOutcome[]): StepOutcome | undefined {
  return outcomes[attack.decides ?? attack.steps.length - 1]
}

/** By a policy or grant, a key, a check, or a trigger that raises: not by a mistake in the statement. */
const isRefusal = (state: string): boolean => /^(42501|23\w{3}|P0001|44000|428C9)$/.test(state)

function common(stage: Stage, { letter, table, object, tried, actor, steps }: Tried) {
  return {
    check: `attack ${letter}`,
    object: object ?? table.name,
    tried,
    actor: actor.name,
    touches: reads(stage.facts, table),
    steps,
  }
}
