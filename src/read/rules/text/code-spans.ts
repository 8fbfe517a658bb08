import { definedName } from '../columns/column-name.ts'
import { inlineOfSentence } from '../language/analyse-document.ts'
import type { Sentence } from '../language/sentence.ts'
import type { Reading } from '../reading.ts'
import { isSqlType } from '../sql/sql-words.ts'

/** The text of the code span that a word stands in. */
export function codeSpan(reading: Reading, sentence: Sentence, word: number): string | undefined {
  const inline = inlineOfSentence(reading.document, sentence)
  const at = sentence.words[word]
  if (!inline || !at) return undefined
  const offset = sentence.offset + at.start
  const mark = inline.marks.find((each) => each.kind === 'code' && each.start <= offset && offset < each.end)
  return mark && inline.text.slice(mark.start, mark.end)
}

const sqlWords = new Set(
  'desc asc where on delete update set is not in and or between null char_length length lower upper trim coalesce count now using to from as if exists table column cascade restrict check unique default references primary foreign key add constraint index create alter select insert enum with using exclude gist gin btree hash overlaps true false timestamp uuid text'.split(
    ' ',
  ),
)

/** In a code span of several words (a definition, a condition) the names are those that are neither SQL's words nor quoted. */
export function namesColumnIn(span: string, name: string, before: string, reading: Reading): boolean {
  if (sqlWords.has(name.toLowerCase()) || isSqlType(name) || /['"]$/.test(before)) return false
  const defined = definedName(span)
  if (defined !== undefined) return defined === name
  const called = /^\s*([A-Za-z_]\w*)\s*\(/.exec(span)?.[1]
  if (called !== undefined && !reading.entities.find(called) && !sqlWords.has(called.toLowerCase()) && called !== name)
    return false
  if (called === name) return false
  // A chain of tables, `a -> b -> c`, names no columns.
  return !/->|→/.test(span)
}
