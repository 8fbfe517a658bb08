import type { Mention } from '../../../claim/mention.ts'
import { claimsOfSpec, readColumnSpec } from '../columns/column-spec.ts'
import { attributeNames, notThings } from '../columns/common-names.ts'
import { sentenceEntity, tablesOf } from '../columns/targets.ts'
import { readValueList } from '../columns/value-lists.ts'
import type { LanguageModel, Marker, Meaning, Sentence } from '../language/sentence.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { foundIn, markersOf, passageOfWords } from '../text/grammar.ts'
import { isQuestion } from '../text/is-question.ts'
import { findOutside, splitList } from '../text/lists.ts'
import { type Passage, part, textOf, trimmed } from '../text/passage.ts'

/**
 * What an answer changes in what was proposed to it:
 * additions, "Add a position", "OK, plus an optional note", "Dodaj datę zwrotu i powód";
 * omissions, "agreed, but without colour", "OK, ale bez koloru", "Drop `owner_id`", of what the proposal lists;
 * one column where a table was proposed, "Just an array of text on the recipe", "nie, tablica tekstów w przepisie".
 *
 * Not: answers that name columns in code (read as any sentence is), reasons, "no" alone.
 */
export const answerChanges: Pattern = {
  name: 'answer changes',
  read(block, reading) {
    const source = reading.block(block)
    if (source?.zone !== 'answers') return []
    return reading
      .sentencesOf(block)
      .filter((sentence) => !isQuestion(sentence.text))
      .flatMap((sentence) => [
        ...readAdditions(sentence, reading),
        ...readOmissions(sentence, reading),
        ...readDropped(sentence, reading),
        ...readReplacement(sentence, reading),
      ])
  },
}

/** The table that an answer speaks of: one that it names, else the one that was proposed. */
function subjectOf(sentence: Sentence, reading: Reading): Mention | undefined {
  return (
    tablesOf(sentence, reading).at(-1)?.entity ??
    reading.contextOf(sentence.block, sentence.offset).subject?.entity ??
    sentenceEntity(sentence, reading)
  )
}

function readAdditions(sentence: Sentence, reading: Reading): readonly Found[] {
  const from = additionAt(sentence)
  const whole = passageOfWords(reading, sentence)
  const start = from === undefined ? undefined : sentence.words[from]?.start
  const entity = subjectOf(sentence, reading)
  if (start === undefined || !whole || !entity) return []
  const model = reading.modelOf(sentence.block)
  const colon = sentence.text.slice(start).search(/:\s/)
  const head = colon < 0 ? part(whole, start) : part(whole, start, start + colon)
  const values = colon < 0 ? undefined : readValueList(trimmed(part(whole, start + colon + 1), ' .'), { bare: true })
  const pieces = splitList(trimmed(head, '.')).flatMap((item) => conjuncts(item))
  return pieces.flatMap((piece, index): readonly Found[] => {
    const item = withoutArticle(piece, reading, sentence)
    const spec = readColumnSpec(item, model)
    if (!spec || spec.identifier) return []
    const { name, text } = spec.attribute
    if (!couldBeField(spec.attribute, model) || reading.entities.find(name) || text.split(/\s+/).length > 3) return []
    const optional = markersOf(model.analyse(textOf(piece), []), 'OPTIONAL').length > 0 ? { optional: true } : {}
    const listed = values && index === pieces.length - 1 ? { values, open: false } : {}
    return claimsOfSpec({ ...spec, ...optional, ...listed }, entity, 'stated').map(
      (body): Found => ({ body, block: sentence.block, at: item }),
    )
  })
}

/** A common attribute, or one known thing that is neither a person nor a part of a program or of the schema. */
function couldBeField({ name, text }: Mention, model: LanguageModel): boolean {
  if (attributeNames.has(name) || attributeNames.has(name.split('_').at(-1) ?? '')) return true
  const { nouns, markers } = model.analyse(text, [])
  const [noun] = nouns
  const schema = markers.some(({ meaning }) => ofSchema.has(meaning))
  return noun?.known === true && !noun.plural && !noun.abstract && !noun.person && !notThings.has(noun.head) && !schema
}

