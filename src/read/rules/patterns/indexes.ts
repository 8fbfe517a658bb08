import type { IndexClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import type { IndexMethod } from '../../../schema/table-index.ts'
import { identifierTargets, sentenceEntity, tablesOf } from '../columns/targets.ts'
import type { Sentence } from '../language/sentence.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { readQualified } from '../tables/identifiers.ts'
import { asksForSomething } from '../tables/things.ts'
import { foundIn, markersOf, means, passageOfWords } from '../text/grammar.ts'
import { parenthesis, splitList } from '../text/lists.ts'
import { type Passage, textOf } from '../text/passage.ts'
import { type WordedIndex, wordedIndex } from './worded-indexes.ts'

/**
 * Indexes that are asked for:
 * "index on `user_id`", "Indeksy na: `user_id`, `created_at DESC`, `status`", "index `plans(owner_id, created_at)`", "composite index on `usage (visitor, day)`",
 * "partial index on `jobs (user_id, created_at desc) where status = 'done'`", "GIN index on `search_vector`".
 *
 * Not: "no index on …", "skip indexes on …", unique indexes (uniqueness), "a list is sorted" (a query), names of indexes.
 */
export const indexSentences: Pattern = {
  name: 'indexes',
  read(block, reading) {
    const { topic, subject } = reading.contextOf(block)
    return reading.sentencesOf(block).flatMap((sentence) => {
      if (!asksForSomething(sentence.zone)) return []
      if (means(sentence, 'INDEX') && !refused(sentence)) return readSentence(sentence, reading)
      return topic === 'indexes' && subject && !refused(sentence) && reading.document.kind === 'notes'
        ? readSentence(sentence, reading)
        : []
    })
  },
}

function refused(sentence: Sentence): boolean {
  return (
    markersOf(sentence, 'INDEX').some((marker) =>
      sentence.markers.some(
        (other) =>
          ['NO', 'NOT', 'WITHOUT', 'REJECT', 'LATER', 'OUT_OF_SCOPE'].includes(other.meaning) &&
          other.to <= marker.from &&
          marker.from - other.to <= 3,
      ),
    ) ||
    /^(?:skip|omit|avoid|pomi|pomiń)/i.test(sentence.text.trim()) ||
    /\bskip(?:ping)?\s+(?:\S+\s+){0,2}index/i.test(sentence.text)
  )
}

function methodOf(sentence: Sentence): IndexMethod | undefined {
  const named = /\b(gin|gist|brin|hash|spgist)\b/i.exec(sentence.text)?.[1]?.toLowerCase()
  return named === 'gin' || named === 'gist' || named === 'brin' || named === 'spgist' ? named : undefined
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  const whole = passageOfWords(reading, sentence)
  if (!whole) return []
  const text = textOf(whole)
  const first = markersOf(sentence, 'INDEX')[0]
  const from = first ? (sentence.words[first.from]?.start ?? 0) : 0
  const method = methodOf(sentence)
  const worded = reading.document.kind === 'notes' && !means(sentence, 'UNIQUE') ? wordedIndex(sentence, reading) : undefined
  if (worded && !listsInCode(whole, from)) return [inWords(worded, method, sentence, reading)]
  const found: Found[] = []
  const used: [number, number][] = []
  const add = (entity: Mention | undefined, keys: IndexClaim['keys'], where: string | undefined, unique: boolean): void => {
    if (keys.length === 0) return
    if (unique)
      found.push(
        foundIn(reading, sentence, {
          kind: 'unique',
          ...(entity ? { entity } : {}),
          attributes: keys.map((key) => key.attribute),
          ...(where ? { where } : {}),
        }),
      )
    else
      found.push(
        foundIn(reading, sentence, {
          kind: 'index',
          ...(entity ? { entity } : {}),
          keys,
          ...(method ? { method } : {}),
          ...(where ? { where } : {}),
        }),
      )
  }
  for (let at = from; ; ) {
    const group = parenthesis(whole, at)
    if (!group) break
    at = group.end
    const keys = keysIn(textOf(group.inside))
    if (!keys) continue
    const before = text.slice(0, group.start)
    const name = /([A-Za-z_][\w.]*)[`"]?\s*$/.exec(before)?.[1]
    const named = name === undefined ? undefined : readQualified(name)
    const table = named && reading.entities.find(named.table) ? identifierMention(named.table) : undefined
    // "(status)" after a column is a remark, not a key.
    if (keys.length === 1 && !table && !/[`(]$|\b(?:on|na|dla|po|columns?|kolumn\p{L}*|keys?)\s*$/iu.test(before.trimEnd()))
      continue
    const word = sentence.words.findIndex((each) => each.start >= group.start)
    const mark = whole.inline.marks.find(
      (each) => each.kind === 'code' && each.start < whole.start + group.end && whole.start + group.end < each.end,
    )
    const tail = text.slice(group.end, mark ? mark.end - whole.start : undefined)
    const condition = /^\s*[`*]*\s*where\s+((?:[^`.;,–—)]|\.(?=\w)|\)(?=\s*(?:and|or)))+)/i.exec(tail)
    const where = condition?.[1]?.trim()
    if (condition) used.push([group.end, group.end + condition[0].length])
    const clause = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('. '), 0))
    const unique = /\bunique|unikaln/i.test(clause.slice(-60)) && !/\bindex\b.*\bunique\b.*\bindex/i.test(clause)
    // "on the columns (a, b)" lists columns to be indexed one by one.
    const last = sentence.words.filter((each) => each.end <= group.start).at(-1)
    const plural =
      table === undefined &&
      (last?.plural === true ||
        sentence.nouns.some((noun) => noun.plural && last !== undefined && sentence.words[noun.to - 1] === last))
    if (plural && !/\b(?:composite|compound|złożon\p{L}*)\b/iu.test(text)) continue
    used.push([group.start, group.end])
    const startOfName = name === undefined ? group.start : before.length - name.length
    used.push([startOfName, group.end])
    add(table ?? sentenceEntity(sentence, reading, word), keys, where, unique)
  }
  const free = identifierTargets(sentence, reading).filter((target) => {
    const start = sentence.words[target.from]?.start ?? 0
    return start >= from && !used.some(([a, b]) => start >= a && start < b)
  })
  const tables = tablesOf(sentence, reading)
  const unique = means(sentence, 'UNIQUE')
  const composite = /\b(?:composite|compound|multi-?column|złożon\p{L}*)\b/iu.test(text) && free.length >= 2 && used.length === 0
  const uniqueColumn = (target: (typeof free)[number]): boolean =>
    /^\s*[`)]*\s*\(?\s*unique|^\s*[`)]*\s*\(?\s*unikaln/i.test(text.slice(sentence.words[target.to - 1]?.end ?? 0))
  if (composite)
    add(
      free[0]?.entity ?? sentenceEntity(sentence, reading, free[0]?.from),
      free.map((target) => ({ attribute: target.attribute, ...descending(text, sentence, target.to) })),
      undefined,
      unique,
    )
  else if (means(sentence, 'INDEX') || reading.contextOf(sentence.block, sentence.offset).topic === 'indexes') {
    for (const target of free) {
      const entity =
        target.entity ??
        (tables.length === 1
          ? tables[0]?.entity
          : tables.length > 1
            ? sentenceEntity(sentence, reading, target.from)
            : reading.contextOf(sentence.block, sentence.offset).subject?.entity)
      add(
        entity,
        [{ attribute: target.attribute, ...descending(text, sentence, target.to) }],
        undefined,
        uniqueColumn(target) || (unique && free.length === 1),
      )
    }
  }
  return found
}

