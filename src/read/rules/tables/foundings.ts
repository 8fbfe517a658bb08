import { groupNames } from '../columns/common-names.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { isAnyone } from '../people/makers.ts'
import { isAccounts, markersOf, means } from '../text/grammar.ts'
import { oncePerSentence } from '../text/once-per-sentence.ts'

/** Somebody founds what people then belong to together. */
export interface Founding {
  readonly group: NounPhrase
  /** What the founder is in it, in English: `admin`, `owner`. */
  readonly becomes?: 'admin' | 'owner'
}

/**
 * "A user can found a club and becomes its admin", "anyone who signs up can create a lab and becomes its owner", "Użytkownik tworzy wspólnotę i zaprasza do niej
 * sąsiadów", "users create households".
 *
 * Not: what people make for themselves ("a user creates a note and sends it to the admin").
 */
export const foundingIn = oncePerSentence((sentence: Sentence): Founding | undefined => {
  if (means(sentence, 'NOT', 'NO', 'WITHOUT', 'REJECT', 'OUT_OF_SCOPE', 'LATER')) return undefined
  for (const marker of markersOf(sentence, 'CREATES')) {
    const group = sentence.nouns.find((noun) => noun.from >= marker.to && noun.from - marker.to <= 2)
    const somebody =
      markersOf(sentence, 'PUBLIC').some(({ to }) => to <= marker.from) ||
      sentence.nouns.some((noun) => (noun.person || isAccounts(noun)) && noun.to <= marker.from)
    if (!group || group.person || group.identifier || !somebody) continue
    const becomes = roleAfter(sentence, group)
    const invites = markersOf(sentence, 'INVITES').some(({ from }) => from >= group.to && sentence.words[from]?.pos === 'verb')
    // groups that people in a role make are made by that role, not founded
    const byRole = sentence.nouns.some(
      (noun) => noun.person && noun.to <= marker.from && !isAccounts(noun) && !isAnyone(noun.name),
    )
    if (becomes || invites || (groupNames.test(group.name) && !byRole)) return { group, ...(becomes ? { becomes } : {}) }
  }
  return undefined
})

/** "… and becomes its admin", "… i zostaje jej właścicielem". */
function roleAfter(sentence: Sentence, group: NounPhrase): 'admin' | 'owner' | undefined {
  const be = markersOf(sentence, 'BE').find(({ from }) => from >= group.to && from - group.to <= 4)
  const role = be && markersOf(sentence, 'ADMIN', 'OWNER').find(({ from }) => from >= be.to && from - be.to <= 2)
  return role && (role.meaning === 'ADMIN' ? 'admin' : 'owner')
}
