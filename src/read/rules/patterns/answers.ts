import type { Block } from '../../../brief/document.ts'
import { readQualified } from '../identifiers.ts'
import type { Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { identifierMention } from '../reading.ts'
import { couldBeColumn } from '../targets.ts'

/**
 * Numbered answers to numbered questions of the last round: "2. no" refuses the tables and columns that question 2 proposes, "3. yes", "agree",
 * "zgoda na rekomendację" make of the question, or of the recommendation under it, what was answered.
 *
 * Not: answers with a text of their own, which the other families read as they read any sentence; an answer whose question is not there.
 */
export function answersTo(families: readonly Pattern[]): Pattern {
  return {
    name: 'answers',
    read(block, reading) {
      const source = reading.block(block)
      if ((source?.kind !== 'item' && source?.kind !== 'paragraph') || source.zone !== 'answers') return []
      const number = source.kind === 'item' ? source.number : undefined
      const first = reading.sentencesOf(block)[0]
      const verdict = first && verdictOf(first)
      const question = verdict && (number === undefined ? questionAbove(block, reading) : questionOf(block, number, reading))
      if (!first || !verdict || question === undefined) return []
      const blocks = [question, ...below(question, reading)]
      const at = { inline: source.inline, start: 0, end: source.inline.text.length }
      if (verdict === 'no') return refusals(blocks, reading).map((each) => ({ ...each, block, at }))
      const assumed = asserted(reading, new Set(blocks))
      return blocks
        .flatMap((each) => families.flatMap((family) => family.read(each, assumed)))
        .map((each): Found => ({ body: each.body, block, at }))
    },
  }
}

/**
 * A bare yes or no, or agreement: nothing else of weight is said. What follows a no gives its reason ("No, later.", "Nie, w pierwszej wersji bez …"); what follows a
 * yes is read as a sentence of its own.
 */
function verdictOf(sentence: Sentence): 'yes' | 'no' | undefined {
  const colon = sentence.words.slice(0, 4).findIndex((word) => word.text === ':')
  const head = sentence.markers.filter((marker) => marker.from > colon && marker.from <= colon + 2)
  const no = head.find((marker) => marker.meaning === 'NO' || marker.meaning === 'NOT' || marker.meaning === 'REJECT')
  const brief = sentence.words.length - colon - 1 <= 6
  if (no && (brief || (no.from === colon + 1 && /^[,.;–—-]$/.test(sentence.words[no.to]?.text ?? '')))) return 'no'
  return brief && head.some((marker) => marker.meaning === 'AGREE') ? 'yes' : undefined
}

/** The question that stands right above an answer without a number, recommendations between them aside. */
function questionAbove(block: number, reading: Reading): number | undefined {
  for (let at = block - 1; at >= Math.max(0, block - 6); at -= 1) {
    const zone = reading.block(at)?.zone
    if (zone === 'questions') return at
    if (zone !== 'recommendations') return undefined
  }
  return undefined
}

/** The nearest item above with that number among questions or recommendations. */
function questionOf(block: number, number: number, reading: Reading): number | undefined {
  for (let at = block - 1; at >= 0; at -= 1) {
    const source: Block | undefined = reading.block(at)
    if (source?.kind === 'item' && source.number === number && (source.zone === 'questions' || source.zone === 'recommendations'))
      return at
  }
  return undefined
}

function below(question: number, reading: Reading): readonly number[] {
  const found: number[] = []
  for (let at = question + 1; at < question + 30; at += 1) {
    const source = reading.block(at)
    if (
      !source ||
      !('parent' in source) ||
      source.parent === undefined ||
      (source.parent !== question && !found.includes(source.parent))
    )
      break
    found.push(at)
  }
  return found
}

/** The reading with some blocks taken as recommended rather than asked. */
function asserted(reading: Reading, blocks: ReadonlySet<number>): Reading {
  return {
    ...reading,
    block(index) {
      const source = reading.block(index)
      return source && blocks.has(index) ? { ...source, zone: 'recommendations' } : source
    },
    sentencesOf: (index) =>
      blocks.has(index)
        ? reading.sentencesOf(index).map((sentence) => ({ ...sentence, zone: 'recommendations' as const }))
        : reading.sentencesOf(index),
  }
}

/** The tables and columns that a refused question names. */
function refusals(blocks: readonly number[], reading: Reading): readonly Pick<Found, 'body'>[] {
  return blocks.flatMap((block) =>
    reading.sentencesOf(block).flatMap((sentence) => {
      const column = sentence.markers.some((marker) => marker.meaning === 'COLUMN' || marker.meaning === 'FIELD_LIST')
      const table = sentence.markers.some(
        (marker) => marker.meaning === 'TABLE' || marker.meaning === 'ENTITY' || marker.meaning === 'JOIN_TABLE',
      )
      return sentence.words.flatMap((word): readonly Pick<Found, 'body'>[] => {
        const named = word.identifier ? readQualified(word.text) : undefined
        if (!named || (!column && !table)) return []
        const base = { kind: 'exclusion' as const, text: word.text, deferred: false }
        if (named.column !== undefined)
          return [
            {
              body: {
                ...base,
                subject: 'attribute',
                entity: identifierMention(named.table),
                attribute: identifierMention(named.column),
              },
            },
          ]
        if (table && !column) return [{ body: { ...base, subject: 'entity', entity: identifierMention(named.table) } }]
        return column && couldBeColumn(named.table) && !reading.entities.find(named.table)
          ? [{ body: { ...base, subject: 'attribute', attribute: identifierMention(named.table) } }]
          : []
      })
    }),
  )
}
