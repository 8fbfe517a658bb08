import { doerBehind, objectOf } from '../columns/field-lists.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { definitionsIn } from '../tables/definitions.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { partsIn } from '../tables/parts.ts'
import { asksForSomething, isActedOn } from '../tables/things.ts'
import { foundIn, isAccounts, markersOf } from '../text/grammar.ts'
import { thingOf } from './quantified-relations.ts'

/**
 * What is made in, for or of something else, or by it:
 * "add an episode to a podcast", "records services of a car", "a patient books visits", "register a patient for an owner", "dodaje zdjęcie rośliny",
 * "Do kursu można dodać lekcje", "In a workshop the owner adds machines".
 *
 * Not: people who use the product ("users add recipes"), several of each ("assign pilots to flights"), refusals.
 */
export const madeRelations: Pattern = {
  name: 'made relations',
  read(block, reading) {
    if (reading.document.kind !== 'prd' || reading.entities.decided) return []
    return reading
      .sentencesOf(block)
      .flatMap((sentence) =>
        asksForSomething(sentence.zone) && markersOf(sentence, 'NOT', 'NO', 'WITHOUT').length === 0
          ? [
              ...readAdding(sentence, reading),
              ...readMaking(sentence, reading),
              ...readPlaced(sentence, reading),
              ...readParts(sentence, reading),
            ]
          : [],
      )
  },
}

function belonging(sentence: Sentence, reading: Reading, child: NounPhrase, parent: NounPhrase | undefined): readonly Found[] {
  const from = thingOf(child, reading)
  const to = thingOf(parent, reading)
  if (!from || !to || keyOfName(from.name) === keyOfName(to.name)) return []
  return [foundIn(reading, sentence, { kind: 'relationship', from, to, cardinality: 'many to one' })]
}

/** "Photos can be attached to a visit": what hangs on something is a part of it. */
function readParts(sentence: Sentence, reading: Reading): readonly Found[] {
  return partsIn(sentence).flatMap((part) => {
    const thing = reading.things.thing(part.name)
    const parent = thingOf(part.parent, reading)
    if (!thing || !parent || keyOfName(thing.mention.name) === keyOfName(parent.name)) return []
    const child = { ...thing.mention, text: part.child.text }
    return [
      foundIn(reading, sentence, { kind: 'entity', entity: child, as: 'thing' }),
      foundIn(reading, sentence, { kind: 'relationship', from: child, to: parent, cardinality: 'many to one', part: true }),
    ]
  })
}

/** "a patient books visits", "members post comments": what a thing makes is its own. "request a loan of a tool": what is made of a thing is that thing's. */
function readMaking(sentence: Sentence, reading: Reading): readonly Found[] {
  return markersOf(sentence, 'CREATES', 'STORES').flatMap((marker) => {
    const made = marker.meaning === 'STORES' ? objectOf(sentence, marker) : sentence.nouns.find((noun) => noun.from >= marker.to)
    if (
      !made ||
      made.from - marker.to > 1 ||
      made.quantifier === 'no' ||
      doerBehind(sentence, marker) ||
      isActedOn(made, sentence, reading.things)
    )
      return []
    const maker = sentence.nouns.filter((noun) => noun.to <= marker.from && marker.from - noun.to <= 2).at(-1)
    const between = sentence.words.slice(maker?.to ?? marker.from, marker.from)
    // "files are uploaded to an order": what is made stands before the verb
    const passive = sentence.words.slice(marker.to, made.from).some((word) => word.pos === 'preposition')
    const makes =
      marker.meaning === 'CREATES' && !passive && between.every((word) => word.pos === 'verb' || word.pos === 'adverb')
    const whole = made.possessor === undefined ? undefined : sentence.nouns[made.possessor]
    // Of what people with an account make, access says whose it is.
    const thing = makes && maker !== undefined && reading.things.speaker(maker.name) === undefined
    return [thing ? maker : undefined, whole && whole.from >= made.to ? whole : undefined].flatMap((noun) =>
      belonging(sentence, reading, made, noun),
    )
  })
}

/** "add an episode to a podcast", "set a reminder for a plant": what is made, and the thing it is made in. */
function readAdding(sentence: Sentence, reading: Reading): readonly Found[] {
  return markersOf(sentence, 'CREATES', 'MANAGES', 'DELETE', 'EDITS', 'STORES').flatMap((marker) => {
    const child = sentence.nouns.find((noun) => noun.from >= marker.to)
    if (!child || child.from - marker.to > 1 || (child.person === true && isAccounts(child))) return []
    const into = markersOf(sentence, 'INTO', 'FOR').find((each) => each.from === child.to)
    const parent = into && sentence.nouns.find((noun) => noun.from === into.to)
    // "add pilots to flights" may be many to many; "tickets for flights" are for one each.
    const one = parent && (!parent.plural || (into.meaning === 'FOR' && marker.meaning === 'CREATES' && !parent.person))
    return one ? belonging(sentence, reading, child, parent) : []
  })
}

/** "Do kursu można dodać lekcje", "In a workshop the owner adds machines", "For each plot wardens register visits": the thing that the sentence begins with holds what is made. */
function readPlaced(sentence: Sentence, reading: Reading): readonly Found[] {
  const into = markersOf(sentence, 'INTO', 'FOR', 'PER').find((marker) => marker.from === 0)
  const parent = into && sentence.nouns.find((noun) => noun.from <= into.to && noun.to > into.to - 1 && noun.from >= 1)
  if (!parent || parent.plural || parent.person) return []
  // "for each loan the system stores the item and the date": what is stored is of the loan
  if (definitionsIn(sentence).some(({ noun }) => noun === parent)) return []
  return markersOf(sentence, 'CREATES', 'STORES').flatMap((marker) => {
    const child = marker.from >= parent.to ? objectOf(sentence, marker) : undefined
    return child ? belonging(sentence, reading, child, parent) : []
  })
}
