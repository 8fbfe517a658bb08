import type { Marker, Meaning, Word } from '../sentence.ts'
import { isSqlWord } from '../sql-vocabulary.ts'
import { personNouns } from './person-nouns.ts'

/** Whether a marker found by its words alone means what it says in this sentence. */
export function isMeant(marker: Marker, words: readonly Word[]): boolean {
  const word = words[marker.from]
  if (word === undefined) return true
  const single = marker.to - marker.from === 1
  // A name in code means itself: `date`, `type`; what SQL says there counts (`UNIQUE`, `not null`, `created_at`).
  if (single && word.identifier && !/[_.]/.test(word.text) && !isSqlWord(word.text)) return false
  // `log in`, `signed up`: done with an account, not with things.
  if (
    single &&
    /^(?:log|sign)$/.test(word.lemma) &&
    /^(?:in|out|into|up|on)$/.test(words[marker.to]?.text.toLowerCase() ?? '') &&
    marker.meaning !== 'SIGNED_IN'
  )
    return false
  return doubts[marker.meaning]?.(marker, words, word) ?? true
}

const doubts: Readonly<Partial<Record<Meaning, (marker: Marker, words: readonly Word[], word: Word) => boolean>>> = {
  // `has been saved` has nothing: `have` before a participle only helps it.
  HAS: ({ from, to }, words, word) => to - from > 1 || !/^(?:have|has|had|having)$/i.test(word.text) || !helpsVerb(words, to),
  // `a full name` is not all of it.
  ALL: (_, words, word) => word.text.toLowerCase() !== 'full' || words[words.indexOf(word) + 1]?.text.toLowerCase() !== 'name',
  // `Given a user, when …` begins a scenario.
  ASSIGNS: (_, __, word) => word.text.toLowerCase() !== 'given' && word.text !== 'SELECT',
  // `the clerk` works at a desk; a service of that name has no article and a capital letter.
  PLATFORM_ACCOUNTS: ({ from, to }, words, word) => to - from > 1 || word.lemma !== 'clerk' || isNamed(words, from),
  // The command of SQL, not people selecting an option.
  READ: (_, __, word) => word.text.toLowerCase() !== 'select' || word.identifier || word.text === 'SELECT',
  // `UPDATE: the limit is 5`; elsewhere people change and update things.
  CHANGE: ({ from, to }, words, word) =>
    to - from > 1 ||
    !/^(?:change|update|override|correction)s?$/i.test(word.text) ||
    words[to]?.text === ':' ||
    (from === 0 && /^\p{Lu}+$/u.test(word.text)),
  // `as a list` is no role.
  AS_ROLE: ({ from, to }, words) =>
    from === 0 ||
    /^[:.("–—-]$/.test(words[from - 1]?.text ?? '') ||
    words.slice(from + 1, to + 3).some((each) => personNouns.has(each.lemma)),
}

function isNamed(words: readonly Word[], at: number): boolean {
  return /^\p{Lu}/u.test(words[at]?.text ?? '') && words[at - 1]?.pos !== 'determiner' && words[at + 1]?.pos !== 'verb'
}

function helpsVerb(words: readonly Word[], at: number): boolean {
  let next = at
  while (words[next]?.pos === 'adverb' || words[next]?.text.toLowerCase() === 'not') next += 1
  const after = words[next]
  if (after === undefined) return false
  const text = after.text.toLowerCase()
  if (text === 'to' || text === 'been') return true
  return after.pos === 'verb' && /(?:ed|en|wn|de|ne|ght|ept|ent)$/.test(text) && words[next + 1]?.pos !== 'noun'
}
