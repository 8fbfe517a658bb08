import type { UniqueClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import { fieldSubject } from '../columns/field-subject.ts'
import { fieldNouns, identifierTargets, sentenceEntity } from '../columns/targets.ts'
import type { Marker, Sentence } from '../language/sentence.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { balanced } from '../sql/sql-words.ts'
import { asksForSomething } from '../tables/things.ts'
import { foundIn, markersOf, means, mentionOf, namedEntity, passageOfWords } from '../text/grammar.ts'
import { parenthesis, splitList } from '../text/lists.ts'
import { type Passage, textOf } from '../text/passage.ts'

/**
 * Uniqueness:
 * "unique `(user_id, name)`", "`unique(user_id) where status = 'open'`", "unikalny per `(driver_id, reading_date)`", "unique constraint on the email column",
 * "Each user has unique names for their sets", "numer faktury unikalny w obrębie użytkownika", "`code` UNIQUE".
 *
 * Not: "unique identifier" (a key), "unique link" of an e-mail, "unique experience", primary keys.
 */
export const uniqueSentences: Pattern = {
  name: 'unique',
  read(block, reading) {
    return reading
      .sentencesOf(block)
      .flatMap((sentence) =>
        asksForSomething(sentence.zone) && means(sentence, 'UNIQUE') ? readSentence(sentence, reading) : [],
      )
  },
}

function readSentence(sentence: Sentence, reading: Reading): readonly Found[] {
  const whole = passageOfWords(reading, sentence)
  if (!whole) return []
  const text = textOf(whole)
  const found: Found[] = []
  const seen = new Set<string>()
  const add = (claim: UniqueClaim): void => {
    const key = `${claim.entity?.name ?? ''}:${claim.attributes.map((each) => each.name).join(',')}:${claim.where ?? ''}`
    if (claim.attributes.length === 0 || seen.has(key)) return
    seen.add(key)
    found.push(foundIn(reading, sentence, claim))
  }
  for (const marker of markersOf(sentence, 'UNIQUE')) {
    // in a cell that lists columns, "slug (unique)" is read with its column
    if (sentence.cell !== undefined && sentence.words[marker.from - 1]?.text === '(' && sentence.words[marker.to]?.text === ')')
      continue
    const start = sentence.words[marker.from]?.start ?? 0
    const end = sentence.words[marker.to - 1]?.end ?? start
    const group = parenthesis(whole, end)
    const columns =
      group && group.start - end <= 70 && !/[.;]/.test(text.slice(end, group.start)) ? columnsIn(textOf(group.inside)) : undefined
    const between = [...identifierTargets(sentence, reading), ...fieldNouns(sentence, reading)].filter(
      (target) => target.from >= marker.to && group !== undefined && (sentence.words[target.to - 1]?.end ?? 0) <= group.start,
    )
    if (columns && group && columns.length > 1)
      between
        .slice(0, 1)
        .flatMap(() => plain(sentence, marker, reading))
        .forEach(add)
    if (columns && group) {
      const where = whereAfter(restOfCode(whole, group.end))
      const inside = sentence.words.findIndex((word) => word.start > group.start)
      const qualified = /\b([a-z_]\w*)\.[a-z_]\w*/i.exec(textOf(group.inside))?.[1]
      const entity =
        (qualified === undefined ? undefined : reading.entities.find(qualified)) ?? sentenceEntity(sentence, reading, inside)
      add({ kind: 'unique', ...(entity ? { entity } : {}), attributes: columns, ...(where === undefined ? {} : { where }) })
      continue
    }
    plain(sentence, marker, reading).forEach(add)
  }
  // Further pairs of the same sentence: "unique `(a, b)` and `(a, c)`".
  if (found.length > 0 && means(sentence, 'UNIQUE')) {
    const first = text.search(/\bunique|unikaln/iu)
    for (let from = Math.max(0, first); ; ) {
      const group = parenthesis(whole, from)
      if (!group) break
      from = group.end
      const columns = columnsIn(textOf(group.inside))
      const joined = /(?:,|;|\band\b|\boraz\b|\bi\b|`)\s*(?:\p{L}+\s+){0,2}`?$/u.test(text.slice(0, group.start))
      if (columns && columns.length > 1 && joined) {
        const entity = sentenceEntity(
          sentence,
          reading,
          sentence.words.findIndex((word) => word.start > group.start),
        )
        add({ kind: 'unique', ...(entity ? { entity } : {}), attributes: columns })
      }
    }
  }
  return found
}

/** `user_id, name`: names alone, with no type or prose. */
function columnsIn(text: string): readonly Mention[] | undefined {
  const inline = { text, marks: [], origins: [] }
  const items = splitList({ inline, start: 0, end: text.length }).map((item) => textOf(item).replace(/[`"]/g, '').trim())
  if (items.length === 0 || items.some((item) => !/^(?:[a-z_]\w*\.)?[a-z_]\w*$/i.test(item))) return undefined
  if (items.length === 1 && !/[_.]|^id$/.test(items[0] ?? '')) return undefined
  return items.map((item) => identifierMention(item.split('.').at(-1) ?? item))
}

/** What follows in the same code span, or in the sentence where the place is in none. */
function restOfCode(whole: Passage, from: number): string {
  const mark = whole.inline.marks.find(
    (each) => each.kind === 'code' && each.start < whole.start + from && whole.start + from < each.end,
  )
  return textOf(whole).slice(from, mark ? mark.end - whole.start : undefined)
}

/** The condition after `where`, up to the end of its code span, clause or sentence. */
function whereAfter(text: string): string | undefined {
  const match = /^\s*[`*]*\s*where\s+(.+)/i.exec(text)
  if (!match?.[1]) return undefined
  const open = /^\(/.test(match[1]) ? balanced(match[1], 0) : undefined
  const condition = open ?? /^(?:[^`.;,–—]|\.(?=\w))+/.exec(match[1])?.[0]
  return condition?.trim()
}

/** "name, phone (unique), email", "code unique, name": the word qualifies what stands before it in its item of the list. The word at which that item begins. */
function qualified(sentence: Sentence, marker: Marker): number | undefined {
  const last = sentence.words[marker.from - 1]
  const next = sentence.words[marker.to]?.text ?? ''
  const bracketed = last?.text === '(' && next === ')'
  const trails = last !== undefined && !/^[,;:(]$/.test(last.text) && last.pos !== 'verb' && /^[,;]$/.test(next)
  if (!bracketed && !trails) return undefined
  const cut = sentence.words.slice(0, marker.from - (bracketed ? 1 : 0)).findLastIndex((word) => /^[,;:(–—]$/.test(word.text))
  return cut < 0 ? undefined : cut + 1
}

/** Without a parenthesis: the columns right beside the word, and what it is unique within. */
function plain(sentence: Sentence, marker: Marker, reading: Reading): readonly UniqueClaim[] {
  const targets = [...identifierTargets(sentence, reading), ...fieldNouns(sentence, reading)].filter(
    (target) => !/^(?:id|uuid)$/.test(target.attribute.name),
  )
  const beside = qualified(sentence, marker)
  const within = (each: { readonly from: number }): boolean => beside === undefined || each.from >= beside
  const after =
    beside === undefined ? targets.find((target) => target.from >= marker.to && target.from - marker.to <= 6) : undefined
  const before = targets.filter((target) => target.to <= marker.from && marker.from - target.to <= 4 && within(target)).at(-1)
  const noun =
    sentence.nouns.find((each) => each.from <= marker.from && each.to > marker.to) ??
    (beside === undefined ? sentence.nouns.find((each) => each.from >= marker.to && each.from - marker.to <= 2) : undefined)
  const priors = sentence.nouns.filter(
    (each) => each.to <= marker.from && marker.from - each.to <= 3 && !each.person && within(each),
  )
  const last = priors.at(-1)
  // "numer ramy": the phrase, not its last word alone.
  const prior = priors.find((each) => last !== undefined && each.to === last.to) ?? last
  const per = perOf(sentence, reading)
  const target = before && after ? (marker.from - before.to <= after.from - marker.to ? before : after) : (before ?? after)
  if (target) {
    const entity = target.entity ?? sentenceEntity(sentence, reading, target.from)
    return [{ kind: 'unique', ...(entity ? { entity } : {}), attributes: [target.attribute], ...(per ? { per: [per] } : {}) }]
  }
  const named = [noun, prior].find(
    (each) =>
      each &&
      /^(?:name|title|email|email_address|number|slug|code|username|nickname|login|sku|key|token|nip|isbn|invoice_number|\w+_(?:name|number|code))$/.test(
        each.name,
      ),
  )
  const field = named ? undefined : fieldSubject(sentence, reading)
  if (field && field.to <= marker.from && !means(sentence, 'PRIMARY_KEY')) {
    const of = field.entity ?? sentenceEntity(sentence, reading, field.from)
    const within = per && per.name !== of?.name ? { per: [per] } : {}
    return [{ kind: 'unique', ...(of ? { entity: of } : {}), attributes: [field.attribute], ...within }]
  }
  if (!named || means(sentence, 'PRIMARY_KEY')) return []
  const owner = named.possessor === undefined ? undefined : sentence.nouns[named.possessor]
  // "each reader has unique names for their shelves": of the shelves, per reader.
  const served = sentence.nouns.find(
    (each) => each.from > named.to && each.from - named.to <= 3 && sentence.words[named.to]?.pos === 'preposition',
  )
  const whose = served && namedEntity(served, reading)
  const holder = sentence.nouns.find((each) => each.quantifier === 'each' && each.to <= named.from)
  if (whose && served)
    return [
      {
        kind: 'unique',
        entity: { ...whose, text: served.text },
        attributes: [mentionOf(named)],
        ...(holder ? { per: [namedEntity(holder, reading) ?? mentionOf(holder)] } : {}),
      },
    ]
  const of = owner && namedEntity(owner, reading)
  const entity = of && owner ? { ...of, text: owner.text } : sentenceEntity(sentence, reading, named.from)
  return [
    {
      kind: 'unique',
      ...(entity ? { entity } : {}),
      attributes: [mentionOf(named)],
      ...(per && per.name !== entity?.name ? { per: [per] } : {}),
    },
  ]
}

function perOf(sentence: Sentence, reading: Reading): Mention | undefined {
  for (const per of markersOf(sentence, 'PER')) {
    const noun = sentence.nouns.find((each) => each.to > per.from && each.from - per.to <= 2 && each.from >= per.from)
    if (!noun) continue
    const known = namedEntity(noun, reading)
    if (known) return { ...known, text: noun.text }
    if (noun.person || noun.identifier) return mentionOf(noun)
  }
  return undefined
}
