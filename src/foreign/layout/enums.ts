import type { Draft } from '../draft.ts'
import { placePart } from '../draft.ts'
import type { StatementWords } from '../mend/statement-words.ts'
import { specWords } from '../spec/spec-words.ts'

interface Stretch {
  readonly text: string
  readonly file: string
  readonly start: number
}

/** `mood enum ('a', 'b')`, ``create type `mood` as enum('a','b')``, anywhere in a text; an item of a section on types may leave out the word: `` `mood`: ('a', 'b') ``. */
export function findEnums(draft: Draft, { text, file, start }: Stretch, isTypes: boolean): void {
  const words = specWords(text)
  for (let at = 0; at < words.tokens.length; at++) {
    const token = words.tokens[at]
    // The body of a `do` block is one string.
    if (token?.kind === 'string' && token.text.startsWith('$')) {
      const quote = token.text.indexOf('$', 1) + 1
      const body = token.text.slice(quote, -quote)
      findEnums(draft, { text: body, file, start: start + token.start + quote }, false)
    }
    if (words.word(at) === 'enum' || (isTypes && at > 0 && words.word(at) === '(' && words.tokens[at + 1]?.kind === 'string')) {
      const open = words.word(at) === 'enum' ? skip(words, at + 1, ['`', ':', 'of']) : at
      if (words.word(open) !== '(') continue
      const close = words.closing(open)
      const values = words.tokens
        .slice(open + 1, close)
        .flatMap((token) => (token.kind === 'string' ? [unquoted(token.text)] : []))
      const name = nameBefore(words, at)
      if (name === undefined || values.length === 0) continue
      addEnum(draft, name.text, values, { file, start: start + name.start, end: start + words.end(close) })
      at = close
    }
  }
  if (isTypes) readPlainItem(draft, words, { text, file, start })
  // `**Enum** `mood`: 'happy', 'sad'` under the table that uses it.
  const lead = isTypes ? undefined : /^\W*(?:enum(?:\s+type)?|type|typ(?:\s+wyliczeniowy)?)\W+?(?=`)/i.exec(text)?.[0]
  if (lead !== undefined) {
    const rest = text.slice(lead.length)
    readPlainItem(draft, specWords(rest), { text: rest, file, start: start + lead.length })
  }
}

/** `` `mood`: `happy`, `sad` ``, `mood: 'happy', 'sad'`. */
function readPlainItem(draft: Draft, words: StatementWords, { file, start, text }: Stretch): void {
  const colon = words.find(':', 0)
  const name = colon < words.tokens.length ? nameBefore(words, colon) : undefined
  if (name === undefined || colon > 4) return
  const values = [...text.slice(words.end(colon)).matchAll(/`'?([^`']+)'?`|'([^']+)'/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
  if (values.length > 1 && values.every((value) => /^[\p{L}\p{N}_-]+$/u.test(value)))
    addEnum(draft, name.text, values, { file, start: start + name.start, end: start + text.length })
}

export function addEnum(
  draft: Draft,
  name: string,
  values: readonly string[],
  spot: { readonly file: string; readonly start: number; readonly end: number },
): void {
  placePart(draft, { kind: 'type', name }, spot)
  if (!draft.enums.some((one) => one.name === name && one.schema === 'public'))
    draft.enums.push({ schema: 'public', name, values, reasons: [] })
}

const unquoted = (text: string): string => text.slice(1, -1).replaceAll("''", "'")

function skip(words: StatementWords, from: number, these: readonly string[]): number {
  let at = from
  while (these.includes(words.word(at))) at++
  return at
}

function nameBefore(words: StatementWords, at: number): { readonly text: string; readonly start: number } | undefined {
  let before = at - 1
  while (['`', ':', 'as', '=', '('].includes(words.word(before))) before--
  const token = words.tokens[before]
  const isName =
    token?.kind === 'word' && /^[a-z_][a-z0-9_]*$/.test(token.text) && !['type', 'types', 'values'].includes(token.text)
  return isName ? { text: token.text, start: token.start } : undefined
}
