import type { ClaimOf } from '../../claim/claim.ts'
import type { Draft, Question } from '../draft.ts'
import { because, bothWhys } from '../why.ts'
import { oneLine } from './one-line.ts'

/** What the documents themselves leave open, as things to confirm: once, also where a summary and a list at the end word it differently. */
export function addOpenQuestions(draft: Draft): Draft {
  const open: { readonly text: string; readonly words: ReadonlySet<string>; readonly claims: ClaimOf<'open question'>[] }[] = []
  for (const claim of draft.facts.general.openQuestions) {
    const text = oneLine(claim.text, 220)
    if (text === '') continue
    const words = tellingWords(text)
    const known = open.find((other) => other.text === text || isSameMatter(other.words, words))
    if (known === undefined) open.push({ text, words, claims: [claim] })
    else known.claims.push(claim)
  }
  const questions = new Map(draft.questions.map((question) => [question.id, question]))
  for (const [at, { text, claims }] of open.entries()) {
    const column = namedColumn(claims, draft)
    const asked = column === undefined ? undefined : draft.questions.find((each) => each.text.startsWith(`${column.name} is `))
    const assumed = column === undefined ? '' : ` Assumed: ${column.name} is ${column.made}.`
    const question: Question =
      asked === undefined
        ? { id: `open/${at + 1}`, topic: 'open', text: `Left open by the documents: ${text}${assumed}`, why: because(claims) }
        : {
            ...alone(asked),
            text: `${asked.text} Left open by the documents: ${text}`,
            why: bothWhys(asked.why, because(claims)),
          }
    questions.set(question.id, question)
  }
  return { ...draft, questions: [...questions.values()] }
}

/** A question that the documents ask too stands by itself. */
function alone({ alike: _alike, ...question }: Question): Question {
  return question
}

/** The first column that the question names, and what the plan makes of it. */
function namedColumn(
  claims: readonly ClaimOf<'open question'>[],
  draft: Draft,
): { readonly name: string; readonly made: string } | undefined {
  const named = new Set(claims.flatMap(({ text }) => text.match(/[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?/g) ?? []))
  for (const table of draft.tables)
    for (const column of table.columns) {
      const both = named.has(table.name) && named.has(column.name) && column.name.includes('_')
      if (named.has(`${table.name}.${column.name}`) || both)
        return {
          name: `\`${table.name}.${column.name}\``,
          made: `\`${column.type}\`${column.nullable ? ', optional' : ''}`,
        }
    }
  return undefined
}

/** The beginnings of the longer words, identifiers taken apart: `syncing` and `synchronisation` say the same. */
function tellingWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return new Set(words.filter((word) => word.length >= 4).map((word) => word.slice(0, 4)))
}

/** Whether nearly all that the shorter text speaks of stands in the longer one; of short texts too little is known. */
function isSameMatter(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const common = [...a].filter((word) => b.has(word)).length
  return common >= 5 && common >= 0.5 * Math.min(a.size, b.size)
}
