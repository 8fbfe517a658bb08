import type { Remark } from '../../schema/notes.ts'
import { reasonsOf, type Why } from '../why.ts'

/** A line of section 5 with the lines of the documents it rests on. */
export function remark(text: string, why: Why): Remark {
  return { text, reasons: reasonsOf(why, new Map()) }
}
