import type { Mention } from '../../../claim/mention.ts'
import { attributeNames } from '../columns/common-names.ts'
import type { Marker, NounPhrase, Sentence } from '../language/sentence.ts'
import type { Pattern, Reading } from '../reading.ts'
import { contentsIn } from '../tables/contents.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { isSale } from '../tables/shared-things.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entityOfNoun, foundIn, markersOf, namedEntity } from '../text/grammar.ts'
import { linkBetween } from './contents.ts'

/**
 * What is kept as it was when something happened, whatever becomes of it later:
 * "for every cake the price at the time of the order is remembered", "cena z chwili zakupu", "zapisywana jest wartość narzędzia z dnia wypożyczenia".
 * It belongs to what happened: to the line of the order, to the rental.
 *
 * Not: when something happens ("at the time of the visit the doctor sees …"), dates.
 */
export const snapshots: Pattern = {
  name: 'snapshots',
  read(block, reading) {
    return readAsked(block, reading, (sentence) =>
      markersOf(sentence, 'SNAPSHOT').flatMap((marker) => {
        const value = valueBefore(sentence, marker)
        if (!value || contentsIn(sentence).some(({ fields }) => fields.includes(value))) return []
        const home = homeOf(value, marker, sentence, reading)
        if (!home) return []
        const name = home.linked && value.head === 'price' ? 'unit_price' : value.head
        const attribute: Mention = { text: value.text, name, identifier: false, known: value.known }
        const type = value.head === 'value' ? { type: 'numeric(12,2)' } : {}
        return [
          foundIn(reading, sentence, { kind: 'attribute', entity: home.entity, attribute, ...type, strength: 'stated' }),
          ...(home.of
            ? [foundIn(reading, sentence, { kind: 'relationship', from: home.entity, to: home.of, cardinality: 'many to one' })]
            : []),
        ]
      }),
    )
  },
}

/** The attribute right before the words for when: "the price at …", "cena obowiązująca w …". */
function valueBefore(sentence: Sentence, marker: Marker): NounPhrase | undefined {
  const near = sentence.nouns.findLastIndex(
    (each) => each.to <= marker.from && marker.from - each.to <= 2 && !within(each, sentence),
  )
  const noun = sentence.nouns[near]
  const gap = noun && sentence.words.slice(noun.to, marker.from)
  const plain = gap?.every((word) => word.pos === 'verb' || word.pos === 'adjective') === true
  // "the value of the tool at the time …"
  const value = sentence.nouns.find((each) => each.possessor === near && each.to <= (noun?.from ?? 0)) ?? noun
  return value && plain && attributeNames.has(value.head) && !/^(?:date|time|day|hour|status|state)$/.test(value.head)
    ? value
    : undefined
}

/** The possessor inside another phrase: "narzędzia" of "wartość narzędzia". */
function within(noun: NounPhrase, sentence: Sentence): boolean {
  return sentence.nouns.some((other) => other !== noun && other.from <= noun.from && noun.to <= other.to)
}

interface Home {
  readonly entity: Mention
  /** It is what links what happened to the thing whose value is kept. */
  readonly linked: boolean
  /** Whose value it is, where what happened leads to it directly. */
  readonly of?: Mention
}

function homeOf(value: NounPhrase, marker: Marker, sentence: Sentence, reading: Reading): Home | undefined {
  const possessor = value.possessor === undefined ? undefined : sentence.nouns[value.possessor]
  const each = sentence.nouns.find((noun) => noun.to <= value.from && noun.quantifier === 'each')
  const prefix = value.name === value.head ? undefined : value.name.slice(0, -value.head.length - 1)
  const of =
    entityOfNoun(possessor, reading) ??
    (prefix === undefined ? undefined : namedEntity({ name: prefix, head: prefix }, reading)) ??
    entityOfNoun(each, reading)
  const event = sentence.nouns
    .filter((noun) => noun.to > marker.to && noun.from >= marker.from && noun.from <= marker.to + 1)
    .map((noun) => entityOfNoun(noun, reading))
    .find((entity) => entity !== undefined)
  const links = reading.sentences
    .flatMap((other) => contentsIn(other))
    .flatMap(({ whole, part }) => {
      const [left, right] = [namedEntity(whole, reading), namedEntity(part, reading)]
      const link = left && right && linkBetween(left, right, reading)
      return link ? [{ whole: left, part: right, link }] : []
    })
  const same = (a: Mention | undefined, b: Mention): boolean => a === undefined || keyOfName(a.name) === keyOfName(b.name)
  const link = links.find((each) => same(of, each.part) && same(event, each.whole))
  if (link) return { entity: link.link, linked: true }
  const others = sentence.nouns.flatMap((noun) =>
    noun === value || noun === possessor ? [] : (entityOfNoun(noun, reading) ?? []),
  )
  const home =
    event ??
    others.find((entity) => of === undefined || keyOfName(entity.name) !== keyOfName(of.name)) ??
    reading.things.all.find(({ mention }) => isSale(mention.name))?.mention
  if (!home) return undefined
  const leads = of && !reading.things.speaker(of.name) && keyOfName(of.name) !== keyOfName(home.name)
  return { entity: { ...home, text: value.text }, linked: false, ...(leads && event ? { of } : {}) }
}
