import type { View } from '../../schema/view.ts'
import { createView } from '../../sql/objects/view.ts'
import { writeCode } from '../form/code.ts'
import { writeColumn, writeTable } from '../form/name.ts'
import { writeWhy } from '../form/why.ts'
import { type Block, fence, section, table } from './layout.ts'
import { comment } from './tables.ts'

/** `### Views`, each with its columns and the statement that makes it. */
export function writeViews(views: readonly View[]): readonly Block[] {
  return section('### Views', views.flatMap(writeView))
}

function writeView(view: View): readonly Block[] {
  const rows = view.columns.map((column) => [writeColumn(column.name, true), writeCode(column.type, true), writeWhy(column)])
  const [create] = createView(view)
  return [
    `#### ${writeTable(view, false)}`,
    ...comment(view),
    ...table(['Column', 'Type', 'Why'], rows),
    fence('sql', `${create?.sql ?? ''};`),
  ]
}
