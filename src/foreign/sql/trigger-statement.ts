import type { Trigger, TriggerEvent } from '../../schema/trigger.ts'
import { at, listAt, textAt } from '../../sql/parser/walk.ts'
import { identifier } from '../../sql/quote.ts'
import type { SourceText } from './source-text.ts'
import { names } from './table-elements.ts'

/** The bits of `CreateTrigStmt.timing` and `.events` (pg_trigger.h). */
const before = 2
const insteadOf = 64
const events: readonly (readonly [number, TriggerEvent['kind']])[] = [
  [4, 'insert'],
  [16, 'update'],
  [8, 'delete'],
  [32, 'truncate'],
]

/** A trigger from its statement, or in words what the model cannot hold of it. */
export function readTrigger(node: unknown, source: SourceText): Trigger | string {
  if (listAt(node, 'args').length > 0) return 'a trigger whose function takes arguments'
  const timing = at(node, 'timing')
  const bits = at(node, 'events')
  const columns = names(listAt(node, 'columns'))
  const path = names(listAt(node, 'funcname'))
  const when = source.find('when', 0)
  const kinds = events.filter(([bit]) => ((typeof bits === 'number' ? bits : 0) & bit) !== 0)
  return {
    name: textAt(node, 'trigname') ?? '',
    timing: timing === before ? 'before' : timing === insteadOf ? 'instead of' : 'after',
    events: kinds.map(([, kind]) => (kind === 'update' && columns.length > 0 ? { kind, columns } : { kind })),
    level: at(node, 'row') === true ? 'row' : 'statement',
    ...(at(node, 'whenClause') === undefined ? {} : { when: source.parenthesised(when + 1) }),
    function: (path.length === 1 ? ['public', ...path] : path).map(identifier).join('.'),
    ...(at(node, 'isconstraint') === true ? { constraint: {} } : {}),
    reasons: [],
  }
}
