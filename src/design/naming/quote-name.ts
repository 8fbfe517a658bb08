import { identifier, literal } from '../../sql/quote.ts'

/** A name inside a SQL expression: bare where PostgreSQL takes it so, quoted otherwise. */
export const quoteName = identifier

/** A document's text as a SQL literal. Zero bytes, which PostgreSQL cannot store, are dropped. */
export function quoteText(text: string): string {
  return literal(text.replaceAll('\0', ''))
}
