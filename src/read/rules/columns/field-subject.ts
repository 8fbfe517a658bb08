import type { Mention } from '../../../claim/mention.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Reading } from '../reading.ts'
import { mentionOf, namedEntity } from '../text/grammar.ts'
import { isOnlyAttribute } from './common-names.ts'
import type { Target } from './targets.ts'

/**
 * The field of a thing that a noun phrase names together with it: "hive label", "the weight of a harvest", "status zwierzęcia". Undefined for a noun that is a thing
 * itself, and for one whose owner the documents do not know.
 */
export function fieldOfNoun(noun: NounPhrase, sentence: Sentence, reading: Reading): Target | undefined {
  if (noun.identifier || noun.person || reading.entities.find(noun.name)) return undefined
  const owner = noun.possessor === undefined ? undefined : sentence.nouns[noun.possessor]
  const owning = owner && !owner.identifier ? entityNamed(owner, reading) : undefined
  const words = noun.name.split('_')
  for (let length = words.length - 1; length >= 1; length -= 1) {
    const prefix = words.slice(0, length).join('_')
    const entity = reading.entities.find(prefix) ?? (!reading.entities.decided ? reading.things.find(prefix) : undefined)
    if (!entity) continue
    const attribute = { ...mentionOf(noun), name: words.slice(length).join('_') }
    return { attribute, entity: { ...entity, text: noun.text }, from: noun.from, to: noun.to }
  }
  return owner && owning
    ? { attribute: mentionOf(noun), entity: { ...owning, text: owner.text }, from: noun.from, to: Math.max(noun.to, owner.to) }
    : undefined
}

function entityNamed(noun: NounPhrase, reading: Reading): Mention | undefined {
  return reading.entities.find(noun.name) ?? namedEntity({ name: noun.name, head: noun.name }, reading)
}

/**
 * The field that a statement in the notes begins with: "Hive labels are unique per apiary", "Strength is a number from 1 to 10", "Numer ramy jest unikalny".
 *
 * Not: sentences that begin with a thing ("Hives are archived") or with a person.
 */
export function fieldSubject(sentence: Sentence, reading: Reading): Target | undefined {
  if (reading.document.kind !== 'notes') return undefined
  const noun = sentence.nouns.find((each) => each.from <= 1)
  if (!noun || sentence.words.slice(0, noun.from).some((word) => word.pos !== 'determiner')) return undefined
  const field = fieldOfNoun(noun, sentence, reading)
  const target =
    field ??
    (isOnlyAttribute(noun.name) || isOnlyAttribute(noun.head)
      ? { attribute: mentionOf(noun), from: noun.from, to: noun.to }
      : undefined)
  return target && sentence.words[target.to]?.pos === 'verb' ? target : undefined
}
