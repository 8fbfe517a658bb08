import type { Diagnostic, Severity } from '../../diagnostic/diagnostic.ts'
import type { Place } from '../../diagnostic/place.ts'
import { positionsOf } from '../../diagnostic/positions.ts'
import type { Inline } from '../form/inline.ts'
import { Phrase, Unreadable } from '../form/phrase.ts'

/** Everything a reader of plans may say; codes are stable. */
export type PlanCode =
  | 'plan/unreadable'
  | 'plan/rule-unreadable'
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
  private readonly missing = new Map<string, number[]>()
  readonly place: (offset: number) => Place

  constructor(text: string, file: string) {
    this.file = file
    this.place = positionsOf(text, file)
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.found, ...[...this.missing].map(([name, offsets]) => this.missingTable(name, offsets))]
  }

  /** A place that names a table which the plan does not have; all of one table are one thing to say. */
  addMissing(table: string, offset: number): void {
    this.missing.set(table, [...(this.missing.get(table) ?? []), offset])
  }

  isMissing(table: string): boolean {
    return this.missing.has(table)
  }

  private missingTable(name: string, offsets: readonly number[]): Diagnostic {
    const lines = [...new Set(offsets.map((offset) => this.place(offset).line))].sort((a, b) => a - b)
    const places = lines.length === 1 ? 'this line still names it' : `${lines.length} lines still name it: ${lines.join(', ')}`
    return {
      code: 'plan/unknown-name',
      severity: 'error',
      message: `\`${name}\` is no table of this plan, and ${places}`,
      place: this.place(Math.min(...offsets)),
      help: `If the table is gone, take its indexes, policies, grants and rules out too. If it has another name now, its heading can say so: new_name <!-- was: ${name} -->`,
    }
  }

  add(code: PlanCode, severity: Severity, offset: number, message: string, help?: string): void {
    this.found.push({ code, severity, message, place: this.place(offset), ...(help === undefined ? {} : { help }) })
  }

  /**
   * Reads a cell or bullet with `read`, to its end. Where it cannot be understood, says so at the place, quotes the whole, and
   * returns undefined.
   */
  attempt<T>(inline: Inline, what: string, read: (phrase: Phrase) => T, code: PlanCode = 'plan/unreadable'): T | undefined {
    try {
      const phrase = new Phrase(inline)
      const value = read(phrase)
      phrase.expectEnd('the end')
      return value
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      const quoted = inline.text.trim().replace(/\s+/g, ' ')
      this.add(code, 'error', error.start, `${what} cannot be read: "${quoted}"`, `expected ${error.expected} here`)
      return undefined
    }
  }
}
