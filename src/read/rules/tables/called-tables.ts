import type { Mention } from '../../../claim/mention.ts'
import { attributeNames } from '../columns/common-names.ts'
import type { Marker, Meaning, NounPhrase, Sentence } from '../language/sentence.ts'
import { identifierMention } from '../reading.ts'
import { isSqlType } from '../sql/sql-words.ts'
import { markersOf } from '../text/grammar.ts'
import { isRefused } from '../text/refusals.ts'
import { readQualified } from './identifiers.ts'
import { asksForSomething } from './things.ts'

const calling: ReadonlySet<Meaning> = new Set<Meaning>(['TABLE', 'ENTITY', 'JOIN_TABLE', 'DICTIONARY'])

/** Names that stand beside the word table or entity: "tabela `x`", "the `x` table", "tables `a`, `b` and `c`", "Flashcards entity". */
export function calledTables(sentence: Sentence): readonly { readonly mention: Mention; readonly word: number }[] {
  const mentions: { readonly mention: Mention; readonly word: number }[] = []
  if (!asksForSomething(sentence.zone)) return mentions
  for (const marker of sentence.markers) {
    if (!calling.has(marker.meaning)) continue
    // "id, model, prompt_tokens": an item of a list of names is one of them, and calls nothing
    if (sentence.words[marker.from - 1]?.text === ',' && sentence.words[marker.to]?.text === ',') continue
    if (isRefused(sentence, marker.from)) continue
    const listed = listedBehind(sentence, marker.to)
    if (listed.length > 1) {
      for (const word of listed) mentions.push({ mention: identifierMention(sentence.words[word]?.text ?? ''), word })
      continue
    }
    let gap = 0
    let named = false
    for (let at = marker.to; at < sentence.words.length && gap <= 2; at += 1) {
      const word = sentence.words[at]
      if (!word) break
      // "table `parcels` (sender, weight_g) and `stops`": what stands in a table's parenthesis are its columns
      if (named && word.text === '(') {
        const close = sentence.words.findIndex((each, index) => index > at && each.text === ')')
        if (close < 0) break
        at = close
        gap = 0
        continue
      }
      if (word.identifier) {
        if (/_(?:id|at|uuid)$/.test(word.text) || word.text.includes('.')) {
          const named = readQualified(word.text)
          if (!named || named.column !== undefined || named.schema === undefined) break
        }
        if (/^[A-Za-z_][\w.]*$/.test(word.text) && !/^[A-Z_]+$/.test(word.text) && !isSqlType(word.text))
          mentions.push({ mention: identifierMention(word.text), word: at })
        else break
        gap = 0
        named = true
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
      // "the table `loans`, by default `open`": behind a name only names that are joined with it
      if (named || word.pos === 'punctuation' || word.pos === 'verb' || word.pos === 'preposition') break
      gap += 1
    }
    const before = sentence.words[marker.from - 1]
    // "kolumna `body` tabeli `notes`": the name before is the column's
    const column = sentence.markers.some((each) => each.meaning === 'COLUMN' && each.to === marker.from - 1)
    if (before?.identifier && !column && !isRefused(sentence, marker.from - 1) && /^[A-Za-z_][\w]*$/.test(before.text))
      mentions.push({ mention: identifierMention(before.text), word: marker.from - 1 })
    // "`authors` and the join table `book_authors`"
    const joint = marker.meaning === 'JOIN_TABLE' ? namedBefore(sentence, marker.from) : undefined
    if (joint !== undefined) mentions.push(joint)
    const owner = sentence.nouns.find((noun) => noun.to === marker.from && !noun.abstract)
    if (!before?.identifier && sentence.language === 'en' && owner?.known && /^\p{Lu}/u.test(owner.text))
      mentions.push({
        mention: { text: owner.text, name: owner.name, identifier: owner.identifier, known: owner.known },
        word: owner.from,
      })
    const link = throughNoun(sentence, marker)
    if (link) mentions.push({ mention: { text: link.text, name: link.name, identifier: false, known: true }, word: link.from })
  }
  return mentions
}

/**
 * Names that a list behind "tables:" holds and nothing else: "Tables: kilns, glazes (kiln_id, colour) and firings". One word each, with its columns in a parenthesis or
 * without; a list of anything more is prose.
 */
function listedBehind(sentence: Sentence, colon: number): readonly number[] {
  const [before, word, sign] = [sentence.words[colon - 2], sentence.words[colon - 1], sentence.words[colon]]
  // "A `kilns` table: id, name": behind a single one stand its columns.
  const isOne =
    word === undefined || word.lemma === word.text.toLowerCase() || before?.identifier === true || before?.text === '`'
  if (sign?.text !== ':' || isOne) return []
  const names: number[] = []
  let isNext = true
  for (let at = colon + 1; at < sentence.words.length; at += 1) {
    const text = sentence.words[at]?.text ?? ''
    if (/^[`"*]$/.test(text)) continue
    if (/^[.;]$/.test(text)) break
    if (text === '(' && !isNext) {
      const close = sentence.words.findIndex((each, index) => index > at && each.text === ')')
      if (close < 0) return []
      at = close
    } else if (text === ',' || /^(?:and|oraz|i)$/.test(text)) isNext = true
    else if (isNext && /^[a-z][a-z0-9_]+$/.test(text) && !isSqlType(text)) {
      names.push(at)
      isNext = false
    } else return []
  }
  // the table of a room's tables, with its columns
  return names.some((at) => attributeNames.has(sentence.words[at]?.text ?? '')) ? [] : names
}

/** "through a memberships table", "przez tabelę członkostw": what leads from one thing to another is a table, in words too. */
function throughNoun(sentence: Sentence, { from, to }: Marker): NounPhrase | undefined {
  const noun = sentence.nouns.find(
    (each) => !each.identifier && each.known && (each.to === from || each.from === to || (each.from === from && each.to > to)),
  )
  const start = noun && Math.min(noun.from, from)
  const isThrough = markersOf(sentence, 'THROUGH').some(
    (one) => start !== undefined && start - one.to >= 0 && start - one.to <= 1,
  )
  return noun && isThrough && (noun.plural || /s$/.test(sentence.words[from - 1]?.text ?? '')) ? noun : undefined
}

/** The plural name in code that "and", "plus" joins with what begins at a word. */
function namedBefore(sentence: Sentence, word: number): { readonly mention: Mention; readonly word: number } | undefined {
  let at = word - 1
  while (sentence.words[at]?.pos === 'determiner') at -= 1
  if (sentence.words[at]?.pos !== 'conjunction' && sentence.words[at]?.text !== '+') return undefined
  const name = sentence.words[at - 1]
  const plural = name?.identifier === true && /^[a-z]\w*(?<![sui])s$/.test(name.text)
  return plural && !isRefused(sentence, at - 1) ? { mention: identifierMention(name.text), word: at - 1 } : undefined
}
