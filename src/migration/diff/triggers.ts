import type { PlatformTable, Table } from '../../schema/table.ts'
import type { Change } from '../change.ts'
import { type Differences, matchBy } from './differences.ts'

export function triggerChanges(
  from: Table | PlatformTable,
  to: Table | PlatformTable,
  { ofPart }: Differences,
): readonly Change[] {
  const { gone, both, came } = matchBy(from.triggers, to.triggers, ({ name }) => name)
  return [
    ...gone.map((one): Change => ({ kind: 'drop trigger', table: from, from: one })),
    ...came.map((one): Change => ({ kind: 'create trigger', table: to, to: one })),
    ...both
      .filter((pair) => ofPart('trigger', to, pair.to.name).size > 0)
      .map((pair): Change => ({ kind: 'replace trigger', table: to, ...pair })),
  ]
}
