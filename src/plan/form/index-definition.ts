import type { Index, IndexMethod } from '../../schema/table-index.ts'
import { readColumnList } from './clause.ts'
import { writeCode, writeCodes } from './code.ts'
import { formatIndexKey, parseIndexKey } from './index-key.ts'
import { writeColumns } from './name.ts'
import type { Phrase } from './phrase.ts'

export const indexMethods: readonly IndexMethod[] = ['btree', 'hash', 'gin', 'gist', 'brin', 'spgist']

/** What an index is on: keys, included columns, predicate. */
export type IndexDefinition = Pick<Index, 'keys' | 'include' | 'nullsNotDistinct' | 'where'>

/** `` (`owner_id`, `created_at desc`) including (`title`) where `deleted_at is null` `` */
export function writeIndexDefinition(index: IndexDefinition, inCell: boolean): string {
  const keys = `(${writeCodes(index.keys.map(formatIndexKey), inCell)})`
  const include = index.include === undefined ? '' : ` including (${writeColumns(index.include, inCell)})`
  const nulls = index.nullsNotDistinct === true ? ' nulls not distinct' : ''
  const where = index.where === undefined ? '' : ` where ${writeCode(index.where, inCell)}`
  return keys + include + nulls + where
}

export function readIndexDefinition(phrase: Phrase): IndexDefinition {
  const keys = phrase
    .codesInParentheses('a column or an expression in a code span')
    .map((code) => parseIndexKey(code) ?? { expression: code })
  const include = phrase.words('including') || phrase.words('include') ? { include: readColumnList(phrase) } : {}
  const nulls = phrase.words('nulls not distinct') ? { nullsNotDistinct: true } : {}
  const where = phrase.words('where') ? { where: phrase.expectCode('the condition in a code span') } : {}
  return { keys, ...include, ...nulls, ...where }
}

export function readIndexMethod(phrase: Phrase): IndexMethod | undefined {
  return phrase.oneOf(indexMethods)
}
