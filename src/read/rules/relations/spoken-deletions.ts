import type { DeleteRuleClaim } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import type { Marker, NounPhrase, Sentence } from '../language/sentence.ts'
import type { Reading } from '../reading.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { entityOfNoun, isAccounts, markersOf, mentionOf, nounListAfter } from '../text/grammar.ts'

/** A deletion that a sentence speaks of. */
interface Deletion {
  readonly marker: Marker
  readonly noun: NounPhrase
  /** The deleted one stands before the verb: "a room is deleted". */
  readonly passive: boolean
  readonly refused: boolean
}

/**
 * What a sentence says in words of rows that lead to a deleted one:
 * "deleting a hall deletes its events" (cascade), "when a guest is deleted, the ratings remain" and "usunięcie sali nie usuwa wydarzeń" (set null), "a hall with
 * events cannot be deleted" and "nie wolno usunąć sali, która ma wydarzenia" (restrict).
 *
 * Not: who may delete what ("guests cannot delete ratings"), one thing alone.
 */
export function spokenDeletions(sentence: Sentence, reading: Reading): readonly DeleteRuleClaim[] {
  const ends = sentence.words.flatMap((word, index) => (word.text === ';' ? [index] : []))
  return [...ends, sentence.words.length].flatMap((to, order) => {
    const from = (ends[order - 1] ?? -1) + 1
    const inside = (each: { readonly from: number; readonly to: number }): boolean => each.from >= from && each.to <= to
    return readClause({ ...sentence, markers: sentence.markers.filter(inside), nouns: sentence.nouns.filter(inside) }, reading)
  })
}

/** A clause, with its own markers and nouns alone. */
function readClause(sentence: Sentence, reading: Reading): readonly DeleteRuleClaim[] {
  const deletions = deletionsOf(sentence, reading)
  const [first, second] = deletions
  if (first === undefined) return notTogether(sentence, reading)
  // "Deleting a hall is blocked while events exist"
  const blocked = markersOf(sentence, 'RESTRICT').find((marker) => !first.passive && marker.from === first.noun.to)
  const blocking = blocked && sentence.nouns.find((noun) => noun.from >= blocked.to && isRow(noun, reading))
  if (blocking) return claimsOf([blocking], first.noun, 'restrict', reading)
  const kept = markersOf(sentence, 'KEEP').find((marker) => !deletions.some((each) => overlaps(each.marker, marker)))
  if (kept) {
    const parent = deletions.at(-1) ?? first
    return claimsOf(keptBy(kept, parent, sentence, reading), parent.noun, 'set null', reading)
  }
  if (second !== undefined) {
    const [parent, other] = leads(first, sentence) ? [first, second] : [second, first]
    if (parent.refused) return []
    const others = other.passive ? [other.noun] : nounListAfter(sentence, other.noun.from)
    return claimsOf(others, parent.noun, other.refused ? 'set null' : 'cascade', reading)
  }
  if (!first.refused) return []
  return claimsOf(holders(first, sentence), first.noun, 'restrict', reading)
}

/** "Invoices are not deleted together with the seller": kept and deleted in one phrase. */
function notTogether(sentence: Sentence, reading: Reading): readonly DeleteRuleClaim[] {
  const together = markersOf(sentence, 'CASCADE').at(0)
  const kept = markersOf(sentence, 'KEEP').find((marker) => together && overlaps(marker, together))
  const other = kept && sentence.nouns.findLast((noun) => noun.to <= kept.from)
  const parent = together && sentence.nouns.find((noun) => noun.from >= together.to)
  return other && parent ? claimsOf([other], parent, 'set null', reading) : []
}

function overlaps(one: Marker, other: Marker): boolean {
  return one.from < other.to && other.from < one.to
}

/** "Deleting a hall deletes …", "When a hall is deleted, …", and not "Events are deleted when …": what is deleted first. */
function leads({ passive, noun }: Deletion, sentence: Sentence): boolean {
  const begins = sentence.words.slice(0, noun.from).every((word) => word.pos === 'determiner')
  return !passive || !begins
}

