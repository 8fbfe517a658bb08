import { displayName } from '../../schema/lookups.ts'
import { keyOf } from '../../schema/order.ts'
import type { Schema } from '../../schema/schema.ts'
import type { PlatformTable } from '../../schema/table.ts'
import type { Change } from '../change.ts'
import { type Differences, differencesOf, matchBy } from './differences.ts'
import { grantChanges } from './grants.ts'
import { routineChanges } from './routines.ts'
import { tableChanges } from './tables.ts'
import { triggerChanges } from './triggers.ts'

/**
 * What has to be done so that a database that holds `from` holds `to`, one typed change per object, in no particular order. Objects are the same when
 * they have the same name: what was renamed has been renamed before (see `renames.ts`). Both schemas have to be spelled as PostgreSQL spells them
 * (`readCatalog`, `canonicalSchema`), or every other spelling of an expression is a change. The order of columns is no difference: nothing but a new table
 * changes it.
 */
export function diff(from: Schema, to: Schema): readonly Change[] {
  const differences = differencesOf(from, to)
  return [
    ...namespaceChanges(from, to, differences),
    ...extensionChanges(from, to, differences),
    ...typeChanges(from, to, differences),
    ...tableChanges(from, to, differences),
    ...platformTableChanges(from, to, differences),
    ...viewChanges(from, to, differences),
    ...routineChanges(from, to, differences),
    ...grantChanges(from, to),
  ]
}

function namespaceChanges(from: Schema, to: Schema, { of }: Differences): readonly Change[] {
  const { gone, both, came } = matchBy(from.namespaces, to.namespaces, ({ name }) => name)
  return [
    ...gone.map((one): Change => ({ kind: 'drop schema', from: one })),
    ...came.map((one): Change => ({ kind: 'create schema', to: one })),
    ...both
      .filter((pair) => of('schema', pair.to.name).has('comment'))
      .map((pair): Change => ({ kind: 'comment on schema', ...pair })),
  ]
}

function extensionChanges(from: Schema, to: Schema, { of }: Differences): readonly Change[] {
  const { gone, both, came } = matchBy(from.extensions, to.extensions, ({ name }) => name)
  return [
    ...gone.map((one): Change => ({ kind: 'drop extension', from: one })),
    ...came.map((one): Change => ({ kind: 'create extension', to: one })),
    ...both.filter((pair) => of('extension', pair.to.name).size > 0).map((pair): Change => ({ kind: 'move extension', ...pair })),
  ]
}

function typeChanges(from: Schema, to: Schema, { of }: Differences): readonly Change[] {
  const { gone, both, came } = matchBy(from.enums, to.enums, keyOf)
  return [
    ...gone.map((one): Change => ({ kind: 'drop type', from: one })),
    ...came.map((one): Change => ({ kind: 'create type', to: one })),
    ...both.flatMap((pair): readonly Change[] => {
      const aspects = of('type', displayName(pair.to))
      const comment: readonly Change[] = aspects.has('comment') ? [{ kind: 'comment on type', ...pair }] : []
      if (!aspects.has('values')) return comment
      const kept = pair.to.values.filter((value) => pair.from.values.includes(value))
      const isGrown = kept.join('\u0000') === pair.from.values.join('\u0000')
      const change: Change = isGrown
        ? { kind: 'add values', ...pair, added: pair.to.values.filter((value) => !pair.from.values.includes(value)) }
        : { kind: 'rebuild type', ...pair, dropped: pair.from.values.filter((value) => !pair.to.values.includes(value)) }
      return [change, ...comment]
    }),
  ]
}

function platformTableChanges(from: Schema, to: Schema, differences: Differences): readonly Change[] {
  const bare = (table: PlatformTable): PlatformTable => ({ ...table, triggers: [] })
  const { gone, both, came } = matchBy(from.platformTables, to.platformTables, keyOf)
  const pairs = [
    ...gone.map((one) => ({ from: one, to: bare(one) })),
    ...both,
    ...came.map((one) => ({ from: bare(one), to: one })),
  ]
  return pairs.flatMap((pair) => triggerChanges(pair.from, pair.to, differences))
}

function viewChanges(from: Schema, to: Schema, { of }: Differences): readonly Change[] {
  const { gone, both, came } = matchBy(from.views, to.views, keyOf)
  return [
    ...gone.map((one): Change => ({ kind: 'drop view', from: one })),
    ...came.map((one): Change => ({ kind: 'create view', to: one })),
    ...both.flatMap((pair): readonly Change[] => {
      const name = displayName(pair.to)
      const own = of('view', name)
      const ofColumns = pair.to.columns.flatMap((column) => [...of('view column', `${name}.${column.name}`)])
      const all = new Set([...own, ...ofColumns])
      const isOther = [...all].some((aspect) => aspect !== 'comment')
      if (isOther) return [{ kind: 'replace view', ...pair }]
      return all.size > 0 ? [{ kind: 'comment on view', ...pair }] : []
    }),
  ]
}
