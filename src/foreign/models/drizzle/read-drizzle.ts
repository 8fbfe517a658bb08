import type { Spot } from '../../../diagnostic/spot.ts'
import { identifier, identifiers, qualified, shortName } from '../../../sql/quote.ts'
import type { ColumnSketch, ConstraintSketch, TableSketch } from '../../layout/sketch.ts'
import type { ModelText } from '../model-text.ts'
import { columnType } from './column-types.ts'
import { callOf, type Node, namesIn, parseScript, propertiesOf, quasisOf, textOf, valueSql } from './script.ts'

/** A table as the script declares it. */
interface Declared {
  readonly variable: string
  readonly schema: string
  readonly name: string
  readonly node: Node
  readonly columns: Node | undefined
  readonly extras: Node | undefined
  readonly isSecured: boolean
  /** The columns' names in the database by their keys. */
  readonly names: ReadonlyMap<string, string>
}

interface Scope {
  readonly tables: ReadonlyMap<string, Declared>
  readonly enums: ReadonlyMap<string, string>
  readonly objects: ReadonlyMap<string, Node>
  readonly spotOf: (node: Node) => Spot
  readonly unread: { readonly what: string; readonly spot: Spot }[]
}

/**
 * Tables, enums, indexes and policies of a script for Drizzle: `pgTable("plants", { id: uuid("id").primaryKey() }, (t) => [index().on(t.id)])`. The script is parsed and never
 * run: what is made while it runs is told as unread. Source: orm.drizzle.team, PostgreSQL column types, Indexes & Constraints, Row-Level Security.
 */
export async function readDrizzle(code: string, offset: number, file: string): Promise<ModelText> {
  const script = await parseScript(code)
  const spotOf = ({ start, end }: Node): Spot => ({ file, start: offset + start, end: offset + end, isOther: true })
  if (!script.ok) {
    const at = offset + script.offset
    const what = `the script cannot be parsed: ${script.message}`
    return { tables: [], enums: [], statements: [], unread: [{ what, spot: { file, start: at, end: at } }] }
  }
  const variables = script.declared
  const objects = new Map(variables.filter(({ init }) => init.type === 'ObjectExpression').map(({ name, init }) => [name, init]))
  const enums = variables.flatMap(({ name, init }) => {
    const call = callOf(init)
    const [title, values] = call?.args ?? []
    if (call?.base.at(-1) !== 'pgEnum' && call?.base.at(-1) !== 'enum') return []
    const list = (values?.elements as readonly Node[] | undefined)?.flatMap((one) => textOf(one) ?? []) ?? []
    const named = textOf(title)
    return named === undefined || list.length === 0 ? [] : [{ variable: name, name: named, values: list, spot: spotOf(init) }]
  })
  const homes = new Map(
    variables.flatMap(({ name, init }) => {
      const call = callOf(init)
      const home = call?.base.join() === 'pgSchema' ? textOf(call.args[0]) : undefined
      return home === undefined ? [] : [[name, home] as const]
    }),
  )
  const makers = new Map(
    variables.flatMap(({ name, init }) => {
      const call = callOf(init)
      const prefix = call?.base.join() === 'pgTableCreator' ? prefixOf(call.args[0]) : undefined
      return prefix === undefined ? [] : [[name, prefix] as const]
    }),
  )
  const tables = new Map<string, Declared>()
  // What drizzle-orm/supabase gives, which excerpts leave out to import.
  tables.set('authUsers', { ...platformUsers, names: new Map([['id', 'id']]), node: script.program })
  for (const { name: variable, init } of variables) {
    const call = callOf(init)
    if (call === undefined) continue
    const [first = '', second] = call.base
    const home = second === 'table' ? homes.get(first) : undefined
    const prefix = first === 'pgTable' ? '' : makers.get(first)
    const name = textOf(call.args[0])
    if (name === undefined || (home === undefined && (prefix === undefined || call.base.length > 1))) continue
    const columns = returned(call.args[1])
    tables.set(variable, {
      variable,
      schema: home ?? 'public',
      name: `${prefix ?? ''}${name}`,
      node: init,
      columns,
      extras: returned(call.args[2]),
      isSecured: call.methods.some((one) => one.name === 'enableRLS'),
      names: new Map(columnsOf(columns, objects).map(({ key, value }) => [key, columnName(key, value)] as const)),
    })
  }
  const scope: Scope = {
    tables,
    enums: new Map(enums.map(({ variable, name }) => [variable, name])),
    objects,
    spotOf,
    unread: [],
  }
  const read = [...tables.values()].filter(({ columns }) => columns !== undefined).map((table) => readTable(table, scope))
  return {
    tables: read.map(({ sketch }) => sketch),
    enums: enums.map(({ name, values, spot }) => ({ name, values, spot })),
    statements: read.flatMap(({ statements }) => statements),
    unread: scope.unread,
  }
}

