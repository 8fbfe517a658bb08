import { holds, letter } from '../characters.ts'
import type { Word } from '../sentence.ts'
import { gerundHeads, singularGerundHeads } from './gerund-nouns.ts'
import { modals } from './tag-view.ts'
import { irregularParticiples } from './tag-words.ts'

export const isNoun = (word: Word | undefined): boolean =>
  word !== undefined && (word.pos === 'noun' || word.pos === 'proper noun') && holds(word.text, letter)

/** Adjectives that only stand behind `be`, or lead on to something else than a noun. */
const notBefore: ReadonlySet<string> = new Set([
  'able',
  'unable',
  'such',
  'due',
  'according',
  'including',
  'containing',
  'using',
  'being',
  'having',
  'let',
  'put',
  'hit',
  'like',
])

/** An adjective, a participle before a noun (`saved recipes`), or an adverb before either (`newly created recipes`), in a phrase whose body begins at `from`. */
export function isModifier(words: readonly Word[], at: number, from: number): boolean {
  const word = words[at] as Word
  const next = words[at + 1]
  const lower = word.text.toLowerCase()
  if (next === undefined || (notBefore.has(lower) && !(lower === 'due' && isNoun(next)))) return false
  if (word.pos === 'adjective') return leadsToNoun(words, at + 1, from)
  if (word.pos === 'adverb') return /ly$/.test(lower) && next.pos !== 'noun' && leadsToNoun(words, at + 1, from)
  if (word.pos !== 'verb' || !leadsToNoun(words, at + 1, from)) return false
  // `opening hours`, `shipping address`; elsewhere what stands before decides: `users creating recipes`, but `the creating user`.
  if (/ing$/.test(lower))
    return (
      (gerundHeads.has(next.lemma) && words[at - 1]?.plural !== true) ||
      (singularGerundHeads.has(next.lemma) && next.plural !== true && words[at - 1]?.pos !== 'noun') ||
      (at === from ? opensPhrase(words[at - 1]) : words[at - 1]?.pos === 'adjective')
    )
  if (!isParticiple(lower)) return false
  return (at > from && words[at - 1]?.pos !== 'noun') || beforeParticiple(words[at - 1])
}

const isParticiple = (lower: string): boolean => /[a-z]ed$/.test(lower) || irregularParticiples.has(lower)

/** Whether a word has the form of one that may stand before a noun though it is a verb. */
export function mayModify(word: Word): boolean {
  const lower = word.text.toLowerCase()
  return /ing$/.test(lower) || isParticiple(lower)
}

function leadsToNoun(words: readonly Word[], at: number, from: number): boolean {
  const word = words[at]
  if (word === undefined || word.identifier || word.quoted === true) return false
  return isNoun(word) || isModifier(words, at, from)
}

const opensPhrase = (word: Word | undefined): boolean =>
  word !== undefined &&
  (word.pos === 'determiner' || (word.pos === 'pronoun' && /^(?:my|your|his|her|its|our|their)$/i.test(word.text)))

/**
 * After a noun, a pronoun or `be`, a participle is what happened: `the user saved recipes`, `recipes are saved`. After a modal it is no participle:
 * `users can set goals`.
 */
function beforeParticiple(word: Word | undefined): boolean {
  if (word === undefined) return true
  if (opensPhrase(word) || /^[,:(/]$|^['’]s?$/.test(word.text)) return true
  return (
    /^(?:adjective|preposition|conjunction|adverb|number|verb)$/.test(word.pos) &&
    !/^(?:be|have|get|become|remain)$/.test(word.lemma) &&
    !modals.has(word.text.toLowerCase())
  )
}
