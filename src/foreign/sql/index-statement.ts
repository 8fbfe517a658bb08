import { indexName } from '../../schema/names.ts'
import type { Index, IndexKey, IndexMethod } from '../../schema/table-index.ts'
import { at, listAt, textAt } from '../../sql/parser/walk.ts'
import type { SourceText } from './source-text.ts'
import { names } from './table-elements.ts'

const methods: readonly IndexMethod[] = ['btree', 'hash', 'gin', 'gist', 'brin', 'spgist']

/** An index from its statement; expressions are taken as they are written. */
export function readIndex(node: unknown, table: string, source: SourceText): Index {
  const params = listAt(node, 'indexParams').map((param) => at(param, 'IndexElem'))
  const on = source.find('on', 0)
  const open = source.find('(', on)
  const ranges = source.list(open)
  const keys = params.map((param, index) => readKey(param, ranges[index], source))
  const method = textAt(node, 'accessMethod') ?? 'btree'
  const include = listAt(node, 'indexIncludingParams').map((param) => textAt(param, 'IndexElem', 'name') ?? '')
  const hasWhere = at(node, 'whereClause') !== undefined
  const where = source.until(source.closing(open) + 1, (token) => source.tokens[token]?.text.toLowerCase() === 'where')
  const name =
    textAt(node, 'idxname') ??
    indexName(
      table,
      keys.map((key) => key.column ?? 'expr'),
    )
  return {
    name,
    method: methods.find((known) => known === method) ?? 'btree',
    keys,
    ...(include.length === 0 ? {} : { include }),
    unique: at(node, 'unique') === true,
    ...(at(node, 'nulls_not_distinct') === true ? { nullsNotDistinct: true } : {}),
    ...(hasWhere ? { where: unwrapped(source, where + 1) } : {}),
    reasons: [],
    serves: '',
  }
}

function readKey(param: unknown, range: readonly [number, number] | undefined, source: SourceText): IndexKey {
  const column = textAt(param, 'name')
  const [from, to] = range ?? [0, 0]
  const opened = source.tokens[from]?.text === '('
  const callEnd = source.closing(source.find('(', from)) + 1
  const expression = opened ? source.parenthesised(from) : source.between(from, Math.min(callEnd, to))
  const operatorClass = names(listAt(param, 'opclass')).join('.')
  const descending = textAt(param, 'ordering') === 'SORTBY_DESC'
  const order = textAt(param, 'nulls_ordering')
  const first = order === 'SORTBY_NULLS_FIRST'
  const isSaid = first || order === 'SORTBY_NULLS_LAST'
  return {
    ...(column === undefined ? { expression } : { column }),
    ...(operatorClass === '' ? {} : { operatorClass }),
    ...(descending ? { descending } : {}),
    ...(isSaid && first !== descending ? { nulls: first ? ('first' as const) : ('last' as const) } : {}),
  }
}

/** The rest of the statement, without parentheses that hold all of it. */
function unwrapped(source: SourceText, from: number): string {
  const last = source.tokens.length
  return source.tokens[from]?.text === '(' && source.closing(from) === last - 1
    ? source.parenthesised(from)
    : source.between(from, last)
}
