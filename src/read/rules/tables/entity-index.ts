import type { Block, Document } from '../../../brief/document.ts'
import type { Mention } from '../../../claim/mention.ts'
import { looksLikeColumns } from '../columns/column-look.ts'
import { attributeNames, notThings } from '../columns/common-names.ts'
import { listsFields } from '../columns/labelled-fields.ts'
import { glossedNames, joinedTables, listedColumns, placedNames } from '../columns/placed-names.ts'
import type { LanguageModel, Sentence } from '../language/sentence.ts'
import { identifierMention } from '../reading.ts'
import { drawnTableNames } from '../relations/drawn-sides.ts'
import { readTree } from '../relations/trees.ts'
import { inlinesOf } from '../text/blocks.ts'
import { isDatabaseTalk } from '../text/database-words.ts'
import { columnEntries } from '../text/label-lists.ts'
import { parenthesis, splitList } from '../text/lists.ts'
import { type Passage, textOf, wholeOf } from '../text/passage.ts'
import { isRefused } from '../text/refusals.ts'
import { calledTables } from './called-tables.ts'
import { readGlosses } from './glosses.ts'
import { keyOfName, looksLikeIdentifier, readQualified } from './identifiers.ts'
import { labelledTables } from './labelled-tables.ts'
import { otherNamesOf } from './same-things.ts'
import { spokenTables } from './spoken-tables.ts'
import { asksForSomething } from './things.ts'

/** The tables that the documents speak of, collected before any pattern reads, so that a bare name is known for what it is. */
export interface EntityIndex {
  /** The table of that name, in any number and spelling, as the notes write it. */
  find(name: string): Mention | undefined
  /** The table that a word of the prose means: that name, or the one table whose name ends in it ("request" where there is `leave_requests` alone). */
  findNamed(name: string): Mention | undefined
  readonly all: readonly Mention[]
  /** Whether they are all there are, or so many that the rest is left out on purpose. */
  readonly decided: boolean
}

const cardinal = String.raw`(?:\(?(?:1|N|M|n|m|\*|0\.\.1|1\.\.\*|0\.\.\*|wiele|many)\)?)`
const relationBefore = new RegExp(String.raw`(?:${cardinal}\s*)?(?:[-─—–<>►◄→↔⟶=]+|:)\s*(?:${cardinal}\s*)?$`)
const relationAfter = new RegExp(String.raw`^\s*${cardinal}?\s*(?:-->|->|→|↔|⟶|<->|—>|──|--)`)

