import { readField } from '../../../brief/requirements/fields.ts'
import { readRequirementId } from '../../../brief/requirements/requirement-id.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { markersOf, means } from '../text/grammar.ts'

/**
 * What a sentence is to its requirement: its `title`, the `wish` that tells what is wanted, or a `criterion` by which it is judged. A requirement is about what its
 * title and wish name; a criterion names much in passing ("then the list of recipes opens").
 */
export type Part = 'title' | 'wish' | 'criterion'

export interface RequirementPart {
  readonly part: Part
  readonly sentence: Sentence
  /** The nouns that stand for something: not the label ("Title: …"), not who wishes ("As a guest …"), not what for ("so that …"). */
  readonly nouns: readonly NounPhrase[]
}

/** The sentences of one requirement, each with its part, in their order. */
export function partsOfRequirement(sentences: readonly Sentence[]): readonly RequirementPart[] {
  const parts: RequirementPart[] = []
  let titled: number | undefined
  let wished = false
  for (const sentence of sentences) {
    if (readRequirementId(sentence.text)?.rest === '') continue
    const nouns = contentOf(sentence)
    if (nouns.length === 0 && sentence.words.every((word) => word.end <= labelEnd(sentence))) continue
    const wishes = means(sentence, 'AS_ROLE', 'WANTS')
    const part = partOf(sentence, { titled, wished, wishes })
    titled ??= sentence.block
    wished ||= wishes
    parts.push({ part, sentence, nouns })
  }
  return parts
}

function partOf(
  sentence: Sentence,
  so: { readonly titled: number | undefined; readonly wished: boolean; readonly wishes: boolean },
): Part {
  if (sentence.zone === 'acceptance') return 'criterion'
  if (so.titled === undefined || so.titled === sentence.block) return 'title'
  return so.wished && !so.wishes ? 'criterion' : 'wish'
}

function contentOf(sentence: Sentence): readonly NounPhrase[] {
  const label = labelEnd(sentence)
  const purpose = Math.min(...markersOf(sentence, 'SO_THAT').map((marker) => marker.from), sentence.words.length)
  const wishes = markersOf(sentence, 'WANTS', 'CAN')[0]?.from
  const roles = markersOf(sentence, 'AS_ROLE')
  return sentence.nouns.filter((noun) => {
    if ((sentence.words[noun.from]?.start ?? 0) < label || noun.from >= purpose) return false
    const wishing = roles.some((role) => role.from <= noun.from && noun.from < (wishes ?? role.to + 2))
    return !wishing && !(noun.person && acts(sentence, noun))
  })
}

/** "A steward records a loan": who does it is not what it is about. */
function acts(sentence: Sentence, noun: NounPhrase): boolean {
  const next = sentence.words.slice(noun.to).find((word) => word.pos !== 'adverb')
  return next?.pos === 'verb'
}

/** Where the text behind a label begins: "Title: …", "Opis: …". */
function labelEnd(sentence: Sentence): number {
  return readField(sentence.text) === undefined ? 0 : sentence.text.indexOf(':') + 1
}
