import fc from 'fast-check'
import type { Column } from '../../src/schema/column.ts'
import type { Check, Deferral, Exclusion, ForeignKey, ReferentialAction, Unique } from '../../src/schema/constraint.ts'
import type { EnumType } from '../../src/schema/enum-type.ts'
import type { Policy } from '../../src/schema/policy.ts'
import type { Reason } from '../../src/schema/reason.ts'
import type { RowSecurity, Table } from '../../src/schema/table.ts'
import type { Index } from '../../src/schema/table-index.ts'
import { identifier, literal, qualified } from '../../src/sql/quote.ts'
import { type ColumnRecipe, columnKinds, columnRecipe, over } from './column.ts'
import { line, named, reasons, stem } from './text.ts'

type Key = 'uuid' | 'identity' | 'pair' | 'none'

export interface TableRecipe {
  readonly stem: string
  readonly private: boolean
  readonly key: Key
  readonly columns: readonly ColumnRecipe[]
  readonly enums: readonly number[]
  readonly keys: readonly {
    readonly target: number
    readonly action: number
    readonly deferrable: Deferral | undefined
    readonly nullable: boolean
  }[]
  readonly unique:
    | { readonly take: number; readonly nullsNotDistinct: boolean; readonly deferrable: Deferral | undefined }
    | undefined
  readonly exclusion: number
  readonly indexes: readonly number[]
  readonly rowSecurity: RowSecurity
  readonly policies: readonly number[]
  readonly triggers: readonly number[]
  readonly grants: readonly { readonly role: number; readonly what: number }[]
  readonly comment: string | undefined
  readonly reasons: readonly Reason[]
}

const deferral = fc.option(fc.constantFrom<Deferral>('initially immediate', 'initially deferred'), { nil: undefined, freq: 2 })
const picks = (maxLength: number) => fc.array(fc.nat(1000), { maxLength })

export const tableRecipe: fc.Arbitrary<TableRecipe> = fc.record({
  stem,
  private: fc.nat(5).map((n) => n === 5),
  key: fc.constantFrom<Key>('uuid', 'identity', 'pair', 'none'),
  columns: fc.array(columnRecipe, { minLength: 1, maxLength: 5 }),
  enums: picks(2),
  keys: fc.array(fc.record({ target: fc.nat(1000), action: fc.nat(1000), deferrable: deferral, nullable: fc.boolean() }), {
    maxLength: 3,
  }),
  unique: fc.option(fc.record({ take: fc.nat(5), nullsNotDistinct: fc.boolean(), deferrable: deferral }), { nil: undefined }),
  exclusion: fc.nat(5),
  indexes: picks(4),
  rowSecurity: fc.constantFrom<RowSecurity>('off', 'on', 'forced'),
  policies: picks(3),
  triggers: picks(3),
  grants: fc.array(fc.record({ role: fc.nat(10), what: fc.nat(1000) }), { maxLength: 3 }),
  comment: fc.option(line, { nil: undefined }),
  reasons,
})

