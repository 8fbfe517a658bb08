import { operations, type Permission } from '../../schema/access.ts'
import { writeCode } from './code.ts'
import { readName, writeColumns } from './name.ts'
import type { Phrase } from './phrase.ts'

export interface May {
  readonly may: readonly Permission[]
  readonly through?: string
}

/**
 * What a rule allows: `select, insert (`title`), delete`, `everything` for the four operations on all columns, `nothing`;
 * ``insert through `create_draw()` `` where a function is the only way.
 */
export function writeMay({ may, through }: May): string {
  const suffix = through === undefined ? '' : ` through ${writeCode(`${through}()`, true)}`
  return (isEverything(may) ? 'everything' : may.length === 0 ? 'nothing' : may.map(writePermission).join(', ')) + suffix
}

function isEverything(may: readonly Permission[]): boolean {
  return may.length === operations.length && may.every((p, i) => p.columns === undefined && p.operation === operations[i])
}

function writePermission({ operation, columns }: Permission): string {
  if (columns === undefined) return operation
  return columns.length === 0 ? `${operation} (no column)` : `${operation} (${writeColumns(columns, true)})`
}

/** Reads a May cell. */
export function readMay(phrase: Phrase): May {
  const may = readPermissions(phrase)
  if (!phrase.words('through')) return { may }
  const through = phrase.expectCode('a function in a code span, as in through `create_draw()`')
  return { may, through: through.replace(/\(\)$/, '') }
}

function readPermissions(phrase: Phrase): readonly Permission[] {
  if (phrase.words('everything') || phrase.words('all')) return operations.map((operation) => ({ operation }))
  if (phrase.words('nothing')) return []
  const may: Permission[] = []
  do {
    const operation = phrase.oneOf(operations)
    if (operation === undefined) return phrase.fail('select, insert, update, delete, everything or nothing')
    const columns = readColumns(phrase)
    may.push(columns === undefined ? { operation } : { operation, columns })
  } while (phrase.mark(','))
  return may
}

function readColumns(phrase: Phrase): readonly string[] | undefined {
  if (!phrase.mark('(')) return undefined
  const columns = phrase.words('no column') ? [] : phrase.codes('a column in a code span')
  phrase.expectMark(')')
  return columns.map((code) => readName(code) ?? code)
}
