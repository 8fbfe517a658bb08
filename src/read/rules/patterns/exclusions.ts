import { readField } from '../../../brief/requirements/fields.ts'
import type { ExclusionClaim } from '../../../claim/claim.ts'
import { couldBeColumn, sentenceEntity } from '../columns/targets.ts'
import type { Marker, Sentence } from '../language/sentence.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { readQualified } from '../tables/identifiers.ts'
import { asksForSomething } from '../tables/things.ts'
import { passageOf } from '../text/blocks.ts'
import { foundIn, markersOf, means, mentionOf } from '../text/grammar.ts'
import { isAside, refusalOf } from '../text/refusals.ts'

/**
 * What is refused or put off:
 * "Brak tabeli `households` w MVP", "no separate `tags` table", "numbering in `profiles` (without a separate table `sequences`)", "Defer adding `collection_id`",
 * "Odrzucono dodanie kolumny `description`", "rezygnacja z pól `start_time`, `end_time`", items of out-of-scope lists, stories marked as future releases.
 *
 * Not: "no validation in the database" and other refusals of what no schema holds, "not null".
 */
export const exclusions: Pattern = {
  name: 'exclusions',
  read(block, reading) {
    const source = reading.block(block)
    if (!source || source.kind === 'code') return []
    if (source.zone === 'out of scope') return readScope(block, reading)
    return reading
      .sentencesOf(block)
      .flatMap((sentence) =>
        asksForSomething(sentence.zone) ? [...readRefusal(sentence, reading), ...readFuture(sentence, reading)] : [],
      )
  },
}

const refusing = ['NO', 'WITHOUT', 'REJECT', 'NOT', 'LATER', 'OUT_OF_SCOPE', 'INSTEAD'] as const

/** One claim per item: the feature, and the nouns in it that could have been entities. */
function readScope(block: number, reading: Reading): readonly Found[] {
  const source = reading.block(block)
  const passage = passageOf(source)
  if (!passage || source?.kind === 'heading') return []
  const sentences = reading.sentencesOf(block)
  // an item names one thing first, and then says more of it
  return (source?.kind === 'item' ? sentences.slice(0, 1) : sentences).flatMap((sentence) => {
    if (sentence.words.length < 2 || /:\s*$/.test(sentence.text) || isLabel(sentence)) return []
    const text = sentence.text.replace(/[.,;]+$/, '').trim()
    const deferred = means(sentence, 'LATER')
    const claims: Found[] = [foundIn(reading, sentence, { kind: 'exclusion', subject: 'feature', text, deferred })]
    for (const noun of sentence.nouns) {
      if (noun.person || noun.abstract || noun.identifier || noun.name.length < 3 || !noun.plural || !noun.known) continue
      if (reading.entities.find(noun.name)) continue
      // What the document asks for elsewhere is not refused: "sharing recipes" refuses the sharing.
      if (reading.things.count(noun.name) > 0 || reading.things.count(noun.head) > 0) continue
      const inParenthesis = /\([^)]*$/.test(sentence.text.slice(0, sentence.words[noun.from]?.start ?? 0))
      const before = sentence.words[noun.from - 1]
      const listed = before?.pos === 'conjunction' || before?.text === ','
      const head = sentence.nouns.filter((each) => !each.abstract && !each.person)[0]
      if (noun !== head && !inParenthesis && !listed) continue
      if (reading.things.find(noun.name)) continue
      claims.push(
        foundIn(reading, sentence, { kind: 'exclusion', subject: 'entity', entity: mentionOf(noun), text: noun.text, deferred }),
      )
    }
    return claims
  })
}

/** "Out of scope (MVP)": what introduces the list and is none of it. */
function isLabel(sentence: Sentence): boolean {
  return means(sentence, 'OUT_OF_SCOPE') && sentence.nouns.every((noun) => noun.abstract || !noun.known)
}

