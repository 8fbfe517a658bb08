import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Reading } from '../reading.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { asksForSomething } from '../tables/things.ts'
import { entityOfNoun, markersOf } from '../text/grammar.ts'
import { oncePerDocument } from '../text/once-per-document.ts'

/** Names (English) of persons that are no role: everyone who uses the product. */
const anyone =
  /^(?:user|person|people|customer_user|visitor|guest|client_user|new_user|registered_user|logged_in_user|owner|author|creator|developer|investor|someone|individual)$/

/** Whether a person's name stands for everyone who uses the product rather than for a role. */
export function isAnyone(name: string): boolean {
  return anyone.test(name)
}

/** Who makes each thing, by the document's stories: "As a conductor I want to add songs" makes conductors the makers of songs. */
export function makersOf(entity: string, reading: Reading): ReadonlySet<string> {
  return makersIn(reading).get(keyOfName(entity)) ?? new Set()
}

const makersIn = oncePerDocument(collect)

function collect(reading: Reading): ReadonlyMap<string, ReadonlySet<string>> {
  const makers = new Map<string, Set<string>>()
  for (const sentence of reading.sentences) {
    if (!asksForSomething(sentence.zone)) continue
    for (const marker of markersOf(sentence, 'CREATES')) {
      const person = personBefore(sentence, marker.from)
      const made = sentence.nouns.find((noun) => noun.from >= marker.to && noun.from - marker.to <= 2)
      const entity = entityOfNoun(made, reading)
      if (!person || !entity) continue
      const key = keyOfName(entity.name)
      makers.set(key, (makers.get(key) ?? new Set<string>()).add(person.name))
    }
  }
  return makers
}

function personBefore(sentence: Sentence, word: number): NounPhrase | undefined {
  return sentence.nouns.find((noun) => noun.person && noun.to <= word)
}
