import type { Check, Exclusion, ForeignKey, PrimaryKey, Unique } from '../../schema/constraint.ts'
import { checkName, foreignKeyName, primaryKeyName, uniqueName } from '../../schema/names.ts'
import type { Table } from '../../schema/table.ts'
import type { Index } from '../../schema/table-index.ts'
import type { Trigger } from '../../schema/trigger.ts'
import { readColumnList, readDeferral, readReferences, writeDeferral, writeReferences } from './clause.ts'
import { writeCode, writeCodes } from './code.ts'
import { readIndexDefinition, readIndexMethod, writeIndexDefinition } from './index-definition.ts'
import type { Inline } from './inline.ts'
import { readName, writeColumn, writeColumns } from './name.ts'
import { Phrase } from './phrase.ts'
import { readTrigger, writeTrigger } from './trigger.ts'
import { readRemarks, writeTail } from './why.ts'

/** What a bullet under a table defines. */
export type Bullet =
  | { readonly kind: 'primaryKey'; readonly value: PrimaryKey }
  | { readonly kind: 'unique'; readonly value: Unique }
  | { readonly kind: 'index'; readonly value: Index }
  | { readonly kind: 'check'; readonly value: Check }
  | { readonly kind: 'foreignKey'; readonly value: ForeignKey }
  | { readonly kind: 'exclusion'; readonly value: Exclusion }
  | { readonly kind: 'trigger'; readonly value: Trigger }
  | { readonly kind: 'partitionBy'; readonly value: string }

type Writers = { readonly [K in Bullet['kind']]: (value: Extract<Bullet, { kind: K }>['value'], table: string) => string }

const tail = (part: { readonly reasons: Unique['reasons']; readonly purpose?: string }): string =>
  writeTail({ reasons: part.reasons, ...(part.purpose === undefined ? {} : { comment: part.purpose }) })

const writers: Writers = {
  primaryKey: (key, table) => {
    const name = key.name === primaryKeyName(table) ? '' : ` ${writeColumn(key.name, false)}`
    return `primary key${name} on (${writeColumns(key.columns, false)})`
  },
  unique: (u) =>
    `unique ${writeColumn(u.name, false)} on (${writeColumns(u.columns, false)})${u.nullsNotDistinct === true ? ' nulls not distinct' : ''}${writeDeferral(u.deferrable)}${tail(u)}`,
  index: (i) => {
    const using = i.method === 'btree' ? '' : ` using ${i.method}`
    const remarks = writeTail({ reasons: i.reasons, comment: i.serves })
    return `unique index ${writeColumn(i.name, false)}${using} on ${writeIndexDefinition(i, false)}${remarks}`
  },
  check: (c) => `check ${writeColumn(c.name, false)}: ${writeCode(c.expression, false)}${tail(c)}`,
  foreignKey: (f) =>
    `foreign key ${writeColumn(f.name, false)} on (${writeColumns(f.columns, false)}) ${writeReferences(f, false)}${tail(f)}`,
  exclusion: (e) => {
    const elements = writeCodes(
      e.elements.map(({ expression, operator }) => `${expression} with ${operator}`),
      false,
    )
    const where = e.where === undefined ? '' : ` where ${writeCode(e.where, false)}`
    return `exclude ${writeColumn(e.name, false)} using ${e.method} (${elements})${where}${writeDeferral(e.deferrable)}${tail(e)}`
  },
  trigger: (t) => writeTrigger(t) + tail(t),
  partitionBy: (clause) => `partitioned by ${writeCode(clause, false)}`,
}

/** A bullet's text, without the dash. */
export function writeBullet(bullet: Bullet, table: Pick<Table, 'name'>): string {
  return (writers[bullet.kind] as (value: Bullet['value'], table: string) => string)(bullet.value, table.name)
}

/** Reads a bullet under the table named `table`. Throws Unreadable. */
export function readBullet(inline: Inline, table: string): Bullet {
  const phrase = new Phrase(inline)
  const definition = readDefinition(phrase, table)
  if (definition.kind === 'primaryKey' || definition.kind === 'partitionBy') {
    phrase.expectEnd()
    return definition
  }
  const { reasons, comment } = readTail(phrase)
  if (definition.kind === 'index') return { kind: 'index', value: { ...definition.value, reasons, serves: comment ?? '' } }
  return {
    ...definition,
    value: { ...definition.value, reasons, ...(comment === undefined ? {} : { purpose: comment }) },
  } as Bullet
}

