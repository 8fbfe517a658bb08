import type { Routine } from '../../schema/routine.ts'
import { routineSignature } from '../../sql/routine-signature.ts'

/** A function as grants name it: `create_draw(text, jsonb)`. */
export function signatureOf(routine: Routine): string {
  return `${routine.name}(${routineSignature(routine.arguments).join(', ')})`
}
