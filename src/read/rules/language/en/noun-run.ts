import type { Word } from '../sentence.ts'
import { isSqlKeyword, isSqlWord } from '../sql-vocabulary.ts'
import { thingsInIng } from './gerund-nouns.ts'
import { isModifier, isNoun } from './is-modifier.ts'
import { type Opening, readOpening } from './read-opening.ts'

/** Words of one noun phrase: determiners and quantifiers `from`, modifiers and head from `bodyFrom` to `to`; the head is the last. */
export interface NounRun extends Pick<Opening, 'quantifier' | 'count'> {
  readonly from: number
  readonly bodyFrom: number
  readonly to: number
}

/** Structure said of the noun before it (`the recipes table`) or after it (`table recipes`), and no part of either name. */
const structureAfter = /^(?:table|entity|column|field|attribute|row|record)s?$|^entities$/
const structureBefore = /^(?:table|column|field|attribute)s?$|^entit(?:y|ies)$/

/** The noun phrase that begins at word `at`, or undefined. */
export function nounRunAt(words: readonly Word[], at: number): NounRun | undefined {
  const { to: bodyFrom, ...counted } = readOpening(words, at)
  const run = (to: number): NounRun => ({ from: at, bodyFrom, to, ...counted })
  const first = words[bodyFrom]
  if (first === undefined) return undefined
  if (first.identifier || first.quoted === true) return isName(words, bodyFrom) ? run(bodyFrom + 1) : undefined
  const last = lastNoun(words, bodyFrom)
  if (last === undefined) return undefined
  // `creating`, `viewing`: what is done, not a thing, unless the word is one in its own right (`booking`).
  if (last === bodyFrom && bodyFrom === at && isGerund(first.text)) return undefined
  let to = last + 1
  while (to - bodyFrom > 1 && structureAfter.test(lowerAt(words, to - 1)) && isNoun(words[to - 2])) to -= 1
  // `column created_at`, `table recipes`: what follows is the name.
  if (structureBefore.test(first.text.toLowerCase()) && to - bodyFrom > 1 && words[bodyFrom + 1]?.plural === true)
    return undefined
  while (to > bodyFrom && words[to]?.identifier === true && structureBefore.test(lowerAt(words, to - 1))) to -= 1
  if (to === bodyFrom || !isNoun(words[to - 1])) return undefined
  return run(to)
}

function lastNoun(words: readonly Word[], from: number): number | undefined {
  let last: number | undefined
  for (let at = from; at < words.length; at += 1) {
    const word = words[at] as Word
    if (word.identifier || word.quoted === true) break
    if (isNoun(word)) last = at
    else if (!isModifier(words, at, from)) break
  }
  return last
}

/** An identifier that is no word of SQL: beside others in one code span (`on delete set null`) small letters are SQL too. */
function isName(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word
  if (!word.identifier) return true
  const amongOthers = words[at - 1]?.identifier === true || words[at + 1]?.identifier === true
  return /\p{L}/u.test(word.text) && !(isSqlWord(word.text) || (amongOthers && isSqlKeyword(word.text)))
}

const isGerund = (text: string): boolean => /[a-z]{2}ing$/i.test(text) && !thingsInIng.has(text.toLowerCase())
const lowerAt = (words: readonly Word[], at: number): string => words[at]?.text.toLowerCase() ?? ''
