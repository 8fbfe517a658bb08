import type { Document, Zone } from '../../../brief/document.ts'
import { groupedBy } from '../../../schema/grouped-by.ts'
import type { Sentence } from '../language/sentence.ts'
import { isQuestion } from '../text/is-question.ts'
import { answersIn } from './answers.ts'
import { type Answer, questionsOf } from './round.ts'

/** A document whose questions were answered: what was refused or not chosen is no recommendation any more. */
export interface Settled {
  readonly document: Document
  readonly sentences: readonly Sentence[]
  readonly answers: readonly Answer[]
}

/**
 * Brings the rounds of a session to their end before anything is read: an option that was not chosen, or is not the recommended one, and what was
 * answered with no, ask for nothing; neither does a question itself beside what is recommended.
 */
export function settleRounds(document: Document, sentences: readonly Sentence[]): Settled {
  const questions = document.kind === 'notes' ? questionsOf(document) : []
  if (questions.length === 0 && !document.blocks.some(({ zone }) => zone === 'answers'))
    return { document, sentences: document.kind === 'notes' ? sentences.map(unasked) : sentences, answers: [] }
  const byBlock = groupedBy(sentences, ({ block }) => block)
  const answers = answersIn(document, (block) => byBlock.get(block) ?? [], questions)
  const zones = new Map<number, Zone>()
  const wished = new Set<number>()
  const asks = (block: number): boolean => (byBlock.get(block) ?? []).every((sentence) => isQuestion(sentence.text))
  for (const question of questions) {
    const answer = answers.findLast((each) => each.question === question)?.verdict
    const letter = typeof answer === 'object' ? answer.letter : answer === 'no' ? undefined : question.recommended
    for (const [option, block] of question.options) zones.set(block, option === letter ? 'recommendations' : 'questions')
    // "Should there be a table `tags`?" – "Yes": the question itself says what is wanted.
    if (answer === 'yes' && question.blocks.every(asks))
      for (const block of question.blocks) {
        zones.set(block, 'recommendations')
        wished.add(block)
      }
    if (answer === 'no') for (const block of question.blocks) zones.set(block, 'questions')
    // "Recommendation: A" says nothing against the answer "B".
    if (typeof answer === 'object' && question.recommended !== undefined && question.recommended !== answer.letter)
      for (const block of question.blocks.slice(1)) if (!zones.has(block)) zones.set(block, 'questions')
  }
  // a turn of a conversation proposes besides what it asks: only its questions are answered with yes
  const agreed = new Set(answers.flatMap(({ question, verdict }) => (question.turn && verdict === 'yes' ? question.blocks : [])))
  const blocks = document.blocks.map((block, index) => {
    const zone = zones.get(index)
    return zone === undefined ? block : { ...block, zone }
  })
  return {
    document: { ...document, blocks },
    sentences: sentences.map((sentence) => {
      const zone = zones.get(sentence.block) ?? sentence.zone
      const settled = zone === sentence.zone ? sentence : { ...sentence, zone }
      return wished.has(sentence.block) || agreed.has(sentence.block) ? settled : unasked(settled)
    }),
    answers,
  }
}

/** What a question asks, wherever it stands, says nothing of how things are. */
function unasked(sentence: Sentence): Sentence {
  return isQuestion(sentence.text) ? { ...sentence, zone: 'questions' } : sentence
}
