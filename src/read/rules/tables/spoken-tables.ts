import type { Mention } from '../../../claim/mention.ts'
import { isHolder } from '../columns/field-lists.ts'
import type { Meaning, Sentence } from '../language/sentence.ts'
import { identifierMention } from '../reading.ts'
import { isRefused } from '../text/refusals.ts'
import { keyOfName } from './identifiers.ts'
import { asksForSomething } from './things.ts'

/** Verbs that only rows have as their subject, or that lead to where rows are kept. */
const ofRows: ReadonlySet<Meaning> = new Set<Meaning>([
  'BELONGS',
  'LINKS',
  'JOINS',
  'HAS',
  'INCLUDES',
  'CONSISTS',
  'REFERENCES',
  'EXTENDS',
])

/** What a sentence says of a column's form: a name in it may be that of a list in one column. */
const ofForms: readonly Meaning[] = ['JSON', 'LIST', 'TYPE', 'ENUM', 'COLUMN', 'FIELD_LIST', 'INDEX']

/**
 * Plural names in code that prose uses as only tables can be used:
 * as what has, belongs and refers, "`stages` belong to a festival", "`memberships` łączą użytkownika z klubem", "`comments` are written by a member";
 * as the place where something is kept, "What was done goes to `treatments`", "Zużyte części zapisujemy w `order_parts`";
 * as what a noun right before it is called, "each artist has one technical sheet, `technical_sheets`", "katalog `parts`";
 * with a list of what it has behind "with": "we keep `profiles` with a name and a role", "`bookings` with id, room_id and status".
 *
 * Not: "`tags` are stored as an array", "`notes` is optional" (one column), names in lists of columns.
 */
export function spokenTables(sentence: Sentence): readonly Mention[] {
  if (!asksForSomething(sentence.zone)) return []
  return sentence.words.flatMap((word, index): readonly Mention[] => {
    if (
      !word.identifier ||
      !/^[a-z][a-z0-9_]*s$/.test(word.text) ||
      /(?:ss|us|is)$|_(?:ids|uuids|at)$/.test(word.text) ||
      isListed(sentence, index) ||
      isRefused(sentence, index)
    )
      return []
    const used = isSubject(sentence, index) || isPlace(sentence, index) || isName(sentence, index) || isDescribed(sentence, index)
    return used ? [identifierMention(word.text)] : []
  })
}

/** "`orders` (id, `notes`)": in a parenthesis, or between commas. */
function isListed(sentence: Sentence, index: number): boolean {
  const before = sentence.words.slice(0, index).map((each) => each.text)
  return before.filter((text) => text === '(').length > before.filter((text) => text === ')').length
}

/** The next word that is no quotation mark. */
function after(sentence: Sentence, index: number): number {
  let at = index + 1
  while (/^[`"*]$/.test(sentence.words[at]?.text ?? '')) at += 1
  return at
}

function before(sentence: Sentence, index: number): number {
  let at = index - 1
  while (/^[`"*]$/.test(sentence.words[at]?.text ?? '')) at -= 1
  return at
}

function meansAt(sentence: Sentence, word: number, meanings: ReadonlySet<Meaning>): boolean {
  return sentence.markers.some((marker) => meanings.has(marker.meaning) && marker.from <= word && word < marker.to)
}

function isSubject(sentence: Sentence, index: number): boolean {
  if (before(sentence, index) >= 0) return false
  const verb = after(sentence, index)
  const said = sentence.words[verb]
  if (said?.text === ':') return repeatsItself(sentence, index, verb)
  if (said?.pos !== 'verb' || isSingular(sentence, verb)) return false
  const end = sentence.markers.find((marker) => ofRows.has(marker.meaning) && marker.from >= verb && marker.from - verb <= 1)
  if (end) return !formOf(sentence, verb, end.to + 2)
  const by = sentence.words.slice(verb + 1, verb + 4).findIndex((word) => /^(?:by|przez)$/i.test(word.text))
  return by > 0
}

/** "`notes` is optional", "`tags` has a default": a plural name with a verb in the singular is one column's. */
function isSingular(sentence: Sentence, verb: number): boolean {
  return sentence.language === 'en' && /(?:[^s]s)$/i.test(sentence.words[verb]?.text ?? '')
}

function formOf(sentence: Sentence, from: number, to: number): boolean {
  return sentence.markers.some((marker) => ofForms.includes(marker.meaning) && marker.from >= from && marker.from <= to)
}

/** "`performances`: each performance is …". */
function repeatsItself(sentence: Sentence, index: number, colon: number): boolean {
  const key = keyOfName(sentence.words[index]?.text ?? '')
  const noun = sentence.nouns.find((each) => each.from > colon && each.from - colon <= 2)
  return (
    noun !== undefined &&
    (noun.quantifier === 'each' || noun.quantifier === 'one') &&
    (keyOfName(noun.name) === key || keyOfName(noun.head) === key.split('_').at(-1))
  )
}

/** "What was done goes to `treatments`", "its lines are in `invoice_lines`": behind the verb and a preposition the sentence, or its part, ends. */
function isPlace(sentence: Sentence, index: number): boolean {
  const preposition = before(sentence, index)
  if (!/^(?:in|into|to|w|we|do)$/i.test(sentence.words[preposition]?.text ?? '')) return false
  const next = sentence.words[after(sentence, index)]
  if (next !== undefined && !/^[.,:;()–—-]$/.test(next.text)) return false
  const verbs = sentence.words.slice(Math.max(0, preposition - 2), preposition)
  const kept =
    verbs.at(-1)?.pos === 'verb' &&
    !meansAt(sentence, preposition - 1, new Set<Meaning>(['REFERENCES', 'LINKS', 'BELONGS', 'CHANGE', 'ASSIGNS']))
  const named = sentence.nouns.some((noun) => noun.to <= preposition && !noun.identifier)
  return (
    kept &&
    (named || sentence.words[0]?.pos === 'pronoun') &&
    !sentence.words.slice(0, preposition).some((word) => word.identifier) &&
    !formOf(sentence, 0, sentence.words.length)
  )
}

/** "technical sheet, `technical_sheets`", "the register `entries`". */
function isName(sentence: Sentence, index: number): boolean {
  const last = before(sentence, index)
  const comma = sentence.words[last]?.text === ','
  const noun = sentence.nouns.find((each) => each.to === (comma ? last : last + 1) && !each.identifier)
  if (!noun) return false
  const name = sentence.words[index]?.text ?? ''
  const called =
    comma &&
    sentence.markers.some(({ meaning, to }) => (meaning === 'TABLE' || meaning === 'ENTITY') && to <= last && last - to <= 3)
  return comma
    ? called || keyOfName(noun.name) === keyOfName(name)
    : isHolder(noun.name) && !/list|field|detail|data|info/.test(noun.name)
}

/** "we keep `profiles` with a name and a role". */
function isDescribed(sentence: Sentence, index: number): boolean {
  const verb = before(sentence, index)
  const kept = sentence.markers.some((marker) => marker.meaning === 'STORES' && marker.to === verb + 1)
  const next = after(sentence, index)
  const described = sentence.markers.some((marker) => marker.meaning === 'WITH' && marker.from === next)
  const keyed = sentence.words.slice(next + 1, next + 8).some((word) => /^(?:id|\w+_id)$/.test(word.text))
  if (verb < 0 && described && keyed) return true
  return kept && described && sentence.nouns.filter((noun) => noun.from > next).length >= 2
}
