import type { Spot } from '../../diagnostic/spot.ts'
import { applyGrant } from '../../plan/read/sql/grants.ts'
import { readPolicy } from '../../plan/read/sql/policy.ts'
import { readRoutine } from '../../plan/read/sql/routine.ts'
import { readViewQuery } from '../../plan/read/sql/view.ts'
import { constraintNames, displayName } from '../../schema/lookups.ts'
import { keyOf } from '../../schema/order.ts'
import type { RowSecurity } from '../../schema/table.ts'
import type { ParsedStatement } from '../../sql/parser/parse-statements.ts'
import type { CreateFunctionStmt, CreatePolicyStmt, GrantStmt, Node } from '../../sql/parser/syntax-tree.ts'
import { at, listAt, textAt } from '../../sql/parser/walk.ts'
import { nameOf } from '../../sql/tokenise.ts'
import { type Draft, type DraftTable, partOf, placePart, tableIn } from '../draft.ts'
import { readIndex } from './index-statement.ts'
import { SourceText } from './source-text.ts'
import { addColumn, addConstraint, names, relationName, replaced } from './table-elements.ts'
import { readTrigger } from './trigger-statement.ts'

/** Where the words of a statement stand in its document, as it was written there, before it was mended. */
export interface Original {
  readonly source: SourceText
  readonly file: string
  readonly offset: number
}

interface Context {
  readonly draft: Draft
  readonly node: unknown
  readonly source: SourceText
  readonly original: Original
}

/** What the model cannot hold of a statement, in words; nothing where it took it all, or where the statement is none of its business. */
type Untold = string | undefined

/** Applies a statement to the schema so far, as PostgreSQL would, and notes where its parts stand. */
export function applyStatement(draft: Draft, statement: ParsedStatement, original: Original): Untold {
  const handler = handlers[statement.kind]
  if (handler === undefined) return undefined
  const isAsWritten = original.source.text === statement.sql
  const source = isAsWritten ? original.source : new SourceText(statement.sql)
  return handler({ draft, node: at(statement.tree, statement.kind), source, original })
}

/** Whether statements of this kind change what a schema holds. */
export const isOfInterest = (kind: string): boolean => handlers[kind] !== undefined