/** Whether columns stand in a parenthesis, as programs write them. */
function listsInCode(whole: Passage, from: number): boolean {
  const group = parenthesis(whole, from)
  return group !== undefined && keysIn(textOf(group.inside)) !== undefined
}

/** Text that is searched as a whole or in parts of words is a query's business: the index that serves it is not one of the column's values. */
function inWords(index: WordedIndex, method: IndexMethod | undefined, sentence: Sentence, reading: Reading): Found {
  const { entity, keys, which } = index
  const search = keys.map((key) => key.attribute)
  if (means(sentence, 'SEARCH') && keys.length > 0)
    return foundIn(reading, sentence, {
      kind: 'query',
      entity,
      filter: [],
      sort: [],
      search,
      title: sentence.text.replace(/[.;:]+$/, ''),
    })
  return foundIn(reading, sentence, {
    kind: 'index',
    entity,
    keys,
    ...(method ? { method } : {}),
    ...(which === undefined ? {} : { which }),
  })
}

function descending(text: string, sentence: Sentence, to: number): { readonly descending?: boolean } {
  return /^\s*`?\s*(?:desc\b|descending)/i.test(text.slice(sentence.words[to - 1]?.end ?? 0)) ? { descending: true } : {}
}

/** `user_id, created_at desc`: column names with a direction, and nothing else. */
function keysIn(text: string): IndexClaim['keys'] | undefined {
  const items = splitList({ inline: { text, marks: [], origins: [] }, start: 0, end: text.length }).map((item) =>
    textOf(item).replace(/[`"]/g, '').trim(),
  )
  const keys = items.map((item) => /^(?:[a-z_]\w*\.)?([a-z_]\w*)(?:\s+(asc|desc|descending|ascending))?$/i.exec(item))
  if (keys.length === 0 || keys.some((key) => key === null)) return undefined
  if (keys.length === 1 && !/_|^(?:id|status|email|name|title|date)$/.test(keys[0]?.[1] ?? '')) return undefined
  return keys.flatMap((key) =>
    key?.[1] === undefined
      ? []
      : [{ attribute: identifierMention(key[1]), ...(/^desc/i.test(key[2] ?? '') ? { descending: true } : {}) }],
  )
}
