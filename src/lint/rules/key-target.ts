import type { ForeignKey } from '../../schema/constraint.ts'
import { displayName, findColumn, uniqueKeys } from '../../schema/lookups.ts'
import type { Table } from '../../schema/table.ts'
import { type LintFacts, partIn } from '../facts.ts'
import type { Found, Rule } from '../rule.ts'

/** A foreign key references columns that are there, unique, and of its own type. */
export const keyTarget: Rule = {
  code: 'key/target',
  severity: 'error',
  what: 'A foreign key references a table or column that is not there, is not unique, or is of another type.',
  why: 'PostgreSQL refuses to create it (42P01, 42703, 42830, 42804).',
  advice: 'Reference the primary key of a table of the plan, with a column of the same type.',
  fails:
    'create table flights (id uuid primary key, pilot_id bigint references pilots (id) on delete cascade); create index on flights (pilot_id); alter table flights enable row level security;',
  passes: `create table pilots (id uuid primary key); alter table pilots enable row level security;
create table flights (id uuid primary key, pilot_id uuid references pilots (id) on delete cascade); create index on flights (pilot_id); alter table flights enable row level security;`,
  check: (facts) => facts.schema.tables.flatMap((table) => table.foreignKeys.flatMap((key) => judge(facts, table, key))),
}

function judge(facts: LintFacts, table: Table, key: ForeignKey): readonly Found[] {
  const { schema, table: name, columns } = key.references
  const [column = ''] = key.columns
  const found = (message: string): readonly Found[] => [{ part: partIn(table, 'column', column), message }]
  const from = `${displayName(table)}.${key.columns.join(', ')}`
  const missing = key.columns.find((one) => findColumn(table, one) === undefined)
  if (missing !== undefined)
    return [
      {
        part: partIn(table, 'table', table.name),
        message: `A foreign key of ${displayName(table)} is on ${missing}, which is no column of it.`,
      },
    ]
  if (schema === facts.traits.accounts?.schema && name === facts.traits.accounts.table) {
    const type = findColumn(table, column)?.type
    return type === 'uuid' ? [] : found(`${from} is ${type}, and the key of ${schema}.${name} is uuid.`)
  }
  const target = facts.table(schema, name)
  if (target === undefined)
    return schema === 'public' ? found(`${from} references ${name}, which is no table of this schema.`) : []
  const to = `${displayName(target)} (${columns.join(', ')})`
  const absent = columns.find((one) => findColumn(target, one) === undefined)
  if (absent !== undefined) return found(`${from} references ${displayName(target)}.${absent}, which is not there.`)
  const isKey = uniqueKeys(target).some((list) => list.length === columns.length && list.every((one) => columns.includes(one)))
  const isIndexed = target.indexes.some(
    (index) => index.unique && index.where === undefined && index.keys.every((one) => columns.includes(one.column ?? '')),
  )
  if (!isKey && !isIndexed) return found(`${from} references ${to}, which no unique constraint covers.`)
  return key.columns.flatMap((one, at) => {
    const [own, its] = [findColumn(table, one)?.type, findColumn(target, columns[at] ?? '')?.type]
    return own === undefined || its === undefined || sameFamily(own, its)
      ? []
      : found(`${displayName(table)}.${one} is ${own}, and ${displayName(target)}.${columns[at]} is ${its}.`)
  })
}

const families: readonly ReadonlySet<string>[] = [
  new Set(['smallint', 'integer', 'bigint', 'numeric']),
  new Set(['text', 'varchar', 'char', 'bpchar']),
]

/** PostgreSQL compares types of one family; numbers of two widths work, if slowly. */
function sameFamily(left: string, right: string): boolean {
  const base = (type: string) => type.replace(/\(.*$/, '')
  return base(left) === base(right) || families.some((family) => family.has(base(left)) && family.has(base(right)))
}
