import { identifiers, literal, qualified } from '../../sql/quote.ts'
import type { ColumnSketch, ConstraintSketch, TableSketch } from '../layout/sketch.ts'
import { type ModelBlock, type ModelLine, type ModelText, modelBlocks, modelLines } from './model-text.ts'

/** Prisma's types as its PostgreSQL connector makes them (Prisma, PostgreSQL database connector, type mapping). */
const scalars: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Float: 'double precision',
  Decimal: 'numeric(65,30)',
  Boolean: 'boolean',
  DateTime: 'timestamp(3)',
  Json: 'jsonb',
  Bytes: 'bytea',
}

const natives: Readonly<Record<string, string>> = {
  Uuid: 'uuid',
  Text: 'text',
  VarChar: 'varchar',
  Char: 'char',
  Citext: 'citext',
  Inet: 'inet',
  Timestamptz: 'timestamptz',
  Timestamp: 'timestamp',
  Date: 'date',
  Time: 'time',
  Timetz: 'timetz',
  SmallInt: 'smallint',
  Integer: 'integer',
  BigInt: 'bigint',
  Oid: 'oid',
  Real: 'real',
  DoublePrecision: 'double precision',
  Decimal: 'numeric',
  Money: 'money',
  Json: 'json',
  JsonB: 'jsonb',
  ByteA: 'bytea',
  Boolean: 'boolean',
  Xml: 'xml',
}

const actions: Readonly<Record<string, string>> = {
  Cascade: 'cascade',
  Restrict: 'restrict',
  NoAction: 'no action',
  SetNull: 'set null',
  SetDefault: 'set default',
}

interface Model {
  readonly block: ModelBlock
  readonly model: string
  readonly table: string
  readonly fields: readonly Field[]
}

interface Field {
  readonly line: ModelLine
  readonly name: string
  readonly column: string
  readonly type: string
  readonly isOptional: boolean
  readonly isList: boolean
  readonly rest: string
}

/** Tables, enums (their names in lower case) and indexes of a Prisma schema, as `prisma migrate` would make them: `@map`, `@db.…`, `@relation`, `@@index`. Source: Prisma schema reference. */
export function readPrisma(code: string, offset: number, file: string): ModelText {
  const { blocks } = modelBlocks(modelLines(code, offset, file))
  const models = blocks.flatMap((block): readonly Model[] => {
    const model = /^model\s+(\w+)\s*\{$/.exec(block.head.text)?.[1]
    return model === undefined
      ? []
      : [
          {
            block,
            model,
            table: mapOf(block.lines, '@@map') ?? model,
            fields: block.lines.flatMap((line) => fieldOf(line) ?? []),
          },
        ]
  })
  const enums = blocks.flatMap(({ head, lines }) => {
    const called = /^enum\s+(\w+)\s*\{$/.exec(head.text)?.[1]
    const values = lines.flatMap(({ text }) => {
      const value = /^(\w+)/.exec(text)?.[1]
      return value === undefined ? [] : [/@map\("([^"]+)"\)/.exec(text)?.[1] ?? value]
    })
    return called === undefined || values.length === 0
      ? []
      : [{ called, name: (mapOf(lines, '@@map') ?? called).toLowerCase(), values, spot: head.spot }]
  })
  const types = new Map(enums.map(({ called, name }) => [called, name]))
  const tables = models.map((model) => tableOf(model, models, types))
  return {
    tables,
    enums: enums.map(({ name, values, spot }) => ({ name, values, spot })),
    unread: [],
    statements: models.flatMap((model) =>
      model.block.lines.flatMap(({ text, spot }) => {
        const columns = listOf(text, '@@index', model)
        const named = /\bmap:\s*"(\w+)"/.exec(text)?.[1]
        return columns === undefined
          ? []
          : [
              {
                sql: `create index ${named === undefined ? '' : `${identifiers([named])} `}on ${qualified('public', model.table)} (${columns})`,
                spot,
              },
            ]
      }),
    ),
  }
}

function mapOf(lines: readonly ModelLine[], attribute: string): string | undefined {
  return lines.flatMap(({ text }) => (text.startsWith(attribute) ? (/"([^"]+)"/.exec(text)?.[1] ?? []) : []))[0]
}

function fieldOf(line: ModelLine): Field | undefined {
  const match = /^(\w+)\s+(\w+)(\[\])?(\?)?(?:\s+(.*))?$/.exec(line.text)
  const [, name, type, list, optional, rest = ''] = match ?? []
  if (name === undefined || type === undefined) return undefined
  const column = /(?<!@)@map\("([^"]+)"\)/.exec(rest)?.[1] ?? name
  return { line, name, column, type, isList: list !== undefined, isOptional: optional !== undefined, rest }
}

function tableOf(model: Model, models: readonly Model[], enums: ReadonlyMap<string, string>): TableSketch {
  const columns = model.fields.flatMap((field): readonly ColumnSketch[] => {
    const type = typeOf(field, enums)
    if (type === undefined) return []
    const said = [
      /(?<!@)@id\b/.test(field.rest) ? 'primary key' : '',
      field.isOptional ? '' : 'not null',
      /(?<!@)@unique\b/.test(field.rest) ? 'unique' : '',
      defaultOf(field, enums.has(field.type)),
      referenceOf(field, model, models),
    ]
    return [{ name: field.column, spot: field.line.spot, spec: [type, ...said.filter((one) => one !== '')].join(' , ') }]
  })
  const constraints = model.block.lines.flatMap(({ text, spot }): readonly ConstraintSketch[] => {
    const key = listOf(text, '@@id', model)
    const unique = listOf(text, '@@unique', model)
    return [
      ...(key === undefined ? [] : [{ text: `primary key (${key})`, spot }]),
      ...(unique === undefined ? [] : [{ text: `unique (${unique})`, spot }]),
    ]
  })
  return { table: { schema: 'public', name: model.table }, spot: model.block.head.spot, columns, constraints, isManaged: false }
}

/** The columns of `@@index([showId, number])`, as SQL. A field that the model does not have is named as it is written. */
function listOf(text: string, attribute: string, model: Model): string | undefined {
  const inner = text.startsWith(`${attribute}(`) ? /\[([^\]]*)\]/.exec(text)?.[1] : undefined
  if (inner === undefined) return undefined
  const names = inner.split(',').map((one) => /^\s*(\w+)/.exec(one)?.[1] ?? '')
  return identifiers(
    names.filter((name) => name !== '').map((name) => model.fields.find((field) => field.name === name)?.column ?? name),
  )
}

/** The type of a column; undefined for a field that only says which model it leads to. */
function typeOf({ type, rest, isList }: Field, enums: ReadonlyMap<string, string>): string | undefined {
  const native = /@db\.(\w+)(\([^)]*\))?/.exec(rest)
  const named = native === null ? undefined : natives[native[1] ?? '']
  const base = named === undefined ? (scalars[type] ?? enums.get(type)) : `${named}${native?.[2] ?? ''}`
  return base === undefined ? undefined : `${base}${isList ? '[]' : ''}`
}