const platformUsers = {
  variable: 'authUsers',
  schema: 'auth',
  name: 'users',
  columns: undefined,
  extras: undefined,
  isSecured: false,
}

/** What `(name) => `app_${name}`` puts before the names of tables. */
function prefixOf(maker: Node | undefined): string | undefined {
  const made = returned(maker)
  if (made?.type !== 'TemplateLiteral') return undefined
  const [first, last] = quasisOf(made)
  return last === '' ? first : undefined
}

/** What a function without statements of its own gives back; anything else itself. */
function returned(node: Node | undefined): Node | undefined {
  if (node?.type !== 'ArrowFunctionExpression') return node
  const body = node.body as Node
  if (body.type !== 'BlockStatement') return body
  const last = (body.body as readonly Node[]).at(-1)
  return last?.type === 'ReturnStatement' ? (last.argument as Node) : undefined
}

/** The columns of a table, those of objects that are spread into it too: `...timestamps`. */
function columnsOf(
  node: Node | undefined,
  objects: ReadonlyMap<string, Node>,
): readonly { readonly key: string; readonly value: Node }[] {
  return propertiesOf(node).flatMap(({ key, value, spread }) => {
    if (spread !== undefined) return columnsOf(objects.get(spread), new Map())
    return key === undefined || value === undefined ? [] : [{ key, value }]
  })
}

const columnName = (key: string, value: Node): string => textOf(callOf(value)?.args[0]) ?? key

interface ReadTable {
  readonly sketch: TableSketch
  readonly statements: readonly { readonly sql: string; readonly spot: Spot }[]
}

function readTable(table: Declared, scope: Scope): ReadTable {
  const constraints: ConstraintSketch[] = []
  const statements: { sql: string; spot: Spot }[] = []
  const target = qualified(table.schema, table.name)
  const columns = columnsOf(table.columns, scope.objects).flatMap(({ key, value }) => readColumn(key, value, scope) ?? [])
  const extras =
    table.extras?.type === 'ArrayExpression'
      ? (table.extras.elements as readonly Node[])
      : propertiesOf(table.extras).flatMap(({ value }) => value ?? [])
  let isSecured = table.isSecured
  for (const extra of extras) {
    const spot = scope.spotOf(extra)
    const read = readExtra(extra, table, scope)
    if (read === undefined) scope.unread.push({ what: `a part of ${table.name}`, spot })
    else if ('constraint' in read) constraints.push({ text: read.constraint, spot })
    else statements.push({ sql: read.statement(target), spot })
    if (callOf(extra)?.base.join() === 'pgPolicy') isSecured = true
  }
  if (isSecured) statements.push({ sql: `alter table ${target} enable row level security`, spot: scope.spotOf(table.node) })
  const sketch: TableSketch = {
    table: { schema: table.schema, name: table.name },
    spot: scope.spotOf(table.node),
    columns,
    constraints,
    isManaged: table.schema === 'auth',
  }
  return { sketch, statements }
}

function readColumn(key: string, value: Node, scope: Scope): ColumnSketch | undefined {
  const call = callOf(value)
  const spot = scope.spotOf(value)
  const base = call?.base.at(-1) ?? ''
  const type = call === undefined ? undefined : (scope.enums.get(base) ?? columnType(base, call.args))
  if (call === undefined || type === undefined) {
    scope.unread.push({ what: `the column ${key}, whose type is made elsewhere`, spot })
    return undefined
  }
  const said = call.methods.flatMap(({ name, args, node }) => {
    const sql = methodSql(name, args, scope)
    if (sql === undefined) scope.unread.push({ what: `"${name}" of the column ${key}`, spot: scope.spotOf(node) })
    return sql === undefined || sql === '' ? [] : [sql]
  })
  const dimensions = call.methods.filter(({ name }) => name === 'array').length
  return { name: columnName(key, value), spot, spec: [`${type}${'[]'.repeat(dimensions)}`, ...said].join(' , ') }
}

