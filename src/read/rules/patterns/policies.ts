import type { ClaimBody } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import type { Operation } from '../../../schema/access.ts'
import { sentenceEntity, tablesOf } from '../columns/targets.ts'
import { inlineOfSentence } from '../language/analyse-document.ts'
import type { Sentence } from '../language/sentence.ts'
import type { Who } from '../people/audience.ts'
import { operationsIn, sqlOperationsIn } from '../people/operations.ts'
import { policyListIn, whoIn } from '../people/policy-lists.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { claimsOfPolicy } from '../sql/policy-meaning.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { foundIn } from '../text/grammar.ts'

/**
 * Policies as notes write them down: by operation ("SELECT: members of the team; INSERT/UPDATE: owner; DELETE: admin"), in a table with a column for each
 * operation, and as conditions in SQL inside a sentence (`USING (team_id IN (select team_id from team_members where user_id = auth.uid()))`).
 *
 * Such a list is meant to be complete: what it gives to some is nobody else's.
 */
export const policies: Pattern = {
  name: 'policies',
  read(block, reading) {
    if (reading.document.kind !== 'notes') return []
    return [...readTable(block, reading), ...readAsked(block, reading, readSentence)]
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  const list = sentence.cell === undefined ? policyListIn(sentence, reading) : undefined
  const listed = list?.policies.flatMap(({ may, who }) => claimsOf(list.entity, may, who)) ?? []
  return [...listed, ...readConditions(sentence, reading)].map((body) => foundIn(reading, sentence, body))
}

function claimsOf(entity: Mention, may: readonly Operation[], who: readonly Who[]): readonly ClaimBody[] {
  return who.map((each) => ({
    kind: 'access',
    entity,
    who: each,
    may: each.kind === 'anonymous' ? may.filter((operation) => operation === 'select') : may,
    only: true,
  }))
}

/** Conditions in code, each with the table that is named before it. */
function readConditions(sentence: Sentence, reading: Reading): readonly ClaimBody[] {
  const inline = inlineOfSentence(reading.document, sentence)
  if (!reading.sql || !inline || sentence.cell !== undefined) return []
  const end = sentence.offset + sentence.text.length
  return inline.marks.flatMap(({ kind, start, end: to }): readonly ClaimBody[] => {
    if (kind !== 'code' || start < sentence.offset || to > end) return []
    const policy = reading.sql?.policyIn(inline.text.slice(start, to))
    const at = sentence.words.findIndex((word) => sentence.offset + word.start >= start)
    const before = tablesOf(sentence, reading).filter((table) => table.to <= at)
    const entity =
      before.at(-1)?.entity ??
      reading.contextOf(sentence.block, sentence.offset).subject?.entity ??
      sentenceEntity(sentence, reading)
    if (policy === undefined || entity === undefined || entity.name.startsWith('auth.')) return []
    const named = sqlOperationsIn({ text: sentence.text.slice(0, start - sentence.offset) })
    return claimsOfPolicy(entity, named.length > 0 && policy.may.length > 1 ? { ...policy, may: named } : policy, true)
  })
}

/** "| Table | SELECT | INSERT |": who may do what with the table of each row. */
function readTable(block: number, reading: Reading): readonly Found[] {
  const table = reading.block(block)
  if (table?.kind !== 'table') return []
  const model = reading.modelOf(block)
  const columns = table.header.map(({ text }) => {
    const written = sqlOperationsIn({ text })
    const analysed = model.analyse(text.trim(), [])
    return analysed.words.length > 5 ? [] : written.length > 0 ? written : operationsIn(analysed)
  })
  if (columns.filter((may) => may.length > 0).length < 2) return []
  return table.rows.flatMap((row, at) => {
    const name = row
      .slice(
        0,
        columns.findIndex((may) => may.length > 0),
      )
      .find(({ text }) => reading.entities.find(text.trim()))
    const entity = name && reading.entities.find(name.text.trim())
    if (entity === undefined) return []
    return reading.sentencesOf(block).flatMap((sentence) => {
      const may = sentence.cell?.row === at ? (columns[sentence.cell.column] ?? []) : []
      const who = may.length === 0 ? [] : whoIn(sentence, 0, sentence.words.length, reading)
      return claimsOf(entity, may, who).map((body) => foundIn(reading, sentence, body))
    })
  })
}
