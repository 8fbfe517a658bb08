import type { UniqueClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import { fieldOfNoun, fieldSubject } from '../columns/field-subject.ts'
import { nounsInRow, type Scope, scopeOf } from '../columns/scopes.ts'
import { fieldNouns, identifierTargets, sentenceEntity, type Target } from '../columns/targets.ts'
import type { Marker, NounPhrase, Sentence } from '../language/sentence.ts'
import { type Found, identifierMention, type Pattern, type Reading } from '../reading.ts'
import { balanced } from '../sql/sql-words.ts'
import { asksForSomething } from '../tables/things.ts'
import { foundIn, markersOf, means, mentionOf, namedEntity, passageOfWords } from '../text/grammar.ts'
import { parenthesis, splitList } from '../text/lists.ts'
import { type Passage, textOf } from '../text/passage.ts'
import { singleRows } from './at-most-one.ts'

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
        asksForSomething(sentence.zone) && means(sentence, 'UNIQUE') && singleRows(sentence, reading).length === 0
          ? readSentence(sentence, reading)
          : [],
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
    if (claim.attributes.length + (claim.per?.length ?? 0) === 0 || seen.has(key)) return
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
  const inItem = (each: { readonly from: number }): boolean => beside === undefined || each.from >= beside
  const after =
    beside === undefined ? targets.find((target) => target.from >= marker.to && target.from - marker.to <= 6) : undefined
  const before = targets.filter((target) => target.to <= marker.from && marker.from - target.to <= 4 && inItem(target)).at(-1)
  const noun =
    sentence.nouns.find((each) => each.from <= marker.from && each.to > marker.to) ??
    (beside === undefined ? sentence.nouns.find((each) => each.from >= marker.to && each.from - marker.to <= 2) : undefined)
  const priors = sentence.nouns.filter(
    (each) => each.to <= marker.from && marker.from - each.to <= 3 && !each.person && inItem(each),
  )
  const last = priors.at(-1)
  // "numer ramy": the phrase, not its last word alone.
  const prior = priors.find((each) => last !== undefined && each.to === last.to) ?? last
  const together = combined(sentence, marker, reading)
  if (together) return [together]
  const scopes = scopesOf(sentence, reading)
  const target = before && after ? (marker.from - before.to <= after.from - marker.to ? before : after) : (before ?? after)
  if (target) {
    const entity = target.entity ?? sentenceEntity(sentence, reading, target.from)
    return [{ kind: 'unique', ...(entity ? { entity } : {}), ...within(scopes, entity, target.attribute) }]
  }
  const named = [noun, prior].find(
    (each) =>
      each &&
      /^(?:name|title|email|email_address|number|slug|code|username|nickname|login|sku|key|token|nip|isbn|invoice_number|\w+_(?:name|number|code))$/.test(
        each.name,
      ),
  )
  const field = named ? undefined : (fieldSubject(sentence, reading) ?? predicated(prior, marker, sentence, reading))
  if (field && field.to <= marker.from && !means(sentence, 'PRIMARY_KEY')) {
    const of = field.entity ?? sentenceEntity(sentence, reading, field.from)
    return [{ kind: 'unique', ...(of ? { entity: of } : {}), ...within(scopes, of, field.attribute) }]
  }
  if (!named || means(sentence, 'PRIMARY_KEY')) return []
  // "job numbers are unique within the workshop"
  const own = !reading.entities.decided ? fieldOfNoun(named, sentence, reading) : undefined
  if (own?.entity && named.to <= marker.from)
    return [{ kind: 'unique', entity: own.entity, ...within(scopes, own.entity, own.attribute) }]
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
      ...within(scopes, entity, mentionOf(named)),
    },
  ]
}

/** "Within a project task titles are unique": the field right before "to be". */
function predicated(prior: NounPhrase | undefined, marker: Marker, sentence: Sentence, reading: Reading): Target | undefined {
  const field = prior && fieldOfNoun(prior, sentence, reading)
  const between = field && sentence.words.slice(field.to, marker.from)
  return between?.[0]?.pos === 'verb' ? field : undefined
}

/** Within what it is unique: what stands behind the preposition, in a row, and where the sentence says so, nothing at all. */
function scopesOf(sentence: Sentence, reading: Reading): readonly Scope[] | undefined {
  const unique = markersOf(sentence, 'UNIQUE')
  // "unique within the workshop": a place right behind the word is a scope as well
  const per = markersOf(sentence, 'PER')
  const places = markersOf(sentence, 'INTO').filter((marker) => unique.some((each) => each.to === marker.from))
  const scopes = (per.length > 0 ? per : places).flatMap((marker) => {
    const inside = sentence.nouns.find((noun) => noun.from < marker.to && noun.from >= marker.from)
    return nounsInRow(sentence, inside?.from ?? marker.to).flatMap((noun) => scopeOf(noun, sentence, reading) ?? [])
  })
  return scopes.length > 0 || means(sentence, 'GLOBALLY') ? scopes : undefined
}

/** What a claim says of its scopes; what it is of is none of them. */
function within(
  scopes: readonly Scope[] | undefined,
  entity: Mention | undefined,
  attribute: Mention,
): Pick<UniqueClaim, 'attributes' | 'per' | 'period'> {
  const period = scopes?.find((scope) => scope.kind === 'period')
  const also = scopes?.flatMap((scope) =>
    scope.kind === 'attribute' && scope.mention.name !== attribute.name ? [scope.mention] : [],
  )
  const per = scopes?.flatMap((scope) => (scope.kind === 'per' && scope.mention.name !== entity?.name ? [scope.mention] : []))
  return {
    attributes: [...(also ?? []), attribute],
    ...(per === undefined || (per.length === 0 && scopes?.length !== 0) ? {} : { per }),
    ...(period === undefined ? {} : { period: period.period }),
  }
}

/** "The combination of seller and number is unique": the columns that are so together. */
function combined(sentence: Sentence, marker: Marker, reading: Reading): UniqueClaim | undefined {
  const whole = sentence.nouns.find((noun) => noun.to <= marker.from && /^(?:combination|pair)$/.test(noun.head))
  if (whole === undefined) return undefined
  const first = sentence.nouns.find((noun) => noun.from > whole.from)
  const row = nounsInRow(sentence, first?.from ?? whole.to).filter((noun) => noun.to <= marker.from)
  const scopes = row.flatMap((noun) => scopeOf(noun, sentence, reading) ?? [])
  const place = sentence.nouns.find((noun) => noun.from >= marker.to)
  const field = row.map((noun) => fieldOfNoun(noun, sentence, reading)?.entity).find((entity) => entity !== undefined)
  const entity = (place && namedEntity(place, reading)) ?? field
  const attributes = scopes.flatMap((scope) => (scope.kind === 'attribute' ? [scope.mention] : []))
  const per = scopes.flatMap((scope) => (scope.kind === 'per' && scope.mention.name !== entity?.name ? [scope.mention] : []))
  return attributes.length + per.length > 1 ? { kind: 'unique', ...(entity ? { entity } : {}), attributes, per } : undefined
}
