import { literal } from '../../sql/quote.ts'
import type { Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import { type Attack, targetName } from './attack.ts'

/** o: the partitions of a table are read directly, past the policies of the table. */
export const readPartitions: Attack = (stage) => {
  const { anonymous, signedIn } = stage.facts.traits
  return stage.facts.schema.tables
    .filter((table) => table.partitionBy !== undefined)
    .map(
      (table): Probe => ({
        check: 'attack o',
        object: table.name,
        tried: 'read its partitions directly',
        expected: 'none is open',
        touches: [nameOf(table)],
        steps: [
          {
            sql: `select p.relid::regclass::text as partition from pg_partition_tree(${literal(targetName(table))}::regclass) as p join pg_class as c on c.oid = p.relid where p.level > 0 and not c.relrowsecurity and (has_any_column_privilege(${literal(anonymous)}, p.relid, 'select') or has_any_column_privilege(${literal(signedIn)}, p.relid, 'select'))`,
            rows: true,
          },
        ],
        judge: ([outcome]) => ({
          observed: outcome?.rows.map((row) => row.partition).join(', ') || (outcome?.state ?? 'none is open'),
          passed: outcome?.state === undefined && outcome?.count === 0,
        }),
      }),
    )
}
