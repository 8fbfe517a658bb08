import type { ClaimOf } from '../../claim/claim.ts'
import type { Draft, Question } from '../draft.ts'
import { because } from '../why.ts'
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
  const questions = open.map(
    ({ text, claims }, at): Question => ({
      id: `open/${at + 1}`,
      topic: 'open',
      text: `Left open by the documents: ${text}${assumed(claims, draft)}`,
      why: because(claims),
    }),
  )
  return { ...draft, questions: [...draft.questions, ...questions] }
}

/** What the plan makes of the first column that the question names. */
function assumed(claims: readonly ClaimOf<'open question'>[], draft: Draft): string {
  const named = new Set(claims.flatMap(({ text }) => text.match(/[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?/g) ?? []))
  for (const table of draft.tables)
    for (const column of table.columns) {
      if (
        !named.has(`${table.name}.${column.name}`) &&
        !(named.has(table.name) && named.has(column.name) && /_/.test(column.name))
      )
        continue
      return ` Assumed: \`${table.name}.${column.name}\` is \`${column.type}\`${column.nullable ? ', optional' : ''}.`
    }
  return ''
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
