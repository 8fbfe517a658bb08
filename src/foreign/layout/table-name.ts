import { nameOf, tokenise } from '../../sql/tokenise.ts'
import type { TableName } from '../draft.ts'
import { plainHeading } from './topics.ts'

/** What a heading or an item calls a table: the name, and whether it was written as a name rather than in words. */
export interface NamedTable extends TableName {
  readonly isCode: boolean
}

/**
 * The table that a text such as `1.2 users`, ``Table: `public.rooms` (rental)`` or `Booking History (planned)` may name. Names in words become snake case;
 * whether it is a table at all shows in what follows it.
 */
export function readTableHeading(text: string): NamedTable | undefined {
  const plain = plainHeading(text).replace(/^(table|tabela|entity|encja)\s*[:-]?\s+(?=\S)/i, '')
  const code = /^`([^`]+)`/.exec(plain)?.[1]
  if (code !== undefined) {
    const name = qualifiedName(code.replace(/\s*\(.*$/, ''))
    return name === undefined ? undefined : { ...name, isCode: true }
  }
  const bare = plain
    .replace(/\s*[(:–—].*$/s, '')
    .replace(/\s+-\s.*$/s, '')
    .replace(/\s+(table|tabela)$/i, '')
  const name = qualifiedName(bare)
  if (name !== undefined) return { ...name, isCode: /_|\./.test(bare) }
  const words = bare.split(/\s+/)
  if (words.length === 0 || words.length > 4 || !words.every((word) => /^[A-Za-z][A-Za-z0-9]*$/.test(word))) return undefined
  return { schema: 'public', name: words.join('_').toLowerCase(), isCode: false }
}

/** `rooms`, `public.rooms`, `"Rooms"`; undefined for anything else. */
export function qualifiedName(text: string): TableName | undefined {
  const tokens = tokenise(text.trim())
  const [first, dot, second] = tokens
  if (first?.kind !== 'word' || !/^[A-Za-z_"][\w"$ -]*$/.test(first.text)) return undefined
  if (tokens.length === 1) return { schema: 'public', name: nameOf(first) }
  return tokens.length === 3 && dot?.text === '.' && second?.kind === 'word'
    ? { schema: nameOf(first), name: nameOf(second) }
    : undefined
}
