import { displayName } from '../../schema/lookups.ts'
import type { Routine } from '../../schema/routine.ts'
import type { Schema } from '../../schema/schema.ts'
import { shortType } from '../../schema/type-spelling.ts'
import { routineSignature } from '../../sql/routine-signature.ts'
import type { Change } from '../change.ts'
import { type Differences, matchBy } from './differences.ts'

/** PostgreSQL knows a function by its name and the types of its arguments; with `create or replace` it keeps their names and what it returns. */
export function routineChanges(from: Schema, to: Schema, { of }: Differences): readonly Change[] {
  const { gone, both, came } = matchBy(from.routines, to.routines, signatureOf)
  return [
    ...gone.map((one): Change => ({ kind: 'drop function', from: one })),
    ...came.map((one): Change => ({ kind: 'create function', to: one })),
    ...both.flatMap((pair): readonly Change[] => {
      if (pair.from.arguments !== pair.to.arguments) return [{ kind: 'replace function', ...pair }]
      const aspects = of('function', `${displayName(pair.to)}(${pair.to.arguments})`)
      if (aspects.has('returns')) return [{ kind: 'replace function', ...pair }]
      const comment: readonly Change[] = aspects.has('comment') ? [{ kind: 'comment on function', ...pair }] : []
      const isOther = [...aspects].some((aspect) => aspect !== 'comment')
      return isOther ? [{ kind: 'change function', ...pair }, ...comment] : comment
    }),
  ]
}

function signatureOf(routine: Routine): string {
  return `${routine.schema}\u0000${routineName(routine)}`
}

/** As grants name it, with the types spelled as in `schema/column.ts`: `create_draw(text, jsonb)`. */
export function routineName(routine: Routine): string {
  return `${routine.name}(${routineSignature(routine.arguments).map(shortType).join(', ')})`
}
