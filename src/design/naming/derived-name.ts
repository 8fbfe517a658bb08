import { objectName } from '../../schema/names.ts'

/** What a constraint or an index is, as the end of its name. */
export type NameSuffix = 'pkey' | 'key' | 'fkey' | 'check' | 'excl' | 'idx'

/** `<table>_<columns>_<suffix>`, as PostgreSQL itself would name it. */
export function derivedName(table: string, columns: readonly string[], suffix: NameSuffix): string {
  return objectName(table, suffix === 'pkey' ? '' : columns.join('_'), suffix)
}
