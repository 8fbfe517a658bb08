import { fromSession, strongest } from '../../design/claim-order.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Table } from '../../schema/table.ts'
import type { Comparison, Difference } from '../difference.ts'
import { partOfTable } from '../part-of.ts'

/** Whether rows are deleted, or hidden. */
export const compareDeletion: Comparison = ({ draft, pairs }) => {
  const general = [
    ...draft.facts.general.conventions.flatMap(({ rule, source }) =>
      rule === 'soft delete' || rule === 'hard delete' ? [{ rule: rule === 'soft delete' ? 'soft' : 'hard', source }] : [],
    ),
    ...draft.facts.general.deleteRules.filter(({ rule }) => rule === 'soft' || rule === 'hard'),
  ]
  return pairs.flatMap(({ asked, table }): readonly Difference[] => {
    const own = strongest((asked.facts?.deleteRules ?? []).filter(({ rule }) => rule === 'soft' || rule === 'hard'))
    const marker = hidingColumn(table)
    if (
      own?.rule === 'soft' &&
      fromSession(own.source) &&
      marker === undefined &&
      asked.columns.some(({ part }) => part === 'deleted')
    )
      return [
        {
          code: 'against/deletion-differs',
          message: `Rows of ${displayName(table)} should be hidden when they are deleted; no column marks them.`,
          help: 'Add deleted_at timestamptz, and leave such rows out of what people read.',
          source: own.source,
          part: partOfTable(table),
        },
      ]
    const hard = own ?? strongest(general)
    if (hard?.rule !== 'hard' || !fromSession(hard.source) || marker === undefined) return []
    return [
      {
        code: 'against/deletion-differs',
        message: `Rows of ${displayName(table)} should be deleted for good; ${marker} only hides them.`,
        help: `Take ${marker} out, or correct the document.`,
        source: hard.source,
        part: partOfTable(table, 'column', marker),
      },
    ]
  })
}

const hidingColumn = (table: Table): string | undefined =>
  table.columns.find(({ name }) => /^(is_)?(deleted|archived)(_at|_on)?$|^is_active$/.test(name))?.name
