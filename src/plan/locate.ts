import { positionsOf } from '../diagnostic/positions.ts'
import { displayName } from '../schema/lookups.ts'
import { nameOf, tokenise } from '../sql/tokenise.ts'
import { readBullet } from './form/bullet.ts'
import { constraintNames } from './form/column-constraints.ts'
import type { Inline } from './form/inline.ts'
import { readName, readTableName } from './form/name.ts'
import { Phrase, Unreadable } from './form/phrase.ts'
import { cellInlines, codeStart, isList, isSql, isTable, itemInlines, parseSections, type Section } from './read/markdown.ts'
import { headingName } from './read/sections.ts'

/** Where the parts of a plan stand: object names, as they are displayed, to lines counted from 1. */
export type PlanLines = ReadonlyMap<string, number>

/**
 * Finds the line of every part of a plan: tables and views (`recipes`), columns (`recipes.title`), types, constraints and indexes by
 * name, triggers (`recipes.set_updated_at`), policies and functions by the name in their statement. Works on a text that has errors, and says
 * nothing of what it does not find. The first place of a name counts.
 */
export function locatePlanParts(text: string): PlanLines {
  const lines = new Map<string, number>()
  const place = positionsOf(text, '')
  const lineOf = (offset: number): number => place(offset).line
  const add = (name: string | undefined, offset: number): void => {
    if (name !== undefined && name !== '' && !lines.has(name)) lines.set(name, lineOf(offset))
  }
  const root = parseSections(text)
  const main = (root.children.find((section) => section.depth === 1) ?? root).children
  for (const section of main) {
    if (headingName(section) === 'tables') for (const child of section.children) locateInTables(child, text, add)
    if (headingName(section) === 'indexes') locateFirstCells(section, text, add)
    for (const child of [section, ...section.children]) locateStatements(child, text, add)
  }
  return lines
}

type Add = (name: string | undefined, offset: number) => void

function locateInTables(section: Section, text: string, add: Add): void {
  const heading = headingName(section)
  if (heading === 'views') {
    for (const child of section.children) locateTable(child, text, add)
  } else if (heading === 'schemas' || heading === 'types' || heading === 'extensions') {
    locateFirstCells(section, text, add)
  } else {
    locateTable(section, text, add)
  }
}

function locateTable(section: Section, text: string, add: Add): void {
  const code = new Phrase(section.heading).code()
  const table = code === undefined ? undefined : readTableName(code)
  if (table === undefined) return
  const title = displayName(table)
  add(title, section.heading.start)
  for (const [header, ...rows] of section.blocks.filter(isTable).map((block) => cellInlines(block, text))) {
    const constraintsAt = (header ?? []).findIndex((cell) => cell.text.trim().toLowerCase() === 'constraints')
    for (const row of rows) {
      const name = row[0] === undefined ? undefined : new Phrase(row[0]).code()
      const column = name === undefined ? undefined : readName(name)
      if (row[0] === undefined || column === undefined) continue
      add(`${title}.${column}`, row[0].start)
      const cell = row[constraintsAt]
      if (cell !== undefined) for (const constraint of constraintNames(cell, table.name, column)) add(constraint, cell.start)
    }
  }
  for (const inline of section.blocks.filter(isList).flatMap((list) => itemInlines(list, text))) {
    const bullet = bulletName(inline, table.name)
    if (bullet !== undefined) add(bullet.kind === 'trigger' ? `${title}.${bullet.name}` : bullet.name, inline.start)
  }
}

function bulletName(inline: Inline, table: string): { readonly kind: string; readonly name: string } | undefined {
  try {
    const bullet = readBullet(inline, table)
    return bullet.kind === 'partitionBy' ? undefined : { kind: bullet.kind, name: bullet.value.name }
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

/** The names in the first column of a section's tables. */
function locateFirstCells(section: Section, text: string, add: Add): void {
  for (const [, ...rows] of section.blocks.filter(isTable).map((block) => cellInlines(block, text))) {
    for (const [first] of rows) {
      const code = first === undefined ? undefined : new Phrase(first).code()
      const name = code === undefined ? undefined : readTableName(code)
      if (first !== undefined && name !== undefined) add(displayName(name), first.start)
    }
  }
}

/** Policies and functions, by the name behind `create policy` and `create function`. */
function locateStatements(section: Section, text: string, add: Add): void {
  for (const block of section.blocks.filter(isSql)) {
    const tokens = tokenise(block.value)
    tokens.forEach((token, at) => {
      if (token.kind !== 'word' || token.text.toLowerCase() !== 'create') return
      const what = tokens[at + 1]?.text.toLowerCase()
      const [first, dot, second] = tokens.slice(at + 2, at + 5)
      if (first === undefined) return
      const offset = codeStart(block, text) + token.start
      if (what === 'policy') add(nameOf(first), offset)
      if (what !== 'function') return
      const isQualified = dot?.text === '.' && second !== undefined
      add(displayName({ schema: isQualified ? nameOf(first) : 'public', name: nameOf(isQualified ? second : first) }), offset)
    })
  }
}