const handlers: Readonly<Record<string, (context: Context) => Untold>> = {
  CreateStmt: createTable,
  AlterTableStmt: alterTable,
  RenameStmt: rename,
  DropStmt: drop,
  IndexStmt: ({ draft, node, source, original }) => {
    const name = relationName(at(node, 'relation'))
    const table = tableIn(draft, name)
    const index = readIndex(node, name.name, source)
    table.indexes = replaced(table.indexes, index)
    placePart(draft, partOf(name, 'index', index.name), whole(original))
    return undefined
  },
  CreatePolicyStmt: ({ draft, node, source, original }) => {
    const name = relationName(at(node, 'table'))
    const policy = readPolicy(node as CreatePolicyStmt, source.text)
    if (draft.tables.has(keyOf(name)) || name.schema === 'public') {
      const table = tableIn(draft, name)
      table.policies = replaced(table.policies, policy)
      placePart(draft, partOf(name, 'policy', policy.name), whole(original))
    }
    return undefined
  },
  CreateEnumStmt: ({ draft, node, original }) => {
    const path = names(listAt(node, 'typeName'))
    const type = { schema: path.length > 1 ? (path[0] ?? '') : 'public', name: path.at(-1) ?? '' }
    const place = draft.enums.findIndex((one) => keyOf(one) === keyOf(type))
    const made = { ...type, values: names(listAt(node, 'vals')), reasons: [] }
    if (place < 0) draft.enums.push(made)
    else draft.enums[place] = made
    placePart(draft, { kind: 'type', name: displayName(type) }, whole(original))
    return undefined
  },
  AlterEnumStmt: ({ draft, node }) => {
    const name = names(listAt(node, 'typeName')).at(-1)
    const place = draft.enums.findIndex((one) => one.name === name)
    const found = draft.enums[place]
    const value = textAt(node, 'newVal')
    if (found !== undefined && value !== undefined && !found.values.includes(value))
      draft.enums[place] = { ...found, values: [...found.values, value] }
    return undefined
  },
  CreateTrigStmt: ({ draft, node, source, original }) => {
    const name = relationName(at(node, 'relation'))
    const trigger = readTrigger(node, source)
    if (typeof trigger === 'string') return trigger
    const owner = name.schema === 'public' ? tableIn(draft, name) : elsewhere(draft, name)
    owner.triggers = replaced(owner.triggers, trigger)
    placePart(draft, partOf(name, 'trigger', trigger.name), whole(original))
    return undefined
  },
  CreateFunctionStmt: ({ draft, node, source, original }) => {
    const routine = readRoutine(node as CreateFunctionStmt, source.text)
    if (typeof routine === 'string') return routine
    const same = draft.routines.findIndex((one) => keyOf(one) === keyOf(routine) && one.arguments === routine.arguments)
    if (same < 0) draft.routines.push(routine)
    else draft.routines[same] = routine
    placePart(draft, { kind: 'function', name: displayName(routine) }, whole(original))
    return undefined
  },
  ViewStmt: ({ draft, node, source, original }) => {
    const name = relationName(at(node, 'view'))
    addView(draft, name, readViewQuery(source.text, false, listAt(node, 'options') as readonly Node[]), whole(original))
    return undefined
  },
  CreateTableAsStmt: ({ draft, node, source, original }) => {
    if (textAt(node, 'objtype') !== 'OBJECT_MATVIEW') return 'a table made by a query'
    addView(draft, relationName(at(node, 'into', 'rel')), readViewQuery(source.text, true, []), whole(original))
    return undefined
  },
  CreateExtensionStmt: ({ draft, node, original }) => {
    const name = textAt(node, 'extname') ?? ''
    const schema = listAt(node, 'options').map((option) => textAt(option, 'DefElem', 'arg', 'String', 'sval'))[0]
    if (!draft.extensions.some((one) => one.name === name)) draft.extensions.push({ name, schema: schema ?? '', reasons: [] })
    placePart(draft, { kind: 'extension', name }, whole(original))
    return undefined
  },
  CreateSchemaStmt: ({ draft, node }) => {
    draft.namespaces.add(textAt(node, 'schemaname') ?? '')
    return undefined
  },
  GrantStmt: ({ draft, node, source, original }) => {
    const isView = (schema: string, name: string) => draft.views.some((view) => view.schema === schema && view.name === name)
    for (const object of listAt(node, 'objects')) {
      const relation = relationName(at(object, 'RangeVar'))
      const { name } = relation
      const partition = draft.partitions.find(({ table }) => keyOf(table) === keyOf(relation))
      if (partition !== undefined && at(node, 'is_grant') !== true) partition.isRevoked = true
      if (name !== '') placePart(draft, { kind: 'grant', name }, whole(original))
    }
    return applyGrant(node as GrantStmt, source.text, draft.grants, isView) === undefined
      ? undefined
      : 'a grant on many objects at once'
  },
  CommentStmt: ({ draft, node }) => {
    const path = names(listAt(node, 'object', 'List', 'items'))
    const text = textAt(node, 'comment') ?? ''
    const kind = textAt(node, 'objtype')
    const tablePath = kind === 'OBJECT_COLUMN' ? path.slice(0, -1) : path
    if (kind !== 'OBJECT_TABLE' && kind !== 'OBJECT_COLUMN') return undefined
    const table = draft.tables.get(
      keyOf({ schema: tablePath.length > 1 ? (tablePath[0] ?? '') : 'public', name: tablePath.at(-1) ?? '' }),
    )
    if (table === undefined) return undefined
    if (kind === 'OBJECT_TABLE') table.comment = text
    else table.columns = table.columns.map((column) => (column.name === path.at(-1) ? { ...column, comment: text } : column))
    return undefined
  },
}

function addView(
  draft: Draft,
  name: { schema: string; name: string },
  query: ReturnType<typeof readViewQuery>,
  spot: Spot,
): void {
  const view = { ...name, columns: [], reasons: [], ...query }
  const place = draft.views.findIndex((one) => keyOf(one) === keyOf(name))
  if (place < 0) draft.views.push(view)
  else draft.views[place] = view
  placePart(draft, { kind: 'view', name: displayName(name) }, spot)
}

