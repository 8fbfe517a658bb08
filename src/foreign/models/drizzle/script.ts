import { literal } from '../../../sql/quote.ts'

/** A node of a script's syntax tree, as far as it is read here (ESTree). */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

export type Script =
  | {
      readonly ok: true
      readonly program: Node
      /** The constants of the outermost level with what they are set to. */
      readonly declared: readonly { readonly name: string; readonly init: Node }[]
    }
  | { readonly ok: false; readonly message: string; readonly offset: number }

/** Parses TypeScript, and never runs it. */
export async function parseScript(code: string): Promise<Script> {
  const { parse } = await import('@babel/parser')
  try {
    const { program } = parse(code, { sourceType: 'module', plugins: ['typescript'], errorRecovery: true })
    const body = program.body as unknown as readonly Node[]
    const statements = body.map((one) =>
      one.type === 'ExportNamedDeclaration' && one.declaration !== null ? (one.declaration as Node) : one,
    )
    return {
      ok: true,
      program: program as unknown as Node,
      declared: statements
        .filter(({ type }) => type === 'VariableDeclaration')
        .flatMap((one) => one.declarations as readonly Node[])
        .flatMap(({ id, init }) => {
          const name = nameOf(id as Node)
          return name === undefined || init === null ? [] : [{ name, init: plain(init as Node) }]
        }),
    }
  } catch (error) {
    const at = error instanceof SyntaxError ? (error as SyntaxError & { readonly pos?: number }).pos : undefined
    if (at === undefined) throw error
    return { ok: false, message: (error as Error).message.replace(/\s*\(\d+:\d+\)$/, ''), offset: at }
  }
}

/** What stands under words that only TypeScript needs: `… as const`, `… satisfies X`, parentheses. */
function plain(node: Node): Node {
  return ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'ParenthesizedExpression'].includes(node.type)
    ? plain(node.expression as Node)
    : node
}

const nameOf = (node: Node): string | undefined => (node.type === 'Identifier' ? (node.name as string) : undefined)

/** `a.b.c` as its names. */
export function namesIn(node: Node | undefined): readonly string[] | undefined {
  if (node === undefined) return undefined
  const own = nameOf(node)
  if (own !== undefined) return [own]
  if (node.type !== 'MemberExpression' || node.computed === true) return undefined
  const before = namesIn(node.object as Node)
  const last = nameOf(node.property as Node)
  return before === undefined || last === undefined ? undefined : [...before, last]
}

/** A chain of calls, `uuid("id").notNull().references(…)`: what is called first, and the methods on what it gives. */
export interface Call {
  /** The path of the first call: `uuid`, or `t`, `uuid`. */
  readonly base: readonly string[]
  readonly args: readonly Node[]
  readonly methods: readonly { readonly name: string; readonly args: readonly Node[]; readonly node: Node }[]
}

export function callOf(given: Node | undefined): Call | undefined {
  const node = given === undefined ? undefined : plain(given)
  if (node?.type !== 'CallExpression') return undefined
  const callee = node.callee as Node
  const args = (node.arguments as readonly Node[]).map(plain)
  const base = namesIn(callee)
  if (base !== undefined) return { base, args, methods: [] }
  if (callee.type !== 'MemberExpression') return undefined
  const before = callOf(callee.object as Node)
  const name = nameOf(callee.property as Node)
  if (before === undefined || name === undefined) return undefined
  return { ...before, methods: [...before.methods, { name, args, node: callee.property as Node }] }
}

/** The properties of an object in a script; `spread` names an object whose properties are taken over. */
export function propertiesOf(
  node: Node | undefined,
): readonly { readonly key?: string; readonly value?: Node; readonly spread?: string }[] {
  if (node?.type !== 'ObjectExpression') return []
  return (node.properties as readonly Node[]).map((one) => {
    if (one.type === 'SpreadElement') {
      const spread = nameOf(one.argument as Node)
      return spread === undefined ? {} : { spread }
    }
    const key = one.computed === true ? undefined : (nameOf(one.key as Node) ?? textOf(one.key as Node))
    return key === undefined || one.type !== 'ObjectProperty' ? {} : { key, value: plain(one.value as Node) }
  })
}

/** The text of a string that nothing is put into. */
export function textOf(node: Node | undefined): string | undefined {
  if (node?.type === 'StringLiteral') return node.value as string
  const [text, ...more] = node?.type === 'TemplateLiteral' ? quasisOf(node) : []
  return more.length === 0 ? text : undefined
}

/** The texts of a template between what is put into it. */
export const quasisOf = (template: Node): readonly string[] =>
  (template.quasis as readonly Node[]).map(({ value }) => (value as { readonly cooked: string }).cooked)

/** A value in a script as SQL: text, a number, a truth, an empty list or object. */
export function valueSql(node: Node | undefined): string | undefined {
  const text = textOf(node)
  if (text !== undefined) return literal(text)
  if (node?.type === 'NumericLiteral' || node?.type === 'BooleanLiteral') return String(node.value)
  if (node?.type === 'UnaryExpression' && node.operator === '-') {
    const value = valueSql(node.argument as Node)
    return value === undefined ? undefined : `-${value}`
  }
  if (node?.type === 'NullLiteral') return 'null'
  if (node?.type === 'ObjectExpression' && (node.properties as readonly Node[]).length === 0) return "'{}'"
  if (node?.type === 'ArrayExpression' && (node.elements as readonly Node[]).length === 0) return "'{}'"
  return undefined
}