function readRefusal(sentence: Sentence, reading: Reading): readonly Found[] {
  if (reading.document.kind !== 'notes') return []
  const found: Found[] = []
  const seen = new Set<string>()
  const add = (claim: ExclusionClaim): void => {
    const key = `${claim.subject}:${claim.entity?.name ?? ''}:${claim.attribute?.name ?? ''}`
    if (seen.has(key)) return
    seen.add(key)
    found.push(foundIn(reading, sentence, claim))
  }
  for (const marker of markersOf(sentence, ...refusing).filter((each) => !isAside(sentence, each))) {
    const deferred = marker.meaning === 'LATER' || means(sentence, 'LATER')
    const scope = sentence.words.slice(marker.to, marker.to + 14)
    const stop = scope.findIndex((word, index) => index > 0 && /^[.;:–—]$/.test(word.text))
    const clause = marker.to + (stop < 0 ? scope.length : stop)
    const near = markersOf(sentence, 'TABLE', 'ENTITY', 'JOIN_TABLE', 'COLUMN', 'FIELD_LIST').find(
      (each) => each.from >= marker.from && each.to <= clause && each.from - marker.to <= 4,
    )
    // "no separate table, a column `tags`": behind the comma stands what is wanted instead
    const end = near && near.to < clause && sentence.words[near.to]?.text === ',' ? near.to : clause
    const identifiers = sentence.words.flatMap((word, index) =>
      word.identifier && index >= marker.to && index < end ? [{ word, index }] : [],
    )
    const called: 'entity' | 'attribute' | undefined = near
      ? near.meaning === 'COLUMN' || near.meaning === 'FIELD_LIST'
        ? 'attribute'
        : 'entity'
      : undefined
    if (marker.meaning === 'NOT' && !called) continue
    let taken = 0
    for (const { word, index } of identifiers) {
      if (sentence.markers.some((other) => other.meaning === 'ONLY' && other.from >= marker.to && other.to <= index)) break
      const gap = sentence.words.slice(marker.to, index)
      if (
        gap.some(
          (each) =>
            each.pos === 'verb' &&
            !means(
              {
                markers: sentence.markers.filter(
                  (m) => m.from <= sentence.words.indexOf(each) && sentence.words.indexOf(each) < m.to,
                ),
              },
              'CREATES',
              'STORES',
            ),
        ) &&
        taken === 0 &&
        marker.meaning !== 'REJECT' &&
        marker.meaning !== 'LATER'
      )
        break
      if (!near && index - marker.to > 4 && taken === 0) break
      // "rather than a table in `profiles`": what stands after a preposition of place is where, not what.
      const previous = sentence.words[index - 1]
      if (
        previous &&
        /^(?:in|on|w|we|na|do|from|z|for|dla|via|to|of)$/i.test(previous.text) &&
        !(previous.text === 'z' && marker.meaning === 'REJECT') &&
        !(near && near.to === index - 1)
      ) {
        if (taken > 0 || !near) break
        continue
      }
      const named = readQualified(word.text)
      if (!named) continue
      const known = reading.entities.find(named.table)
      // "the column `a` of the table `b`": the table is where, not what.
      if (called === 'attribute' && known?.name === named.table) break
      const isTable =
        called === 'entity' ||
        (called === undefined && (known?.name === named.table ? !/_(?:id|at)s?$/.test(named.table) : looksLikeTable(named.table)))
      taken += 1
      if (named.column !== undefined)
        add({
          kind: 'exclusion',
          subject: 'attribute',
          entity: identifierMention(named.table),
          attribute: identifierMention(named.column),
          text: word.text,
          deferred,
        })
      else if (isTable)
        add({ kind: 'exclusion', subject: 'entity', entity: identifierMention(named.table), text: word.text, deferred })
      else if (couldBeColumn(named.table)) {
        const entity = sentenceEntity(sentence, reading, index)
        add({
          kind: 'exclusion',
          subject: 'attribute',
          ...(entity ? { entity } : {}),
          attribute: identifierMention(named.table),
          text: word.text,
          deferred,
        })
      }
    }
    if (taken === 0 && near) readNoun(sentence, marker, near, called ?? 'entity', deferred, reading, add)
  }
  for (const [index, word] of sentence.words.entries()) {
    const marker = word.identifier ? refusalOf(sentence, index) : undefined
    const claim = marker && refusedSubject(sentence, index, marker.meaning === 'LATER', reading)
    if (claim) add(claim)
  }
  return found
}

