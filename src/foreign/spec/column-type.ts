import { meantTypes } from '../../sql/meant-types.ts'
import { beginsType } from '../../sql/parser/normalise-type.ts'
import type { StatementWords } from '../mend/statement-words.ts'

/** A type as written, where it ends, and the values where it lists them: `enum ('a', 'b')`. */
export interface SpecType {
  readonly text: string
  readonly next: number
  readonly values?: string
}

/** Whether a word is a type's name by itself: PostgreSQL's, another system's, or one of the document's. */
export function isTypeWord(word: string, own: ReadonlySet<string>): boolean {
  return beginsType(word) || meantTypes[word] !== undefined || own.has(word) || word === 'enum'
}

/** The type that begins at token `from`. `own` are the names of the document's types; any name is taken for one if `anyName`. */
export function readType(words: StatementWords, from: number, own: ReadonlySet<string>, anyName: boolean): SpecType | undefined {
  let at = from
  const skipTicks = (): void => {
    while (words.word(at) === '`') at++
  }
  skipTicks()
  if (words.word(at + 1) === '.' && words.tokens[at]?.kind === 'word' && words.tokens[at + 2]?.kind === 'word') at += 2
  const word = words.word(at)
  const isName = words.tokens[at]?.kind === 'word' && /^[a-z_][a-z0-9_]*$/.test(word) && !notTypes.has(word)
  if (!isTypeWord(word, own) && !(anyName && isName)) return undefined
  if (word === 'enum' && words.word(at + 1) === '(') {
    const close = words.closing(at + 1)
    return { text: 'text', next: close + 1, values: words.between(at + 1, close + 1) }
  }
  const start = at
  at++
  if ((word === 'double' && words.word(at) === 'precision') || (word === 'character' && words.word(at) === 'varying')) at++
  if (words.word(at) === '(' && isModifier(words, at)) at = words.closing(at) + 1
  if ((word === 'timestamp' || word === 'time') && ['with', 'without'].includes(words.word(at)) && words.word(at + 1) === 'time')
    at += 3
  if (words.word(at) === '[' && words.word(at + 1) === ']') at += 2
  return { text: words.between(start, at), next: at }
}

/** `(20)`, `(10, 2)`, `(Point, 4326)`, and no remark in parentheses. */
function isModifier(words: StatementWords, open: number): boolean {
  const close = words.closing(open)
  return close - open <= 4 && words.tokens.slice(open + 1, close).some((token) => token.kind === 'number')
}

const notTypes: ReadonlySet<string> = new Set(
  'primary unique foreign references not null default check constraint key is are the a an and or in on of to with for via by has have one many index table btree pk fk required optional'.split(
    ' ',
  ),
)
