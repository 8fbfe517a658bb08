import type { Document } from '../../../brief/document.ts'
import type { Mention } from '../../../claim/mention.ts'
import { attributeNames } from '../columns/common-names.ts'
import type { Sentence, Word } from '../language/sentence.ts'
import type { EntityIndex } from '../tables/entity-index.ts'
import { isQuestion } from '../text/is-question.ts'
import type { Subject } from '../text/subjects.ts'
import { questionAbove } from './answers.ts'
import { type Answer, type Question, questionsOf } from './round.ts'

/**
 * What a question is about, for the recommendation below it and for its answer, which need not say it again: "Should a rehearsal have a duration?" – "starts_at
 * and ends_at, both required". The table that the recommendation names, else the one table that the question speaks of.
 */
export function roundSubjects(
  document: Document,
  answers: readonly Answer[],
  sentencesOf: (block: number) => readonly Sentence[],
  entities: EntityIndex,
): (block: number, offset?: number) => Subject | undefined {
  const questions = document.kind === 'notes' ? questionsOf(document) : []
  const asked = new Map<number, Question>()
  for (const question of questions) for (const block of question.blocks) asked.set(block, question)
  // A line that answers several questions is about none of them.
  for (const { block, question } of answers)
    if (document.blocks[block]?.kind === 'item' || answers.every((each) => each.block !== block || each.question === question))
      asked.set(block, question)
  const known = new Map<Question, Subject | undefined>()
  const replied = (block: number): Question | undefined =>
    document.kind === 'notes' && document.blocks[block]?.zone === 'answers'
      ? questionAbove(
          document,
          questions.filter((question) => (question.blocks[0] ?? 0) < block),
          block,
        )
      : undefined
  return (block, offset) => {
    const question = asked.get(block) ?? replied(block)
    if (question === undefined) return undefined
    if (!known.has(question)) known.set(question, subjectOf(question, sentencesOf, entities))
    return (
      (question.turn
        ? listingOf(
            sentencesOf(block).filter((each) => offset === undefined || each.offset === offset),
            question,
            sentencesOf,
            entities,
          )
        : undefined) ?? known.get(question)
    )
  }
}

function subjectOf(
  { blocks, turn }: Question,
  sentencesOf: (block: number) => readonly Sentence[],
  entities: EntityIndex,
): Subject | undefined {
  const sentences = blocks.flatMap(sentencesOf)
  const asking = sentences.filter((sentence) => isQuestion(sentence.text))
  if (asking.length === 0 && turn !== true) return undefined
  const proposing = sentences.filter((sentence) => !asking.includes(sentence))
  const tables = proposing.flatMap((sentence) => tablesByName(sentence, entities))
  const named = turn ? tables.at(-1) : only(tables)
  const spoken = asking.flatMap((sentence) =>
    sentence.nouns.flatMap((noun) => (noun.person ? [] : (entities.find(noun.name) ?? entities.find(noun.head) ?? []))),
  )
  const entity = named ?? only(spoken)
  return entity && { entity, own: false }
}

/** "Drop `owner_id`": of the tables that a turn proposes the one in whose list a name of the answer stands. */
function listingOf(
  answer: readonly Sentence[],
  { blocks }: Question,
  sentencesOf: (block: number) => readonly Sentence[],
  entities: EntityIndex,
): Subject | undefined {
  const words = answer.flatMap((sentence) => sentence.words)
  const named = words.filter((word) => word.identifier)
  const plain = words.filter((word) => word.pos === 'noun' && attributeNames.has(word.lemma))
  const listed = (those: readonly Word[]): Subject | undefined => {
    const entity = only(holdersOf(new Set(those.map(({ text }) => text)), blocks.flatMap(sentencesOf), entities))
    return entity && { entity, own: false }
  }
  return listed(named) ?? listed(plain)
}

function holdersOf(said: ReadonlySet<string>, proposing: readonly Sentence[], entities: EntityIndex): readonly Mention[] {
  return proposing.flatMap((sentence) => {
    let table: Mention | undefined
    return sentence.words.flatMap((word) => {
      const named = entities.find(word.text)
      if (word.identifier && named?.name === word.text) table = named
      return table && said.has(word.text) && table.name !== word.text ? [table] : []
    })
  })
}

function tablesByName(sentence: Sentence, entities: EntityIndex): readonly Mention[] {
  return sentence.words.flatMap((word) => {
    const found = word.identifier ? entities.find(word.text) : undefined
    return found?.name === word.text ? [found] : []
  })
}

function only(mentions: readonly Mention[]): Mention | undefined {
  const [first] = mentions
  return first && mentions.every((each) => each.name === first.name) ? first : undefined
}
