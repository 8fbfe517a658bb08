import { isUserObject, notOfAnExtension } from '../../postgres/catalog/query.ts'
import { literal } from '../../sql/quote.ts'
import type { Session } from '../session.ts'

/** Tables and sequences, but for PostgreSQL's own, temporary ones and those of extensions. */
const relations = (kind: 'r' | 'S', beside = '') => `
  from pg_class as c ${beside}
  where c.relkind = '${kind}' and c.relpersistence <> 't' and ${isUserObject('c.oid')} and ${notOfAnExtension('pg_class', 'c.oid')}`

const name = `format('%I.%I', c.relnamespace::regnamespace::text, c.relname)`

const tablesQuery = `
select ${name} as name, (
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
  from pg_attribute as a
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
) as columns
${relations('r')}
order by 1`

/** Function of PostgreSQL 18, which the embedded one is. */
const sequencesQuery = `
select ${name} as name, s.last_value::text as last, s.is_called as called
${relations('S', 'cross join lateral pg_get_sequence_data(c.oid) as s')}
order by 1`

/**
 * All rows of an embedded database, and how far its sequences are, as statements for another one that has the same tables. They are written as they are: no
 * trigger runs and no key is looked up.
 */
export async function copyRows(session: Session): Promise<string> {
  const tables = (await session.rows(tablesQuery)).map((row) => ({ name: String(row.name), columns: String(row.columns ?? '') }))
  const contents = tables.map((table) => `(select array_agg(dbplan_row)::text from only ${table.name} as dbplan_row)`)
  const [found] = await session.rows(`select array[${contents.join(', ')}]::text[] as contents`)
  const sequences = await session.rows(sequencesQuery)
  const rows = found?.contents as readonly (string | null)[] | undefined
  return [
    'begin; set local session_replication_role = replica',
    ...tables.flatMap(({ name, columns }, at) => {
      const all = rows?.[at] ?? undefined
      if (all === undefined) return []
      return [
        `delete from only ${name}`,
        `insert into ${name} (${columns}) overriding system value select ${columns} from unnest(${literal(all)}::${name}[])`,
      ]
    }),
    ...sequences.map(({ name, last, called }) => `select setval(${literal(String(name))}, ${last}, ${called})`),
    'commit',
  ].join(';\n')
}
