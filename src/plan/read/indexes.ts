import type { Index } from '../../schema/table-index.ts'
import { readIndexDefinition, readIndexMethod } from '../form/index-definition.ts'
import { type QualifiedName, readName, readTableName } from '../form/name.ts'
import type { Phrase } from '../form/phrase.ts'
import { readRemarks } from '../form/why.ts'
import { isTable, type Section } from './markdown.ts'
import { isBlank, isOmission, readTableRows } from './rows.ts'
import type { PlanText } from './tables.ts'

/** An index of section 3, and the table it is on. */
export interface PlacedIndex {
  readonly table: QualifiedName
  readonly index: Index
  readonly offset: number
}

/** Reads section 3. Rows that say "… constraint on" or "primary key on" repeat what stands under the tables. */
export function readIndexes(section: Section, { text, report }: PlanText): readonly PlacedIndex[] {
  const columns = { name: ['index', 'name'], definition: ['definition', 'on'], serves: ['serves', 'why', 'purpose'] } as const
  return section.blocks.filter(isTable).flatMap((table) =>
    readTableRows(table, text, report, columns, ['serves']).flatMap((row) => {
      if (isOmission(row.name) || (isBlank(row.name) && isBlank(row.definition))) return []
      const name = report.attempt(row.name, 'the name of this index', (phrase) => {
        const code = phrase.code() ?? phrase.word() ?? phrase.fail('a name in a code span')
        return readName(code) ?? phrase.fail('one name')
      })
      const definition = report.attempt(row.definition, 'the definition of this index', readPlacedDefinition)
      if (name === undefined || definition === undefined || definition === 'constraint') return []
      const { reasons, comment } = readRemarks(row.serves)
      const { table: on, ...rest } = definition
      return [{ table: on, index: { name, ...rest, reasons, serves: comment ?? '' }, offset: row.name.start }]
    }),
  )
}

function readPlacedDefinition(
  phrase: Phrase,
): ({ readonly table: QualifiedName } & Omit<Index, 'name' | 'reasons' | 'serves'>) | 'constraint' {
  const constraint = phrase.oneOf(['unique constraint', 'exclusion constraint', 'primary key', 'constraint'] as const)
  if (constraint !== undefined) {
    phrase.rest()
    return 'constraint'
  }
  const unique = phrase.words('unique index') || phrase.words('unique')
  const method =
    readIndexMethod(phrase) ??
    (unique || phrase.ahead('on') ? 'btree' : phrase.fail('a method (btree, gin, …), "unique index" or "unique constraint"'))
  phrase.expectWords('on')
  const code = phrase.expectCode('a table in a code span')
  const table = readTableName(code) ?? phrase.fail('the name of a table')
  return { table, method, ...readIndexDefinition(phrase), unique }
}
