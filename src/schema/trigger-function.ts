import type { Routine } from './routine.ts'

/** A trigger's function in PL/pgSQL: no arguments, the caller's rights, an empty search path. */
export function triggerFunction({
  schema,
  name,
  ...rest
}: Pick<Routine, 'schema' | 'name' | 'body' | 'comment' | 'reasons'>): Routine {
  return {
    schema,
    name,
    arguments: '',
    returns: 'trigger',
    language: 'plpgsql',
    volatility: 'volatile',
    security: 'invoker',
    searchPath: '',
    ...rest,
  }
}
