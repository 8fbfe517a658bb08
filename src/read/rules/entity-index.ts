import type { Document } from '../../brief/document.ts'
import type { Mention } from '../../claim/mention.ts'
import { inlinesOf, linesOf, passageOf } from './blocks.ts'
import { readColumnSpec } from './column-spec.ts'
import { attributeNames, notThings } from './common-names.ts'
import { keyOfName, looksLikeIdentifier, readQualified } from './identifiers.ts'
import { columnsAfterLabel } from './label-lists.ts'
import { readLabel } from './labels.ts'
import type { LanguageModel, Marker, Sentence } from './language/sentence.ts'
import { parenthesis, splitList } from './lists.ts'
import { marksOf, type Passage, part, textOf, wholeOf } from './passage.ts'
import { identifierMention } from './reading.ts'
import { isRefused } from './refusals.ts'
import { otherNamesOf } from './same-things.ts'
import { isSqlType } from './sql-words.ts'
import { asksForSomething } from './things.ts'

/** The tables that the documents speak of, collected before any pattern reads, so that a bare name is known for what it is. */
export interface EntityIndex {
  /** The table of that name, in any number and spelling, as the notes write it. */
  find(name: string): Mention | undefined
  /** The table that a word of the prose means: that name, or the one table whose name ends in it ("request" where there is `vacation_requests` alone). */
  findNamed(name: string): Mention | undefined
  readonly all: readonly Mention[]
}

const cardinal = String.raw`(?:\(?(?:1|N|M|n|m|\*|0\.\.1|1\.\.\*|0\.\.\*|wiele|many)\)?)`
const relationBefore = new RegExp(String.raw`(?:${cardinal}\s*)?(?:[-─—–<>►◄→↔⟶=]+|:)\s*(?:${cardinal}\s*)?$`)
const relationAfter = new RegExp(String.raw`^\s*${cardinal}?\s*(?:-->|->|→|↔|⟶|<->|—>|──|--)`)

/** Words of database talk, which a sentence may use as if they were names. */
export const databaseWords: ReadonlySet<string> = new Set([
  'field',
  'column',
  'attribute',
  'value',
  'key',
  'table',
  'entity',
  'relationship',
  'relation',
  'type',
  'data_type',
  'index',
  'indexe',
  'constraint',
  'policy',
  'trigger',
  'function',
  'primary_key',
  'foreign_key',
  'enum',
  'query',
  'schema',
  'database',
  'operation',
  'migration',
  'parameter',
  'record',
  'row',
  'name',
  'data',
  'information',
  'rl',
  'decision',
  'recommendation',
  'summary',
  'question',
  'answer',
  'assumption',
  'requirement',
  'model',
  'data_model',
])

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

