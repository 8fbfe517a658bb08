import { literal } from '../quote.ts'
import type { Statement, StatementKind } from '../statement.ts'

/** `comment on …`, or nothing where there is no comment. `target` is SQL: `table public.recipes`. */
export function commentOn(
  kind: StatementKind,
  object: string,
  target: string,
  comment: string | undefined,
): readonly Statement[] {
  if (comment === undefined || comment === '') return []
  return [{ kind, object, sql: `comment on ${target} is ${literal(comment)}` }]
}
