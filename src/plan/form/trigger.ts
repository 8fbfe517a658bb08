import type { Trigger, TriggerEvent } from '../../schema/trigger.ts'
import { readDeferral, writeDeferral } from './clause.ts'
import { writeCode } from './code.ts'
import { readName, writeColumn, writeColumns } from './name.ts'
import type { Phrase } from './phrase.ts'

const timings = ['before', 'after', 'instead of'] as const
const eventKinds = ['insert', 'update', 'delete', 'truncate'] as const

/**
 * A trigger as a bullet says it: `` trigger `set_updated_at` before update for each row runs `private.set_updated_at()` ``; for a constraint
 * trigger `deferrable initially deferred` stands between commas.
 */
export function writeTrigger(trigger: Trigger): string {
  const events = trigger.events.map(writeEvent).join(' or ')
  const deferral = writeDeferral(trigger.constraint?.deferrable)
  const when = trigger.when === undefined ? '' : ` when ${writeCode(trigger.when, false)}`
  return [
    `${trigger.constraint === undefined ? '' : 'constraint '}trigger ${writeColumn(trigger.name, false)}`,
    ` ${trigger.timing} ${events} for each ${trigger.level}`,
    deferral === '' ? '' : `,${deferral}`,
    when,
    deferral === '' ? '' : ',',
    ` runs ${writeCode(`${trigger.function}()`, false)}`,
  ].join('')
}

function writeEvent({ kind, columns }: TriggerEvent): string {
  return columns === undefined ? kind : `${kind} of ${writeColumns(columns, false)}`
}

/** Reads what follows `trigger` or `constraint trigger`. `for each row` may be left out. */
export function readTrigger(phrase: Phrase, isConstraint: boolean): Omit<Trigger, 'reasons' | 'purpose'> {
  const code = phrase.expectCode('the name of the trigger in a code span')
  const timing = phrase.oneOf(timings) ?? phrase.fail('before, after or instead of')
  const events: TriggerEvent[] = []
  do events.push(readEvent(phrase))
  while (phrase.words('or'))
  const level = phrase.oneOf(['for each row', 'for each statement'] as const) === 'for each statement' ? 'statement' : 'row'
  const deferral = readDeferral(phrase)
  const when = phrase.words('when') ? { when: phrase.expectCode('the condition in a code span') } : {}
  phrase.mark(',')
  phrase.expectWords('runs')
  const runs = phrase.expectCode('the function in a code span, as in runs `private.set_updated_at()`')
  return {
    name: readName(code) ?? code,
    timing,
    events,
    level,
    ...when,
    function: runs.replace(/\(\)$/, ''),
    ...(isConstraint ? { constraint: deferral } : {}),
  }
}

function readEvent(phrase: Phrase): TriggerEvent {
  const kind = phrase.oneOf(eventKinds) ?? phrase.fail('insert, update, delete or truncate')
  if (!phrase.words('of')) return { kind }
  return { kind, columns: phrase.codes('a column in a code span').map((code) => readName(code) ?? code) }
}
