import { displayName } from '../../schema/lookups.ts'
import { routineSignature } from '../../sql/routine-signature.ts'
import type { Rule } from '../rule.ts'

/** A definer function has a fixed search path. Supabase's advisor: `function_search_path_mutable`. */
export const definerSearchPath: Rule = {
  code: 'access/definer-search-path',
  severity: 'error',
  what: 'A "security definer" function does not fix its search path.',
  why: "It runs with its owner's rights and finds names along the caller's path: who can create a table or function there makes it run their own.",
  advice: 'Add "set search_path = \'\'" and qualify the names in the body.',
  fails: 'create function public.tent_count() returns bigint language sql stable security definer as $$ select 1::bigint $$;',
  passes:
    "create function public.tent_count() returns bigint language sql stable security definer set search_path = '' as $$ select 1::bigint $$;",
  check: ({ schema }) =>
    schema.routines.flatMap((routine) => {
      if (routine.security !== 'definer' || routine.searchPath !== undefined) return []
      const name = displayName(routine)
      return [
        {
          part: { kind: 'function' as const, name },
          message: `The definer function ${name} sets no search path.`,
          help: `After the names in it are qualified: alter function ${name}(${routineSignature(routine.arguments).join(', ')}) set search_path = ''.`,
        },
      ]
    }),
}
