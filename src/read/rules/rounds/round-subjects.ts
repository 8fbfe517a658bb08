import type { Document } from '../../../brief/document.ts'
import type { Mention } from '../../../claim/mention.ts'
import type { EntityIndex } from '../entity-index.ts'
import { isQuestion } from '../is-question.ts'
import type { Sentence } from '../language/sentence.ts'
import type { Subject } from '../subjects.ts'
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
): (block: number) => Subject | undefined {
  const questions = document.kind === 'notes' ? questionsOf(document) : []
  const asked = new Map<number, Question>()
  for (const question of questions) for (const block of question.blocks) asked.set(block, question)
  // A line that answers several questions is about none of them.
  for (const { block, question } of answers)
    if (document.blocks[block]?.kind === 'item' || answers.every((each) => each.block !== block || each.question === question))
      asked.set(block, question)
  const known = new Map<Question, Subject | undefined>()
  return (block) => {
    const question = asked.get(block)
    if (question === undefined) return undefined
    if (!known.has(question)) known.set(question, subjectOf(question, sentencesOf, entities))
    return known.get(question)
  }
}

function subjectOf(
  { blocks }: Question,
  sentencesOf: (block: number) => readonly Sentence[],
  entities: EntityIndex,
): Subject | undefined {
  const sentences = blocks.flatMap(sentencesOf)
  const asking = sentences.filter((sentence) => isQuestion(sentence.text))
  if (asking.length === 0) return undefined
  const proposing = sentences.filter((sentence) => !asking.includes(sentence))
  const named = only(proposing.flatMap((sentence) => tablesByName(sentence, entities)))
  const spoken = asking.flatMap((sentence) =>
    sentence.nouns.flatMap((noun) => (noun.person ? [] : (entities.find(noun.name) ?? entities.find(noun.head) ?? []))),
  )
  const entity = named ?? only(spoken)
  return entity && { entity, own: false }
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
