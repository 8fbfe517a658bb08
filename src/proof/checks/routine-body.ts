import type { Schema } from '../../schema/schema.ts'
import type { Trigger } from '../../schema/trigger.ts'
import { nameOf as nameOfToken, type Token, tokenise } from '../../sql/tokenise.ts'

/** The words of a trigger's function; none where the function is not part of the schema. */
export function tokensOf(schema: Schema, trigger: Trigger): readonly Token[] {
  const routine = schema.routines.find((one) => `${one.schema}.${one.name}` === trigger.function)
  return routine === undefined ? [] : tokenise(routine.body)
}

/** Whether a trigger's function refuses some rows. */
export function raises(schema: Schema, trigger: Trigger): boolean {
  const tokens = tokensOf(schema, trigger)
  return tokens.some((token, at) => isWord(token, 'raise') && !quiet.has(tokens[at + 1]?.text.toLowerCase() ?? ''))
}

/** Levels of RAISE that only tell something (PostgreSQL 43.9.1). */
const quiet: ReadonlySet<string> = new Set(['debug', 'log', 'info', 'notice', 'warning'])

export const isWord = (token: Token | undefined, word: string): boolean => token?.kind === 'word' && nameOfToken(token) === word

/** The columns of the new row that a trigger's function assigns: `new.updated_at := …`. */
export function writtenBy(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, at) => {
    const assigns = tokens[at + 3]?.text === ':=' || tokens[at + 3]?.text === '='
    const column = tokens[at + 2]
    return isWord(token, 'new') && tokens[at + 1]?.text === '.' && assigns && column?.kind === 'word' ? [nameOfToken(column)] : []
  })
}
