import type { DraftTable } from '../draft.ts'
import type { Why } from '../why.ts'

/** A table that has nothing yet. */
export function emptyTable(key: string, name: string, why: Why): DraftTable {
  return {
    key,
    name,
    facts: undefined,
    why,
    part: 'entity',
    columns: [],
    primaryKey: [],
    uniques: [],
    checks: [],
    foreignKeys: [],
    exclusions: [],
    indexes: [],
    triggers: [],
  }
}
