import { identifier } from '../../sql/quote.ts'
import { decodeReferences, type Inline, reference } from './inline.ts'
import { readName } from './name.ts'

const comment = /\s*<!--\s*was:\s*(.*?)\s*-->/

/** ` <!-- was: old_name -->`, after the name of a table or column that had another one before. */
export function writeWas(was: string | undefined): string {
  if (was === undefined) return ''
  const safe = [...identifier(was)].map((char) => (/[\p{L}\p{N}_" ]/u.test(char) ? char : reference(char))).join('')
  return ` <!-- was: ${safe} -->`
}

/** What stands in an inline without the comment, and the name in it. A person may write the name in a code span. */
export function takeWas(inline: Inline): { readonly rest: Inline; readonly was?: string } {
  const found = comment.exec(inline.text)
  if (found === null) return { rest: inline }
  const rest = { ...inline, text: inline.text.slice(0, found.index) + inline.text.slice(found.index + found[0].length) }
  const was = readName(decodeReferences(found[1] ?? '').replace(/^`(.*)`$/, '$1'))
  return { rest, ...(was === undefined ? {} : { was }) }
}