function elsewhere(draft: Draft, name: { schema: string; name: string }) {
  const own = draft.tables.get(keyOf(name))
  if (own !== undefined) return own
  const found = draft.elsewhere.get(keyOf(name)) ?? { ...name, triggers: [] }
  draft.elsewhere.set(keyOf(name), found)
  return found
}

function whole({ source, file, offset }: Original): Spot {
  const [first] = source.tokens
  return { file, start: offset + (first?.start ?? 0), end: offset + source.text.trimEnd().length }
}

/** The stretch of an element of a `create table`: from its first word to the comma, found by the word it begins with. */
function elementSpot({ source, file, offset }: Original, word: string): Spot | undefined {
  const open = source.find('(', 0)
  for (const [from, to] of source.list(open)) {
    const token = source.tokens[from]
    const last = source.tokens[to - 1]
    if (token !== undefined && last !== undefined && token.kind === 'word' && nameOf(token) === word)
      return { file, start: offset + token.start, end: offset + last.end }
  }
  return undefined
}

function createTable({ draft, node, source, original }: Context): Untold {
  const name = relationName(at(node, 'relation'))
  const isPartition = at(node, 'partbound') !== undefined
  if (isPartition) {
    const of = relationName(at(node, 'inhRelations', 0, 'RangeVar'))
    const text = original.source.text.trim()
    draft.partitions.push({ table: name, of, text, spot: whole(original), isRevoked: false })
    return 'a partition; the table it is part of is'
  }
  const table = tableIn(draft, name)
  placePart(draft, { kind: 'table', name: displayName(name) }, whole(original))
  // A column's constraints may name later columns, so the columns come first.
  const elements = listAt(node, 'tableElts')
  for (const element of elements) {
    const definition = at(element, 'ColumnDef')
    if (definition !== undefined)
      placeColumn(draft, table, definition, source, elementSpot(original, textAt(definition, 'colname') ?? ''))
  }
  for (const element of elements) {
    const constraint = at(element, 'Constraint')
    if (constraint === undefined) continue
    const added = addConstraint(table, constraint, source)
    if (added !== undefined) placeNamed(draft, name, added, constraint, source, original)
  }
  const partition = source.find('partition', source.closing(source.find('(', 0)))
  if (at(node, 'partspec') !== undefined) table.partitionBy = source.between(partition + 2, source.tokens.length)
  return undefined
}

function placeColumn(draft: Draft, table: DraftTable, definition: unknown, source: SourceText, spot: Spot | undefined): void {
  const before = new Set(constraintNames(table))
  const written = addColumn(table, definition, source)
  const part = partOf(table, 'column', textAt(definition, 'colname') ?? '')
  draft.writtenTypes.set(`${part.owner}.${part.name}`, written)
  if (spot === undefined) return
  placePart(draft, part, spot)
  for (const name of constraintNames(table)) if (!before.has(name)) placePart(draft, partOf(table, 'constraint', name), spot)
}

/** A table constraint is found by its name, or by its kind and columns. */
function placeNamed(
  draft: Draft,
  table: { schema: string; name: string },
  name: string,
  constraint: unknown,
  source: SourceText,
  original: Original,
): void {
  const location = at(constraint, 'location')
  const start = source.tokenAt(typeof location === 'number' ? location : 0)
  const said = source.between(
    start,
    source.until(start, (token) => source.tokens[token]?.text === ','),
  )
  const found = original.source.text.indexOf(said)
  if (said === '' || found < 0) return
  const from = original.offset + found
  placePart(draft, partOf(table, 'constraint', name), { file: original.file, start: from, end: from + said.length })
}

const rowSecurity: Readonly<Record<string, (before: RowSecurity) => RowSecurity>> = {
  AT_EnableRowSecurity: (before) => (before === 'forced' ? 'forced' : 'on'),
  AT_ForceRowSecurity: () => 'forced',
  AT_NoForceRowSecurity: (before) => (before === 'forced' ? 'on' : before),
  AT_DisableRowSecurity: () => 'off',
}

