import type { EnumType } from '../../schema/enum-type.ts'
import { found } from './namespaces.ts'
import { given, isUserObject, notOfAnExtension, type Scope } from './query.ts'

export interface EnumRow {
  readonly schema: string
  readonly name: string
  readonly values: readonly string[]
  readonly comment: string | null
}

export const enumQuery = ({ isOurs }: Scope): string => `
  select n.nspname as schema, t.typname as name, obj_description(t.oid, 'pg_type') as comment,
    array(select e.enumlabel::text from pg_enum as e where e.enumtypid = t.oid order by e.enumsortorder) as values
  from pg_type as t join pg_namespace as n on n.oid = t.typnamespace
  where ${isUserObject('t.oid')} and t.typtype = 'e' and ${isOurs} and ${notOfAnExtension('pg_type', 't.oid')}`

export function toEnum(row: EnumRow): EnumType {
  return { schema: row.schema, name: row.name, values: row.values, ...given('comment', row.comment), reasons: found }
}