/** Whether the items in a parenthesis after a name are columns: an `id`, a `…_id`, an `…_at`, or two names that only a program would write. */
export function looksLikeColumns(items: readonly string[]): boolean {
  const names = items.map((item) => /^[`"]?([A-Za-z_]\w*)/.exec(item)?.[1] ?? '')
  const keys = names.filter((name) => /^(?:id|uuid)$|_(?:id|at|uuid)$|^[a-z]+Id$/.test(name)).length
  const programs = names.filter((name) => looksLikeIdentifier(name)).length
  const plain = names.filter((name) => /^[a-z_]\w*$/.test(name)).length
  if (items.length < 2) return false
  return (names[0] === 'id' || keys >= 1 || programs >= 2) && plain >= Math.ceil(items.length / 2)
}

/** Builds the index from everything that calls a name a table, gives it columns, or relates it to others. */
export function buildEntityIndex(
  documents: readonly {
    readonly document: Document
    readonly sentences: readonly Sentence[]
    modelOf(block: number): LanguageModel | undefined
  }[],
): EntityIndex {
  const found = new Map<string, Mention>()
  const add = (mention: Mention): void => {
    const bare = mention.name.replace(/^auth\./, '')
    if (mention.name.startsWith('auth.') || mention.name.startsWith('storage.')) return
    const key = keyOfName(bare)
    if (key === '' || key.length < 2 || strangers.has(key) || databaseWords.has(key)) return
    const known = found.get(key)
    if (known === undefined || (!known.identifier && mention.identifier)) found.set(key, mention)
  }
  for (const { document, sentences, modelOf } of documents) {
    for (const sentence of sentences) {
      for (const { mention } of calledTables(sentence)) add(mention)
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
        continue
      }
      for (const inline of inlinesOf(block)) {
        const passage = wholeOf(inline)
        const text = inline.text
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
          const adjective =
            /\b(?:unique|index|indeks\p{L}*|unikaln\p{L}*|klucz\p{L}*|key|funkcj\p{L}*|function|constraint|pair|par[aęy])\s*[`"(]*$/iu.test(
              text.slice(0, match.index),
            )
          if (
            !adjective &&
            looksLikeColumns(items) &&
            (looksLikeIdentifier(name) || /s$/.test(name) || items.includes('id')) &&
            /^[a-z]/i.test(name)
          )
            add(identifierMention(name))
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
      if (model) labelledTables(document, index, model).forEach(add)
    }
  }
  const listed = listedColumns(documents)
  for (const { sentences } of documents) {
    for (const sentence of sentences) for (const mention of placedNames(sentence)) if (!listed.has(mention.name)) add(mention)
  }
  // `order_items` is a table where `orders` is one, whatever the sentence says of it.
  for (const { sentences } of documents) {
    for (const sentence of sentences) {
      if (!asksForSomething(sentence.zone)) continue
      for (const [index, word] of sentence.words.entries()) {
        const parent = word.identifier ? /^([a-z]\w*)_[a-z]+s$/.exec(word.text)?.[1] : undefined
        if (
          parent === undefined ||
          /_(?:ids|uuids)$/.test(word.text) ||
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
  const all = [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mention]) => mention)
  const find = (name: string): Mention | undefined => found.get(keyOfName(name.replace(/^(?:public|auth)\./, '')))
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
  return { find, findNamed, all }
}

/** Names that stand beside the word table or entity: "tabela `x`", "the `x` table", "tables `a`, `b` and `c`", "Flashcards entity". */
export function calledTables(sentence: Sentence): readonly { readonly mention: Mention; readonly word: number }[] {
  const mentions: { readonly mention: Mention; readonly word: number }[] = []
  if (!asksForSomething(sentence.zone)) return mentions
  for (const marker of sentence.markers) {
    if (marker.meaning !== 'TABLE' && marker.meaning !== 'ENTITY' && marker.meaning !== 'JOIN_TABLE') continue
    if (isRefused(sentence, marker.from)) continue
    let gap = 0
    for (let at = marker.to; at < sentence.words.length && gap <= 2; at += 1) {
      const word = sentence.words[at]
      if (!word) break
      if (word.identifier) {
        if (/_(?:id|at|uuid)$/.test(word.text) || word.text.includes('.')) {
          const named = readQualified(word.text)
          if (!named || named.column !== undefined || named.schema === undefined) break
        }
        if (/^[A-Za-z_][\w.]*$/.test(word.text) && !/^[A-Z_]+$/.test(word.text) && !isSqlType(word.text))
          mentions.push({ mention: identifierMention(word.text), word: at })
        else break
        gap = 0
        continue
      }
      // An English plural in a sentence of another language is a name: "tabela products".
      if (sentence.language !== 'en' && gap === 0 && /^[a-z]{2,}s$/.test(word.text) && word.pos !== 'verb') {
        mentions.push({ mention: identifierMention(word.text), word: at })
        continue
      }
      if (word.pos === 'conjunction' || word.text === ',' || word.text === '`' || word.text === '"' || word.text === '(') continue
      // "Tables: `a`, `b`" names them.
      if (word.text === ':' && at === marker.to) continue
      if (word.pos === 'punctuation' || word.pos === 'verb' || word.pos === 'preposition') break
      gap += 1
    }
    const before = sentence.words[marker.from - 1]
    if (before?.identifier && !isRefused(sentence, marker.from - 1) && /^[A-Za-z_][\w]*$/.test(before.text))
      mentions.push({ mention: identifierMention(before.text), word: marker.from - 1 })
    const owner = sentence.nouns.find((noun) => noun.to === marker.from && !noun.abstract)
    if (!before?.identifier && sentence.language === 'en' && owner?.known && /^\p{Lu}/u.test(owner.text))
      mentions.push({
        mention: { text: owner.text, name: owner.name, identifier: owner.identifier, known: owner.known },
        word: owner.from,
      })
  }
  return mentions
}

/** Names that stand in a list of columns, in a parenthesis or after the word for one: they are no tables, whatever else is said with them. */
function listedColumns(
  documents: readonly { readonly document: Document; readonly sentences: readonly Sentence[] }[],
): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { document } of documents) {
    for (const block of document.blocks) {
      for (const inline of inlinesOf(block)) {
        for (const match of inline.text.matchAll(/\(([^()]*\b[a-z_]+\b[^()]*)\)/g)) {
          const items = (match[1] ?? '').split(',').map((item) => /^\s*`?([a-z_]\w*)/.exec(item)?.[1] ?? '')
          if (items.length >= 2) for (const item of items) names.add(item)
        }
        for (const match of inline.text.matchAll(/\b(?:columns?|fields?|kolumn\p{L}*|pol[ae]|pól)\s+`?([a-z_]\w*)/gu))
          if (match[1]) names.add(match[1])
      }
    }
  }
  return names
}

