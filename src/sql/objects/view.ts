import { displayName } from '../../schema/lookups.ts'
import type { View } from '../../schema/view.ts'
import { identifier, qualified } from '../quote.ts'
import type { Statement } from '../statement.ts'
import { commentOn } from './comment.ts'

export function createView(view: View): readonly Statement[] {
  const name = qualified(view.schema, view.name)
  const object = displayName(view)
  const kind = view.materialized ? 'materialized view' : 'view'
  const options = view.securityInvoker && !view.materialized ? ' with (security_invoker = true)' : ''
  return [
    { kind: 'view', object, sql: `create ${kind} ${name}${options} as\n${view.query}` },
    ...commentOn('view', object, `${kind} ${name}`, view.comment),
    ...view.columns.flatMap((column) =>
      commentOn('view', `${object}.${column.name}`, `column ${name}.${identifier(column.name)}`, column.comment),
    ),
  ]
}

export function dropView(view: View): Statement {
  const kind = view.materialized ? 'materialized view' : 'view'
  return { kind: 'view', object: displayName(view), sql: `drop ${kind} ${qualified(view.schema, view.name)}` }
}
