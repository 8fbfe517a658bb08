import type { Mention } from '../../../claim/mention.ts'
import { attributeNames, notThings, weakThings } from '../columns/common-names.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Reading } from '../reading.ts'
import { type Evidence, evidenceFor } from '../tables/evidence.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { otherNamesOf } from '../tables/same-things.ts'
import { couldBeThing } from '../tables/things.ts'
import { mentionOf, namedEntity } from '../text/grammar.ts'

const making: readonly Evidence[] = ['create', 'delete', 'store']
const changing: readonly Evidence[] = [...making, 'edit', 'manage', 'assign']
const showing: readonly Evidence[] = [...changing, 'list', 'search']

/** What a sentence has done to a thing: `made` or deleted; or `changed`; or `shown`, listed and searched as well. */
const handlings = { made: making, changed: changing, shown: showing }

export function isHandled(noun: NounPhrase, sentence: Sentence, how: keyof typeof handlings = 'changed'): boolean {
  return evidenceFor(sentence, noun).some((evidence) => handlings[how].includes(evidence))
}

/** What a noun of a requirement means. `guessed`: no document makes it a thing, only its own name tells it. */
export interface NamedThing {
  readonly mention: Mention
  readonly guessed: boolean
}

/**
 * The thing that a noun of a requirement means, as the documents name it: by its name, by another name of one of its words ("leave request" for a
 * `vacation_requests`), by its head alone, by what it is a side of ("participant details", "cancelling of an order"), or in a form that no lexicon knows. A word
 * that programs use for much else ("file", "list", "request") means a table only where something is done to it.
 */
export function thingOfNoun(noun: NounPhrase, sentence: Sentence, reading: Reading): NamedThing | undefined {
  if (isUsual(noun.name) && !reading.entities.find(noun.name) && !isHandled(noun, sentence, 'shown')) return undefined
  const known =
    reading.entities.find(noun.name) ??
    reading.things.find(noun.name) ??
    byOtherWords(noun.name, reading) ??
    (isUsual(noun.head) ? bySide(noun, reading) : undefined) ??
    namedEntity(noun, reading) ??
    byHead(noun, reading) ??
    bySide(noun, reading) ??
    (noun.known ? undefined : byStem(noun.name, reading))
  if (known !== undefined) return { mention: { ...known, text: noun.text }, guessed: false }
  return couldBeThing(noun) ? { mention: mentionOf(noun), guessed: true } : undefined
}

function isUsual(name: string): boolean {
  return notThings.has(name) || weakThings.has(name) || attributeNames.has(name)
}

function byOtherWords(name: string, reading: Reading): Mention | undefined {
  const words = name.split('_')
  for (const [at, word] of words.entries())
    for (const other of otherNamesOf(word)) {
      const renamed = words.with(at, other).join('_')
      const found = reading.entities.find(renamed) ?? reading.things.find(renamed)
      if (found !== undefined) return found
    }
  return undefined
}

/** The one table that is called like the head, or ends in it. */
function byHead({ name, head }: Pick<NounPhrase, 'name' | 'head'>, reading: Reading): Mention | undefined {
  if (attributeNames.has(head)) return undefined
  const ending = `_${keyOfName(head)}`
  const found = reading.entities.all.filter((entity) => keyOfName(entity.name).endsWith(ending))
  return found.length === 1 && (name === head || !isUsual(head) || name.includes('_')) ? found[0] : undefined
}

/** A product that is called after what it is for ("the booking system") is no booking. */
const products: ReadonlySet<string> = new Set(['system', 'application', 'app', 'platform', 'service', 'website', 'product'])

/** What the words before the head name. */
function bySide({ name, head, person }: NounPhrase, reading: Reading): Mention | undefined {
  const cut = name.lastIndexOf('_')
  if (cut < 0 || person || products.has(head)) return undefined
  const whole = name.slice(0, cut)
  const side = { name: whole, head: whole.split('_').at(-1) ?? whole }
  if (isUsual(whole)) return undefined
  return namedEntity(side, reading) ?? byOtherWords(whole, reading) ?? byHead(side, reading)
}

/** Forms of a word that no lexicon knows differ in their endings. */
function byStem(name: string, reading: Reading): Mention | undefined {
  const stem = stemOf(name)
  if (stem.length < 4) return undefined
  return [...reading.entities.all, ...reading.things.all.map((thing) => thing.mention)].find(
    (mention) => stemOf(keyOfName(mention.name)) === stem,
  )
}

function stemOf(name: string): string {
  return name.replace(/(?:[aeiouy]+|ow|ami|ach|em|om)$/, '')
}
