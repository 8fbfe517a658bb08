import type { Marker, Meaning, NounPhrase, Sentence } from '../language/sentence.ts'
import { isAccounts, markersOf, means, nounAfter, nounBefore } from '../text/grammar.ts'
import { oncePerSentence } from '../text/once-per-sentence.ts'

/** What a person does to a thing and that leaves a record of its own, by the record's name: a comment on a photo, a rating of a recipe. */
export type Reaction = 'comment' | 'rating' | 'like' | 'follow' | 'vote' | 'report' | 'favorite'

const reactions: readonly (readonly [meaning: Meaning, reaction: Reaction])[] = [
  ['COMMENTS', 'comment'],
  ['RATES', 'rating'],
  ['LIKES', 'like'],
  ['FOLLOWS', 'follow'],
  ['VOTES', 'vote'],
  ['FLAGS', 'report'],
  ['FAVOURITES', 'favorite'],
]

export interface ReactionTo {
  readonly reaction: Reaction
  readonly marker: Marker
  readonly target: NounPhrase
  /** Who does it. */
  readonly subject: NounPhrase
}

/**
 * What people may do to things that others see:
 * "members can comment on photos", "a visitor rates a recipe from 1 to 5", "dodać przepis do ulubionych", "zgłosić ogłoszenie, podając powód".
 *
 * Not: what the product does ("the AI rates answers"), "would like to", reporting what is new ("report a fault"): a complaint names its reason.
 */
export const reactionsIn: (sentence: Sentence) => readonly ReactionTo[] = oncePerSentence(readReactions)

function readReactions(sentence: Sentence): readonly ReactionTo[] {
  if (means(sentence, 'NOT', 'NO', 'WITHOUT', 'REJECT', 'OUT_OF_SCOPE', 'LATER')) return []
  return reactions.flatMap(([meaning, reaction]) =>
    markersOf(sentence, meaning).flatMap((marker) => {
      const subject = subjectOf(marker, sentence)
      if (subject === undefined) return []
      if (reaction === 'report' && !complains(sentence)) return []
      const target = targetOf(marker, sentence)
      return target === undefined ? [] : [{ reaction, marker, target, subject }]
    }),
  )
}

/**
 * "Members can …", "the application lets users …", "As a reader, I want to …": the person right before the verb, or the one that the sentence begins with.
 * What the product itself does ("the AI rates …") has neither.
 */
function subjectOf(marker: Marker, sentence: Sentence): NounPhrase | undefined {
  const isPerson = (noun: NounPhrase): boolean => noun.person || isAccounts(noun)
  const nearest = nounBefore(sentence, marker.from)
  if (nearest !== undefined && isPerson(nearest)) return nearest
  const first = sentence.nouns.find((noun) => noun.to <= marker.from && sentence.words[noun.from - 1]?.pos !== 'preposition')
  return first !== undefined && isPerson(first) ? first : undefined
}

/** A complaint about what is there, rather than news of what happened: it has a reason, or names the abuse. */
const complains = ({ nouns }: Sentence): boolean => nouns.some(({ name }) => /(?:^|_)(?:reason|abuse|violation|spam)$/.test(name))

/** The object behind the verb, or before "to favourites". */
function targetOf(marker: Marker, sentence: Sentence): NounPhrase | undefined {
  const isPlain = (from: number, to: number): boolean =>
    sentence.words.slice(from, to).every(({ pos }) => pos === 'determiner' || pos === 'adjective' || pos === 'pronoun')
  const after = nounAfter(sentence, marker.to)
  const before = nounBefore(sentence, marker.from)
  const behind = after !== undefined && isPlain(marker.to, after.from) ? after : undefined
  const isPlace = marker.meaning === 'FAVOURITES' && sentence.words[marker.from]?.pos === 'preposition'
  return isPlace ? (before !== undefined && isPlain(before.to, marker.from) && !before.person ? before : undefined) : behind
}