/** A table before it knows the others: its own columns and constraints. */
export function ownTable(recipe: TableRecipe, at: number, enums: readonly EnumType[]): Table {
  const name = named(recipe.stem, `t${at}`)
  const columns: Column[] = []
  const checks: Check[] = []
  const add = (column: Column) => columns.push(column)
  const key = (type: string, extra: Partial<Column>) =>
    add({ name: 'id', type, nullable: false, reasons: recipe.reasons, ...extra })
  if (recipe.key === 'uuid') key('uuid', { default: 'gen_random_uuid()' })
  if (recipe.key === 'identity') key('bigint', { identity: 'always' })
  if (recipe.key === 'pair') {
    key('uuid', {})
    add({ name: 'part', type: 'integer', nullable: false, reasons: recipe.reasons })
  }
  recipe.columns.forEach((column, n) => {
    const kind = columnKinds[column.kind % columnKinds.length]
    const previous = columns.findLast((candidate) => candidate.type === 'text' && candidate.generated === undefined)
    if (kind === undefined || (kind.generated?.includes('%') && previous === undefined)) return
    const own = named(column.stem, `c${n}`)
    const fixed = kind.identity !== undefined || kind.generated !== undefined
    add({
      name: own,
      type: kind.type,
      nullable: kind.identity === undefined && column.nullable,
      ...(kind.default !== undefined && column.withDefault && !fixed ? { default: kind.default } : {}),
      ...(kind.identity === undefined ? {} : { identity: kind.identity }),
      ...(kind.generated === undefined
        ? {}
        : { generated: { expression: over(kind.generated, previous?.name ?? own), stored: true } }),
      ...(kind.collation === undefined ? {} : { collation: kind.collation }),
      ...(column.comment === undefined ? {} : { comment: column.comment }),
      reasons: column.reasons,
    })
    const check = kind.checks?.[column.check]
    if (check !== undefined)
      checks.push({ name: named(own, `check_${at}`), expression: over(check, own), reasons: column.reasons })
  })
  recipe.enums.forEach((pick, n) => {
    const type = enums[pick % enums.length]
    if (type === undefined) return
    const written = type.schema === 'public' ? identifier(type.name) : qualified(type.schema, type.name)
    const first = type.values[0] ?? ''
    add({
      name: `e${n}`,
      type: pick % 3 === 0 ? `${written}[]` : written,
      nullable: pick % 2 === 0,
      ...(pick % 3 === 1 ? { default: literal(first) } : {}),
      reasons: recipe.reasons,
    })
  })
  const uniques = uniqueOf(recipe, columns, at)
  return {
    schema: recipe.private ? 'private' : 'public',
    name,
    ...(recipe.comment === undefined ? {} : { comment: recipe.comment }),
    columns,
    ...(recipe.key === 'none'
      ? {}
      : { primaryKey: { name: named(recipe.stem, `pkey_${at}`), columns: recipe.key === 'pair' ? ['part', 'id'] : ['id'] } }),
    uniques,
    checks,
    foreignKeys: [],
    exclusions: exclusionOf(recipe, columns, at),
    indexes: indexesOf(recipe, columns, at),
    triggers: [],
    rowSecurity: recipe.rowSecurity,
    policies: [],
    reasons: recipe.reasons,
  }
}

const comparable = (column: Column) =>
  /^(text|integer|bigint|uuid|date|boolean|timestamptz)$/.test(column.type) && column.generated === undefined

/** Never the primary key again: PostgreSQL leaves out a UNIQUE that repeats another key of the same `create table`. */
function uniqueOf({ unique, reasons: why }: TableRecipe, columns: readonly Column[], at: number): readonly Unique[] {
  const names = columns
    .filter((column) => comparable(column) && column.name !== 'id' && column.name !== 'part')
    .map((column) => column.name)
    .slice(0, ((unique?.take ?? 0) % 3) + 1)
  if (unique === undefined || names.length === 0) return []
  return [
    {
      name: `unique_${at}`,
      columns: names,
      ...(unique.nullsNotDistinct ? { nullsNotDistinct: true } : {}),
      ...(unique.deferrable === undefined ? {} : { deferrable: unique.deferrable }),
      reasons: why,
      purpose: 'one of each',
    },
  ]
}

function exclusionOf({ exclusion, reasons: why }: TableRecipe, columns: readonly Column[], at: number): readonly Exclusion[] {
  const range = columns.find((column) => column.type === 'tstzrange')
  const label = columns.find((column) => column.type === 'text')
  if (exclusion === 0) return []
  const common = {
    name: `exclusion_${at}`,
    reasons: why,
    ...(exclusion === 1 ? { deferrable: 'initially deferred' as const } : {}),
  }
  if (range !== undefined) {
    const where = exclusion === 2 ? { where: `${identifier(range.name)} is not null` } : {}
    return [{ ...common, method: 'gist', elements: [{ expression: range.name, operator: '&&' }], ...where }]
  }
  if (label === undefined || exclusion < 4) return []
  return [{ ...common, method: 'btree', elements: [{ expression: `lower(${identifier(label.name)})`, operator: '=' }] }]
}

