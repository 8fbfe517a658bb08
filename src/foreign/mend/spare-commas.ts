import { type Mend, replaceAll, StatementWords } from './statement-words.ts'

/** A comma before the parenthesis that closes a list. */
export const spareCommas: Mend = (statement) => {
  const words = new StatementWords(statement)
  const spare = words.tokens.flatMap((token, at) => (token.text === ',' && words.word(at + 1) === ')' ? [token] : []))
  const [first] = spare
  if (first === undefined) return undefined
  return {
    sql: replaceAll(
      statement,
      spare.map(({ start, end }) => ({ from: start, to: end, by: '' })),
    ),
    code: 'sql/spare-comma',
    message: 'A comma stands before the closing parenthesis.',
    help: 'Take it out.',
    offset: first.start,
    said: ',',
  }
}
