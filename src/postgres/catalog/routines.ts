import type { Routine } from '../../schema/routine.ts'
import { shortType } from '../../schema/type-spelling.ts'
import { identifier } from '../../sql/quote.ts'
import { found } from './namespaces.ts'
import { given, isUserObject, notOfAnExtension, type Scope } from './query.ts'

interface ArgumentRow {
  readonly name: string | null
  readonly mode: 'i' | 'o' | 'b' | 'v' | 't'
  readonly type: string
  readonly default: string | null
}

export interface RoutineRow {
  readonly schema: string
  readonly name: string
  readonly arguments: readonly ArgumentRow[]
  readonly input_types: readonly string[]
  readonly returns: string
  readonly returns_set: boolean
  readonly language: 'sql' | 'plpgsql'
  readonly volatility: keyof typeof volatilities
  readonly definer: boolean
  readonly strict: boolean
  readonly search_path: string | null
  readonly body: string
  readonly comment: string | null
}

/** Functions in SQL and PL/pgSQL. Procedures, aggregates and functions in other languages are not in the model. */
export const routineQuery = ({ isOurs }: Scope): string => `
  select n.nspname as schema, p.proname as name,
    (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', nullif(p.proargnames[a.position], ''),
        'mode', coalesce(p.proargmodes[a.position]::text, 'i'),
        'type', format_type(a.type, null),
        'default', pg_get_function_arg_default(p.oid, a.position::int)
      ) order by a.position), '[]'::jsonb)
      from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality as a (type, position)
    ) as arguments,
    array(
      select format_type(a.type, null) from unnest(p.proargtypes::oid[]) with ordinality as a (type, position) order by a.position
    ) as input_types,
    format_type(p.prorettype, null) as returns, p.proretset as returns_set,
    l.lanname as language, p.provolatile as volatility, p.prosecdef as definer, p.proisstrict as strict,
    (select split_part(setting, '=', 2) from unnest(p.proconfig) as setting where setting like 'search_path=%') as search_path,
    p.prosrc as body, obj_description(p.oid, 'pg_proc') as comment
  from pg_proc as p
  join pg_namespace as n on n.oid = p.pronamespace
  join pg_language as l on l.oid = p.prolang
  where ${isUserObject('p.oid')} and ${isOurs} and p.prokind = 'f' and l.lanname in ('sql', 'plpgsql') and ${notOfAnExtension('pg_proc', 'p.oid')}
  order by n.nspname collate "C", p.proname collate "C", p.proargtypes::text`

const volatilities = { i: 'immutable', s: 'stable', v: 'volatile' } as const
const modes = { i: '', o: 'out ', b: 'inout ', v: 'variadic ', t: '' } as const

export function toRoutine(row: RoutineRow): Routine {
  const columns = row.arguments.filter((argument) => argument.mode === 't')
  const returns = shortType(row.returns)
  const written =
    columns.length > 0 ? `table(${columns.map(writeArgument).join(', ')})` : row.returns_set ? `setof ${returns}` : returns
  return {
    schema: row.schema,
    name: row.name,
    arguments: row.arguments
      .filter((argument) => argument.mode !== 't')
      .map(writeArgument)
      .join(', '),
    returns: written,
    language: row.language,
    volatility: volatilities[row.volatility],
    security: row.definer ? 'definer' : 'invoker',
    ...(row.strict ? { strict: true } : {}),
    ...(row.search_path === null ? {} : { searchPath: row.search_path === '""' ? '' : row.search_path }),
    body: row.body,
    ...given('comment', row.comment),
    reasons: found,
  }
}

function writeArgument({ mode, name, type, default: value }: ArgumentRow): string {
  const start = `${modes[mode]}${name === null ? '' : `${identifier(name)} `}${shortType(type)}`
  return value === null ? start : `${start} default ${value}`
}

/** As grants name it: `create_draw(text, jsonb)`. */
export function routineObjectName(name: string, inputTypes: readonly string[]): string {
  return `${name}(${inputTypes.map(shortType).join(', ')})`
}
