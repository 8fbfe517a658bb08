import { displayName } from '../../schema/lookups.ts'
import type { Routine } from '../../schema/routine.ts'
import { dollarQuoted, qualified } from '../quote.ts'
import { routineSignature } from '../routine-signature.ts'
import { searchPath } from '../search-path.ts'
import type { Statement } from '../statement.ts'
import { commentOn } from './comment.ts'

export function createRoutine(routine: Routine, how: 'create' | 'create or replace' = 'create'): readonly Statement[] {
  const options = [`language ${routine.language}`]
  if (routine.volatility !== 'volatile') options.push(routine.volatility)
  if (routine.strict) options.push('strict')
  options.push(`security ${routine.security}`)
  if (routine.searchPath !== undefined) options.push(`set search_path = ${searchPath(routine.searchPath)}`)
  const sql = [
    `${how} function ${qualified(routine.schema, routine.name)}(${routine.arguments}) returns ${routine.returns}`,
    options.join(' '),
    `as ${dollarQuoted(routine.body)}`,
  ].join('\n')
  const object = displayName(routine)
  return [{ kind: 'routine', object, sql }, ...commentOn('routine', object, `function ${target(routine)}`, routine.comment)]
}

export function dropRoutine(routine: Routine): Statement {
  return { kind: 'routine', object: displayName(routine), sql: `drop function ${target(routine)}` }
}

function target(routine: Routine): string {
  return `${qualified(routine.schema, routine.name)}(${routineSignature(routine.arguments).join(', ')})`
}
