import type { Marker, NounPhrase, Sentence, Word } from '../language/sentence.ts'
import { isToBe, markersOf, means } from '../text/grammar.ts'
import { oncePerSentence } from '../text/once-per-sentence.ts'
import type { Part } from './parts.ts'

/** Something that somebody decides about, and what may become of it. */
export interface Decision {
  readonly noun: NounPhrase
  /** English; the first is the one it begins with. */
  readonly states: readonly string[]
}

/** Names (English) of what people hand in for others to decide about. */
const decided =
  /^(?:\w+_)?(?:request|application|claim|invitation|booking|reservation|appointment|offer|order|proposal|bid|quote|swap|submission|enrolment|enrollment|registration|nomination|match)$/

/**
 * "The captain accepts or rejects the request", "An appointment is pending until the salon confirms or declines it", "zgłoszenie jest zatwierdzane albo odrzucane".
 *
 * Not: people who are accepted, what nobody hands in ("accept or reject cookies").
 */
export const decisionsIn = oncePerSentence((sentence: Sentence): readonly Decision[] =>
  means(sentence, 'NOT', 'NO', 'OUT_OF_SCOPE', 'LATER')
    ? []
    : markersOf(sentence, 'DECIDES').flatMap((marker) => {
        const noun = decidedAt(marker, sentence)
        return noun && !noun.person && decided.test(noun.name)
          ? [{ noun, states: ['pending', ...statesOf(marker, sentence)] }]
          : []
      }),
)

/** The object behind the verbs; what the sentence began with, behind "it" and of "is accepted or rejected". */
function decidedAt(marker: Marker, sentence: Sentence): NounPhrase | undefined {
  const after = sentence.nouns.find((noun) => noun.from >= marker.to)
  const gap = after ? sentence.words.slice(marker.to, after.from) : []
  if (after && gap.every((word) => word.pos === 'determiner' || word.pos === 'adjective' || word.pos === 'pronoun')) {
    const referred = gap.some((word) => /^(?:it|them)$/i.test(word.text))
    if (!referred) return after
  }
  const next = sentence.words[marker.to]
  const before = sentence.nouns.filter((noun) => noun.to <= marker.from)
  if (next !== undefined && /^(?:it|them|je|ją|go)$/i.test(next.text))
    return before.find((noun) => !noun.person && !noun.abstract)
  const near = before.at(-1)
  const between = near ? sentence.words.slice(near.to, marker.from) : []
  return between.some(isToBe) && between.every((word) => word.pos === 'verb' || word.pos === 'adverb') ? near : undefined
}

function statesOf(marker: Marker, sentence: Sentence): readonly string[] {
  const verbs = sentence.words.slice(marker.from, marker.to).filter((word) => !isToBe(word) && word.pos !== 'conjunction')
  const states = sentence.language === 'en' ? verbs.flatMap(participle) : []
  return states.length === 2 ? states : ['accepted', 'rejected']
}

/** `accept` → accepted, `deny` → denied, `approves` → approved. */
function participle({ text, lemma }: Word): readonly string[] {
  if (!/^[a-z]+$/i.test(text) || /^(?:or|and|either|can|may|to)$/i.test(text)) return []
  const base = /ed$/i.test(text) ? text.toLowerCase().replace(/i?ed$/, '') : lemma
  if (/ed$/i.test(text)) return [text.toLowerCase()]
  return [/e$/.test(base) ? `${base}d` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`]
}

/** "A runner asks to join a team", "użytkownik prosi o dołączenie do zespołu": what is asked is a thing of the group, until somebody decides. */
export const joinRequestsIn = oncePerSentence((sentence: Sentence): readonly Part[] =>
  means(sentence, 'NOT', 'NO', 'OUT_OF_SCOPE', 'LATER')
    ? []
    : markersOf(sentence, 'ASKS_TO_JOIN').flatMap((marker) => {
        const group = sentence.nouns.find((noun) => noun.from >= marker.to && noun.from - marker.to <= 2)
        return group && !group.person && !group.identifier && !group.abstract
          ? [{ child: group, parent: group, name: 'join_request' }]
          : []
      }),
)
