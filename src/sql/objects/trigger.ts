import { displayName } from '../../schema/lookups.ts'
import type { Trigger, TriggerEvent } from '../../schema/trigger.ts'
import { identifier, identifiers, qualified } from '../quote.ts'
import { splitName } from '../split-name.ts'
import type { Statement } from '../statement.ts'
import { deferral } from './constraint.ts'

interface Owner {
  readonly schema: string
  readonly name: string
}

export function createTrigger(table: Owner, trigger: Trigger): Statement {
  const constraint = trigger.constraint === undefined ? '' : 'constraint '
  const events = trigger.events.map(event).join(' or ')
  const when = trigger.when === undefined ? '' : ` when (${trigger.when})`
  const target = qualified(table.schema, table.name)
  const sql = [
    `create ${constraint}trigger ${identifier(trigger.name)} ${trigger.timing} ${events} on ${target}`,
    ` ${deferral(trigger.constraint?.deferrable)} for each ${trigger.level}${when} execute function ${functionName(trigger.function)}()`,
  ].join('\n')
  return { kind: 'trigger', object: displayName(table), sql }
}

export function dropTrigger(table: Owner, trigger: Trigger): Statement {
  const sql = `drop trigger ${identifier(trigger.name)} on ${qualified(table.schema, table.name)}`
  return { kind: 'trigger', object: displayName(table), sql }
}

function event({ kind, columns }: TriggerEvent): string {
  return columns === undefined || columns.length === 0 ? kind : `${kind} of ${identifiers(columns)}`
}

function functionName(name: string): string {
  const { schema, name: local } = splitName(name)
  return qualified(schema, local)
}
