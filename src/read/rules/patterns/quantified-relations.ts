import type { RelationshipClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import { isOnlyAttribute } from '../columns/common-names.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { actsIn } from '../people/acts.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { isContent } from '../tables/contents.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { asksForSomething } from '../tables/things.ts'
import { foundIn, isAccounts, markersOf, namedEntity } from '../text/grammar.ts'

/**
 * Relationships in prose whatever the verb, where a number says how many, and of what is put into something else:
 * "a branch keeps many copies", "each course is taught by one teacher", "a tool can appear in many rentals".
 *
 * Not: people who use the product ("users see many recipes"), refusals, things with more than one verb between them.
 */
export const quantifiedRelations: Pattern = {
  name: 'quantified relations',
  read(block, reading) {
    if (reading.document.kind !== 'prd' || reading.entities.decided) return []
    return reading
      .sentencesOf(block)
      .flatMap((sentence) =>
        asksForSomething(sentence.zone)
          ? [
              ...readNumbers(sentence, reading),
              ...readActs(sentence, reading),
              ...readMarking(sentence, reading),
              ...readParent(sentence, reading),
              ...readAnother(sentence, reading),
            ]
          : [],
      )
  },
}

export function thingOf(noun: NounPhrase | undefined, reading: Reading): Mention | undefined {
  if (!noun || noun.identifier || isAccounts(noun)) return undefined
  if (isOnlyAttribute(noun.name)) return undefined
  const found = namedEntity(noun, reading)
  return found && { ...found, text: noun.text }
}

/** Two things with one verb between them, the second with a number. */
function readNumbers(sentence: Sentence, reading: Reading): readonly Found[] {
  const found: Found[] = []
  for (const [index, right] of sentence.nouns.entries()) {
    const left = sentence.nouns[index - 1]
    const again = left && continued(sentence, left, right)
    if (again) {
      const [from, to] = [thingOf(again, reading), thingOf(right, reading)]
      if (from && to && keyOfName(from.name) !== keyOfName(to.name))
        found.push(foundIn(reading, sentence, { kind: 'relationship', from: to, to: from, cardinality: 'many to one' }))
      continue
    }
    if (!left || left.plural || left.quantifier === 'no' || isContent(sentence, right, left)) continue
    const gap = sentence.words.slice(left.to, right.from)
    if (gap.length === 0 || gap.length > 5 || gap.some((word) => /^[,.;:()]$/.test(word.text) || word.pos === 'conjunction'))
      continue
    if (!gap.some((word) => word.pos === 'verb')) continue
    if (markersOf(sentence, 'NOT', 'NO', 'WITHOUT').some((marker) => marker.from >= left.from && marker.to <= right.to)) continue
    // What is had is read with what belongs.
    if (markersOf(sentence, 'BELONGS', 'WANTS').some((marker) => marker.from >= left.to && marker.to <= right.from)) continue
    const from = thingOf(left, reading)
    const to = thingOf(right, reading)
    if (!from || !to || keyOfName(from.name) === keyOfName(to.name)) continue
    const many = right.plural && right.quantifier === 'many'
    const one =
      !right.plural &&
      (right.count === 1 ||
        markersOf(sentence, 'ONE', 'EXACTLY').some((marker) => marker.from >= left.to && marker.to <= right.to) ||
        (left.quantifier === 'each' && gap.at(-1)?.pos === 'preposition'))
    if (!many && !one) continue
    const through = many ? linkNamedAfter(gap, [from, to], reading) : undefined
    if (through) {
      found.push(foundIn(reading, sentence, { kind: 'relationship', from, to, cardinality: 'many to many', through }))
      continue
    }
    const body: RelationshipClaim = many
      ? { kind: 'relationship', from: to, to: from, cardinality: 'many to one' }
      : { kind: 'relationship', from, to, cardinality: 'many to one' }
    found.push(foundIn(reading, sentence, body))
  }
  return found
}

/** "An author has a name, and can write many books": the second predicate has the sentence's first noun as its subject. */
function continued(sentence: Sentence, left: NounPhrase, right: NounPhrase): NounPhrase | undefined {
  const first = sentence.nouns[0]
  if (!right.plural || right.quantifier !== 'many' || !first || first === left || first.plural) return undefined
  const gap = sentence.words.slice(left.to, right.from).filter((word) => word.text !== ',')
  const [joining, next] = gap
  const verbs = gap
    .slice(1)
    .every((word) => word.pos === 'verb' || word.pos === 'adverb' || word.pos === 'determiner' || word.pos === 'adjective')
  return joining?.pos === 'conjunction' && next?.pos === 'verb' && verbs ? first : undefined
}

/** "students enrol in courses" where there are enrolments: the thing that is called after the verb stands between the two. */
function linkNamedAfter(verbs: Sentence['words'], ends: readonly Mention[], reading: Reading): Mention | undefined {
  const stems = verbs.filter((word) => word.pos === 'verb').map((word) => word.lemma.toLowerCase().replace(/e$/, ''))
  const names = new Set(ends.map((end) => keyOfName(end.name)))
  return reading.things.all.find(
    ({ mention, evidence }) =>
      evidence.has('define') &&
      !names.has(keyOfName(mention.name)) &&
      stems.some((stem) => stem.length >= 4 && mention.name.startsWith(stem)),
  )?.mention
}

/** "for each rehearsal the director marks which singers were present": a row for each pair, with what is marked. */
function readMarking(sentence: Sentence, reading: Reading): readonly Found[] {
  return markersOf(sentence, 'PER').flatMap((per) => {
    const first = sentence.nouns.find((noun) => noun.to > per.from && noun.from <= per.to)
    const act = markersOf(sentence, 'EDITS', 'CREATES', 'STORES', 'MANAGES', 'WRITE', 'ASSIGNS').find(
      (marker) => first !== undefined && (marker.from >= first.to || marker.to <= per.from),
    )
    const second = act && sentence.nouns.find((noun) => noun.from >= act.to && noun !== first)
    const one = thingOf(first, reading)
    const other = thingOf(second, reading)
    if (!one || !other || !act || !second || keyOfName(one.name) === keyOfName(other.name)) return []
    const asked = sentence.words
      .slice(act.to, second.from)
      .some((word) => /^(?:which|whether|if|who|każd\p{L}*|który|która|które|którzy|których|czy|each|every)$/iu.test(word.text))
    if (!asked) return []
    const label = sentence.nouns[0]
    const titled = label !== undefined && label.from === 0 && sentence.words[label.to]?.text === ':' && !thingOf(label, reading)
    const through: Mention = titled
      ? { text: label.text, name: label.name, identifier: false, known: label.known }
      : { text: `${one.text}, ${other.text}`, name: `${one.name}_${other.name}`, identifier: false, known: true }
    const state = sentence.words.slice(second.to).find((word) => word.pos === 'adjective')
    const found = [
      foundIn(reading, sentence, { kind: 'relationship', from: one, to: other, cardinality: 'many to many', through }),
    ]
    found.push(foundIn(reading, sentence, { kind: 'unique', entity: through, attributes: [other], per: [one] }))
    if (state)
      found.push(
        foundIn(reading, sentence, {
          kind: 'attribute',
          entity: through,
          attribute: {
            text: state.text,
            name: reading.modelOf(sentence.block).name(state.text).name,
            identifier: false,
            known: true,
          },
          type: 'boolean',
          strength: 'stated',
        }),
      )
    return found
  })
}

/** "a category may have a parent category": a hierarchy of one thing. */
function readParent(sentence: Sentence, reading: Reading): readonly Found[] {
  return sentence.nouns.flatMap((noun) => {
    const entity = /^parent_/.test(noun.name) ? namedEntity({ name: noun.head, head: noun.head }, reading) : undefined
    const had = markersOf(sentence, 'HAS', 'BELONGS').some((marker) => marker.to <= noun.from && noun.from - marker.to <= 2)
    if (!entity || !had) return []
    const side = { ...entity, text: noun.text }
    return [
      foundIn(reading, sentence, { kind: 'relationship', from: side, to: side, cardinality: 'many to one', optional: true }),
    ]
  })
}

/** "a task may depend on another task", "wpis może być odpowiedzią na inny wpis": one of a kind leads to another of it. */
function readAnother(sentence: Sentence, reading: Reading): readonly Found[] {
  return markersOf(sentence, 'OTHER').flatMap((marker) => {
    const noun = sentence.nouns.find((each) => each.from <= marker.to && marker.to <= each.to && !each.plural)
    const entity = noun && thingOf(noun, reading)
    const first = entity && sentence.nouns.find((each) => each.to <= marker.from && thingOf(each, reading)?.name === entity.name)
    const may = first && markersOf(sentence, 'CAN', 'AGREE').some((can) => can.from >= first.to && can.to <= marker.from)
    if (!entity || !first || !may || markersOf(sentence, 'NOT').length > 0 || reading.things.speaker(entity.name)) return []
    return [
      foundIn(reading, sentence, { kind: 'relationship', from: entity, to: entity, cardinality: 'many to one', optional: true }),
    ]
  })
}

/** "users can reserve an item" where there are reservations: each is of one item, and its doer's. */
function readActs(sentence: Sentence, reading: Reading): readonly Found[] {
  if (markersOf(sentence, 'NOT', 'NO', 'WITHOUT').length > 0) return []
  return actsIn(sentence).flatMap((act) => {
    const object = thingOf(act.object, reading)
    const made = reading.things.madeBy(act, sentence)
    if (!object || !made || keyOfName(object.name) === keyOfName(made.name)) return []
    const entity = { ...made, text: sentence.words[act.verb]?.text ?? made.text }
    const doer = sentence.nouns.some((noun) => noun.person && noun.to <= act.verb && !noun.identifier)
    return [
      foundIn(reading, sentence, { kind: 'relationship', from: entity, to: object, cardinality: 'many to one' }),
      ...(doer ? [foundIn(reading, sentence, { kind: 'access', entity, who: { kind: 'owner' }, may: ['insert'] })] : []),
    ]
  })
}
