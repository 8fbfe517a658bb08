import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import type { Trigger } from '../../schema/trigger.ts'
import { nameOf as nameOfToken, type Token } from '../../sql/tokenise.ts'
import { isWord, raises, tokensOf } from '../checks/routine-body.ts'
import type { Value } from './candidates.ts'

/** At most so many rows with the same value in `column`; `given` is what a row that counts holds besides. */
export interface KeptLimit {
  readonly trigger: Trigger
  readonly column: string
  readonly maximum: number
  readonly given: Readonly<Record<string, Value>>
}

/**
 * The limits that triggers of a table keep, read from their functions, whoever wrote them: one that counts the rows of its own table that have a
 * column in common with the new one, compares the number with a constant, and raises.
 */
export function keptLimits(schema: Schema, table: Table): readonly KeptLimit[] {
  return table.triggers.flatMap((trigger): readonly KeptLimit[] => {
    if (trigger.level !== 'row' || !trigger.events.some(({ kind }) => kind === 'insert') || !raises(schema, trigger)) return []
    const tokens = tokensOf(schema, trigger)
    const count = tokens.findIndex((token) => isWord(token, 'count'))
    const from = tokens.findIndex((token, at) => at > count && isWord(token, 'from'))
    const where = tokens.findIndex((token, at) => at > from && isWord(token, 'where'))
    const named = tokens.slice(from + 1, where).filter((token) => token.kind === 'word')
    if (count < 0 || from < 0 || where < 0 || !named.some((token) => nameOfToken(token) === table.name)) return []
    const held = heldColumn(tokens.slice(where + 1), table)
    const most = mostOf(tokens.slice(where + 1), trigger)
    if (held === undefined || most === undefined || most < 1) return []
    return [{ trigger, column: held, maximum: most, given: givenIn(tokens.slice(where + 1), table) }]
  })
}

/** `user_id = new.user_id`, with or without the table before it. */
function heldColumn(tokens: readonly Token[], table: Table): string | undefined {
  const at = tokens.findIndex(
    (token, index) => token.text === '=' && isWord(tokens[index + 1], 'new') && sameWord(tokens[index - 1], tokens[index + 3]),
  )
  const name = at < 0 ? undefined : wordOf(tokens[at - 1])
  return table.columns.find((column) => column.name === name)?.name
}

/** The constant that the number is compared with: before a row is in, as many as there may be are refused; afterwards, one more than that. */
function mostOf(tokens: readonly Token[], trigger: Trigger): number | undefined {
  for (const [at, token] of tokens.entries()) {
    if (token.text !== '>') continue
    const orEqual = tokens[at + 1]?.text === '='
    const number = tokens[at + (orEqual ? 2 : 1)]
    if (number?.kind !== 'number' || !/^\d+$/.test(number.text)) return undefined
    const refused = orEqual ? Number(number.text) : Number(number.text) + 1
    return trigger.timing === 'before' ? refused : refused - 1
  }
  return undefined
}

/** `status = 'active'` and `deleted_at is null`, among the conditions. */
function givenIn(tokens: readonly Token[], table: Table): Readonly<Record<string, Value>> {
  const given: Record<string, Value> = {}
  for (const [at, token] of tokens.entries()) {
    if (token.text === ';') break
    const name = wordOf(token)
    if (name === undefined || !table.columns.some((column) => column.name === name)) continue
    const next = tokens[at + 2]
    if (tokens[at + 1]?.text === '=' && next?.kind === 'string') given[name] = next.text.slice(1, -1).replaceAll("''", "'")
    if (isWord(tokens[at + 1], 'is') && isWord(next, 'null')) given[name] = null
  }
  return given
}

const wordOf = (token: Token | undefined): string | undefined => (token?.kind === 'word' ? nameOfToken(token) : undefined)

const sameWord = (a: Token | undefined, b: Token | undefined): boolean => wordOf(a) !== undefined && wordOf(a) === wordOf(b)

/** Whether a row may still be made: of each limit one place is left free, for what is tried later. */
export function leavesRoom(
  limits: readonly KeptLimit[],
  values: Readonly<Record<string, unknown>>,
  others: readonly Readonly<Record<string, unknown>>[],
): boolean {
  return limits.every(
    ({ column, maximum }) =>
      others.filter((other) => String(other[column]) === String(values[column])).length < Math.max(1, maximum - 1),
  )
}