/** What stands before a name whose parentheses hold columns that are there already: `unique (a, b)` with a word between. */
const saysOfColumns =
  /\b(?:unique|index|indeks\p{L}*|unikaln\p{L}*|klucz\p{L}*|key|funkcj\p{L}*|function|constraint|pair|par[aęy])\s*[`"(]*$/iu

/** Names that qualify nothing of ours: `NEW.updated_at`, `supabase.auth`, `process.env`. */
const strangers = new Set([
  'new',
  'old',
  'supabase',
  'process',
  'env',
  'req',
  'res',
  'this',
  'window',
  'auth',
  'storage',
  'public',
  'e',
  'i',
  'np',
  'excluded',
  'pg',
  'postgres',
  'next',
  'node',
  'insert',
  'update',
  'select',
])

/** Builds the index from everything that calls a name a table, gives it columns, or relates it to others. */
export function buildEntityIndex(
  documents: readonly {
    readonly document: Document
    readonly sentences: readonly Sentence[]
    modelOf(block: number): LanguageModel | undefined
  }[],
): EntityIndex {
  const found = new Map<string, Mention>()
  const add = (mention: Mention, listed = false): void => {
    const bare = mention.name.replace(/^auth\./, '')
    if (mention.name.startsWith('auth.') || mention.name.startsWith('storage.')) return
    const key = keyOfName(bare)
    if (key === '' || key.length < 2 || strangers.has(key) || isDatabaseTalk(key, listed)) return
    const known = found.get(key)
    if (known === undefined || (!known.identifier && mention.identifier)) found.set(key, mention)
  }
  for (const { document, sentences, modelOf } of documents) {
    for (const sentence of sentences) {
      for (const { mention } of calledTables(sentence)) add(mention, mention.identifier)
      for (const mention of glossedNames(sentence)) add(mention)
    }
    for (const [index, block] of document.blocks.entries()) {
      const model = modelOf(index)
      if (block.kind === 'code') {
        for (const match of block.text.matchAll(
          /\b(?:create\s+table(?:\s+if\s+not\s+exists)?|alter\s+table(?:\s+only)?|references|insert\s+into)\s+"?(?:public"?\.)?"?([a-z_]\w*)/gi,
        )) {
          if (match[1] && !/^(?:auth|if)$/i.test(match[1])) add(identifierMention(match[1]))
        }
        if (document.kind === 'notes') for (const mention of drawnTables(block.text)) add(mention)
        continue
      }
      if (model && document.kind === 'notes') for (const mention of tabledNames(block, model)) add(mention, true)
      for (const inline of inlinesOf(block)) {
        const passage = wholeOf(inline)
        const text = inline.text
        if (document.kind === 'notes')
          for (const line of text.split('\n')) for (const name of drawnTableNames(line)) add(identifierMention(name))
        for (const match of text.matchAll(/\b([a-z_]\w*)\.([a-z_]\w*)\b(?!\s*\()/gi)) {
          const named = readQualified(match[0])
          const marked = inline.marks.some((mark) => mark.kind === 'code' && mark.start <= match.index && match.index < mark.end)
          if (
            named?.column !== undefined &&
            named.schema === undefined &&
            (marked || looksLikeIdentifier(named.table) || looksLikeIdentifier(named.column)) &&
            /^[a-z]/i.test(named.table)
          )
            add(identifierMention(named.table))
        }
        for (const match of text.matchAll(/\b([A-Za-z_]\w*)\s*\(/g)) {
          const name = match[1] ?? ''
          if (
            /^(?:unique|check|varchar|numeric|decimal|char|in|enum|index|key|references|values|primary|foreign|constraint|policy|tabela|table)$/i.test(
              name,
            )
          )
            continue
          const group = parenthesis(passage, match.index + match[0].length - 1)
          if (!group || group.start !== match.index + match[0].length - 1) continue
          const items = splitList(group.inside).map(textOf)
          if (model && document.kind === 'notes' && listsWords(passage, match.index, name, group.inside, model))
            add(identifierMention(name))
          if (
            looksLikeColumns(items) &&
            (looksLikeIdentifier(name) || /s$/.test(name) || items.includes('id')) &&
            /^[a-z]/i.test(name) &&
            !saysOfColumns.test(text.slice(0, match.index)) &&
            !saysOfColumns.test(name)
          )
            add(identifierMention(name), true)
        }
        for (const mark of inline.marks.filter((each) => each.kind === 'code')) {
          const name = text.slice(mark.start, mark.end)
          if (!/^(?:public\.)?[a-z_]\w*$/i.test(name)) continue
          const before = text.slice(Math.max(0, mark.start - 20), mark.start)
          const after = text.slice(mark.end, mark.end + 20)
          if (/^\s*\(\s*(?:1|N|M|n|\*)\s*\)/.test(after) || /\(\s*(?:1|N|M|n|\*)\s*\)\s*$/.test(before))
            add(identifierMention(name))
          else if (
            /s$|^[a-z]+(?:_[a-z]+)+$/.test(name) &&
            !/_(?:id|at|uuid)$/.test(name) &&
            ((relationBefore.test(before) &&
              /(?:->|→|↔|►)\s*(?:\S{1,4}\s*)?$/.test(before) &&
              !/\b\w+_(?:id|uuid)`?\s*(?:->|→)\s*`?$/.test(before)) ||
              relationAfter.test(after)) &&
            !/_id`?\s*(?:->|→)/.test(text.slice(Math.max(0, mark.start - 25), mark.end + 4))
          )
            add(identifierMention(name))
        }
      }
      if (model) for (const mention of labelledTables(document, index, model)) add(mention, true)
    }
  }
  const listed = listedColumns(documents)
  for (const { document, sentences } of documents) {
    for (const sentence of sentences) {
      for (const mention of placedNames(sentence)) if (!listed.has(mention.name)) add(mention)
      if (document.kind === 'notes') for (const mention of spokenTables(sentence)) if (!listed.has(mention.name)) add(mention)
    }
  }
  // `order_items` is a table where `orders` is one, whatever the sentence says of it.
  for (const { sentences } of documents) {
    for (const sentence of sentences) {
      if (!asksForSomething(sentence.zone)) continue
      for (const [index, word] of sentence.words.entries()) {
        const parent = word.identifier ? /^([a-z]\w*)_[a-z]+s$/.exec(word.text)?.[1] : undefined
        if (
          parent === undefined ||
          /_(?:ids|uuids)$|(?:ss|us|is)$/.test(word.text) ||
          namesType(sentence, index) ||
          !found.has(keyOfName(parent)) ||
          isRefused(sentence, index)
        )
          continue
        if (
          sentence.markers.some(
            (marker) =>
              (marker.meaning === 'COLUMN' || marker.meaning === 'FIELD_LIST') && marker.to <= index && index - marker.to <= 1,
          )
        )
          continue
        add(identifierMention(word.text))
      }
    }
  }
  for (const { document, sentences } of documents) {
    if (document.kind === 'notes')
      for (const sentence of sentences)
        for (const mention of joinedTables(sentence, (name) => found.has(keyOfName(name))))
          if (!listed.has(mention.name)) add(mention)
  }
  const glosses = readGlosses(
    documents.flatMap(({ document, sentences }) => (document.kind === 'notes' ? sentences : [])),
    (name) => found.get(keyOfName(name)),
  )
  const all = [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mention]) => mention)
  const find = (name: string): Mention | undefined => {
    const key = keyOfName(name.includes('.') ? name.replace(/^(?:public|auth)\./, '') : name)
    return found.get(key) ?? glosses.get(key)
  }
  const byEnding = new Map<string, Mention[]>()
  for (const [key, mention] of found) {
    for (let at = key.indexOf('_'); at >= 0; at = key.indexOf('_', at + 1)) {
      const ending = key.slice(at + 1)
      const those = byEnding.get(ending)
      if (those === undefined) byEnding.set(ending, [mention])
      else those.push(mention)
    }
  }
  const endingIn = (keys: readonly string[]): readonly Mention[] => [...new Set(keys.flatMap((key) => byEnding.get(key) ?? []))]
  const findNamed = (name: string): Mention | undefined => {
    const exact = find(name)
    const key = keyOfName(name)
    if (exact || key.length < 3 || attributeNames.has(key)) return exact
    const ending = notThings.has(key) ? [] : endingIn([key])
    if (ending.length > 0) return ending.length === 1 ? ending[0] : undefined
    const others = otherNamesOf(key)
    const same = others.flatMap((other) => found.get(other) ?? [])
    const meant = same.length > 0 ? same : endingIn(others)
    return meant.length === 1 ? meant[0] : undefined
  }
  return { find, findNamed, all, decided: all.length > 0 }
}

