import { displayName } from '../../schema/lookups.ts'
import { identifier, shortName } from '../../sql/quote.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** `gen_random_uuid()` needs no extension. */
export const uuidFunction: Rule = {
  code: 'type/uuid-function',
  severity: 'note',
  what: 'Keys come from uuid_generate_v4(), from a version of PostgreSQL that the plan is not for, or from another database: uuid(), newid().',
  why: 'It needs the extension uuid-ossp on the search path; uuidv7() came with PostgreSQL 18.',
  advice: 'Use gen_random_uuid(), which every PostgreSQL has.',
  fails: 'create table gauges (id uuid primary key default uuid_generate_v4()); alter table gauges enable row level security;',
  passes: 'create table gauges (id uuid primary key default gen_random_uuid()); alter table gauges enable row level security;',
  check: ({ schema }) =>
    schema.tables.flatMap((table) =>
      table.columns.flatMap((column) => {
        const called = /\b(?:extensions\.)?(uuid_generate_v4|uuidv7|uuid|uuid_v4|uuidv4|newid)\(\)/i
          .exec(column.default ?? '')?.[1]
          ?.toLowerCase()
        if (called === undefined || (called === 'uuidv7' && schema.platform.version >= 18)) return []
        return [
          {
            part: partIn(table, 'column', column.name),
            message: `${displayName(table)}.${column.name} defaults to ${called}(), which ${called === 'uuid_generate_v4' ? 'needs an extension' : `PostgreSQL ${schema.platform.version} does not have`}.`,
            sql: `alter table ${shortName(table)} alter column ${identifier(column.name)} set default gen_random_uuid()`,
            replace: {
              from: /\b(?:extensions\.)?(?:uuid_generate_v4|uuidv7|uuid|uuid_v4|uuidv4|newid)\(\)/i,
              by: 'gen_random_uuid()',
            },
          },
        ]
      }),
    ),
}
