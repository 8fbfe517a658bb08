import { readFile, stat } from 'node:fs/promises'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'

/** Documents are texts that people wrote; more than this is something else. */
const largest = 20 * 1024 * 1024

export type ReadText = { readonly text: string } | { readonly diagnostic: Diagnostic }

/**
 * Reads a text file as UTF-8. A byte-order mark is dropped. What cannot be read, is no text or is not UTF-8 comes back as an error that names the place;
 * UTF-16 is recognised and said.
 */
export async function readText(file: string, shownAs: string): Promise<ReadText> {
  const failed = (code: string, message: string, help: string, line?: number, column?: number): ReadText => ({
    diagnostic: {
      code: `brief/${code}`,
      severity: 'error',
      message,
      place: { file: shownAs, line: line ?? 1, ...(column === undefined ? {} : { column }) },
      help,
    },
  })
  let bytes: Buffer
  try {
    const { size } = await stat(file)
    if (size > largest)
      return failed(
        'file-too-large',
        `The file is ${Math.round(size / 1024 / 1024)} MB.`,
        'Name the document itself; 20 MB is the limit.',
      )
    bytes = await readFile(file)
  } catch (error) {
    return failed('file-unreadable', `The file cannot be read: ${reasonOf(error)}.`, 'Check the path and its permissions.')
  }
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16) return failed('not-utf8', 'The file is encoded as UTF-16.', 'Save it as UTF-8.')
  const nul = bytes.indexOf(0)
  if (nul !== -1)
    return failed('binary-file', 'The file is binary, not text.', 'Name a Markdown or text file.', ...placeOf(bytes, nul))
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return failed(
      'not-utf8',
      'The file is not UTF-8 text from here on.',
      'Save it as UTF-8 in your editor.',
      ...placeOf(bytes, firstInvalid(bytes)),
    )
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'it does not exist',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is no folder',
    ELOOP: 'its links run in a circle',
  }
  return reasons[code] ?? (code || 'unknown reason')
}

/** Offset of the first byte that is not UTF-8, found by halving: a prefix decodes, a longer one does not. */
function firstInvalid(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  return good
}

function placeOf(bytes: Buffer, offset: number): [number, number] {
  let line = 1
  let start = 0
  for (let at = bytes.indexOf(10); at !== -1 && at < offset; at = bytes.indexOf(10, at + 1)) {
    line++
    start = at + 1
  }
  return [line, new TextDecoder().decode(bytes.subarray(start, offset)).length + 1]
}