/**
 * Plural identifiers where only a table can stand: at the ends of a relationship, after SQL's own verbs, before "keyed by", and after a preposition
 * in a sentence about keys, indexes or constraints ("unique `(a, b)` on `loans`").
 */
function placedNames(sentence: Sentence): readonly Mention[] {
  if (!asksForSomething(sentence.zone)) return []
  const meanings = new Set(sentence.markers.map((marker) => marker.meaning))
  const related = ['ONE_TO_ONE', 'ONE_TO_MANY', 'MANY_TO_ONE', 'MANY_TO_MANY'].some((meaning) =>
    meanings.has(meaning as Marker['meaning']),
  )
  const constrained =
    ['UNIQUE', 'INDEX', 'FOREIGN_KEY', 'CASCADE', 'SET_NULL', 'COLUMN', 'ADMIN', 'RLS', 'SOFT_DELETE', 'HARD_DELETE'].some(
      (meaning) => meanings.has(meaning as Marker['meaning']),
    ) || /\bcheck\b/i.test(sentence.text)
  return sentence.words.flatMap((word, index): readonly Mention[] => {
    if (
      !word.identifier ||
      !/^[a-z][a-z0-9_]*s$/.test(word.text) ||
      /_(?:ids|uuids|at|status)$/.test(word.text) ||
      /(?:ss|us|is)$/.test(word.text) ||
      isRefused(sentence, index)
    )
      return []
    const before = sentence.words[index - 1]
    const near =
      related && sentence.markers.some((marker) => /^(?:ONE|MANY)_TO_/.test(marker.meaning) && Math.abs(marker.from - index) <= 6)
    const placed =
      (near && (before?.pos === 'preposition' || before?.pos === 'conjunction')) ||
      /^(?:SELECT|INSERT|UPDATE|DELETE|FROM|INTO|JOIN)$/.test(before?.text ?? '') ||
      /^keyed$/i.test(sentence.words[index + 1]?.text ?? '') ||
      (constrained && (before?.pos === 'preposition' || before?.text === '→' || before?.text === '->'))
    const column = sentence.markers.some(
      (marker) =>
        (marker.meaning === 'COLUMN' || marker.meaning === 'FIELD_LIST' || marker.meaning === 'INDEX') &&
        marker.to <= index &&
        index - marker.to <= 1,
    )
    return placed && !column ? [identifierMention(word.text)] : []
  })
}

/** A noun with its table's name behind it in a parenthesis: "koszyk (carts)", "order items (order_items)"; and names of the schema `public`. */
function glossedNames(sentence: Sentence): readonly Mention[] {
  if (!asksForSomething(sentence.zone)) return []
  return sentence.words.flatMap((word, index): readonly Mention[] => {
    if (word.identifier && /^public\.[a-z_]\w*$/.test(word.text)) return [identifierMention(word.text)]
    if (sentence.words[index - 1]?.text !== '(' || !/^[a-z][a-z_]*s$/.test(word.text)) return []
    const noun = sentence.nouns.find((each) => each.to === index - 1)
    const same = noun && (keyOfName(noun.name) === keyOfName(word.text) || keyOfName(noun.head) === keyOfName(word.text))
    return same && noun.text.toLowerCase() !== word.text && !isRefused(sentence, index) ? [identifierMention(word.text)] : []
  })
}

/** A label with columns below it, or a label in code or as identifier in a list of entities. */
function labelledTables(document: Document, index: number, model: LanguageModel): readonly Mention[] {
  const block = document.blocks[index]
  const passage = passageOf(block)
  if (!block || !passage) return []
  const mentions: Mention[] = []
  for (const line of linesOf(passage)) {
    const label = readLabel(line, model, { heading: block.kind === 'heading' })
    if (!label || label.mention.name.includes('.')) continue
    if (label.calledTable && !label.calledView) mentions.push(label.mention)
    if ((label.how === 'code' || label.how === 'identifier') && namesColumns(line, model)) mentions.push(label.mention)
    const inEntities = entityHeading(document, index, model)
    const column = readColumnSpec(line, model)
    if (column?.type !== undefined || column?.references !== undefined) continue
    if (inEntities && label.how === 'code' && block.kind !== 'heading') mentions.push(...rowOfNames(line))
    if (
      inEntities &&
      (label.how === 'code' || label.how === 'identifier') &&
      block.kind !== 'heading' &&
      !columnBelow(document, index)
    )
      mentions.push(label.mention)
    if (block.kind === 'heading' || label.rest.start === label.rest.end || label.how !== 'phrase') {
      const specs = childrenOf(document, index).filter((child) => {
        const childPassage = passageOf(document.blocks[child])
        const spec = childPassage && readColumnSpec(childPassage, model)
        return spec?.identifier === true && (spec.detailed || /^(?:id|\w+_(?:id|at))$/.test(spec.attribute.name))
      })
      const most =
        label.how === 'phrase' && !label.calledTable ? Math.max(2, Math.ceil(childrenOf(document, index).length * 0.6)) : 2
      if (specs.length >= most) mentions.push(label.mention)
    }
  }
  return mentions
}

