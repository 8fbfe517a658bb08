import { createHash } from 'node:crypto'

const sealLine = /\s*<!-- dbplan:([0-9a-f]{16}) [^\n]*-->\s*$/

/**
 * Ends a text in a comment that holds a hash of it, so that a later run can tell whether a person has changed it since, and the fingerprints of its parts, so that it
 * can tell which ones. There is no hidden state file: the plan itself knows. A text that is sealed already is sealed anew.
 *
 * @param designed the text as it was designed, where `text` holds a person's edits too: the seal then says that it was touched.
 */
export function seal(text: string, fingerprints = '', designed = text): string {
  const parts = fingerprints === '' ? '' : ` parts=${fingerprints}`
  return `${unsealed(text)}\n\n<!-- dbplan:${hashOf(unsealed(designed))} is how dbplan sees what people have edited in this plan; it may go${parts} -->\n`
}

/** The fingerprints in a text's seal, or undefined where it has none. */
export function sealedFingerprints(text: string): string | undefined {
  return / parts=([\w-]+) -->\s*$/.exec(sealLine.exec(text)?.[0] ?? '')?.[1]
}

/** Whether dbplan wrote the text, whoever edited it since. */
export function isSealed(text: string): boolean {
  return sealLine.test(text)
}

/** Whether a text stands as it was sealed. Line ends and white space at the ends of lines do not count: editors and git change them. */
export function isUntouched(text: string): boolean {
  const found = sealLine.exec(text)
  return found !== null && found[1] === hashOf(unsealed(text))
}

/** Whether a plan's header says that PostgreSQL has run it and nothing failed. */
export function saysProven(text: string): boolean {
  return text.split('\n', 6).some((line) => line.startsWith('PostgreSQL ') && line.includes(' · proven on '))
}

function unsealed(text: string): string {
  return text.replace(sealLine, '').trimEnd()
}

function hashOf(body: string): string {
  const normal = body.replaceAll(/[ \t]*\r?\n/g, '\n').replace(/^\ufeff/, '')
  return createHash('sha256').update(normal, 'utf8').digest('hex').slice(0, 16)
}
