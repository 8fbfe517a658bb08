const short: Readonly<Record<string, string>> = {
  'character varying': 'varchar',
  character: 'char',
  'double precision': 'float8',
  real: 'float4',
  int: 'integer',
  int4: 'integer',
  int8: 'bigint',
  int2: 'smallint',
  bool: 'boolean',
  decimal: 'numeric',
  'bit varying': 'varbit',
}
const zoned: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  'timestamp without time zone': 'timestamp',
  'time with time zone': 'timetz',
  'time without time zone': 'time',
}

/**
 * A type as `schema/column.ts` spells it, from what `format_type` prints: `character varying(20)[]` → `varchar(20)[]`,
 * `timestamp(3) with time zone` → `timestamptz(3)`. The prefix `public.` falls away. A name it does not know stays as it is.
 */
export function shortType(formatted: string): string {
  const text = formatted.trim()
  if (text.endsWith('[]')) return `${shortType(text.slice(0, -2))}[]`
  const bare = text.startsWith('public.') ? text.slice('public.'.length) : text
  const open = bare.startsWith('"') ? -1 : bare.indexOf('(')
  const close = bare.indexOf(')', open)
  if (open < 0 || close < 0) return zoned[bare] ?? short[bare] ?? bare
  const name = `${bare.slice(0, open).trimEnd()}${bare.slice(close + 1)}`
  return `${zoned[name] ?? short[name] ?? name}${bare.slice(open, close + 1)}`
}
