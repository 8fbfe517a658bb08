import type { Mention } from '../../../claim/mention.ts'
import { claimsOfSpec, readColumnSpec } from '../columns/column-spec.ts'
import { couldBeColumn } from '../columns/targets.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { readTree, type TreeLine } from '../relations/trees.ts'
import { lineOfCode } from '../text/code-lines.ts'
import { columnEntries } from '../text/label-lists.ts'
import { wholeOf } from '../text/passage.ts'
import { relationship } from './relation-lines.ts'

/**
 * Tables drawn in a block of code, each below what it belongs to:
 *
 *     clubs
 *     ├── members (user_id, role)      clubs
 *     └── sponsors (M:N)                 ↓ 1:N
 *                                      members
 *
 * Not: trees of files and folders, program text, drawings whose names no document knows as tables.
 */
export const treeLines: Pattern = {
  name: 'tree lines',
  read(block, reading) {
    const source = reading.block(block)
    const tree = source?.kind === 'code' ? readTree(source.text) : undefined
    return tree?.flatMap((line) => readLine(line, block, reading)) ?? []
  },
}

function readLine(drawn: TreeLine, block: number, reading: Reading): readonly Found[] {
  const own = mentioned(drawn.name, reading)
  if (!own) return []
  const at = { line: lineOfCode(reading.document, block, drawn.line) }
  const found: Found[] = []
  if (own.name !== 'auth.users') found.push({ body: { kind: 'entity', entity: own, as: 'table' }, block, at })
  const parent = drawn.parent === undefined ? undefined : mentioned(drawn.parent, reading)
  if (parent && parent.name !== own.name) {
    const [left, right] = drawn.ratio ?? ['1', /s$/.test(drawn.name) ? 'N' : '1']
    found.push({ body: relationship(parent, own, left, right, {}), block, at })
  }
  for (const item of drawn.inside === undefined ? [] : columnsIn(drawn.inside, block, reading))
    found.push(...claimsOfSpec(item, own, 'stated').map((body) => ({ body, block, at })))
  return found
}

function columnsIn(text: string, block: number, reading: Reading) {
  const model = reading.modelOf(block)
  return columnEntries(wholeOf({ text, marks: [], origins: [] }), model).flatMap((item) => {
    const spec = readColumnSpec(item, model, { typed: true })
    return spec && (spec.identifier || spec.detailed) && couldBeColumn(spec.attribute.name) ? [spec] : []
  })
}

function mentioned(name: string, reading: Reading): Mention | undefined {
  if (name === 'auth.users') return identifierMention(name)
  const known = reading.entities.find(name)
  return known && (known.name === name ? identifierMention(name) : { ...known, text: name })
}
