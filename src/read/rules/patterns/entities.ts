import type { EntityClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import type { Sentence } from '../language/sentence.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { calledTables } from '../tables/called-tables.ts'
import { definedIn } from '../tables/definitions.ts'
import { evidenceFor } from '../tables/evidence.ts'
import { keyOfName, readQualified } from '../tables/identifiers.ts'
import { asksForSomething, couldBeThing } from '../tables/things.ts'
import { linesOf, passageOf } from '../text/blocks.ts'
import { foundIn, means } from '../text/grammar.ts'
import { readLabel } from '../text/labels.ts'
import { type Passage, textOf } from '../text/passage.ts'
import { isRefused, isRefusedName } from '../text/refusals.ts'

/**
 * What is called a table or an entity, and what the prose keeps:
 * "Utwórz tabelę `orders`", "the `cards` table", "- `teams`: names of teams", "auth.users (Supabase)", "As a user I want to add recipes".
 *
 * Not: tables that are refused or put off, open questions, out-of-scope lists, persons, screens and other nouns that nothing keeps.
 */
export const entityMentions: Pattern = {
  name: 'entities',
  read(block, reading) {
    return [...readLabels(block, reading), ...reading.sentencesOf(block).flatMap((sentence) => readSentence(sentence, reading))]
  },
}

/** A label that names a table: its text says what it is. */
function readLabels(block: number, reading: Reading): readonly Found[] {
  const source = reading.block(block)
  const passage = passageOf(source)
  const subject = reading.contextOf(block).subject
  if (!source || !passage || !subject?.own || !asksForSomething(source.zone)) return []
  const line = linesOf(passage).at(-1)
  const label = line && readLabel(line, reading.modelOf(block), { heading: source.kind === 'heading' })
  if (!line || !label || isRefusedName(reading.sentencesOf(block), subject.entity.name)) return []
  if (subject.entity.name === 'auth.users')
    return [{ body: { kind: 'entity', entity: subject.entity, as: 'table', platformAccounts: true }, block, at: line }]
  const sign = line.inline.text.slice(label.at.end, label.rest.start) + textOf(label.rest).slice(0, 1)
  const described =
    /[:–—-]/.test(sign) || /^\([^)]*\)\s*[:–—-]/.test(textOf(label.rest)) ? describe(label.rest, reading, block) : undefined
  const body: EntityClaim = {
    kind: 'entity',
    entity: subject.entity,
    as: 'table',
    ...(described === undefined ? {} : { description: described }),
    ...(label.calledView ? { view: true } : {}),
  }
  return [{ body, block, at: line }]
}

/** The first sentence of what follows a label, if it is words about the table rather than a list of its columns. */
function describe(rest: Passage, reading: Reading, block: number): string | undefined {
  const text = textOf(rest)
  const clean = text.replace(/^[\s:–—-]+/, '').replace(/^\([^)]*\)\s*[-–—:]?\s*/, '')
  const first = /^.+?(?:\.(?=\s|$)|$)/s.exec(clean)?.[0].trim() ?? ''
  if (/\bFK\b|fields?:|columns?:|pola:|kolumny:/i.test(first)) return undefined
  if (
    !/^[\p{L}\d]/u.test(first) ||
    first.length < 12 ||
    first.length > 200 ||
    /^[`(]/.test(first) ||
    (first.match(/`|_/g)?.length ?? 0) > 4
  )
    return undefined
  const { words, markers } = reading.modelOf(block).analyse(first, [])
  const named = words.filter((word) => word.identifier && !reading.entities.find(word.text))
  const listed = (first.match(/,/g)?.length ?? 0) >= 2
  const owned = listed && markers.some((marker) => marker.meaning === 'HAS' || marker.meaning === 'INCLUDES')
  if (named.length > 0 || owned || (listed && words.every((word) => word.pos !== 'verb'))) return undefined
  return first.replace(/[:;,]$/, '')
}

/** `order_items` are parts of `orders`. */
function wholeOfParts(name: string, reading: Reading): Mention | undefined {
  const parent = /^([a-z]\w*)_(?:items|lines|positions|line_items|details|entries)$/.exec(name)?.[1]
  return parent === undefined ? undefined : reading.entities.find(parent)
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  if (!asksForSomething(sentence.zone)) return []
  const found: Found[] = []
  const seen = new Set<string>()
  const add = (body: EntityClaim): void => {
    const key = keyOfName(body.entity.name)
    if (seen.has(key)) return
    seen.add(key)
    found.push(foundIn(reading, sentence, body))
  }
  for (const { mention } of calledTables(sentence)) {
    const known = reading.entities.find(mention.name)
    if (known) add({ kind: 'entity', entity: mention.identifier ? mention : { ...known, text: mention.text }, as: 'table' })
  }
  for (const [index, word] of sentence.words.entries()) {
    if (!word.identifier) continue
    const named = readQualified(word.text)
    const known = named && named.column === undefined && named.schema !== 'auth' ? reading.entities.find(named.table) : undefined
    if (known && named && known.name === named.table && !isRefused(sentence, index)) {
      add({ kind: 'entity', entity: identifierMention(named.table), as: 'table' })
      const whole = wholeOfParts(named.table, reading)
      if (whole)
        found.push(
          foundIn(reading, sentence, {
            kind: 'relationship',
            from: identifierMention(named.table),
            to: whole,
            cardinality: 'many to one',
            part: true,
          }),
        )
    }
    if (named?.schema === 'auth' && named.table === 'users')
      add({ kind: 'entity', entity: identifierMention('auth.users'), as: 'table', platformAccounts: true })
  }
  if (
    means(sentence, 'PLATFORM_ACCOUNTS') &&
    sentence.nouns.some((noun) => noun.name === 'user' || noun.name === 'account' || /authentication/.test(noun.name)) &&
    !seen.has('users')
  ) {
    add({
      kind: 'entity',
      entity: { text: 'auth.users', name: 'auth.users', identifier: true, known: true },
      as: 'table',
      platformAccounts: true,
    })
  }
  const defined = reading.document.kind === 'prd' ? definedIn(sentence) : []
  for (const noun of sentence.nouns) {
    const thing = reading.things.thing(noun.name)
    if (!thing || !couldBeThing(noun, thing.evidence.has('define'), thing.evidence.has('title'))) continue
    if (evidenceFor(sentence, noun).length === 0 && !defined.includes(noun)) continue
    const titled = thing.evidence.has('title')
    add({ kind: 'entity', entity: { ...thing.mention, text: noun.text }, as: 'thing', ...(titled ? { titled } : {}) })
  }
  return found
}