function readTail(phrase: Phrase): ReturnType<typeof readRemarks> {
  if (phrase.atEnd()) return { reasons: [] }
  if (phrase.mark(':')) return readRemarks(phrase.rest())
  const start = phrase.save()
  const remarks = readRemarks(phrase.rest())
  if (remarks.comment === undefined) return remarks
  phrase.restore(start)
  return phrase.fail('the end, ": what it is for", or references in parentheses')
}

function readDefinition(phrase: Phrase, table: string): Bullet {
  if (phrase.words('primary key')) {
    const name = phrase.code()
    phrase.words('on')
    const columns = readColumnList(phrase)
    return { kind: 'primaryKey', value: { name: name === undefined ? primaryKeyName(table) : (readName(name) ?? name), columns } }
  }
  if (phrase.words('unique')) return readUnique(phrase, table)
  if (phrase.words('check')) return { kind: 'check', value: readCheck(phrase, table) }
  if (phrase.words('foreign key')) return { kind: 'foreignKey', value: readForeignKey(phrase, table) }
  if (phrase.words('exclude') || phrase.words('exclusion')) return { kind: 'exclusion', value: readExclusion(phrase) }
  if (phrase.words('constraint trigger')) return { kind: 'trigger', value: { ...readTrigger(phrase, true), reasons: [] } }
  if (phrase.words('trigger')) return { kind: 'trigger', value: { ...readTrigger(phrase, false), reasons: [] } }
  if (phrase.words('partitioned by')) return { kind: 'partitionBy', value: phrase.expectCode('as in `range (created_at)`') }
  return phrase.fail('primary key, unique, check, foreign key, exclude, trigger, constraint trigger or partitioned by')
}

/** A unique constraint; with a condition, an expression or an order it can only be a unique index. */
function readUnique(phrase: Phrase, table: string): Bullet {
  const isIndex = phrase.words('index')
  const given = phrase.code()
  const method = phrase.words('using') ? readIndexMethod(phrase) : undefined
  phrase.words('on')
  const start = phrase.save()
  const definition = readIndexDefinition(phrase)
  const plain = definition.keys.every((key) => key.column !== undefined && Object.keys(key).length === 1)
  const constraint = !isIndex && plain && definition.where === undefined && definition.include === undefined
  const columns = definition.keys.map((key) => key.column ?? 'expr')
  const name = given === undefined ? uniqueName(table, columns) : (readName(given) ?? given)
  if (!constraint) {
    return { kind: 'index', value: { name, method: method ?? 'btree', ...definition, unique: true, reasons: [], serves: '' } }
  }
  phrase.restore(start)
  readColumnList(phrase)
  const nulls = phrase.words('nulls not distinct') ? { nullsNotDistinct: true } : {}
  return { kind: 'unique', value: { name, columns, ...nulls, ...readDeferral(phrase), reasons: [] } }
}

function readCheck(phrase: Phrase, table: string): Check {
  const first = phrase.expectCode('the name of the check, or its condition, in a code span')
  const start = phrase.save()
  const second = phrase.mark(':') ? phrase.code() : undefined
  if (second !== undefined) return { name: readName(first) ?? first, expression: second, reasons: [] }
  phrase.restore(start)
  return { name: checkName(table, []), expression: first, reasons: [] }
}

function readForeignKey(phrase: Phrase, table: string): ForeignKey {
  const given = phrase.code()
  phrase.words('on')
  const columns = readColumnList(phrase)
  phrase.expectWords('references')
  const name = given === undefined ? foreignKeyName(table, columns) : (readName(given) ?? given)
  return { name, columns, ...readReferences(phrase), reasons: [] }
}

function readExclusion(phrase: Phrase): Exclusion {
  const name = phrase.expectCode('the name of the exclusion in a code span')
  const method = phrase.words('using') ? (phrase.word() ?? phrase.fail('an index method, as in using gist')) : 'gist'
  const elements = phrase.codesInParentheses('as in `room_id with =`').map((code) => {
    const at = code.lastIndexOf(' with ')
    return { expression: at < 0 ? code : code.slice(0, at), operator: at < 0 ? '=' : code.slice(at + 6) }
  })
  const where = phrase.words('where') ? { where: phrase.expectCode('the condition in a code span') } : {}
  return { name: readName(name) ?? name, method, elements, ...where, ...readDeferral(phrase), reasons: [] }
}
