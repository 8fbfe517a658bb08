import { constraintNames, displayName } from '../../schema/lookups.ts'
import { partKey } from '../../schema/part-key.ts'
import { meantTypes } from '../../sql/meant-types.ts'
import { parseStatements } from '../../sql/parser/parse-statements.ts'
import { at, listAt } from '../../sql/parser/walk.ts'
import { identifier, qualified } from '../../sql/quote.ts'
import { type Draft, type DraftTable, partOf, placePart, tableIn } from '../draft.ts'
import { readConstraints } from '../spec/column-constraints.ts'
import { readType } from '../spec/column-type.ts'
import { meantTable } from '../spec/meant-table.ts'
import { specWords } from '../spec/spec-words.ts'
import { readTableConstraint } from '../spec/table-constraint.ts'
import { readIndex } from '../sql/index-statement.ts'
import { SourceText } from '../sql/source-text.ts'
import { addColumn, addConstraint } from '../sql/table-elements.ts'
import type { ColumnSketch, ConstraintSketch, TableSketch } from './sketch.ts'

/** Puts what a document says of a table, outside SQL, into the schema. `tables` are the names of all that it describes, which references in words may mean. */
export async function applySketch(draft: Draft, sketch: TableSketch, tables: readonly string[]): Promise<void> {
  const table = tableIn(draft, sketch.table)
  placePart(draft, { kind: 'table', name: displayName(sketch.table) }, sketch.spot)
  if (sketch.comment !== undefined) table.comment ??= sketch.comment
  const read = sketch.columns.flatMap((column) => readColumn(column, tables) ?? [])
  const keys = read.filter(({ constraints }) => constraints.some(isPrimaryKey)).map((column) => column.sketch.name)
  // "PK" beside several columns is one key of them all; of a column by itself PostgreSQL would take the last.
  const columns =
    keys.length < 2
      ? read
      : read.map((column) => ({ ...column, constraints: column.constraints.filter((one) => !isPrimaryKey(one)) }))
  const definitions = await definitionsOf(columns)
  for (const [index, column] of columns.entries()) await applyColumn(draft, table, column, definitions?.[index])
  if (keys.length > 1)
    await applyTableConstraint(draft, table, { text: `primary key (${keys.map(identifier).join(', ')})`, spot: sketch.spot })
  for (const constraint of sketch.constraints) await applyTableConstraint(draft, table, constraint)
}

const isPrimaryKey = (constraint: string): boolean => /^primary key\b/i.test(constraint)

/** A column as it would stand in SQL. */
interface ReadColumn {
  readonly sketch: ColumnSketch
  /** The type as it is written. */
  readonly type: string
  /** Name and type. */
  readonly base: string
  readonly constraints: readonly string[]
  /** Whether its key was taken from its name. */
  readonly isImplied: boolean
}

function readColumn(sketch: ColumnSketch, tables: readonly string[]): ReadColumn | undefined {
  const words = specWords(sketch.spec)
  const type = readType(words, 0, new Set(), true)
  if (type === undefined) return undefined
  const values = type.values === undefined ? [] : [`check (${identifier(sketch.name)} in ${type.values})`]
  const said = readConstraints(words, type.next, sketch.name).map(({ sql }) => sql)
  const described = sketch.description === undefined ? [] : describedConstraints(sketch.description, sketch.name, said)
  const base = `${identifier(sketch.name)} ${known(type.text)}`
  const constraints = unique([...values, ...said, ...described]).map((sql) => withMeantTable(sql, sketch.name, tables))
  const keyed = constraints.some((sql) => sql.startsWith('references')) ? undefined : keyOfName(sketch, tables)
  return {
    sketch,
    type: type.text,
    base,
    constraints: keyed === undefined ? constraints : [...constraints, keyed],
    isImplied: keyed !== undefined,
  }
}

