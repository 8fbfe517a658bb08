import type { Inline } from '../form/inline.ts'
import type { Phrase } from '../form/phrase.ts'
import type { Report } from './report.ts'

/** What is wrong with a rule has a code of its own: the schema is whole without it, and its tables can be observed. */
export function attemptRule<T>(report: Report, cell: Inline, what: string, read: (phrase: Phrase) => T): T | undefined {
  return report.attempt(cell, what, read, 'plan/rule-unreadable')
}
