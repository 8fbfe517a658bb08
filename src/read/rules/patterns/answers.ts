import { readLimits } from '../columns/limits.ts'
import { couldBeColumn } from '../columns/targets.ts'
import type { LanguageModel, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { identifierMention } from '../reading.ts'
import type { Question } from '../rounds/round.ts'
import { sqlTypeAt } from '../sql/sql-words.ts'
import { readQualified } from '../tables/identifiers.ts'
import { markersOf } from '../text/grammar.ts'
import { isQuestion } from '../text/is-question.ts'

/**
 * Numbered answers to numbered questions of the last round: "2. no" refuses the tables and columns that question 2 proposes, "3. yes", "agree",
 * "zgoda na rekomendację" make of the question, or of the recommendation under it, what was answered; "4. B" makes it of the option.
 *
 * Not: answers with a text of their own, which the other families read as they read any sentence; an answer whose question is not there.
 */
export function answersTo(families: readonly Pattern[]): Pattern {
  return {
    name: 'answers',
    read(block, reading) {
      const source = reading.block(block)
      if (source?.kind !== 'item' && source?.kind !== 'paragraph') return []
      const at = { inline: source.inline, start: 0, end: source.inline.text.length }
      return reading.answersAt(block).flatMap(({ question, verdict, text }): readonly Found[] => {
        const { blocks, options } = question
        if (verdict === 'no') return refusals(question, reading).map((each) => ({ ...each, block, at }))
        // what a turn proposes stands there already; only what it asks is said by the answer
        if (question.turn) return []
        const letter = typeof verdict === 'object' ? verdict.letter : question.recommended
        const option = letter === undefined ? undefined : options.get(letter)
        // With an option that is not the recommended one nothing else below the question holds.
        const unwanted = letter === question.recommended ? [...options.values()] : blocks.slice(1)
        const wanted = new Set(blocks.filter((index) => index === option || !unwanted.includes(index)))
        const assumed = asserted(reading, wanted, block)
        const claims = [...wanted].flatMap((each) => families.flatMap((family) => family.read(each, assumed)))
        return changed(claims, text ?? source.inline.text, reading.modelOf(block)).map(
          (each): Found => ({ body: each.body, block, at }),
        )
      })
    },
  }
}

/** "Yes, but at most 50 characters", "tak, ale timestamptz": the one bound or type that was proposed gives way to the one that the answer says. */
function changed(claims: readonly Found[], answer: string, model: LanguageModel): readonly Found[] {
  const behind = /(?:^|[^\p{L}])(?:but|ale|tylko|only)(?=[^\p{L}])(.*)$/isu.exec(answer)?.[1]
  if (behind === undefined) return claims
  const [bound, ...others] = readLimits(behind, model.analyse(behind, []))
  const bounded = new Set(claims.flatMap(({ body }) => (body.kind === 'limit' ? [body.attribute.name] : [])))
  const type = sqlTypeAt(behind.replace(/^[\s`]+/, ''))
  const typed = new Set(claims.flatMap(({ body }) => (body.kind === 'attribute' ? [body.attribute.name] : [])))
  return claims.map((found) => {
    const { body } = found
    if (body.kind === 'limit' && bound && others.length === 0 && bounded.size === 1)
      return { ...found, body: { ...body, ...bound, of: bound.of === 'value' ? body.of : bound.of } }
    return body.kind === 'attribute' && type !== undefined && typed.size === 1 ? { ...found, body: { ...body, type } } : found
  })
}

/**
 * The reading with some blocks taken as recommended rather than asked; of a question with a recommendation the latter, unless that only agrees. What leaves
 * open of which table it speaks is of the one that the answer is about.
 */
function asserted(reading: Reading, blocks: ReadonlySet<number>, answer: number): Reading {
  const answered = [...blocks].some((block) =>
    reading.sentencesOf(block).some((sentence) => !isQuestion(sentence.text) && !agrees(sentence)),
  )
  return {
    ...reading,
    contextOf(index, offset) {
      const own = reading.contextOf(index, offset)
      const subject = own.subject ?? (blocks.has(index) ? reading.contextOf(answer).subject : undefined)
      return subject ? { ...own, subject } : own
    },
    block(index) {
      const source = reading.block(index)
      return source && blocks.has(index) ? { ...source, zone: 'recommendations' } : source
    },
    sentencesOf: (index) =>
      blocks.has(index)
        ? reading
            .sentencesOf(index)
            .map((sentence) => ({ ...sentence, zone: answered && isQuestion(sentence.text) ? 'questions' : 'recommendations' }))
        : reading.sentencesOf(index),
  }
}

/** "Recommendation: yes, numeric(5,2)": it is what the question asks that is recommended. */
function agrees(sentence: Sentence): boolean {
  return markersOf(sentence, 'AGREE').some((marker) => marker.from <= 2)
}

/** The tables and columns that a refused question names. */
function refusals({ blocks, turn }: Question, reading: Reading): readonly Pick<Found, 'body'>[] {
  return blocks.flatMap((block) =>
    reading.sentencesOf(block).flatMap((sentence) => {
      if (turn && !isQuestion(sentence.text)) return []
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
