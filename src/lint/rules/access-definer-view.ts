import { displayName } from '../../schema/lookups.ts'
import { qualified } from '../../sql/quote.ts'
import type { Rule } from '../rule.ts'

/** A view that callers reach runs with their rights. Supabase's advisor: `security_definer_view`. */
export const definerView: Rule = {
  code: 'access/definer-view',
  severity: 'error',
  what: 'A view is not "security_invoker".',
  why: "It reads its tables with its owner's rights, past every policy: whoever may select from the view sees all rows.",
  advice: 'Create it "with (security_invoker = true)".',
  fails:
    'create table trips (id uuid primary key); alter table trips enable row level security; create view all_trips as select id from trips;',
  passes:
    'create table trips (id uuid primary key); alter table trips enable row level security; create view all_trips with (security_invoker = true) as select id from trips;',
  check: ({ schema, hasApi }) =>
    schema.views.flatMap((view) => {
      if (view.schema !== 'public' || view.materialized === true || view.securityInvoker || !hasApi) return []
      return [
        {
          part: { kind: 'view' as const, name: displayName(view) },
          message: `The view ${displayName(view)} passes the policies of the tables it reads.`,
          sql: `alter view ${qualified(view.schema, view.name)} set (security_invoker = true)`,
          replace: { from: /\bview\s+(?:if\s+not\s+exists\s+)?("[^"]+"|[\w.]+)/i, by: '$& with (security_invoker = true)' },
        },
      ]
    }),
}
