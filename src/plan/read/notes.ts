import type { Assumption, Coverage, Remark } from '../../schema/notes.ts'
import { type Inline, joinLines, splitCode } from '../form/inline.ts'
import { Phrase } from '../form/phrase.ts'
import { readReasons } from '../form/reasons.ts'
import { readText } from '../form/text.ts'
import { isList, isTable, itemInlines, type Section } from './markdown.ts'
import { isBlank, isOmission, readTableRows } from './rows.ts'
import type { PlanText } from './tables.ts'

/** Reads a list of remarks. Their text is markdown and stays as it is; reasons stand in parentheses at the end. */
export function readRemarkList(section: Section, { text }: PlanText): readonly Remark[] {
  return section.blocks
    .filter(isList)
    .flatMap((list) => itemInlines(list, text).map((inline) => toRemark(joinLines(inline.text).trim())))
}

/** Reads `A1. text (reasons)`; an item without a number gets the next free one. */
export function readAssumptions(section: Section, source: PlanText): readonly Assumption[] {
  const remarks = readRemarkList(section, source)
  const numbered = remarks.map((remark) => ({ remark, match: /^A(\d+)[.:)]\s+/.exec(remark.text) }))
  let next = Math.max(0, ...numbered.map(({ match }) => Number(match?.[1] ?? 0)))
  return numbered.map(({ remark, match }) => {
    const number = match === null ? ++next : Number(match[1])
    return { number, text: match === null ? remark.text : remark.text.slice(match[0].length), reasons: remark.reasons }
  })
}

function toRemark(line: string): Remark {
  const match = /\s+\(([^()]*)\)$/.exec(line)
  const reasons = match === null ? undefined : readReasons(match[1] ?? '')
  return match === null || reasons === undefined ? { text: line, reasons: [] } : { text: line.slice(0, match.index), reasons }
}

/** Reads `### Requirements covered`. */
export function readCoverage(section: Section, { text, report }: PlanText): readonly Coverage[] {
  const columns = { requirement: ['requirement'], servedBy: ['served by', 'served', 'covered by'] } as const
  return section.blocks.filter(isTable).flatMap((table) =>
    readTableRows(table, text, report, columns).flatMap((row) => {
      if (isBlank(row.requirement) || isOmission(row.requirement)) return []
      return [{ ...readRequirement(row.requirement), ...readServed(row.servedBy) }]
    }),
  )
}

function readRequirement(cell: Inline): Pick<Coverage, 'id' | 'title'> {
  const phrase = new Phrase(cell)
  const code = phrase.code()
  if (code !== undefined) return { id: code, title: readText(trimmed(phrase.rest())) }
  const [, id = '', title = ''] = /^(\S+)\s*([\s\S]*)$/.exec(cell.text) ?? []
  return { id: readText({ ...cell, text: id }), title: readText({ ...cell, text: title }) }
}

function trimmed(inline: Inline): Inline {
  return { ...inline, text: inline.text.trim() }
}

/** Names in code spans; words between commas, where a person wrote them, count as names too. */
function readServed(cell: Inline): Pick<Coverage, 'outcome' | 'servedBy'> {
  const words = cell.text.trim().toLowerCase()
  if (words.startsWith('no data')) return { outcome: 'no data', servedBy: [] }
  if (words.startsWith('not covered')) return { outcome: 'not covered', servedBy: [] }
  const parts = splitCode(cell)
  const onlyCodes = parts.every((part) => part.kind === 'code' || /^\s*,?\s*$/.test(cell.text.slice(part.start, part.end)))
  if (onlyCodes) return { outcome: 'served', servedBy: parts.flatMap((part) => (part.kind === 'code' ? [part.value] : [])) }
  const pieces = cell.text.split(/[,;]\s+/).map((piece) => readText({ ...cell, text: piece.trim() }))
  return {
    outcome: 'served',
    servedBy: pieces.map((piece) => piece.replace(/^`([^`]*)`$/, '$1')).filter((piece) => piece !== ''),
  }
}
