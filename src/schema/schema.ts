import type { Access } from './access.ts'
import type { EnumType } from './enum-type.ts'
import type { Grant } from './grant.ts'
import type { Extension, Namespace } from './namespace.ts'
import type { Platform } from './platform.ts'
import type { Routine } from './routine.ts'
import type { PlatformTable, Table } from './table.ts'
import type { View } from './view.ts'

/** The model: everything that a plan holds about the database, as plain readonly data. */
export interface Schema {
  readonly platform: Platform
  readonly namespaces: readonly Namespace[]
  readonly extensions: readonly Extension[]
  readonly enums: readonly EnumType[]
  readonly tables: readonly Table[]
  readonly platformTables: readonly PlatformTable[]
  readonly views: readonly View[]
  readonly routines: readonly Routine[]
  readonly grants: readonly Grant[]
  readonly access: Access
}

export function emptySchema(platform: Platform): Schema {
  return {
    platform,
    namespaces: [],
    extensions: [],
    enums: [],
    tables: [],
    platformTables: [],
    views: [],
    routines: [],
    grants: [],
    access: { groups: [], rules: [] },
  }
}
