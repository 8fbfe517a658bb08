import { attributeNames } from '../columns/common-names.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { ThingIndex } from '../tables/things.ts'
import { isToBe, markersOf } from '../text/grammar.ts'
import { oncePerSentence } from '../text/once-per-sentence.ts'
import { isRefused } from '../text/refusals.ts'

/** What a sentence says people belong to. */
export interface Belonging {
  readonly person: NounPhrase
  readonly group: NounPhrase
  /** A person belongs to no more than one. */
  readonly single: boolean
}

/**
 * "Each user belongs to one company", "Users are assigned to a branch", "Pracownik należy do jednego oddziału": the person, and what they belong to.
 *
 * Not: things that belong to something, people of a kind that sorts them ("belongs to a role"), refusals.
 */
export const belongingOf = oncePerSentence((sentence: Sentence): Belonging | undefined => {
  for (const marker of markersOf(sentence, 'BELONGS', 'MEMBER')) {
    const person = sentence.nouns.filter((noun) => noun.to <= marker.from).at(-1)
    const group = sentence.nouns.find((noun) => noun.from >= marker.to)
    if (!person?.person || !group || marker.from - person.to > 3 || group.from - marker.to > 2) continue
    // "residents and board members comment on defects": only "are members of"
    if (marker.meaning === 'MEMBER' && !sentence.words.slice(person.to, marker.from).some(isToBe)) continue
    if (group.person || group.identifier || group.abstract || attributeNames.has(group.name) || sorts.test(group.name)) continue
    if (isRefused(sentence, group.from)) continue
    const counted = sentence.markers.some((each) => each.meaning === 'ONE' && each.from <= group.to && each.to > marker.to - 1)
    return { person, group, single: counted && !group.plural }
  }
  return undefined
})

/** Names (English) of what sorts people and is nothing they share. */
const sorts = /^(?:\w+_)?(?:role|type|status|category|level|plan|tier|segment|list)$/

/** The group of "their company", "swojego oddziału", a noun that is called somebody's own; and of "each company sees its own orders". */
export function ownGroup(sentence: Sentence, things: Pick<ThingIndex, 'isGroup'>): NounPhrase | undefined {
  const owns = markersOf(sentence, 'OWN')
  const groups = sentence.nouns.filter((noun) => !noun.person && things.isGroup(noun.name))
  return (
    groups.find((noun) => owns.some((own) => own.from >= noun.from - 1 && own.from < noun.to)) ??
    groups.find((noun) => noun === sentence.nouns[0] && noun.quantifier === 'each' && owns.some((own) => own.from >= noun.to))
  )
}