/** What stands between an attribute's parentheses. */
function argumentOf(text: string, opening: string): string | undefined {
  const from = text.indexOf(opening) + opening.length
  if (from < opening.length) return undefined
  let depth = 1
  let at = from
  while (at < text.length && depth > 0) {
    if (text[at] === '(') depth++
    if (text[at] === ')') depth--
    at++
  }
  return text.slice(from, at - 1).trim()
}

function defaultOf({ rest }: Field, isEnum: boolean): string {
  const value = argumentOf(rest, '@default(')
  if (value === undefined || /^(uuid|cuid|nanoid|ulid)\(/.test(value)) return ''
  if (value === 'autoincrement()') return 'generated by default as identity'
  const own = /^dbgenerated\("(.*)"\)$/.exec(value)?.[1]
  if (own !== undefined) return `default ${own}`
  if (isEnum) return `default ${literal(value)}`
  const text = /^"(.*)"$/.exec(value)?.[1]
  return `default ${text === undefined ? value : literal(text)}`
}

/** The key that a relation of the model puts on this field. What happens on delete is Prisma's own where it is not said: refused, or null where that is allowed. */
function referenceOf(field: Field, model: Model, models: readonly Model[]): string {
  for (const { type, rest } of model.fields) {
    const own = /@relation\([^)]*fields:\s*\[\s*(\w+)\s*\]/.exec(rest)?.[1]
    const target = models.find((one) => one.model === type)
    if (own !== field.name || target === undefined) continue
    const key = /references:\s*\[\s*(\w+)\s*\]/.exec(rest)?.[1] ?? 'id'
    const column = target.fields.find(({ name }) => name === key)?.column ?? key
    const said = actions[/onDelete:\s*(\w+)/.exec(rest)?.[1] ?? '']
    return `references ${identifiers([target.table])}(${identifiers([column])}) on delete ${said ?? (field.isOptional ? 'set null' : 'restrict')}`
  }
  return ''
}
