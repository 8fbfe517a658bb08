import type { Diagnostic, Severity } from '../../diagnostic/diagnostic.ts'
import type { Place } from '../../diagnostic/place.ts'
import type { Inline } from '../form/inline.ts'
import { Phrase, Unreadable } from '../form/phrase.ts'

/** Everything a reader of plans may say; codes are stable. */
export type PlanCode =
  | 'plan/unreadable'
  | 'plan/unknown-section'
  | 'plan/unknown-column'
  | 'plan/missing-column'
  | 'plan/unread-text'
  | 'plan/duplicate'
  | 'plan/unknown-name'
  | 'plan/platform'
  | 'plan/sql'

/** Collects what is wrong with a plan while it is read, with the place in the file for each. */
export class Report {
  readonly file: string
  private readonly found: Diagnostic[] = []
  private readonly lineStarts: readonly number[]

  constructor(text: string, file: string) {
    this.file = file
    const starts = [0]
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    this.lineStarts = starts
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.found
  }

  add(code: PlanCode, severity: Severity, offset: number, message: string, help?: string): void {
    this.found.push({ code, severity, message, place: this.place(offset), ...(help === undefined ? {} : { help }) })
  }

  place(offset: number): Place {
    let low = 0
    let high = this.lineStarts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { file: this.file, line: low + 1, column: offset - (this.lineStarts[low] ?? 0) + 1 }
  }

  /**
   * Reads a cell or bullet with `read`, to its end. Where it cannot be understood, says so at the place, quotes the whole, and
   * returns undefined.
   */
  attempt<T>(inline: Inline, what: string, read: (phrase: Phrase) => T): T | undefined {
    try {
      const phrase = new Phrase(inline)
      const value = read(phrase)
      phrase.expectEnd('the end')
      return value
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      const quoted = inline.text.trim().replace(/\s+/g, ' ')
      this.add('plan/unreadable', 'error', error.start, `${what} cannot be read: "${quoted}"`, `expected ${error.expected} here`)
      return undefined
    }
  }
}