function deletionsOf(sentence: Sentence, reading: Reading): readonly Deletion[] {
  const found: Deletion[] = []
  for (const marker of markersOf(sentence, 'DELETE', 'RESTRICT')) {
    if (found.some((each) => overlaps(each.marker, marker))) continue
    const behind = sentence.nouns.find(
      (noun) =>
        noun.from >= marker.to &&
        sentence.words.slice(marker.to, noun.from).every((word) => word.pos === 'determiner') &&
        isRow(noun, reading),
    )
    const noun = behind ?? subjectBefore(marker, sentence, reading)
    if (noun === undefined || found.some((each) => each.noun === noun)) continue
    found.push({ marker, noun, passive: behind === undefined, refused: isRefused(marker, sentence) })
  }
  return found
}

/** "A room with visits cannot be deleted", "… when the room is deleted": the noun before the verb that no preposition leads. */
function subjectBefore(marker: Marker, sentence: Sentence, reading: Reading): NounPhrase | undefined {
  const cut = sentence.words.slice(0, marker.from).findLastIndex((word) => /^[,;:.(]$/.test(word.text))
  const nouns = sentence.nouns.filter((noun) => noun.from > cut && noun.to <= marker.from)
  const subject = nouns.findLast((noun) => sentence.words[noun.from - 1]?.pos !== 'preposition')
  const last = nouns.at(-1)
  const verbs = sentence.words.slice(last?.to ?? 0, marker.from).some((word) => word.pos === 'verb')
  return subject && (verbs || last?.to === marker.from) && isRow(subject, reading) ? subject : undefined
}

function isRefused(marker: Marker, sentence: Sentence): boolean {
  if (marker.meaning === 'RESTRICT') return true
  const behind = sentence.words[marker.to]
  return markersOf(sentence, 'NOT').some(
    (not) =>
      (not.to <= marker.from && marker.from - not.to <= 2) ||
      // "usunięcie sali jest niemożliwe"
      (not.from >= marker.to &&
        not.from - marker.to <= 3 &&
        behind !== undefined &&
        sentence.words[not.from]?.pos === 'adjective'),
  )
}

function isRow(noun: NounPhrase, reading: Reading): boolean {
  return rowOf(noun, reading) !== undefined
}

/** A table's row, or a person of the accounts. */
function rowOf(noun: NounPhrase, reading: Reading): Mention | undefined {
  const entity = noun.name === 'account' ? undefined : entityOfNoun(noun, reading)
  if (entity) return entity
  return isAccounts(noun) || noun.person ? { ...mentionOf(noun), name: 'user' } : undefined
}

/** What is kept: the nouns before the verb, or behind it. */
function keptBy(kept: Marker, parent: Deletion, sentence: Sentence, reading: Reading): readonly NounPhrase[] {
  const of = rowOf(parent.noun, reading)?.name ?? ''
  const others = sentence.nouns.filter((noun) => noun !== parent.noun && ![undefined, of].includes(rowOf(noun, reading)?.name))
  const before = others.filter((noun) => noun.to <= kept.from && kept.from - noun.to <= 3).at(-1)
  const behind = others.find((noun) => noun.from >= kept.to && noun.from - kept.to <= 2)
  const one = before ?? behind
  return one ? [one] : []
}

/** Those by which a row is held: behind the one that may not be deleted, or behind the verb. Who stands before an active verb is who may not. */
function holders({ marker, noun, passive }: Deletion, sentence: Sentence): readonly NounPhrase[] {
  return sentence.nouns.filter(
    (other) =>
      other !== noun && other.from >= (passive ? noun.to : marker.to) && !(other.from <= noun.from && other.to >= noun.to),
  )
}

function claimsOf(
  others: readonly NounPhrase[],
  parent: NounPhrase,
  rule: 'cascade' | 'set null' | 'restrict',
  reading: Reading,
): readonly DeleteRuleClaim[] {
  const to = rowOf(parent, reading)
  if (to === undefined) return []
  return others.flatMap((noun) => {
    const entity = noun.person && isAccounts(noun) ? undefined : entityOfNoun(noun, reading)
    if (entity === undefined || keyOfName(entity.name) === keyOfName(to.name)) return []
    return [{ kind: 'delete rule', entity, to, rule }]
  })
}
