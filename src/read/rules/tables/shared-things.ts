import type { Reading } from '../reading.ts'
import { markersOf } from '../text/grammar.ts'
import { oncePerDocument } from '../text/once-per-document.ts'
import { contentsIn } from './contents.ts'
import { definedIn } from './definitions.ts'
import { type Evidence, evidenceFor } from './evidence.ts'
import { keyOfName } from './identifiers.ts'
import { asksForSomething } from './things.ts'

const own: ReadonlySet<Evidence> = new Set<Evidence>(['manage', 'store', 'create', 'edit', 'delete', 'search'])

/** Names (English) of what is sold or ordered from a catalogue: what it contains is there before it and after it. */
const sale = /^(?:\w+_)?(?:order|cart|basket|purchase|invoice|receipt|quote|delivery|shipment|preorder)$/

export function isSale(name: string): boolean {
  return sale.test(name)
}

function isCollection(name: string): boolean {
  return /(?:catalogue|catalog|dictionary|library|directory|database|assortment|inventory|menu)$/.test(name)
}

/**
 * Whether a thing is kept for itself, beside a whole that contains it: people manage, add or search it elsewhere, some sentence says what each has, or other
 * wholes contain it too.
 *
 * @param name of the thing, in English
 * @param whole name of what contains it
 */
export function isKeptApart(name: string, whole: string, reading: Reading): boolean {
  if (isSale(whole) || reading.things.thing(name)?.evidence.has('title') === true) return true
  return [...(wholesIn(reading).get(keyOfName(name)) ?? [])].some((where) => where !== keyOfName(whole))
}

/** By thing: the wholes that contain it, and nothing (`''`) where it is spoken of alone. */
const wholesIn = oncePerDocument(collect)

function collect({ sentences }: Reading): ReadonlyMap<string, ReadonlySet<string>> {
  const wheres = new Map<string, Set<string>>()
  const add = (name: string, where: string): void => {
    const key = keyOfName(name)
    wheres.set(key, (wheres.get(key) ?? new Set<string>()).add(where))
  }
  for (const sentence of sentences) {
    if (!asksForSomething(sentence.zone)) continue
    const contents = contentsIn(sentence)
    for (const { whole, part } of contents) add(part.name, keyOfName(whole.name))
    for (const noun of definedIn(sentence)) add(noun.name, '')
    for (const noun of sentence.nouns) {
      if (contents.some(({ part }) => part === noun)) continue
      // "add exercises to a plan": spoken of in its whole
      const placed = markersOf(sentence, 'INTO', 'FOR').some((marker) => marker.from === noun.to)
      const collected = noun.possessor === undefined ? undefined : sentence.nouns[noun.possessor]
      // "exercises come from a shared catalogue"
      const from = noun.from <= 1 && sentence.nouns.some((other) => other !== noun && isCollection(other.name))
      if (from || (!placed && evidenceFor(sentence, noun).some((each) => own.has(each)))) add(noun.name, '')
      if (collected && isCollection(noun.name)) add(collected.name, '')
    }
  }
  return wheres
}