/** A reference to a word that is no table's name, without a column: the table that the word means, or that the column is named for. */
function withMeantTable(sql: string, column: string, tables: readonly string[]): string {
  const word = /^references\s+([^\s.(]+)(?=\s+on\s|$)/i.exec(sql)?.[1]
  if (word === undefined || word === 'users' || tables.includes(word.toLowerCase())) return sql
  const meant = meantTable(word, tables) ?? meantTable(column, tables)
  return meant === undefined ? sql : sql.replace(word, identifier(meant))
}

/** "FK" and nothing more: the table that the column is named for. */
function keyOfName({ name, spec }: ColumnSketch, tables: readonly string[]): string | undefined {
  if (!/(?<!\p{L})(fk|foreign key|klucz obcy)(?!\p{L})/iu.test(spec) || !name.endsWith('_id')) return undefined
  const meant = name === 'user_id' ? 'users' : meantTable(name, tables)
  return meant === undefined ? undefined : `references ${identifier(meant)}`
}

/** A column definition as PostgreSQL reads it, and the SQL that it stands in. */
interface Definition {
  readonly node: unknown
  readonly source: SourceText
}

/** The definitions of a table's columns, read in one go; undefined where PostgreSQL does not read each of them as that column and nothing else. */
async function definitionsOf(columns: readonly ReadColumn[]): Promise<readonly Definition[] | undefined> {
  if (columns.length === 0) return []
  const sql = `create table t (${columns.map(({ base, constraints }) => `${base} ${constraints.join(' ')}`).join(', ')})`
  const parsed = await parseStatements(sql)
  if (!parsed.ok || parsed.statements.length !== 1) return undefined
  const nodes = listAt(parsed.statements[0]?.tree, 'CreateStmt', 'tableElts').map((element) => at(element, 'ColumnDef'))
  const isEach = columns.every(({ sketch }, index) => at(nodes[index], 'colname') === sketch.name)
  if (nodes.length !== columns.length || !isEach) return undefined
  const source = new SourceText(sql)
  return nodes.map((node) => ({ node, source }))
}

async function applyColumn(
  draft: Draft,
  table: DraftTable,
  { sketch, type, base, constraints, isImplied }: ReadColumn,
  definition: Definition | undefined,
): Promise<void> {
  const part = partOf(table, 'column', sketch.name)
  placePart(draft, part, sketch.spot)
  draft.writtenTypes.set(`${part.owner}.${part.name}`, type)
  if (isImplied) draft.impliedKeys.add(partKey(part))
  const before = new Set(constraintNames(table))
  if (definition !== undefined) addColumn(table, definition.node, definition.source)
  else if (!(await addDefinition(table, `${base} ${constraints.join(' ')}`))) {
    const good: string[] = []
    for (const constraint of constraints) {
      if (await parses(`create table t (${base} ${[...good, constraint].join(' ')})`)) good.push(constraint)
      else
        draft.remarks.push({
          code: 'plan/constraint-unreadable',
          severity: 'warning',
          message: `"${constraint}" of ${part.owner}.${part.name} is nothing that PostgreSQL could read.`,
          help: 'Write it as SQL; it is not in the schema that is checked.',
          spot: sketch.spot,
          part,
        })
    }
    await addDefinition(table, `${base} ${good.join(' ')}`)
  }
  for (const name of constraintNames(table))
    if (!before.has(name)) placePart(draft, partOf(table, 'constraint', name), sketch.spot)
}

const parses = async (sql: string): Promise<boolean> => (await parseStatements(sql)).ok

function unique(items: readonly string[]): readonly string[] {
  const kinds = new Set<string>()
  return items.filter((item) => {
    const kind = item.startsWith('check') ? item : (item.split(' ')[0] ?? '')
    if (kinds.has(kind)) return false
    kinds.add(kind)
    return true
  })
}

/** A type of another system under the name PostgreSQL has for it, so that the rest can be tried; the rule on types reports the slip. */
function known(type: string): string {
  const word = /^[a-z0-9_]+/i.exec(type)?.[0] ?? ''
  const meant = meantTypes[word.toLowerCase()]
  return meant === undefined ? type : meant + (meant === 'varchar' ? type.slice(word.length) : '')
}

/** ``Created at (default: `now()`)``, ``refers to `rooms.id` ``, where no other cell says it. */
function describedConstraints(description: string, column: string, said: readonly string[]): readonly string[] {
  const value = /\bdefault:?\s*`([^`]+)`/i.exec(description)?.[1]
  const isKey = said.some((sql) => sql.startsWith('references'))
  const references = isKey
    ? []
    : readConstraints(specWords(description), 0, column).filter(({ sql }) => sql.startsWith('references'))
  return [...(value === undefined ? [] : [`default ${value}`]), ...references.map(({ sql }) => sql)]
}

async function addDefinition(table: DraftTable, definition: string): Promise<boolean> {
  const sql = `create table t (${definition})`
  const parsed = await parseStatements(sql)
  if (!parsed.ok || parsed.statements.length !== 1) return false
  const node = at(parsed.statements[0]?.tree, 'CreateStmt', 'tableElts', 0, 'ColumnDef')
  if (node === undefined) return false
  addColumn(table, node, new SourceText(sql))
  return true
}

/** A constraint said under a table, or a unique index where only that can hold it. */
async function applyTableConstraint(draft: Draft, table: DraftTable, { text, spot }: ConstraintSketch): Promise<void> {
  const read = readTableConstraint(text)
  if (read === undefined) return
  if ('index' in read) {
    const sql = `create ${read.index.replace(/^unique /, `unique index on ${qualified(table.schema, table.name)} `)}`
    const parsed = await parseStatements(sql)
    const node = parsed.ok ? at(parsed.statements[0]?.tree, 'IndexStmt') : undefined
    if (node !== undefined) {
      const index = readIndex(node, table.name, new SourceText(sql))
      const same = table.indexes.some((one) => JSON.stringify(one.keys) === JSON.stringify(index.keys) && one.unique)
      if (!same) table.indexes = [...table.indexes, index]
      placePart(draft, partOf(table, 'index', index.name), spot)
      return
    }
  } else {
    const sql = `create table t (${read.element})`
    const parsed = await parseStatements(sql)
    const node = parsed.ok ? at(listAt(parsed.statements[0]?.tree, 'CreateStmt', 'tableElts')[0], 'Constraint') : undefined
    if (node !== undefined) {
      if (isSaidAlready(table, node)) return
      const name = addConstraint(table, node, new SourceText(sql))
      if (name !== undefined) placePart(draft, partOf(table, 'constraint', name), spot)
      return
    }
  }
  draft.remarks.push({
    code: 'plan/constraint-unreadable',
    severity: 'warning',
    message: `This constraint of ${table.name} is nothing that PostgreSQL could read.`,
    help: 'Write it as SQL; it is not in the schema that is checked.',
    spot,
  })
}

/** Lists under a table often repeat what its columns say. */
function isSaidAlready(table: DraftTable, constraint: unknown): boolean {
  const keys = listAt(constraint, 'keys').map((node) => at(node, 'String', 'sval'))
  const type = at(constraint, 'contype')
  const same = (columns: readonly string[]) =>
    columns.length === keys.length && columns.every((column, index) => column === keys[index])
  if (type === 'CONSTR_PRIMARY') return table.primaryKey !== undefined && same(table.primaryKey.columns)
  return type === 'CONSTR_UNIQUE' && table.uniques.some((one) => same(one.columns))
}
