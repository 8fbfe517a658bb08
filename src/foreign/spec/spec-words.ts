import { StatementWords } from '../mend/statement-words.ts'

/**
 * The words of a specification in a document, with what only sets it in type blanked: emphasis and escapes. Backticks stay, as symbols, since they
 * say where a fragment begins and ends; positions stay true.
 */
export function specWords(text: string): StatementWords {
  const plain = text
    .replaceAll(/\*\*|~~/g, '  ')
    .replaceAll(/\\([|*_<>[\]()`])/g, ' $1')
    .replaceAll(/(^|[\s(])[*_]([^*_\s][^*_]*[^*_\s])[*_](?=[\s).,:;]|$)/g, '$1 $2 ')
    .replaceAll(/→|⇒|⟶|➔/g, '>')
    .replaceAll(/[–—‣•·]/g, ';')
    .replaceAll('//', '--')
  return new StatementWords(plain)
}

/** Text without backticks. */
export function withoutTicks(text: string): string {
  return text.replaceAll('`', ' ').trim()
}
