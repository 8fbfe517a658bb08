import { fold } from '../../../brief/words.ts'
import { prefixZone } from '../../../brief/zones/labels.ts'
import type { Mention } from '../../../claim/mention.ts'
import { looksLikeColumns } from '../columns/column-look.ts'
import { phraseMention } from '../columns/column-spec.ts'
import { kindAt, letter, number } from '../language/characters.ts'
import { callingMeanings, type LanguageModel, listingMeanings } from '../language/sentence.ts'
import { identifierMention } from '../reading.ts'
import { isName, keyOfName, looksLikeIdentifier, readQualified, singularOf, wordsOfName } from '../tables/identifiers.ts'
import { findOutside, splitList } from './lists.ts'
import { oncePerPassage } from './once-per-passage.ts'
import { leadingMark, marksOf, type Passage, part, textOf, trimmed } from './passage.ts'

/** The name that a heading, item or line begins with, as titles do: "**3. Table `flashcards` (cards)**", "`users`: …", "Orders:". */
export interface Label {
  readonly mention: Mention
  readonly how: 'code' | 'strong' | 'identifier' | 'phrase'
  /** The word table or entity stands with it. */
  readonly calledTable: boolean
  readonly calledView: boolean
  /** It is said that columns are listed: "Columns of `visits`: …". */
  readonly listsColumns: boolean
  /** What follows it. */
  readonly rest: Passage
  readonly at: Passage
}

const numbering = /^(?:\(?\d+(?:\.\d+)*[.):]?\s+|[a-z][.)]\s+|[-*•]\s+|#+\s+|(?:\p{Extended_Pictographic}\uFE0F?)+\s*)+/u

/** Names (English) of what documents have about tables. */
const partsOfDocuments: ReadonlySet<string> = new Set([
  'overview',
  'list',
  'diagram',
  'structure',
  'summary',
  'description',
  'definition',
  'detail',
  'design',
  'naming',
])

interface LabelOptions {
  /** The line is a heading, so that all of it is the label. */
  readonly heading?: boolean
}

/** Reads the label of a line. */
export function readLabel(line: Passage, model: LanguageModel, options: LabelOptions = {}): Label | undefined {
  return labelOnce(line, model, options)
}

const labelOnce = oncePerPassage(labelOf, ({ heading }: LabelOptions) => (heading === true ? 'heading' : 'line'))