const ofSchema: ReadonlySet<Meaning> = new Set<Meaning>([
  'INDEX',
  'UNIQUE',
  'ENUM',
  'RLS',
  'FOREIGN_KEY',
  'PRIMARY_KEY',
  'TABLE',
  'JOIN_TABLE',
  'TYPE',
  'TIMESTAMPS',
])

/** "a note and a status": both. */
function conjuncts(item: Passage): readonly Passage[] {
  const joint = findOutside(item, /\s(?:and|oraz|i)\s/u)
  return joint ? [part(item, 0, joint.start), ...conjuncts(part(item, joint.end))] : [item]
}

/** Behind "add", "dodaj" and "store" at a sentence's beginning, or "plus" and "also" behind what agrees: the word where the list begins. */
function additionAt(sentence: Sentence): number | undefined {
  const verb = markersOf(sentence, 'CREATES', 'STORES').find(
    ({ from }) => from <= 3 && sentence.words.slice(0, from).every((word) => word.pos !== 'noun' || word.text === ''),
  )
  const plus = sentence.words.findIndex(
    (word, index) => index <= 3 && /^(?:plus|also|jeszcze|and|oraz|także|też)$/iu.test(word.text),
  )
  const at = verb && sentence.words[verb.from]?.pos === 'verb' ? verb.to : plus < 0 ? undefined : plus + 1
  return at === undefined || at >= sentence.words.length ? undefined : at
}

function withoutArticle(item: Passage, reading: Reading, sentence: Sentence): Passage {
  const { words, markers } = reading.modelOf(sentence.block).analyse(textOf(item), [])
  const first = words.findIndex(
    (word, index) =>
      word.pos !== 'determiner' &&
      word.pos !== 'conjunction' &&
      !/^(?:also|jeszcze|plus)$/i.test(word.text) &&
      !markers.some(({ meaning, from, to }) => (meaning === 'OPTIONAL' || meaning === 'COLUMN') && from <= index && index < to),
  )
  return first > 0 ? part(item, words[first]?.start ?? 0) : item
}

function readOmissions(sentence: Sentence, reading: Reading): readonly Found[] {
  const proposed = proposedWords(sentence.block, reading)
  // "the courses stay without a teacher" says something of the courses, and changes no proposal
  const opening = markersOf(sentence, 'WITHOUT', 'NO', 'REJECT').filter(
    ({ from }) => from <= 3 && sentence.words.slice(0, from).every((word) => word.pos !== 'verb'),
  )
  return opening.flatMap((marker) =>
    sentence.nouns
      .filter((noun) => !noun.identifier && noun.from >= marker.to && noun.from - marker.to <= 2 && !noun.abstract)
      .slice(0, 1)
      .filter((noun) => proposed.has(keyOfName(noun.text)) || proposed.has(keyOfName(noun.name)))
      .filter((noun) => reading.entities.find(noun.name) === undefined)
      .map((noun) => {
        const name = proposed.has(keyOfName(noun.text)) ? noun.text.toLowerCase() : noun.name
        return foundIn(reading, sentence, {
          kind: 'exclusion',
          subject: 'attribute',
          ...(holderOf(name, sentence.block, reading) ?? {}),
          attribute: identifierMention(name),
          text: noun.text,
          deferred: false,
        })
      }),
  )
}

