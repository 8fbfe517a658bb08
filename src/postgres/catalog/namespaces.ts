import type { Extension, Namespace } from '../../schema/namespace.ts'
import type { Reason } from '../../schema/reason.ts'
import { given, listOf, notOfAnExtension, type Scope } from './query.ts'

export const found: readonly Reason[] = [{ kind: 'found' }]

export interface NamespaceRow {
  readonly name: string
  readonly comment: string | null
}

/** `public` is in every database and in no plan. */
export const namespaceQuery = ({ isOurs }: Scope): string => `
  select n.nspname as name, obj_description(n.oid, 'pg_namespace') as comment
  from pg_namespace as n
  where ${isOurs} and n.nspname <> 'public' and ${notOfAnExtension('pg_namespace', 'n.oid')}
  order by n.nspname collate "C"`

export function toNamespace(row: NamespaceRow): Namespace {
  return { name: row.name, ...given('comment', row.comment), reasons: found }
}

export interface ExtensionRow {
  readonly name: string
  readonly schema: string
}

export const extensionQuery = (platforms: readonly string[]): string => `
  select e.extname as name, n.nspname as schema
  from pg_extension as e join pg_namespace as n on n.oid = e.extnamespace
  where e.extname not in ('plpgsql', ${listOf(platforms)})
  order by e.extname collate "C"`

export function toExtension(row: ExtensionRow): Extension {
  return { name: row.name, schema: row.schema, reasons: found }
}
