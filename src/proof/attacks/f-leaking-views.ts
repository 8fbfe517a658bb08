import { identifiers, qualified } from '../../sql/quote.ts'
import { denied, describeOutcome, type Probe } from '../probe.ts'
import { nameOf } from '../rows/facts.ts'
import type { Attack } from './attack.ts'

/** f: a view that shows more than its own query would show the caller, or a materialized view that callers can read at all. */
export const leakingViews: Attack = (stage) => {
  const touches = stage.facts.schema.tables.map(nameOf)
  return stage.facts.schema.views.flatMap((view) =>
    stage.actors
      .filter((actor) => actor.kind !== 'backend')
      .map((actor): Probe => {
        const target = qualified(view.schema, view.name)
        const columns = view.columns.length === 0 ? '*' : identifiers(view.columns.map((column) => column.name))
        const ruled = stage.facts.schema.access.rules.some(
          (rule) => `${rule.schema}.${rule.table}` === `${view.schema}.${view.name}` && rule.rows.kind === 'all',
        )
        return {
          check: 'attack f',
          object: view.name,
          tried: 'read through the view what the query alone would not show',
          actor: actor.name,
          expected: 'no more than its query',
          touches,
          steps: [
            { sql: `select count(*) as seen from (select ${columns} from ${target}) as seen`, as: actor.identity, rows: true },
            { sql: `select count(*) as seen from (${view.query}) as seen`, as: actor.identity, rows: true },
          ],
          judge: ([through, alone]) => {
            if (through === undefined || alone === undefined) return { observed: 'nothing', passed: false }
            if (through.state !== undefined) return { observed: describeOutcome(through), passed: denied(through) }
            const seen = Number(through.rows[0]?.seen)
            if (view.materialized) return { observed: `${seen} rows`, passed: ruled }
            const own = alone.state === undefined ? Number(alone.rows[0]?.seen) : 0
            return { observed: seen > own ? `${seen} rows, its query ${own}` : 'no more than its query', passed: seen <= own }
          },
        }
      }),
  )
}
