const rewritten = /^#{2,3}\s+(?:\d+\.\s+)?(?:relationships|diagram|observed on postgresql|proof)\s*$/i
const statusLine = /^PostgreSQL \d/
/** Section 3 lists what constraints bring; those stand under their tables. */
const listedConstraint = /^\|[^|]*\|\s*unique constraint on /i

/**
 * The lines of a person's text that would be gone if it were written anew: those with a word that the new text has nowhere. Of sections that are written anew each time
 * comments alone count; the seal does not.
 *
 * @returns line numbers, counted from 1.
 */
export function lostLines(text: string, written: string): readonly number[] {
  const known = new Set(wordsOf(written))
  const lost: number[] = []
  let depth = 0
  for (const [at, line] of text.split('\n').entries()) {
    const heading = /^(#{2,3})\s/.exec(line)
    if (heading !== null && (depth === 0 || (heading[1] ?? '').length <= depth))
      depth = rewritten.test(line.trim()) ? (heading[1] ?? '').length : 0
    const isMade = statusLine.test(line) || listedConstraint.test(line) || /^<!-- dbplan:[0-9a-f]{16} /.test(line)
    if ((depth > 0 && !line.includes('<!--')) || isMade) continue
    if (wordsOf(line).some((word) => !known.has(word))) lost.push(at + 1)
  }
  return lost
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
}
