import type { Draft, Question } from '../draft.ts'
import { because } from '../why.ts'
import { oneLine } from './one-line.ts'

/** What the documents themselves leave open, as things to confirm. */
export function addOpenQuestions(draft: Draft): Draft {
  const seen = new Set<string>()
  const open = draft.facts.general.openQuestions.flatMap((claim): readonly Question[] => {
    const text = oneLine(claim.text, 220)
    if (text === '' || seen.has(text)) return []
    seen.add(text)
    return [{ id: `open/${seen.size}`, topic: 'open', text: `Left open by the documents: ${text}`, why: because([claim]) }]
  })
  return { ...draft, questions: [...draft.questions, ...open] }
}
