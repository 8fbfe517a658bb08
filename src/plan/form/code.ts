import { reference } from './inline.ts'

/**
 * A value as a code span, so that it reads back to the same characters: the fence is a run of backticks that the value does
 * not contain, padded where the value begins or ends with one; in a table cell a pipe is escaped.
 *
 * What no code span can hold (nothing, a line break, in a cell a backslash before a pipe) is written as
 * `<code>` with character references.
 */
export function writeCode(value: string, inCell: boolean): string {
  if (value === '' || /\p{Cc}/u.test(value) || (inCell && value.includes('\\|'))) {
    return `<code>${[...value].map((char) => (/[\p{L}\p{N}]/u.test(char) ? char : reference(char))).join('')}</code>`
  }
  const runs = new Set((value.match(/`+/g) ?? []).map((run) => run.length))
  let length = 1
  while (runs.has(length)) length++
  const fence = '`'.repeat(length)
  const touching = value.startsWith('`') || value.endsWith('`')
  const stripped = value.startsWith(' ') && value.endsWith(' ') && value.trim() !== ''
  const padding = touching || stripped ? ' ' : ''
  const body = inCell ? value.replaceAll('|', '\\|') : value
  return `${fence}${padding}${body}${padding}${fence}`
}

/** Several values, each a code span, separated by commas. */
export function writeCodes(values: readonly string[], inCell: boolean): string {
  return values.map((value) => writeCode(value, inCell)).join(', ')
}