function looksLikeTable(name: string): boolean {
  return /s$/.test(name) && !/_(?:id|at)s?$/.test(name)
}

/** "`tags` is out of scope", "the column `x` is not needed": the table or column of which the sentence says it. */
function refusedSubject(sentence: Sentence, index: number, deferred: boolean, reading: Reading): ExclusionClaim | undefined {
  const text = sentence.words[index]?.text ?? ''
  const named = readQualified(text)
  if (!named) return undefined
  const entity = identifierMention(named.table)
  if (named.column !== undefined)
    return { kind: 'exclusion', subject: 'attribute', entity, attribute: identifierMention(named.column), text, deferred }
  const beside = (meaning: 'TABLE' | 'ENTITY' | 'COLUMN' | 'FIELD_LIST') =>
    sentence.markers.some((marker) => marker.meaning === meaning && (marker.to === index || marker.from === index + 1))
  const isTable = reading.entities.find(named.table)?.name === named.table || looksLikeTable(named.table)
  if (beside('TABLE') || beside('ENTITY') || (isTable && !beside('COLUMN')))
    return { kind: 'exclusion', subject: 'entity', entity, text, deferred }
  if (!beside('COLUMN') && !beside('FIELD_LIST')) return undefined
  const owner = sentenceEntity(sentence, reading, index)
  return { kind: 'exclusion', subject: 'attribute', ...(owner ? { entity: owner } : {}), attribute: entity, text, deferred }
}

/** "without a separate table for transport modes", "no events table": the noun beside the word table. */
function readNoun(
  sentence: Sentence,
  marker: Marker,
  near: Marker,
  called: 'entity' | 'attribute',
  deferred: boolean,
  reading: Reading,
  add: (claim: ExclusionClaim) => void,
): void {
  // "table partitioning" is no table
  const behind = sentence.words[near.to]
  if (sentence.language === 'en' && behind?.pos === 'noun' && !behind.identifier) return
  const noun = sentence.nouns.find(
    (each) =>
      !each.abstract &&
      !each.person &&
      ((each.to === near.from && each.from >= marker.to) || (each.from >= near.to && each.from - near.to <= 2)),
  )
  if (!noun || noun.identifier) return
  const known = reading.entities.find(noun.name)
  if (called === 'entity') {
    if (!known) add({ kind: 'exclusion', subject: 'entity', entity: mentionOf(noun), text: noun.text, deferred })
    return
  }
  const entity = sentenceEntity(sentence, reading, noun.from)
  add({
    kind: 'exclusion',
    subject: 'attribute',
    ...(entity ? { entity } : {}),
    attribute: mentionOf(noun),
    text: noun.text,
    deferred,
  })
}

/** A requirement that is put off as a whole: "US-009 … (Future release)". */
function readFuture(sentence: Sentence, reading: Reading): readonly Found[] {
  if (reading.document.kind !== 'prd' || sentence.requirement === undefined) return []
  const title = /\((?:[^)]*)\)\s*$/.exec(sentence.text)?.[0]
  const start = title === undefined ? -1 : sentence.text.length - title.length
  const later = markersOf(sentence, 'LATER').some((marker) => (sentence.words[marker.from]?.start ?? -1) >= start && start >= 0)
  if (!later) return []
  return [
    foundIn(reading, sentence, {
      kind: 'exclusion',
      subject: 'feature',
      text: readField(sentence.text.slice(0, start))?.value ?? sentence.text.slice(0, start).trim(),
      deferred: true,
    }),
  ]
}
