import { isAffirmed } from '../brief/platform/mentions.ts'
import type { Grant } from '../schema/grant.ts'
import { displayName } from '../schema/lookups.ts'
import { keyOf } from '../schema/order.ts'
import { orderSchema } from '../schema/order-schema.ts'
import type { Platform } from '../schema/platform.ts'
import { emptySchema, type Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { routineSignature } from '../sql/routine-signature.ts'
import type { Draft, DraftTable } from './draft.ts'
import type { TableSketch } from './layout/sketch.ts'

/** The schema of a draft: references completed, accounts that the platform keeps put in the place of the table that stands for them, everything in order. */
export function finishDraft(draft: Draft, managed: readonly TableSketch[], platform: Platform): Schema {
  const stand = new Set(
    managed
      .map(({ table }) => table)
      .filter(({ schema }) => schema === 'public')
      .map(keyOf),
  )
  const isSupabase = platform.kind === 'supabase'
  const toAccounts = (target: { readonly schema: string; readonly table: string; readonly columns: readonly string[] }) => {
    const key = keyOf({ schema: target.schema, name: target.table })
    const isAccount = isSupabase && !draft.tables.has(key) && (stand.has(key) || target.table === 'users')
    return isAccount ? { schema: 'auth', table: 'users', columns: ['id'] } : target
  }
  const tables = [...draft.tables.values()].filter((table) => table.schema !== 'auth' && table.columns.length > 0)
  const complete = (table: DraftTable): Table => ({
    ...table,
    foreignKeys: table.foreignKeys.map((key) => {
      const target = toAccounts(key.references)
      const columns = target.columns.length > 0 ? target.columns : keyColumns(draft, target)
      return { ...key, references: { ...target, columns } }
    }),
  })
  const extensionSchema = isSupabase ? 'extensions' : 'public'
  return orderSchema({
    ...emptySchema(platform),
    namespaces: [...draft.namespaces].filter((name) => name !== 'public').map((name) => ({ name, reasons: [] })),
    extensions: draft.extensions.map((one) => ({ ...one, schema: one.schema === '' ? extensionSchema : one.schema })),
    enums: draft.enums,
    tables: tables.map(complete),
    platformTables: [...draft.elsewhere.values()].map(({ schema, name, triggers }) => ({ schema, name, triggers })),
    views: draft.views,
    routines: draft.routines.map((routine) => ({ ...routine, reasons: [] })),
    grants: draft.grants.final().map((grant) => withSignature(draft, grant)),
  })
}

/** `grant execute on function f`, without a list of arguments, means the one function of that name. */
function withSignature(draft: Draft, grant: Grant): Grant {
  const { kind, schema, name } = grant.object
  if (kind !== 'function' || !name.endsWith('()')) return grant
  const named = draft.routines.filter((routine) => routine.schema === schema && `${routine.name}()` === name)
  const [only] = named
  if (only === undefined || named.length > 1) return grant
  return { ...grant, object: { kind, schema, name: `${only.name}(${routineSignature(only.arguments).join(', ')})` } }
}

function keyColumns(draft: Draft, { schema, table }: { readonly schema: string; readonly table: string }): readonly string[] {
  return draft.tables.get(keyOf({ schema, name: table }))?.primaryKey?.columns ?? ['id']
}

/** The platform a text is written for, by what it speaks of. */
export function platformOf(text: string): Platform {
  const said = /postgres(?:ql)?\s*(?:v(?:ersion)?\.?\s*)?(1[5-8])\b/i.exec(text)?.[1]
  const version = said === undefined ? 17 : Number(said)
  if (/\bauth\.(uid|users|jwt)\b/i.test(text) || isNamed(text, /\bsupabase\b/gi)) return { kind: 'supabase', version }
  return { kind: isNamed(text, /\bneon\b/gi) ? 'neon' : 'postgres', version }
}

/** Whether a line names a product that is used: "without Supabase" does not. */
function isNamed(text: string, product: RegExp): boolean {
  return [...text.matchAll(product)].some(({ 0: name, index }) => {
    const from = text.lastIndexOf('\n', index) + 1
    const [line = ''] = text.slice(from).split('\n', 1)
    return isAffirmed(line, index - from, index - from + name.length)
  })
}

/** The names of tables as people write them, by name, for finding them in prose. */
export function tableNames(draft: Draft): ReadonlyMap<string, DraftTable> {
  return new Map([...draft.tables.values()].map((table) => [displayName(table).toLowerCase(), table]))
}