/** "Drop `owner_id`, use …", "Usuń `kolor`": the names right behind the order. */
function readDropped(sentence: Sentence, reading: Reading): readonly Found[] {
  const [first] = sentence.words
  const order = markersOf(sentence, 'DELETE', 'REJECT').some(({ from, to }) => from === 0 && to === 1) || first?.lemma === 'drop'
  const proposed = proposedWords(sentence.block, reading)
  const name = sentence.words.slice(1, 4).find((word) => word.identifier && proposed.has(keyOfName(word.text)))
  if (!order || !name || reading.entities.find(name.text)?.name === name.text) return []
  return [
    foundIn(reading, sentence, {
      kind: 'exclusion',
      subject: 'attribute',
      ...(holderOf(name.text, sentence.block, reading) ?? {}),
      attribute: identifierMention(name.text),
      text: name.text,
      deferred: false,
    }),
  ]
}

/** The blocks of the turn or question above an answer. */
function proposalAbove(block: number, reading: Reading): readonly number[] {
  const blocks: number[] = []
  for (let at = block - 1; at >= 0; at -= 1) {
    const zone = reading.block(at)?.zone
    if (zone === 'answers' && blocks.length === 0) continue
    if (zone !== 'recommendations' && zone !== 'questions') break
    blocks.unshift(at)
    if (zone === 'questions') break
  }
  return blocks
}

function proposedWords(block: number, reading: Reading): ReadonlySet<string> {
  return new Set(
    proposalAbove(block, reading).flatMap((at) =>
      reading.sentencesOf(at).flatMap((each) => each.words.map((word) => keyOfName(word.text))),
    ),
  )
}

/** The table in whose list a column was proposed, where one sentence names one table and the column. */
function holderOf(name: string, block: number, reading: Reading): { readonly entity: Mention } | undefined {
  const holding = proposalAbove(block, reading)
    .flatMap((at) => reading.sentencesOf(at))
    .filter((each) => each.words.some((word) => keyOfName(word.text) === keyOfName(name)))
    .flatMap((each) => {
      const at = each.words.findIndex((word) => keyOfName(word.text) === keyOfName(name))
      return (
        tablesOf(each, reading)
          .filter((table) => table.from < at)
          .at(-1)?.entity ?? []
      )
    })
  return holding[0] && { entity: holding[0] }
}

const forms: readonly (readonly [Meaning, string])[] = [
  ['LIST', 'text[]'],
  // "an array of text"
  ['MANY', 'text[]'],
  ['JSON', 'jsonb'],
  ['TEXT', 'text'],
]

/** "Just an array of text on the recipe": the column has the name of the table that was proposed. */
function readReplacement(sentence: Sentence, reading: Reading): readonly Found[] {
  const form = forms.flatMap(([meaning, type]) => {
    const marker = markersOf(sentence, meaning)[0]
    return marker ? [{ marker, type }] : []
  })[0]
  const refused = refusedTable(sentence.block, reading)
  if (!form || refused === undefined || !isBrief(sentence, form.marker)) return []
  const place = tablesOf(sentence, reading).find((table) => keyOfName(table.entity.name) !== keyOfName(refused))
  const named = sentence.words.find(
    (word) => word.identifier && reading.entities.find(word.text)?.name !== word.text && /^[a-z]\w*$/.test(word.text),
  )
  if (!place) return []
  return [
    foundIn(reading, sentence, {
      kind: 'attribute',
      entity: place.entity,
      attribute: identifierMention(named?.text ?? refused),
      type: form.type,
      optional: true,
      strength: 'stated',
    }),
  ]
}

function isBrief(sentence: Sentence, form: Marker): boolean {
  return form.from <= 8 && sentence.words.length <= 20
}

/** The table that the answered question proposes and the answer refuses. */
function refusedTable(block: number, reading: Reading): string | undefined {
  const refused = reading.answersAt(block).filter(({ verdict }) => verdict === 'no')
  return refused
    .flatMap(({ question }) => question.blocks.flatMap((at) => reading.sentencesOf(at)))
    .flatMap((each) => each.words.flatMap((word) => (word.identifier && /^[a-z]\w*$/.test(word.text) ? [word.text] : [])))[0]
}
