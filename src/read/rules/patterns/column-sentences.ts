import type { Mention } from '../../../claim/mention.ts'
import { claimsOfSpec, readColumnSpec } from '../columns/column-spec.ts'
import { isOnlyAttribute } from '../columns/common-names.ts'
import { listsFields } from '../columns/labelled-fields.ts'
import {
  couldBeColumn,
  fieldNouns,
  identifierTargets,
  joinedEntities,
  sentenceEntity,
  standsInColumnList,
  type Target,
} from '../columns/targets.ts'
import type { Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { asksForSomething } from '../tables/things.ts'
import { everyTable, foundIn, markersOf, means, passageOfWords } from '../text/grammar.ts'
import { findOutside, splitList } from '../text/lists.ts'
import { marksOf, type Passage, part, textOf, trimmed } from '../text/passage.ts'
import { isAside, isRefused } from '../text/refusals.ts'
import { isColumnItem } from './column-items.ts'
import { isDictionary } from './dictionary-tables.ts'
import { columnsOfEveryTable } from './every-table-columns.ts'
import { valuesIn } from './values.ts'

/**
 * Columns named in sentences:
 * "`profiles` stores `first_name` and `role`", "W tabeli `orders` dodaj kolumnę `paid_at` typu `TIMESTAMPTZ`", "Cards entity will include: front, back, created_at",
 * "Tabela Ratings z atrybutami id, userId, gameId", "Add field `currency VARCHAR(3) DEFAULT 'PLN'`", "`recipes.title` is required".
 *
 * Not: function, index and type names, values in quotes, columns of sentences that refuse them (exclusions), open questions.
 */
export const columnSentences: Pattern = {
  name: 'column sentences',
  read(block, reading) {
    const source = reading.block(block)
    if (!source || source.kind === 'code' || isColumnItem(block, reading) || isDictionary(block, reading)) return []
    return reading.sentencesOf(block).flatMap((sentence) => {
      if (!asksForSomething(sentence.zone) || refuses(sentence)) return []
      const listed =
        reading.document.kind === 'notes' || sentence.words.some((word) => word.identifier) ? readListed(sentence, reading) : []
      const taken = new Set(listed.flatMap((each) => (each.body.kind === 'attribute' ? [each.body.attribute.name] : [])))
      return [
        ...listed,
        ...readNamed(sentence, reading).filter((each) => each.body.kind !== 'attribute' || !taken.has(each.body.attribute.name)),
      ]
    })
  },
}

/** A sentence that says of its columns that they are not to be. */
export function refuses(sentence: Sentence): boolean {
  const head = sentence.markers.filter((marker) => marker.from <= 3 && !isAside(sentence, marker))
  return (
    head.some((marker) => marker.meaning === 'REJECT' || marker.meaning === 'NO' || marker.meaning === 'OUT_OF_SCOPE') ||
    (means(sentence, 'REJECT') && means(sentence, 'COLUMN')) ||
    (means(sentence, 'NO', 'WITHOUT') &&
      means(sentence, 'COLUMN', 'TABLE') &&
      head.some((marker) => marker.meaning === 'WITHOUT' || marker.meaning === 'NO'))
  )
}

/** A list after "fields:", "with columns", "stores", "will include:". */
function readListed(sentence: Sentence, reading: Reading): readonly Found[] {
  const model = reading.modelOf(sentence.block)
  for (const marker of markersOf(sentence, 'FIELD_LIST', 'COLUMN', 'INCLUDES', 'STORES', 'HAS', 'CONSISTS', 'WITH')) {
    const whole = passageOfWords(reading, sentence)
    const from = sentence.words[marker.to - 1]?.end
    if (!whole || from === undefined) continue
    const rest = part(whole, from)
    const restText = textOf(rest)
    const called = marker.meaning === 'FIELD_LIST' || marker.meaning === 'COLUMN'
    const colon = /^\s*(?:\p{L}+\s+){0,4}:\s/u.exec(restText)?.[0]
    const list = trimmed(
      colon ? part(rest, colon.length) : called ? part(rest, /^\s*\(/.exec(restText)?.[0].length ?? 0, closing(restText)) : rest,
    )
    const clause = cutClause(list)
    const items = splitList(clause)
    const specs = items.flatMap((item) => {
      const spec = readColumnSpec(item, model)
      return spec ? [{ spec, item }] : []
    })
    const identifiers = specs.filter(
      ({ spec }) =>
        spec.identifier &&
        couldBeColumn(spec.attribute.name) &&
        reading.entities.find(spec.attribute.name)?.name !== spec.attribute.name,
    )
    const near = tableBefore(sentence, reading, marker.from)
    const inWords =
      near !== undefined && reading.document.kind === 'notes' && !items.some(namesIdentifier) && listsFields(items, model)
    // "`bookings` with id, room_id, status": names in code, and words as short as they
    const mixed =
      near !== undefined &&
      identifiers.length >= 1 &&
      specs.length === items.length &&
      specs.every(
        ({ spec }) => spec.identifier || isOnlyAttribute(spec.attribute.name) || reading.entities.find(spec.attribute.name),
      )
    if (marker.meaning === 'WITH' && !inWords && !(mixed && items.length >= 2)) continue
    const entity = near ?? entityBefore(sentence, reading, marker.from)
    if (!entity) continue
    if (inWords && identifiers.length < 2)
      return items.flatMap((item) => {
        const spec = readColumnSpec(item, model, { typed: true })
        return spec ? claimsOfSpec(spec, entity, 'stated').map((body): Found => ({ body, block: sentence.block, at: item })) : []
      })
    const plainAllowed =
      (called || colon !== undefined || mixed) &&
      identifiers.length + specs.filter(({ spec }) => /^[a-z][a-z ]*$/i.test(spec.attribute.text)).length >= 2
    const enough =
      identifiers.length >= 2 ||
      (identifiers.length >= 1 && called) ||
      (plainAllowed && reading.document.kind === 'notes' && specs.length >= 2 && identifiers.length >= 1)
    if (!enough) continue
    // Between identifiers the plain words of a called list are columns as well: "fields (people_count, age, country)".
    const brief = specs.every(({ spec }) => spec.identifier || spec.attribute.text.split(/\s+/).length <= 2)
    const taken =
      plainAllowed && (brief || identifiers.length >= specs.length / 2)
        ? specs.filter(({ spec }) => (spec.identifier ? couldBeColumn(spec.attribute.name) : isBrief(spec.attribute, sentence)))
        : identifiers
    return taken.flatMap(({ spec, item }) =>
      claimsOfSpec(spec, entity, 'stated').map((body): Found => ({ body, block: sentence.block, at: item })),
    )
  }
  return []
}

/** A field in a word or two; of an index ("on fields such as user email"), which may span several things, one that is certainly a field. */
const isBrief = ({ name, text }: Mention, sentence: Sentence): boolean =>
  means(sentence, 'INDEX') ? isOnlyAttribute(name) : text.split(/\s+/).length <= 2

function closing(text: string): number | undefined {
  if (!/^\s*\(/.test(text)) return undefined
  const end = text.indexOf(')')
  return end < 0 ? undefined : end
}

/** Up to what no longer belongs to the list: a full stop, a dash, a new clause. */
function cutClause(passage: Passage): Passage {
  const stop = findOutside(
    passage,
    /\.\s|;\s|\s[–—]\s|,\s(?:który|która|które|aby|oraz aby|which|that|so|ensuring|establishing|creating|while|where|with|dzięki|co)\s/iu,
  )
  return stop ? part(passage, 0, stop.start) : passage
}

/** "with a flag `is_open`", "diagnostic fields (`status`, `sent_at`)": columns by their identifiers, whatever words stand with them. */
function namesIdentifier(item: Passage): boolean {
  const text = textOf(item)
  const outside = text.replace(/\([^()]*\)/g, ' ')
  return (
    /\b[a-z]+_[a-z_]+\b/.test(text) ||
    marksOf(item).some((mark) => mark.kind === 'code' && outside.includes(text.slice(mark.start, mark.end)))
  )
}

/** The table that stands right before a word, verbs and adverbs aside: "`refunds` z kwotą i datą", "the profile stores a name and a role". */
function tableBefore(sentence: Sentence, reading: Reading, word: number): Mention | undefined {
  const noun = sentence.nouns.filter((each) => each.to <= word).at(-1)
  if (!noun || noun.name.includes('.')) return undefined
  const gap = sentence.words.slice(noun.to, word)
  if (gap.length > 2 || !gap.every((each) => each.pos === 'verb' || each.pos === 'adverb' || each.text === ')')) return undefined
  if (sentence.words[noun.from - 1]?.pos === 'preposition' && !noun.identifier) return undefined
  const known = noun.identifier
    ? reading.entities.find(noun.name.replace(/^public\./, ''))
    : reading.entities.findNamed(noun.name)
  return known && { ...known, text: noun.text }
}

function entityBefore(sentence: Sentence, reading: Reading, word: number): Mention | undefined {
  const subject = reading.contextOf(sentence.block, sentence.offset).subject
  const near = sentence.nouns.filter((noun) => noun.to <= word)
  for (const noun of [...near].reverse()) {
    const known =
      reading.entities.find(noun.identifier ? noun.name.replace(/^public\./, '') : noun.name) ??
      (noun.identifier ? undefined : reading.entities.find(noun.head))
    if (known && !noun.name.includes('.')) return { ...known, text: noun.text }
  }
  return subject?.entity ?? sentenceEntity(sentence, reading, word)
}

/** "An index on fields such as user email": found by it, and the account's own. */
const isOfAccount = ({ attribute }: Target, sentence: Sentence): boolean =>
  /^user_/.test(attribute.name) && means(sentence, 'INDEX')

/** Columns named one by one. */
function readNamed(sentence: Sentence, reading: Reading): readonly Found[] {
  const model = reading.modelOf(sentence.block)
  const whole = passageOfWords(reading, sentence)
  const topic = reading.contextOf(sentence.block, sentence.offset).topic
  const claims: Found[] = []
  const values = new Set(valueWords(sentence))
  const listed = new Set(valuesIn(sentence, reading).flatMap((each) => (each.body.kind === 'values' ? each.body.values : [])))
  const seen = new Set<string>()
  const everywhere = new Set(columnsOfEveryTable(sentence, reading).map((target) => target.from))
  const targets: readonly Target[] = [
    ...identifierTargets(sentence, reading),
    ...(reading.document.kind === 'notes' ? fieldNouns(sentence, reading).filter((field) => !isOfAccount(field, sentence)) : []),
  ]
  for (const target of targets) {
    if (isRefused(sentence, target.from) || everywhere.has(target.from)) continue
    // The list itself is read as a whole.
    if (reading.document.kind === 'notes' && target.entity === undefined && standsInColumnList(sentence, target.from, reading))
      continue
    if (values.has(target.from) || listed.has(target.attribute.name) || seen.has(target.attribute.name)) continue
    const entity = target.entity ?? sentenceEntity(sentence, reading, target.from)
    // "created_at and updated_at on all tables" is a rule, no column of one.
    if (!entity && everyTable(sentence)) continue
    if (entity && keyOfName(entity.name) === keyOfName(target.attribute.name)) continue
    const owners: readonly (Mention | undefined)[] =
      entity && !target.entity ? joinedEntities(entity, sentence, reading) : [entity]
    seen.add(target.attribute.name)
    const called = sentence.markers.some(
      (marker) =>
        (marker.meaning === 'COLUMN' ||
          marker.meaning === 'FIELD_LIST' ||
          marker.meaning === 'STORES' ||
          marker.meaning === 'HAS' ||
          marker.meaning === 'INCLUDES') &&
        marker.from <= target.to + 1,
    )
    // The notes name columns by their identifiers because they are to be there; the PRD does so in passing, unless it calls them columns.
    const sure = called || target.entity !== undefined || (reading.document.kind === 'notes' && entity !== undefined)
    // A policy's condition (`user_id = auth.uid()`) is said of tables at large: it states no column of each.
    const policy = means(sentence, 'RLS') && !called && /^(?:user|owner|author)_(?:id|uuid)$/.test(target.attribute.name)
    const strength = topic === 'functions' || policy || !sure ? 'passing' : 'stated'
    const start = sentence.words[target.from]?.start ?? 0
    const next = targets.find((other) => other.from > target.from)
    const end = next ? sentence.words[next.from]?.start : undefined
    const spec = whole && readColumnSpec(trimmed(specPassage(whole, start, end), ',;:'), model)
    if (spec && spec.attribute.name === target.attribute.name && topic === 'columns') {
      const { description: _, ...said } = spec
      const key = targets.length === 1 && /^(?:id|uuid)$/.test(spec.attribute.name) && means(sentence, 'PRIMARY_KEY')
      const rest = key ? { ...said, primaryKey: true } : said
      for (const owner of owners)
        claims.push(
          ...claimsOfSpec(target.entity ? { ...rest, table: target.entity } : rest, owner, strength).map(
            (body): Found => foundIn(reading, sentence, body),
          ),
        )
    } else {
      for (const owner of owners)
        claims.push(
          foundIn(reading, sentence, {
            kind: 'attribute',
            ...(owner ? { entity: owner } : {}),
            attribute: target.attribute,
            strength,
          }),
        )
    }
  }
  return claims
}

/** The target with the parenthesis, type or qualifier that follows it directly; the mark that it may begin in is kept. */
function specPassage(whole: Passage, start: number, end: number | undefined): Passage {
  const text = textOf(whole)
  const absolute = whole.start + start
  const mark = whole.inline.marks.find((each) => each.kind === 'code' && each.start <= absolute && absolute < each.end)
  const from = mark ? mark.start - whole.start : start
  const after = mark ? mark.end - whole.start : start + (/^[\w.]+/.exec(text.slice(start))?.[0].length ?? 0)
  const clause = findOutside(part(whole, after), /[,;]|\.\s|\.$|\s[–—]\s|:\s/)
  const stop = clause ? after + clause.start : text.length
  return part(whole, Math.max(0, from), Math.max(after, Math.min(stop, Math.max(end ?? stop, after))))
}

/** Words in a list of values: "`status` with values `a`, `b`" names one column and two values. */
function valueWords(sentence: Sentence): readonly number[] {
  const marker = markersOf(sentence, 'ONE_OF').find((each) =>
    sentence.words.slice(each.to, each.to + 3).some((word) => word.identifier || word.quoted),
  )
  if (!marker) return []
  const words: number[] = []
  for (let at = marker.to; at < sentence.words.length; at += 1) {
    const word = sentence.words[at]
    if (!word || /^[.;)]$/.test(word.text) || word.pos === 'verb') break
    if (word.identifier) words.push(at)
  }
  return words
}