function indexesOf({ indexes, reasons: why }: TableRecipe, columns: readonly Column[], at: number): readonly Index[] {
  return indexes.flatMap((pick, n): readonly Index[] => {
    const column = columns[pick % columns.length]
    if (column === undefined) return []
    const base = { name: named(column.name, `idx_${at}_${n}`), unique: false, reasons: why, serves: 'a list' }
    if (column.type === 'jsonb' || column.type === 'text[]' || column.type === 'tsvector')
      return [{ ...base, method: 'gin', keys: [{ column: column.name }] }]
    if (!comparable(column)) return []
    const own = identifier(column.name)
    const other = columns.find((candidate) => candidate !== column && comparable(candidate))
    const second = other === undefined ? [] : [{ column: other.name, descending: true }]
    const variants: readonly Index[] = [
      { ...base, method: 'btree', keys: [{ column: column.name }, ...second] },
      { ...base, method: 'btree', keys: [{ column: column.name, descending: true, nulls: 'last' }], where: `${own} is not null` },
      { ...base, method: 'btree', keys: [{ column: column.name, nulls: 'first' }], unique: true, nullsNotDistinct: true },
      { ...base, method: 'hash', keys: [{ column: column.name }] },
      { ...base, method: 'brin', keys: [{ column: column.name }] },
      { ...base, method: 'btree', keys: [{ column: column.name }], ...(other === undefined ? {} : { include: [other.name] }) },
      { ...base, method: 'btree', keys: [{ expression: `coalesce(${own}, ${own})`, descending: true }] },
      ...(column.type === 'text'
        ? ([
            { ...base, method: 'btree', keys: [{ expression: `lower(${own})`, operatorClass: 'text_pattern_ops' }] },
            { ...base, method: 'btree', keys: [{ column: column.name, operatorClass: 'text_pattern_ops' }], unique: true },
          ] as const)
        : []),
    ]
    const variant = variants[pick % variants.length]
    return variant === undefined || (variant.method === 'brin' && column.type === 'boolean') ? [] : [variant]
  })
}

const actions: readonly ReferentialAction[] = ['no action', 'restrict', 'cascade', 'set null', 'set default']

/** Adds foreign keys to the tables picked, its own and later ones included, with the columns they need. */
export function withForeignKeys(table: Table, recipe: TableRecipe, at: number, all: readonly Table[], accounts: boolean): Table {
  const columns: Column[] = [...table.columns]
  const keys: ForeignKey[] = []
  recipe.keys.forEach(({ target, action, deferrable, nullable }, n) => {
    const chosen = all[target % all.length]
    const onDelete = actions[action % actions.length] ?? 'cascade'
    const common = {
      name: `fkey_${at}_${n}`,
      onDelete,
      onUpdate: actions[(action + 1) % 3] ?? 'cascade',
      ...(deferrable === undefined ? {} : { deferrable }),
      reasons: recipe.reasons,
    } as const
    const column = (name: string, type: string): void => {
      columns.push({ name, type, nullable, reasons: recipe.reasons })
    }
    if (accounts && target % 7 === 0) {
      column(`ref${n}`, 'uuid')
      keys.push({ ...common, columns: [`ref${n}`], references: { schema: 'auth', table: 'users', columns: ['id'] } })
      return
    }
    const primary = chosen?.primaryKey
    if (chosen === undefined || primary === undefined) return
    const types = primary.columns.map((name) => chosen.columns.find((candidate) => candidate.name === name)?.type ?? 'uuid')
    const own = primary.columns.map((_, part) => `ref${n}_${part}`)
    for (const [part, name] of own.entries()) column(name, types[part] ?? 'uuid')
    keys.push({
      ...common,
      columns: own,
      references: { schema: chosen.schema, table: chosen.name, columns: primary.columns },
      ...(onDelete === 'set null' && own.length > 1 ? { onDeleteColumns: own.slice(1) } : {}),
    })
  })
  return { ...table, columns, foreignKeys: keys }
}

/** Adds policies that speak of the row, of the caller and of another table. */
export function withPolicies(
  table: Table,
  recipe: TableRecipe,
  all: readonly Table[],
  roles: readonly string[],
  caller: string,
): Table {
  const column = table.columns[0]
  if (column === undefined) return table
  const own = identifier(column.name)
  const other = all.find((candidate) => candidate.schema === 'public') ?? table
  const conditions = [
    'true',
    `${own} is not null`,
    `(select ${caller}) is not null and ${own} is not null`,
    `exists (select 1 from ${qualified(other.schema, other.name)} as other where other.* is not null and ${own} is null)`,
    `${own} in (select ${own} from ${qualified(table.schema, table.name)})`,
  ]
  const commands = ['select', 'insert', 'update', 'delete', 'all'] as const
  const policies = recipe.policies.map((pick, n): Policy => {
    const command = commands[pick % commands.length] ?? 'all'
    const condition = conditions[pick % conditions.length] ?? 'true'
    const role = roles[pick % roles.length]
    return {
      name: named(recipe.stem, `policy ${n}`),
      command,
      permissive: pick % 4 !== 0,
      roles: pick % 6 === 0 ? ['public'] : pick % 6 === 1 ? [...roles] : [role ?? 'public'],
      ...(command === 'insert' ? {} : { using: condition }),
      ...(command === 'insert' || command === 'update' ? { check: condition } : {}),
      ...(pick % 3 === 0 && recipe.comment !== undefined ? { comment: recipe.comment } : {}),
    }
  })
  return { ...table, policies }
}