/** "`clients`: `id`, `name`, `tax_number` (optional)": a plural name, and behind its colon columns with a key among them. */
function namesColumns(line: Passage, model: LanguageModel): boolean {
  const list = columnsAfterLabel(line, (passage) => readLabel(passage, model)?.rest)
  const name = readLabel(line, model)?.mention.name ?? ''
  if (!list || !/s$|_/.test(name) || /_(?:id|at|uuid)$/.test(name)) return false
  const items = splitList(list).map(textOf)
  const keys = items.filter((item) => /^`?(?:id|uuid|\w+_(?:id|uuid))\b/.test(item)).length
  return keys >= 1 && looksLikeColumns(items)
}

/** In a list of entities one line may name several: "`companies`, `users` (accounts)", "`tags` (words) ↔ `post_tags`". */
function rowOfNames(line: Passage): readonly Mention[] {
  const names: Mention[] = []
  const text = textOf(line)
  let at: number | undefined
  for (const mark of marksOf(line)) {
    if (mark.kind !== 'code') continue
    if (at !== undefined) {
      const gap = text.slice(at, mark.start).replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, ' ')
      if (/\(/.test(gap)) continue
      if (!/^[\s,/+&↔→<>–-]*(?:\b(?:i|oraz|and)\s+)?$/.test(gap)) break
    }
    const name = text.slice(mark.start, mark.end)
    if (/^(?:public\.)?[a-z_]\w*$/i.test(name) && !/_(?:id|at|uuid)$/.test(name)) names.push(identifierMention(name))
    at = mark.end
  }
  return names
}

/** The items directly below a block. */
export function childrenOf(document: Document, index: number): readonly number[] {
  const children: number[] = []
  const block = document.blocks[index]
  for (let at = index + 1; at < document.blocks.length; at += 1) {
    const child = document.blocks[at]
    if (!child) break
    if (child.kind === 'heading' && block?.kind === 'heading') break
    if ('parent' in child && child.parent === index) children.push(at)
    else if (at > index + 400) break
  }
  return children
}

function columnBelow(document: Document, index: number): boolean {
  const block = document.blocks[index]
  const parent = block && 'parent' in block && block.parent !== undefined ? passageOf(document.blocks[block.parent]) : undefined
  return (
    parent !== undefined &&
    /^[`*\s\d.]*[a-z_]+[`*]*\s*(?:\(|:|$)/.test(textOf(part(parent, 0, 80))) &&
    block?.kind === 'item' &&
    block.level > 0
  )
}

/** Whether the nearest heading, or the item above, announces entities: "Key entities and their relationships". */
export function entityHeading(document: Document, index: number, model: LanguageModel): boolean {
  const block = document.blocks[index]
  if (!block) return false
  const titles = [block.headings[block.headings.length - 1]]
  let parent = 'parent' in block ? block.parent : undefined
  for (let step = 0; parent !== undefined && step < 3; step += 1) {
    const above = document.blocks[parent]
    const passage = passageOf(above)
    if (passage) titles.push(textOf(part(passage, 0, 80)))
    parent = above && 'parent' in above ? above.parent : undefined
  }
  return titles.some((title) => {
    if (title === undefined) return false
    const { markers, words, nouns } = model.analyse(title, [])
    const announced = markers.some((marker) => {
      if (marker.meaning !== 'ENTITY' && marker.meaning !== 'TABLE') return false
      // "Key entities", not "Table users": the heading of one table announces columns.
      return (
        words.slice(marker.from, marker.to).some((word) => word.plural === true) ||
        nouns.some(
          (noun) => noun.plural && !noun.identifier && noun.from < marker.to && noun.to > marker.from && noun.to <= marker.to,
        )
      )
    })
    return announced && !markers.some((marker) => marker.meaning === 'INDEX' || marker.meaning === 'RLS')
  })
}
