import type { Access, AccessRule, Rows } from '../../schema/access.ts'
import type { Schema } from '../../schema/schema.ts'
import { type Inline, splitCode } from '../form/inline.ts'
import { leftAsFound } from '../form/left-as-found.ts'
import { readMay } from '../form/may.ts'
import type { QualifiedName } from '../form/name.ts'
import type { Phrase } from '../form/phrase.ts'
import { type ReadRows, readRowsByOperation } from '../form/rows.ts'
import { readWho } from '../form/who.ts'
import { readWhy } from '../form/why.ts'
import { tableIn } from './actors.ts'
import { attemptRule } from './attempt-rule.ts'
import { isParagraph, isTable, paragraphInline, type Section } from './markdown.ts'
import { Report } from './report.ts'
import { isBlank, isOmission, readTableRows } from './rows.ts'
import type { PlanText } from './tables.ts'

/**
 * Reads `### Access rules`. `schema` holds the tables and, in `access`, the groups that the rules speak of. Tables with a rule that cannot be
 * read are named in `unread`; a way through a function gives nothing on the table itself, so there it does not matter.
 */
export function readAccessRules(section: Section, schema: Schema, { text, report }: PlanText): Pick<Access, 'rules' | 'unread'> {
  const unread: { readonly schema: string; readonly table: string }[] = []
  const columns = {
    table: ['table'],
    who: ['who'],
    may: ['may'],
    rows: ['which rows', 'rows'],
    why: ['why', 'reason', 'comment'],
  } as const
  const rules = section.blocks.filter(isTable).flatMap((table) =>
    readTableRows(table, text, report, columns, ['why']).flatMap((row): readonly AccessRule[] => {
      if (isOmission(row.table) || isBlank(row.table) || isFunction(row.table)) return []
      const named = row.table.text.trim().replace(/^`(.*)`$/, '$1')
      // Its indexes and policies have said so already.
      if (report.isMissing(named)) {
        report.addMissing(named, row.table.start)
        return []
      }
      const places = attemptRule(report, row.table, 'the table of this rule', (phrase) => readPlaces(phrase, schema))
      const who = attemptRule(report, row.who, 'who this rule is about', (phrase) => readWho(phrase, schema.access))
      const may = attemptRule(report, row.may, 'what this rule allows', readMay)
      if (places === undefined) return []
      return places.flatMap((place): readonly AccessRule[] => {
        const at = { schema: place.schema, table: place.name }
        if (who !== undefined && may !== undefined) {
          const rule = { ...at, who, ...may, ...readWhy(row.why) }
          if (may.through !== undefined) return [throughFunction(rule, row.rows, place, schema, text)]
          const read = readRowsOnce(row.rows, place, schema, report)
          if (read !== undefined) return byOperation(rule, read)
        }
        if (may?.through === undefined) unread.push(at)
        return []
      })
    }),
  )
  for (const node of section.blocks.filter(isParagraph)) {
    const inline = paragraphInline(node, text)
    if (!inline.text.startsWith(leftAsFound)) continue
    const places = report.attempt(inline, 'the tables that are left as found', (phrase) => {
      phrase.expectWords(leftAsFound.toLowerCase())
      phrase.expectMark(':')
      return readPlaces(phrase, schema)
    })
    unread.push(...(places ?? []).map(({ schema: home, name }) => ({ schema: home, table: name })))
  }
  return { rules, ...(unread.length === 0 ? {} : { unread }) }
}

/** `` `move_bench()` ``: who may run a function is what its grants say, and a rule is about rows. */
function isFunction(cell: Inline): boolean {
  const codes = splitCode(cell).flatMap((part) => (part.kind === 'code' ? [part.value] : []))
  return codes.length > 0 && codes.every((code) => code.trim().endsWith(')'))
}

function readRowsOnce(cell: Inline, table: QualifiedName, schema: Schema, report: PlanText['report']) {
  return attemptRule(report, cell, 'which rows this rule is about', (phrase) => readRowsByOperation(phrase, { table, schema }))
}

type RuleWithoutRows = Omit<AccessRule, 'rows'>

/** A way through a function gives what the function lets happen: where its words are not a condition, they are kept as they stand. */
function throughFunction(rule: RuleWithoutRows, cell: Inline, place: QualifiedName, schema: Schema, text: string): AccessRule {
  const read = readRowsOnce(cell, place, schema, new Report(text, ''))
  if (read !== undefined && read.also.length === 0) return { ...rule, rows: read.rows }
  const comment = [cell.text.trim(), rule.comment ?? ''].filter((part) => part !== '').join('; ')
  return { ...rule, rows: { kind: 'all' }, ...(comment === '' ? {} : { comment }) }
}

/** One rule for the operations that ask the same, one for each that asks more. */
function byOperation(rule: RuleWithoutRows, { rows, also }: ReadRows): readonly AccessRule[] {
  const more = (operation: string) => also.filter((one) => one.operation === operation).map((one) => one.rows)
  const plain = rule.may.filter(({ operation }) => more(operation).length === 0)
  return [
    ...(plain.length === 0 && rule.may.length > 0 ? [] : [{ ...rule, may: plain, rows }]),
    ...rule.may
      .filter(({ operation }) => more(operation).length > 0)
      .map((permission) => ({ ...rule, may: [permission], rows: allOf([rows, ...more(permission.operation)]) })),
  ]
}

const allOf = (parts: readonly Rows[]): Rows => ({
  kind: 'all of',
  parts: parts.flatMap((part) => (part.kind === 'all of' ? part.parts : part.kind === 'all' ? [] : [part])),
})

/** One table or view, several, or `every table`. */
function readPlaces(phrase: Phrase, schema: Schema): readonly QualifiedName[] {
  if (phrase.words('every table') || phrase.words('all tables'))
    return schema.tables.map(({ schema: namespace, name }) => ({ schema: namespace, name }))
  const known = [...schema.tables, ...schema.views]
  const places: QualifiedName[] = []
  do {
    const place = tableIn(phrase)
    if (!known.some((object) => object.schema === place.schema && object.name === place.name)) {
      return phrase.fail('a table or view of this plan')
    }
    places.push(place)
  } while (phrase.mark(','))
  return places
}