/** What a method of a column says as SQL; nothing where it only concerns the program. */
function methodSql(name: string, args: readonly Node[], scope: Scope): string | undefined {
  const [first] = args
  const said: Readonly<Record<string, () => string | undefined>> = {
    primaryKey: () => 'primary key',
    notNull: () => 'not null',
    unique: () => 'unique',
    defaultNow: () => 'default now()',
    defaultRandom: () => 'default gen_random_uuid()',
    default: () => {
      const value = valueSql(first) ?? sqlOf(first, scope)
      return value === undefined ? undefined : `default (${value})`
    },
    generatedAlwaysAs: () => {
      const expression = sqlOf(returned(first), scope)
      return expression === undefined ? undefined : `generated always as (${expression}) stored`
    },
    generatedAlwaysAsIdentity: () => 'generated always as identity',
    generatedByDefaultAsIdentity: () => 'generated by default as identity',
    references: () => {
      const target = columnAt(returned(first), undefined, scope)
      if (target?.table === undefined) return undefined
      return `references ${qualified(target.table.schema, target.table.name)}(${identifier(target.column)})${actionsOf(args[1])}`
    },
  }
  return name.startsWith('$') || name === 'array' ? '' : said[name]?.()
}

function actionsOf(options: Node | undefined): string {
  return propertiesOf(options)
    .flatMap(({ key, value }) => {
      const action = textOf(value)?.toLowerCase()
      const event = key === 'onDelete' ? 'delete' : key === 'onUpdate' ? 'update' : undefined
      return event === undefined || action === undefined || !/^(cascade|restrict|no action|set null|set default)$/.test(action)
        ? []
        : [` on ${event} ${action}`]
    })
    .join('')
}

/** `plants.ownerId`, or `t.ownerId` with the parameter that stands for the table at hand. */
function columnAt(
  node: Node | undefined,
  own: Declared | undefined,
  scope: Scope,
): { readonly table: Declared | undefined; readonly column: string } | undefined {
  const path = namesIn(node)
  const [first = '', key, ...more] = path ?? []
  if (key === undefined || more.length > 0) return undefined
  const table = scope.tables.get(first)
  const column = (table ?? own)?.names.get(key)
  return column === undefined ? undefined : { table, column }
}

type Extra = { readonly constraint: string } | { readonly statement: (table: string) => string }

function readExtra(node: Node, table: Declared, scope: Scope): Extra | undefined {
  const call = callOf(node)
  if (call === undefined) return undefined
  const own = (one: Node): string | undefined => columnAt(one, table, scope)?.column
  const named = textOf(call.args[0])
  const option = (key: string, from: Node | undefined): Node | undefined =>
    propertiesOf(from).find((one) => one.key === key)?.value
  const list = (from: Node | undefined): readonly string[] | undefined => {
    const names = (from?.elements as readonly Node[] | undefined)?.map(own)
    return names?.every((one) => one !== undefined) ? names : undefined
  }
  const constraint = named === undefined ? '' : `constraint ${identifier(named)} `
  const method = (name: string) => call.methods.find((one) => one.name === name)
  const kinds: Readonly<Record<string, () => Extra | undefined>> = {
    index: () => indexOf(false),
    uniqueIndex: () => indexOf(true),
    unique: () => {
      const names = method('on')?.args.map(own)
      return names?.every((one) => one !== undefined) ? { constraint: `${constraint}unique (${identifiers(names)})` } : undefined
    },
    primaryKey: () => {
      const from = call.args[0]
      const names =
        list(option('columns', from)) ?? (call.args.length > 1 ? call.args.map(own).flatMap((one) => one ?? []) : undefined)
      return names === undefined ? undefined : { constraint: `primary key (${identifiers(names)})` }
    },
    foreignKey: () => {
      const from = call.args[0]
      const names = list(option('columns', from))
      const targets = (option('foreignColumns', from)?.elements as readonly Node[] | undefined)?.map((one) =>
        columnAt(one, table, scope),
      )
      const to = targets?.[0] === undefined ? undefined : (targets[0].table ?? table)
      if (names === undefined || targets === undefined || to === undefined) return undefined
      const actions = call.methods.flatMap(({ name, args }) => {
        const event = name === 'onDelete' ? 'delete' : name === 'onUpdate' ? 'update' : undefined
        const action = textOf(args[0])
        return event === undefined || action === undefined ? [] : [` on ${event} ${action}`]
      })
      const columns = identifiers(targets.map((one) => one?.column ?? ''))
      return {
        constraint: `foreign key (${identifiers(names)}) references ${shortName(to)} (${columns})${actions.join('')}`,
      }
    },
    check: () => {
      const expression = sqlOf(call.args[1], scope, table)
      return expression === undefined ? undefined : { constraint: `${constraint}check (${expression})` }
    },
    pgPolicy: () => policyOf(named, call.args[1], table, scope),
  }
  const indexOf = (isUnique: boolean): Extra | undefined => {
    const using = method('using')
    const on = method('on') ?? using
    const parts = (on === using ? on?.args.slice(1) : on?.args)?.map((one) => keyOf(one, table, scope))
    if (parts === undefined || parts.length === 0 || parts.some((one) => one === undefined)) return undefined
    const where = method('where')
    const condition = where === undefined ? '' : sqlOf(where.args[0], scope, table)
    if (condition === undefined) return undefined
    const by = on === using ? ` using ${textOf(using?.args[0]) ?? 'btree'}` : ''
    const name = named === undefined ? '' : `${identifier(named)} `
    return {
      statement: (target) =>
        `create ${isUnique ? 'unique ' : ''}index ${name}on ${target}${by} (${parts.join(', ')})${condition === '' ? '' : ` where ${condition}`}`,
    }
  }
  return kinds[call.base.join()]?.()
}

