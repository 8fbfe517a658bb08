import type { Deferral } from '../../schema/constraint.ts'
import type { Trigger, TriggerEvent } from '../../schema/trigger.ts'
import { qualified } from '../../sql/quote.ts'
import { tokenise } from '../../sql/tokenise.ts'
import { found } from './namespaces.ts'
import { given, type Scope } from './query.ts'

export interface TriggerRow {
  readonly relation: string
  readonly schema: string
  readonly table: string
  readonly name: string
  /** The bits of `pg_trigger.tgtype`. */
  readonly bits: number
  readonly columns: readonly string[]
  readonly function_schema: string
  readonly function_name: string
  readonly is_constraint: boolean
  readonly deferral: Deferral | null
  readonly definition: string
  readonly has_when: boolean
  readonly on_platform: boolean
}

/** Triggers on our tables, and those on the platform's tables that run our functions. */
export const triggerQuery = ({ isOurs, isPlatforms }: Scope): string => `
  select t.tgrelid::text as relation, n.nspname as schema, c.relname as table, t.tgname as name, t.tgtype as bits,
    array(
      select a.attname::text from unnest(t.tgattr) as k (attnum)
      join pg_attribute as a on a.attrelid = t.tgrelid and a.attnum = k.attnum order by a.attnum
    ) as columns,
    fn.nspname as function_schema, f.proname as function_name, t.tgconstraint <> 0 as is_constraint,
    case when t.tgdeferrable then case when t.tginitdeferred then 'initially deferred' else 'initially immediate' end end as deferral,
    pg_get_triggerdef(t.oid) as definition, t.tgqual is not null as has_when, ${isPlatforms} as on_platform
  from pg_trigger as t
  join pg_class as c on c.oid = t.tgrelid
  join pg_namespace as n on n.oid = c.relnamespace
  join pg_proc as f on f.oid = t.tgfoid
  join pg_namespace as fn on fn.oid = f.pronamespace
  where not t.tgisinternal and c.relkind in ('r', 'p')
    and (${isOurs} or (${isPlatforms} and ${isOurs.replaceAll('n.nspname', 'fn.nspname')}))
  order by n.nspname collate "C", c.relname collate "C", t.tgname collate "C"`

const events: readonly (readonly [number, TriggerEvent['kind']])[] = [
  [4, 'insert'],
  [16, 'update'],
  [8, 'delete'],
  [32, 'truncate'],
]

export function toTrigger(row: TriggerRow): Trigger {
  return {
    name: row.name,
    timing: row.bits & 64 ? 'instead of' : row.bits & 2 ? 'before' : 'after',
    events: events
      .filter(([bit]) => row.bits & bit)
      .map(([, kind]) => (kind === 'update' && row.columns.length > 0 ? { kind, columns: row.columns } : { kind })),
    level: row.bits & 1 ? 'row' : 'statement',
    ...(row.has_when ? { when: conditionOf(row.definition) } : {}),
    function: qualified(row.function_schema, row.function_name),
    ...(row.is_constraint ? { constraint: { ...given('deferrable', row.deferral) } } : {}),
    reasons: found,
  }
}

/**
 * The text of WHEN (…). `pg_get_expr` cannot print a condition over OLD and NEW; `pg_get_triggerdef` prints it between two key words
 * that are found by tokens, so that a name which contains them does no harm.
 */
function conditionOf(definition: string): string {
  const tokens = tokenise(definition)
  const from = tokens.findIndex((token, at) => token.text === 'WHEN' && tokens[at + 1]?.text === '(')
  const to = tokens.findLastIndex((token, at) => token.text === 'EXECUTE' && tokens[at - 1]?.text === ')')
  const open = tokens[from + 1]
  const close = tokens[to - 1]
  return open === undefined || close === undefined ? '' : definition.slice(open.end, close.start)
}
