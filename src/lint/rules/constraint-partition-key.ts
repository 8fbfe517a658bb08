import { displayName } from '../../schema/lookups.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** The keys of a partitioned table hold the columns it is partitioned by. */
export const partitionKey: Rule = {
  code: 'constraint/partition-key',
  severity: 'error',
  what: 'A primary key or unique constraint of a partitioned table leaves out a column it is partitioned by.',
  why: 'PostgreSQL checks uniqueness partition by partition, and refuses such a key (0A000); with it goes every foreign key to it.',
  advice: 'Add the partition column to the key, or do not partition: a million rows need none.',
  fails:
    'create table readings (id uuid primary key, taken_on date not null) partition by range (taken_on); alter table readings enable row level security;',
  passes:
    'create table readings (id uuid not null, taken_on date not null, primary key (id, taken_on)) partition by range (taken_on); alter table readings enable row level security;',
  check: ({ schema }) =>
    schema.tables.flatMap((table) => {
      const columns =
        /\(([^)]*)\)/
          .exec(table.partitionBy ?? '')?.[1]
          ?.split(',')
          .map((name) => name.trim()) ?? []
      const keys = [...(table.primaryKey === undefined ? [] : [table.primaryKey]), ...table.uniques]
      return keys.flatMap((key) => {
        const left = columns.filter((column) => !key.columns.includes(column))
        return left.length === 0
          ? []
          : [
              {
                part: partIn(table, 'constraint', key.name),
                message: `${key.name} of ${displayName(table)} leaves out ${left.join(', ')}, by which the table is partitioned.`,
              },
            ]
      })
    }),
}
