import type { Deferral, ForeignKey, ReferentialAction } from '../../schema/constraint.ts'
import { identifier } from '../../sql/quote.ts'
import { writeCode } from './code.ts'
import { readName, readReferenced, tableName, writeColumns } from './name.ts'
import type { Phrase } from './phrase.ts'

export const referentialActions: readonly ReferentialAction[] = ['no action', 'restrict', 'cascade', 'set null', 'set default']
const deferrals: readonly Deferral[] = ['initially immediate', 'initially deferred']

/** What a foreign key references and what happens then; `on delete` is always said, `on update` where it does something. */
export type References = Pick<ForeignKey, 'references' | 'onDelete' | 'onDeleteColumns' | 'onUpdate' | 'deferrable'>

export function writeReferences(key: References, inCell: boolean): string {
  const { schema, table, columns } = key.references
  const target = writeCode(`${tableName(schema, table)} (${columns.map(identifier).join(', ')})`, inCell)
  const only = key.onDeleteColumns === undefined ? '' : ` (${writeColumns(key.onDeleteColumns, inCell)})`
  const onUpdate = key.onUpdate === 'no action' ? '' : ` on update ${key.onUpdate}`
  return `references ${target} on delete ${key.onDelete}${only}${onUpdate}${writeDeferral(key.deferrable)}`
}

/** Reads what follows `references`. Without a column the key `id` of the other table is meant. */
export function readReferences(phrase: Phrase): References {
  const saved = phrase.save()
  const code = phrase.expectCode('the referenced table and column in a code span, as in references `users (id)`')
  const target = readReferenced(code)
  if (target === undefined) {
    phrase.restore(saved)
    return phrase.fail('a table and its columns, as in `users (id)`')
  }
  const { schema, name: table, columns } = target
  let onDelete: ReferentialAction = 'no action'
  let onUpdate: ReferentialAction = 'no action'
  let onDeleteColumns: readonly string[] | undefined
  for (;;) {
    if (phrase.words('on delete')) {
      onDelete = readAction(phrase)
      if (phrase.codeFollows('(')) onDeleteColumns = readColumnList(phrase)
    } else if (phrase.words('on update')) {
      onUpdate = readAction(phrase)
    } else {
      break
    }
  }
  return {
    references: { schema, table, columns: columns.length === 0 ? ['id'] : columns },
    onDelete,
    ...(onDeleteColumns === undefined ? {} : { onDeleteColumns }),
    onUpdate,
    ...readDeferral(phrase),
  }
}

function readAction(phrase: Phrase): ReferentialAction {
  return phrase.oneOf(referentialActions) ?? phrase.fail('no action, restrict, cascade, set null or set default')
}

export function writeDeferral(deferral: Deferral | undefined): string {
  return deferral === undefined ? '' : ` deferrable ${deferral}`
}

/** `deferrable initially deferred`, also between commas. */
export function readDeferral(phrase: Phrase): { readonly deferrable?: Deferral } {
  const saved = phrase.save()
  phrase.mark(',')
  if (!phrase.words('deferrable')) {
    phrase.restore(saved)
    return {}
  }
  const deferrable = phrase.oneOf(deferrals) ?? 'initially immediate'
  const afterwards = phrase.save()
  if (phrase.mark(',') && !phrase.ahead('runs')) phrase.restore(afterwards)
  return { deferrable }
}

export function readColumnList(phrase: Phrase): readonly string[] {
  return phrase.codesInParentheses('a column in a code span').map((code) => readName(code) ?? code)
}
