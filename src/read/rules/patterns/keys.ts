import type { KeyClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import { tablesOf } from '../columns/targets.ts'
import type { Sentence } from '../language/sentence.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { foundIn, isAccounts, means, passageOfWords } from '../text/grammar.ts'
import { parenthesis, splitList } from '../text/lists.ts'
import { textOf } from '../text/passage.ts'

/**
 * Keys:
 * "All tables will use `UUID` as primary keys", "UUID jako klucze główne", "primary key will be a BIGINT", "`id` BIGSERIAL for all tables",
 * "złożony klucz główny (`recipe_id`, `user_id`)", "`daily_visits` keyed by `visitor` and `day`", "primary key (a, b)".
 *
 * Not: the key of one column list's entry (`id` (UUID, Primary Key)), which is an attribute.
 */
export const keySentences: Pattern = {
  name: 'keys',
  read(block, reading) {
    return readAsked(block, reading, readSentence)
  },
}

const types: readonly (readonly [RegExp, KeyClaim['type']])[] = [
  [/uuid\s*_?v7|uuidv7/i, 'uuidv7'],
  [/\buuid|guid/i, 'uuid'],
  [/\bbigint|bigserial|int8/i, 'bigint'],
  [/\bserial\b|\binteger\b|\bint4?\b|\bidentity\b|auto[- ]?increment/i, 'integer'],
]

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  const tables = tablesOf(sentence, reading)
  const subject = reading.contextOf(sentence.block, sentence.offset).subject
  const composite = compositeOf(sentence, reading)
  if (composite) {
    const at = sentence.markers.find((marker) => marker.meaning === 'PRIMARY_KEY')?.from ?? 0
    const before = tables.filter((table) => table.from < at).at(-1)?.entity
    const entity =
      tables.length === 1
        ? tables[0]?.entity
        : (joinTableBefore(sentence, reading) ??
          (subject?.own ? subject.entity : (before ?? subject?.entity ?? tables.at(0)?.entity)))
    if (!entity) return []
    return [
      foundIn(reading, sentence, { kind: 'key', entity, attributes: composite }),
      ...composite.map((attribute) =>
        foundIn(reading, sentence, { kind: 'attribute', entity, attribute, strength: 'stated' as const }),
      ),
    ]
  }
  // "keyed by `auth.users.id`", "keyed by the user's id": its key is the account's.
  if (/\bkeyed by\s+(?:`?auth\.users|(?:the\s+)?(?:auth|account|user)\b)/i.test(sentence.text) && tables[0]) {
    return [
      foundIn(reading, sentence, {
        kind: 'relationship',
        from: tables[0].entity,
        to: identifierMention('auth.users'),
        cardinality: 'one to one',
      }),
    ]
  }
  if (!means(sentence, 'PRIMARY_KEY') || means(sentence, 'FOREIGN_KEY')) return []
  const exception = sentence.markers.find((marker) => marker.meaning === 'EXCEPT')
  const cut = exception ? (sentence.words[exception.from]?.start ?? sentence.text.length) : sentence.text.length
  const type = typeIn(sentence.text.slice(0, cut))
  if (!type) return []
  const apart = exception ? exceptions(sentence, exception.to, cut, tables, reading) : []
  if (apart.length > 0) return [foundIn(reading, sentence, { kind: 'key', type }), ...apart]
  const plural =
    means(sentence, 'ALL') ||
    sentence.nouns.some((noun) => noun.plural && /key$/.test(noun.name)) ||
    /\b(?:keys|klucze|kluczy|kluczach|kluczami)\b/i.test(sentence.text)
  if (plural && (tables.length === 0 || means(sentence, 'ALL'))) return [foundIn(reading, sentence, { kind: 'key', type })]
  if (tables.length > 0 && plural)
    return tables.map((table) => foundIn(reading, sentence, { kind: 'key', entity: table.entity, type }))
  const owner = tables.length === 1 ? tables[0]?.entity : undefined
  return owner && sentence.words.length <= 25 && !sentence.words.some((word) => word.identifier && /_id$/.test(word.text))
    ? [foundIn(reading, sentence, { kind: 'key', entity: owner, type })]
    : []
}

function typeIn(text: string): KeyClaim['type'] {
  return types.find(([pattern]) => pattern.test(text))?.[1]
}

/** "…, except for users, who get a UUID": what is said of the tables behind the exception. */
function exceptions(
  sentence: Sentence,
  word: number,
  cut: number,
  tables: ReturnType<typeof tablesOf>,
  reading: Reading,
): readonly Found[] {
  const type = typeIn(sentence.text.slice(cut))
  if (!type) return []
  const named = tables.filter((table) => table.from >= word).map((table) => table.entity)
  const accounts = sentence.nouns.find((noun) => noun.from >= word && isAccounts(noun))
  const users = accounts && reading.entities.find('users')
  return [...named, ...(users && !named.some((each) => each.name === users.name) ? [users] : [])].map((entity) =>
    foundIn(reading, sentence, { kind: 'key', entity, type }),
  )
}

/** The join table that the block has named last: a composite key that it goes on about is that table's. */
function joinTableBefore(sentence: Sentence, reading: Reading): Mention | undefined {
  const earlier = reading.sentencesOf(sentence.block).filter((each) => each.offset <= sentence.offset && each.cell === undefined)
  return earlier
    .flatMap((each) =>
      tablesOf(each, reading).filter((table) =>
        each.markers.some(({ meaning, to }) => meaning === 'JOIN_TABLE' && to <= table.from && table.from - to <= 1),
      ),
    )
    .at(-1)?.entity
}

/** The columns of a key of several. */
function compositeOf(sentence: Sentence, reading: Reading): KeyClaim['attributes'] | undefined {
  const whole = passageOfWords(reading, sentence)
  if (!whole) return undefined
  const text = textOf(whole)
  const keyed = /\bkeyed by\s+`?([a-z_]\w*)(?![\w.])`?(?:\s+(?:and|&)\s+`?([a-z_]\w*)(?![\w.])`?)?/i.exec(text)
  if (keyed?.[1] && !/^(?:the|an?|its|their|auth|account|user)$/i.test(keyed[1]))
    return [keyed[1], keyed[2]].flatMap((each) => (each === undefined ? [] : [identifierMention(each)]))
  const at = sentence.markers.find((marker) => marker.meaning === 'PRIMARY_KEY')
  const from = at ? (sentence.words[at.from]?.start ?? 0) : -1
  if (from < 0) return undefined
  const group = parenthesis(whole, from)
  if (group && group.start - from <= 60 && !/[.;:]/.test(text.slice(from, group.start))) {
    const items = splitList(group.inside).map((item) => textOf(item).replace(/[`"]/g, '').trim())
    if (
      items.length >= 2 &&
      items.every((item) => /^[a-z_]\w*$/i.test(item)) &&
      !items.some((item) => /^(?:uuid|bigint|text)$/i.test(item))
    )
      return items.map(identifierMention)
  }
  return undefined
}
