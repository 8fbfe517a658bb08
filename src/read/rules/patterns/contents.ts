import type { Mention } from '../../../claim/mention.ts'
import { pluralise, singularise } from '../../../schema/inflect.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { contentsIn, isCounted } from '../tables/contents.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { isKeptApart, isSale } from '../tables/shared-things.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { foundIn, namedEntity } from '../text/grammar.ts'

/**
 * What a whole contains several of, with a measure of each: "an order contains cakes, each with a quantity", "plan zawiera ćwiczenia z liczbą serii i powtórzeń".
 * A part that is kept for itself is linked by a thing of its own, which has the measure; another is a part that has it.
 */
export const contents: Pattern = {
  name: 'contents',
  read(block, reading) {
    return readAsked(block, reading, (sentence) =>
      contentsIn(sentence).flatMap((content) => {
        const whole = namedEntity(content.whole, reading)
        const part = namedEntity(content.part, reading)
        if (!whole || !part || keyOfName(whole.name) === keyOfName(part.name)) return []
        const link = linkBetween(whole, part, reading)
        const entity: Mention = link ?? { ...part, text: content.part.text }
        return [
          foundIn(reading, sentence, { kind: 'entity', entity: { ...whole, text: content.whole.text }, as: 'thing' }),
          foundIn(reading, sentence, { kind: 'entity', entity: { ...part, text: content.part.text }, as: 'thing' }),
          foundIn(
            reading,
            sentence,
            link
              ? { kind: 'relationship', from: whole, to: part, cardinality: 'many to many', through: link }
              : { kind: 'relationship', from: part, to: whole, cardinality: 'many to one', part: true },
          ),
          ...content.fields.flatMap((field) => readField(field, entity, link !== undefined, sentence, reading)),
        ]
      }),
    )
  },
}

/** The thing between a whole and a part of it that is kept for itself; undefined where the part is nothing without the whole. */
export function linkBetween(whole: Mention, part: Mention, reading: Reading): Mention | undefined {
  if (!isKeptApart(part.name, whole.name, reading)) return undefined
  const name = `${keyOfName(whole.name)}_${isSale(whole.name) ? 'item' : keyOfName(part.name)}`
  return { text: `${whole.text}, ${part.text}`, name, identifier: false, known: true }
}

/** Of what is in a whole, a field counts or names what is said of it there; a price is that of one. */
function readField(field: NounPhrase, entity: Mention, linked: boolean, sentence: Sentence, reading: Reading): readonly Found[] {
  // "the number of sets" are the sets
  const bare = field.name.replace(/_count$/, '')
  const counted = isCounted(bare)
  const name = linked && field.name === 'price' ? 'unit_price' : counted ? pluralise(singularise(bare)) : field.name
  return [
    foundIn(reading, sentence, {
      kind: 'attribute',
      entity,
      attribute: { text: field.text, name, identifier: false, known: field.known },
      ...(counted ? { type: 'integer' } : {}),
      strength: 'stated',
    }),
  ]
}
