import { displayName } from '../../schema/lookups.ts'
import { meantTypes } from '../../sql/meant-types.ts'
import { beginsType } from '../../sql/parser/normalise-type.ts'
import { partIn } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** Types that extensions bring. */
const ofExtensions: ReadonlySet<string> = new Set(
  'citext vector halfvec sparsevec hstore ltree lquery geometry geography cube seg isbn ean13'.split(' '),
)

/** Every type is PostgreSQL's, the schema's own, or an extension's. */
export const unknownType: Rule = {
  code: 'type/unknown',
  severity: 'error',
  what: 'A column has a type that neither PostgreSQL nor the schema has.',
  why: 'The table cannot be created (42704).',
  advice: 'Correct the slip, or create the type first.',
  fails: 'create table gauges (id uuid primary key, read_at timestampz not null); alter table gauges enable row level security;',
  passes:
    "create type gauge_kind as enum ('wind', 'rain'); create table gauges (id uuid primary key, kind gauge_kind not null, read_at timestamptz not null); alter table gauges enable row level security;",
  check: (facts) => {
    const own = new Set(
      [...facts.schema.enums, ...facts.schema.tables, ...facts.schema.views].flatMap((one) => [
        one.name,
        `${one.schema}.${one.name}`,
      ]),
    )
    return facts.schema.tables.flatMap((table) =>
      table.columns.flatMap((column) => {
        const written = facts.writtenType(table, column.name) ?? column.type
        const word = /^[\w."]+/.exec(written)?.[0]?.replaceAll('"', '').toLowerCase() ?? ''
        const local = word.split('.').at(-1) ?? ''
        const isKnown =
          beginsType(local) ||
          own.has(word) ||
          own.has(local) ||
          ofExtensions.has(local) ||
          (word.includes('.') && !word.startsWith('public.'))
        const sized = sizedText.exec(written)?.[1]
        if (sized !== undefined)
          return [
            {
              part: partIn(table, 'column', column.name),
              message: `${displayName(table)}.${column.name} is text(${sized}); text takes no length in PostgreSQL: varchar(${sized}) is meant.`,
              replace: { from: /\btext(?=\s*\()/i, by: 'varchar' },
            },
          ]
        if (word === '' || isKnown) return []
        const right = meantTypes[local]
        return [
          {
            part: partIn(table, 'column', column.name),
            message: `${displayName(table)}.${column.name} has the type "${word}", which PostgreSQL does not know${right === undefined ? ' and this schema does not create' : `: ${right} is meant`}.`,
            ...(right === undefined
              ? { help: `Create it first, as in: create type ${local} as enum (…).` }
              : {
                  replace: {
                    from: new RegExp(`\\b${local}\\b${takesSize.test(right) ? '' : '(?:\\s*\\(\\s*\\d+\\s*\\))?'}`, 'i'),
                    by: right,
                  },
                }),
          },
        ]
      }),
    )
  },
}

const sizedText = /^text\s*\((\d+)\)/i

/** Types that a size may stand behind: `nvarchar(80)`, but not `tinyint(1)`. */
const takesSize = /^(varchar|char|numeric|timestamptz|timestamp|time)\b/