/** "as an enum `parcel_kinds`", "the type `parcel_states`": the name of a type. */
function namesType(sentence: Sentence, index: number): boolean {
  return sentence.markers.some(
    ({ meaning, from, to }) =>
      (meaning === 'ENUM' || meaning === 'TYPE') && ((to <= index && index - to <= 1) || from === index + 1),
  )
}

/** A table's name in code, and in the parenthesis behind it its fields in words: "`refunds` (order, amount, reason)". */
function listsWords(passage: Passage, at: number, name: string, inside: Passage, model: LanguageModel): boolean {
  const marked = passage.inline.marks.some((mark) => mark.kind === 'code' && mark.start <= at && at < mark.end)
  const before = passage.inline.text.slice(0, at)
  if (
    !(marked || looksLikeIdentifier(name)) ||
    !/s$|_(?:history|log)$/.test(name) ||
    /(?:ss|us|is)$/.test(name) ||
    saysOfColumns.test(before)
  )
    return false
  const items = columnEntries(inside, model)
  return items.length >= 3 && listsFields(items, model)
}

/** The names of a drawn tree, where most of them are called as tables are. */
function drawnTables(text: string): readonly Mention[] {
  const names = [...new Set((readTree(text) ?? []).map((line) => line.name))].filter((name) => !name.includes('.'))
  const plural = names.filter((name) => /s$|_/.test(name))
  return plural.length * 2 > names.length ? names.map(identifierMention) : []
}

/** In a table of tables ("| Table | Columns |") the names of its first column. */
function tabledNames(block: Block, model: LanguageModel): readonly Mention[] {
  if (block.kind !== 'table') return []
  const at = block.header.findIndex(({ text }) => {
    const { words, markers } = model.analyse(text.trim(), [])
    return markers.some(
      ({ meaning, from, to }) => (meaning === 'TABLE' || meaning === 'ENTITY') && from === 0 && to === words.length,
    )
  })
  return at < 0
    ? []
    : block.rows.flatMap((row) => {
        const name = (row[at]?.text ?? '').trim()
        return /^(?:public\.)?[a-z]\w*$/.test(name) ? [identifierMention(name.replace(/^public\./, ''))] : []
      })
}