/** A key of an index: `t.createdAt.desc()`, `sql`lower(${t.email})``. */
function keyOf(node: Node, table: Declared, scope: Scope): string | undefined {
  const plain = columnAt(node, table, scope)
  if (plain !== undefined) return identifier(plain.column)
  const expression = sqlOf(node, scope, table)
  if (expression !== undefined) return `(${expression})`
  const call = callOf(node)
  const [parameter, key] = call?.base ?? []
  const column = parameter === undefined || key === undefined ? undefined : table.names.get(key)
  if (call === undefined || column === undefined) return undefined
  const words: Readonly<Record<string, string>> = { asc: 'asc', desc: 'desc', nullsFirst: 'nulls first', nullsLast: 'nulls last' }
  const said = call.methods.map(({ name, args }) => (name === 'op' ? textOf(args[0]) : words[name]))
  const ownMethod = call.base.slice(2).map((name) => words[name])
  return [identifier(column), ...ownMethod, ...said].includes(undefined)
    ? undefined
    : [identifier(column), ...ownMethod, ...said].join(' ')
}

const roles: Readonly<Record<string, string>> = {
  authenticatedRole: 'authenticated',
  anonRole: 'anon',
  serviceRole: 'service_role',
  postgresRole: 'postgres',
}

function policyOf(name: string | undefined, options: Node | undefined, table: Declared, scope: Scope): Extra | undefined {
  if (name === undefined) return undefined
  const parts = new Map(
    propertiesOf(options).flatMap(({ key, value }) => (key === undefined || value === undefined ? [] : [[key, value]])),
  )
  const to = parts.get('to')
  const listed = to?.type === 'ArrayExpression' ? (to.elements as readonly Node[]) : to === undefined ? [] : [to]
  const named = listed.map((one) => textOf(one) ?? roles[namesIn(one)?.[0] ?? ''])
  const [using, check] = ['using', 'withCheck'].map((key) => {
    const given = parts.get(key)
    return given === undefined ? '' : sqlOf(given, scope, table)
  })
  if (named.includes(undefined) || using === undefined || check === undefined) return undefined
  const kind = textOf(parts.get('as')) === 'restrictive' ? ' as restrictive' : ''
  const command = textOf(parts.get('for')) ?? 'all'
  return {
    statement: (target) =>
      `create policy ${identifier(name)} on ${target}${kind} for ${command}${named.length === 0 ? '' : ` to ${named.join(', ')}`}${using === '' ? '' : ` using (${using})`}${check === '' ? '' : ` with check (${check})`}`,
  }
}

/** The SQL of a `sql` template: columns and tables that it names by their names in the database. */
function sqlOf(node: Node | undefined, scope: Scope, own?: Declared): string | undefined {
  if (node?.type !== 'TaggedTemplateExpression' || namesIn(node.tag as Node)?.[0] !== 'sql') return undefined
  const template = node.quasi as Node
  const expressions = template.expressions as readonly Node[]
  let sql = ''
  for (const [at, text] of quasisOf(template).entries()) {
    sql += text
    const expression = expressions[at]
    if (expression === undefined) continue
    const said = spliced(expression, scope, own)
    if (said === undefined) return undefined
    sql += said
  }
  return sql.trim()
}

function spliced(node: Node, scope: Scope, own: Declared | undefined): string | undefined {
  const column = columnAt(node, own, scope)
  if (column !== undefined)
    return column.table === undefined || column.table === own
      ? identifier(column.column)
      : `${identifier(column.table.name)}.${identifier(column.column)}`
  const [name, ...more] = namesIn(node) ?? []
  if (name === undefined || more.length > 0) return valueSql(node)
  if (name === 'authUid') return '(select auth.uid())'
  const table = scope.tables.get(name)
  return table === undefined ? undefined : qualified(table.schema, table.name)
}
