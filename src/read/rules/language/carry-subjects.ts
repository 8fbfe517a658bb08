import type { Meaning, NounPhrase, Sentence } from './sentence.ts'

/** Verbs that say what a thing is made of or belongs to. */
const describing: ReadonlySet<Meaning> = new Set<Meaning>(['HAS', 'INCLUDES', 'CONSISTS', 'STORES', 'BELONGS', 'REFERENCES'])

/**
 * Gives a sentence whose subject is left out, or is a bare pronoun, the subject of the sentence before it in the same block: "A booking is for one room. It
 * has a start and an end.", "Rezerwacja dotyczy jednego pokoju. Przechowuje datę i liczbę gości.". The subject stands before the first word, as a phrase
 * without words of its own.
 *
 * Not: "Przechowujemy datę" (somebody else does), sentences of other verbs, people as subjects.
 */
export function carrySubjects(sentences: readonly Sentence[]): readonly Sentence[] {
  const carried: Sentence[] = []
  for (const sentence of sentences) {
    const before = carried.at(-1)
    const near = before && before.block === sentence.block && before.cell === undefined && sentence.cell === undefined
    const subject = near && leavesOutSubject(sentence) ? subjectOf(before) : undefined
    carried.push(subject ? withSubject(sentence, subject) : sentence)
  }
  return carried
}

function leavesOutSubject({ words, markers, nouns, language }: Sentence): boolean {
  const pronoun = words[0]?.pos === 'pronoun' && /^(?:it|they|on[aoe]?|one)$/i.test(words[0].text) ? 1 : 0
  if (language === 'en' && pronoun === 0) return false
  const verb = markers.find((marker) => marker.from === pronoun && describing.has(marker.meaning))
  const first = words[pronoun]
  if (!verb || first?.pos !== 'verb' || nouns.some((noun) => noun.from < verb.to && noun.to > verb.from)) return false
  return language === 'en' || !/(?:my|ć|no|to|sz)$/.test(first.text)
}

/** What a sentence begins with, if it is one thing. */
function subjectOf({ nouns, words }: Sentence): NounPhrase | undefined {
  const [first] = nouns
  if (!first || first.from > 1 || first.person || first.abstract || words[0]?.pos === 'preposition') return undefined
  return first
}

function withSubject(sentence: Sentence, { possessor: _, ...subject }: NounPhrase): Sentence {
  const nouns = sentence.nouns.map((noun) => (noun.possessor === undefined ? noun : { ...noun, possessor: noun.possessor + 1 }))
  return { ...sentence, nouns: [{ ...subject, from: 0, to: 0 }, ...nouns] }
}