function alterTable({ draft, node, source, original }: Context): Untold {
  const name = relationName(at(node, 'relation'))
  if (name.schema !== 'public' && !draft.tables.has(keyOf(name))) return undefined
  const table = tableIn(draft, name)
  const spot = whole(original)
  let untold: Untold
  for (const command of listAt(node, 'cmds')) {
    const change = at(command, 'AlterTableCmd')
    const kind = textAt(change, 'subtype') ?? ''
    const target = textAt(change, 'name')
    const security = rowSecurity[kind]
    const alter = (change: (column: DraftTable['columns'][number]) => DraftTable['columns'][number]) => {
      table.columns = table.columns.map((column) => (column.name === target ? change(column) : column))
    }
    if (security !== undefined) {
      table.rowSecurity = security(table.rowSecurity)
      placePart(draft, partOf(name, 'row security', name.name), spot)
    } else if (kind === 'AT_AddColumn') placeColumn(draft, table, at(change, 'def', 'ColumnDef'), source, spot)
    else if (kind === 'AT_AddConstraint') {
      const added = addConstraint(table, at(change, 'def', 'Constraint'), source)
      if (added !== undefined) placePart(draft, partOf(name, 'constraint', added), spot)
    } else if (kind === 'AT_DropColumn') table.columns = table.columns.filter((column) => column.name !== target)
    else if (kind === 'AT_SetNotNull') alter((column) => ({ ...column, nullable: false }))
    else if (kind === 'AT_DropNotNull') alter((column) => ({ ...column, nullable: true }))
    else if (kind === 'AT_ColumnDefault') {
      const from = source.find('default', 0) + 1
      const value =
        at(change, 'def') === undefined
          ? undefined
          : source.between(
              from,
              source.until(from, (token) => source.tokens[token]?.text === ','),
            )
      alter(({ default: _, ...column }) => (value === undefined ? column : { ...column, default: value }))
    } else if (kind === 'AT_DropConstraint') {
      const others = <T extends { readonly name: string }>(items: readonly T[]) => items.filter((one) => one.name !== target)
      table.checks = others(table.checks)
      table.uniques = others(table.uniques)
      table.foreignKeys = others(table.foreignKeys)
    } else if (kind !== 'AT_ChangeOwner') untold = 'this change of a table'
  }
  return untold
}

function rename({ draft, node }: Context): Untold {
  const name = relationName(at(node, 'relation'))
  const to = textAt(node, 'newname') ?? ''
  const table = draft.tables.get(keyOf(name))
  if (table === undefined) return undefined
  if (textAt(node, 'renameType') === 'OBJECT_TABLE') {
    draft.tables.delete(keyOf(name))
    draft.tables.set(keyOf({ schema: name.schema, name: to }), Object.assign(table, { name: to }))
  } else if (textAt(node, 'renameType') === 'OBJECT_COLUMN') {
    table.columns = table.columns.map((column) => (column.name === textAt(node, 'subname') ? { ...column, name: to } : column))
  }
  return undefined
}

/** `drop table`, `drop policy`, `drop index`; scripts that begin with `drop … if exists` clear the way for what follows. */
function drop({ draft, node }: Context): Untold {
  const kind = textAt(node, 'removeType')
  for (const object of listAt(node, 'objects')) {
    const path = names(listAt(object, 'List', 'items'))
    const last = path.at(-1) ?? ''
    if (kind === 'OBJECT_TABLE') draft.tables.delete(keyOf({ schema: path.length > 1 ? (path[0] ?? '') : 'public', name: last }))
    if (kind === 'OBJECT_INDEX')
      for (const table of draft.tables.values()) table.indexes = table.indexes.filter((index) => index.name !== last)
    if (kind === 'OBJECT_POLICY' || kind === 'OBJECT_TRIGGER') {
      const owner = draft.tables.get(keyOf({ schema: path.length > 2 ? (path[0] ?? '') : 'public', name: path.at(-2) ?? '' }))
      if (owner === undefined) continue
      owner.policies = kind === 'OBJECT_POLICY' ? owner.policies.filter((policy) => policy.name !== last) : owner.policies
      owner.triggers = kind === 'OBJECT_TRIGGER' ? owner.triggers.filter((trigger) => trigger.name !== last) : owner.triggers
    }
  }
  return undefined
}
