import type { Routine } from '../../../schema/routine.ts'
import type { CreateFunctionStmt, DefElem, Node } from '../../../sql/parser/syntax-tree.ts'
import { stringOf } from './grants.ts'
import { Slices } from './slices.ts'

/** The words that end the return type of a function. CREATE FUNCTION in the PostgreSQL manual. */
const options = [
  'language',
  'transform',
  'window',
  'immutable',
  'stable',
  'volatile',
  'not',
  'leakproof',
  'called',
  'strict',
  'external',
  'security',
  'parallel',
  'cost',
  'rows',
  'support',
  'set',
  'as',
  'return',
  'begin',
  'returns',
] as const

/** A function from its statement, or in words what a plan cannot hold of it. Arguments, type and body are taken as written. */
export function readRoutine(statement: CreateFunctionStmt, text: string): Omit<Routine, 'reasons'> | string {
  const slices = new Slices(text)
  const name = (statement.funcname ?? []).map(stringOf)
  const open = slices.tokens.findIndex((token) => token.text === '(')
  const parameters = slices.parenthesised(open)
  if (statement.is_procedure === true || parameters === undefined) return 'a procedure'
  if (!slices.is(parameters.next, 'returns')) return 'a function without "returns"'
  const returns = slices.between(parameters.next + 1, slices.find(options, parameters.next + 1))
  const elements = new Map(
    (statement.options ?? []).flatMap((node) => ('DefElem' in node ? [[node.DefElem.defname ?? '', node.DefElem] as const] : [])),
  )
  const language = stringOf(elements.get('language')?.arg).toLowerCase()
  if (language !== 'sql' && language !== 'plpgsql') return `a function in the language "${language}"`
  const body = bodyOf(elements.get('as'))
  if (body === undefined) return 'a function whose body is not a string'
  const searchPath = searchPathOf(statement.options ?? [])
  return {
    schema: name.length > 1 ? (name[0] ?? '') : 'public',
    name: name.at(-1) ?? '',
    arguments: parameters.content,
    returns,
    language,
    volatility: (stringOf(elements.get('volatility')?.arg) || 'volatile') as Routine['volatility'],
    security: isTrue(elements.get('security')) ? 'definer' : 'invoker',
    ...(isTrue(elements.get('strict')) ? { strict: true } : {}),
    ...(searchPath === undefined ? {} : { searchPath }),
    body,
  }
}

function isTrue(element: DefElem | undefined): boolean {
  return element?.arg !== undefined && 'Boolean' in element.arg && element.arg.Boolean.boolval === true
}

function bodyOf(element: DefElem | undefined): string | undefined {
  const list = element?.arg !== undefined && 'List' in element.arg ? (element.arg.List.items ?? []) : []
  return list.length === 1 ? stringOf(list[0]) : undefined
}

/** The names in `set search_path = …`; the empty string for the empty path. */
function searchPathOf(nodes: readonly Node[]): string | undefined {
  for (const node of nodes) {
    const element = 'DefElem' in node ? node.DefElem : undefined
    const setting = element?.arg !== undefined && 'VariableSetStmt' in element.arg ? element.arg.VariableSetStmt : undefined
    if (setting?.name !== 'search_path') continue
    const names = (setting.args ?? []).map((arg) => ('A_Const' in arg ? (arg.A_Const.sval?.sval ?? '') : ''))
    return names.join(', ')
  }
  return undefined
}