function labelOf(line: Passage, model: LanguageModel, options: LabelOptions): Label | undefined {
  let at = trimmed(line)
  const numbered = numbering.exec(textOf(at))
  if (numbered) at = trimmed(part(at, numbered[0].length))
  const called = leadingCall(at, model) ?? leadingColumns(at, model)
  const body = called ? trimmed(part(at, called.length), ' :') : at
  const text = textOf(body)
  const mark = leadingMark(body, 'code')
  const flags = (label: Passage, rest: Passage) => {
    const after = textOf(rest).slice(0, 60)
    const first = model.mayCall(after) ? model.analyse(after, []).markers.filter((marker) => marker.from === 0) : []
    const trailing = first.some(({ meaning }) => meaning === 'TABLE' || meaning === 'ENTITY')
    const view = called?.view === true || first.some(({ meaning }) => meaning === 'VIEW')
    return {
      calledTable: called?.table === true || (trailing && (options.heading === true || mark !== undefined)),
      calledView: view,
      listsColumns: called?.columns === true,
      rest,
      at: label,
    }
  }
  const strong = leadingMark(body, 'strong')
  if (mark) {
    const marked = text.slice(0, mark.end)
    const named = readQualified(marked)
    if (!named) return undefined
    const name = named.schema === undefined || named.schema === 'public' ? named.table : `${named.schema}.${named.table}`
    const rest = afterLabel(body, mark.end)
    return {
      mention: { ...identifierMention(named.column === undefined ? name : marked), text: marked },
      how: 'code',
      ...flags(part(body, 0, mark.end), rest),
    }
  }
  if (strong) {
    const inner = trimmed(part(body, 0, strong.end), ':')
    const rest = afterLabel(body, strong.end)
    const numberInside = numbering.exec(textOf(inner))
    const bare = numberInside ? trimmed(part(inner, numberInside[0].length)) : inner
    const insideCall = leadingCall(bare, model)
    const name = nameIn(insideCall ? trimmed(part(bare, insideCall.length)) : bare, model)
    if (!name) return undefined
    const base = flags(part(body, 0, strong.end), rest)
    return {
      mention: name.mention,
      how: name.identifier ? 'identifier' : 'strong',
      ...base,
      calledTable: base.calledTable || insideCall?.table === true || name.called,
      calledView: base.calledView || insideCall?.view === true,
    }
  }
  const word = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/.exec(text)?.[0]
  if (word !== undefined) {
    const named = readQualified(word)
    const after = text.slice(word.length)
    const program = looksLikeIdentifier(word) || (named?.schema !== undefined && isName(named.table))
    if (program && named && named.column === undefined) {
      const name = named.schema === undefined || named.schema === 'public' ? named.table : `${named.schema}.${named.table}`
      return {
        mention: { ...identifierMention(name), text: word },
        how: 'identifier',
        ...flags(part(body, 0, word.length), afterLabel(body, word.length)),
      }
    }
    if (called?.table && (after === '' || /^\s*[(:–—-]/.test(after))) {
      // "Tabela Opiekunowie:", "Tabela faktur:" in another language than that of the schema; "tabela invoices" in the schema's
      const worded = model.language !== 'en' && (/^[A-Z]/.test(word) || /^[a-z]+(?<!s)$/.test(word))
      const translated = worded ? phraseMention(word, model) : undefined
      const written = { ...identifierMention(word), identifier: looksLikeIdentifier(word) }
      return {
        mention: translated?.known ? translated : written,
        how: 'identifier',
        ...flags(part(body, 0, word.length), afterLabel(body, word.length)),
      }
    }
  }
  const stop = findOutside(body, called?.columns ? /:(?=\s|$)/ : /\s*\(|:(?=\s|$)|\s[-–—]\s/)
  const phrase = part(body, 0, stop?.start)
  const phraseText = textOf(phrase)
  if (stop === undefined && options.heading !== true && !called?.table) return undefined
  if (phraseText.split(/\s+/).length > 4 || /[.!?,;]|\d\s*:|:\s*\d/.test(phraseText)) return undefined
  const name = nameIn(phrase, model)
  if (!name || (stop && opensTurn(phraseText, part(body, stop.end)))) return undefined
  const base = flags(phrase, stop ? afterLabel(body, stop.start) : part(body, textOf(body).length))
  return { mention: name.mention, how: 'phrase', ...base, calledTable: base.calledTable || name.called }
}

/**
 * The table that a title in words names right behind its colon: "Invitations: `club_invitations` with a unique code". Undefined where the name is only the first
 * of a list ("Invitations: `code`, `expires_at`").
 */
export function nestedLabel(label: Label, model: LanguageModel): Label | undefined {
  if (label.how !== 'phrase' && label.how !== 'strong') return undefined
  const inner = readLabel(label.rest, model)
  if (inner?.how !== 'code' && inner?.how !== 'identifier') return calledLabel(label.rest)
  // "Entities: `plots`, `members`" lists several
  return textOf(inner.rest).startsWith(',') ? undefined : inner
}

/** "Invitations: `club_invitations` with …": behind the colon stands the plural name of the table that the title speaks of. */
export function tableBehind(label: Label, model: LanguageModel): Label | undefined {
  const inner = nestedLabel(label, model)
  const words = inner ? wordsOfName(inner.mention.name) : []
  const last = words.at(-1) ?? ''
  if (!/(?<![sui])s$/.test(last)) return undefined
  const spoken = new Set(label.mention.name.split('_').map(singularOf))
  const shared = spoken.has(singularOf(last)) || spoken.has(singularOf(words.join('')))
  return shared || keyOfName(label.mention.name).replaceAll('_', '') === singularOf(words.join('')) ? inner : undefined
}

/** "`stops(parcel_id, arrived_at)`": a table with its columns in one code span. */
function calledLabel(line: Passage): Label | undefined {
  const mark = leadingMark(line, 'code')
  const name = mark && /^([a-z]\w*)\s*\([^()]*,[^()]*\)$/.exec(textOf(part(line, 0, mark.end)))?.[1]
  if (mark === undefined || name === undefined) return undefined
  const at = part(line, 0, name.length)
  return {
    mention: identifierMention(name),
    how: 'code',
    calledTable: false,
    calledView: false,
    listsColumns: false,
    rest: part(line, name.length),
    at,
  }
}

/** "Recommendation: a shared catalogue …" opens what is recommended; "answers – id, question_id, text" is a table. */
function opensTurn(label: string, rest: Passage): boolean {
  return prefixZone(fold(label), 'notes') !== undefined && !looksLikeColumns(splitList(rest).map(textOf))
}

function afterLabel(body: Passage, length: number): Passage {
  return trimmed(part(body, length), ':*')
}

/** What stands before a name and says what it is of. */
interface Call {
  readonly length: number
  readonly table: boolean
  readonly view: boolean
  readonly columns?: boolean
}

/**
 * "Columns in `visits`:", "Pola tabeli `visits`:", "Attributes of the Visit entity:": the announcement before the table's name. Without the word table the name
 * is one in code or quotation marks, or a plural.
 */
function leadingColumns(at: Passage, model: LanguageModel): Call | undefined {
  const head = textOf(at).slice(0, 80)
  const colon = /^[^:.!?]{4,60}:(?=\s|$)/.exec(head)?.[0].length
  if (colon === undefined || (kindAt(head, 0) & letter) === 0 || !model.mayCall(head)) return undefined
  const { words, markers, nouns } = model.analyse(head.slice(0, colon), [])
  const listed = markers.find(({ meaning, from }) => from === 0 && listingMeanings.includes(meaning))
  if (listed === undefined || words[0]?.pos === 'adjective') return undefined
  let next = listed.to
  const preposition = words[next]?.pos === 'preposition'
  if (preposition) next += 1
  if (words[next]?.pos === 'determiner') next += 1
  const table = markers.find(({ meaning, from }) => from === next && callingMeanings.includes(meaning))
  const name = words[table?.to ?? next]
  if (name === undefined || name.text === ':' || !(preposition || table)) return undefined
  const named = nouns.find((noun) => noun.from <= (table?.to ?? next) && noun.to > (table?.to ?? next))
  const trailing = markers.some(({ meaning, to }) => callingMeanings.includes(meaning) && to === words.length - 1)
  const sure = table !== undefined || trailing || named?.plural === true || /^[`"„]/.test(name.text) || name.identifier
  const coded = marksOf(at).some((mark) => mark.kind === 'code' && mark.start <= name.start && name.start < mark.end)
  return sure || coded ? { length: name.start, table: true, view: false, columns: true } : undefined
}

/** `Table`, `Encja:`, `Widok` and the like at the beginning. */
function leadingCall(at: Passage, model: LanguageModel): Call | undefined {
  const head = textOf(at).slice(0, 60)
  // No call begins with a sign, as a name in code does: that is most lines of a list of columns.
  if ((kindAt(head, 0) & (letter | number)) === 0 || !model.mayCall(head)) return undefined
  const analysis = model.analyse(head, [])
  const marker = analysis.markers.find((found) => found.from === 0 && callingMeanings.includes(found.meaning))
  const last = marker && analysis.words[marker.to - 1]
  if (!marker || !last || last.end >= textOf(at).length) return undefined
  // "Key entities and their relationships" announces a list; it names none.
  const next = analysis.words[marker.to]
  if (
    next?.pos === 'conjunction' ||
    analysis.nouns.some((noun) => noun.plural && noun.from < marker.to && noun.to >= marker.to && noun.to === marker.to)
  )
    return undefined
  if (!/^\s*(?:[:"`*]|\s[\p{L}"`*])/u.test(textOf(at).slice(last.end))) return undefined
  // "Entity overview", "Table structure": a part of the document
  const about = analysis.nouns.find((noun) => noun.from <= marker.to && marker.to < noun.to)
  if (about !== undefined && partsOfDocuments.has(about.head)) return undefined
  return { length: last.end, table: marker.meaning !== 'VIEW', view: marker.meaning === 'VIEW' }
}

/** The name in a title's words, without the word table: "Users table", "users", "Meal plans". */
function nameIn(
  passage: Passage,
  model: LanguageModel,
): { readonly mention: Mention; readonly identifier: boolean; readonly called: boolean } | undefined {
  const bare = trimmed(passage, ':"„”')
  const text = textOf(bare)
  if (text === '') return undefined
  const mark = leadingMark(bare, 'code')
  const first = mark ? text.slice(0, mark.end) : /^[A-Za-z_][\w.]*/.exec(text)?.[0]
  if (first !== undefined && (mark || looksLikeIdentifier(first) || /^(?:public|auth)\.\w+$/.test(first))) {
    const named = readQualified(first)
    if (!named) return undefined
    const name = named.schema === undefined || named.schema === 'public' ? named.table : `${named.schema}.${named.table}`
    const after = model.analyse(text.slice(first.length, first.length + 40), [])
    return {
      mention: { ...identifierMention(named.column === undefined ? name : first), text: first },
      identifier: true,
      called: after.markers.some((marker) => marker.from === 0 && ['TABLE', 'ENTITY'].includes(marker.meaning)),
    }
  }
  if (text.split(/\s+/).length > 4) return undefined
  const analysis = model.analyse(text, [])
  // "Keep recipes simple (…)" says what to do
  if (analysis.words.length > 1 && analysis.words[0]?.pos === 'verb' && analysis.nouns[0]?.from !== 0) return undefined
  const called = analysis.markers.find(
    (marker) => ['TABLE', 'ENTITY'].includes(marker.meaning) && marker.to === analysis.words.length && marker.from > 0,
  )
  // "Three tables", "Main entities" announces a list; it names none.
  if (called && analysis.words[called.from]?.plural === true && analysis.words.length > called.to - called.from) return undefined
  const cut = called ? analysis.words[called.from]?.start : undefined
  const named = text.slice(0, cut).trim()
  const mention =
    isName(named) && /^[a-z]/.test(named)
      ? (phraseMention(named, model) ?? identifierMention(named))
      : phraseMention(named, model)
  return mention && { mention, identifier: false, called: called !== undefined }
}
