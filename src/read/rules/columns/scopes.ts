import type { Period } from '../../../claim/claim.ts'
import type { Mention } from '../../../claim/mention.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import { identifierMention, type Reading } from '../reading.ts'
import { entityOfNoun, isAccounts, markersOf, mentionOf } from '../text/grammar.ts'
import { attributeNames } from './common-names.ts'
import { fieldOfNoun } from './field-subject.ts'
import { couldBeColumn } from './targets.ts'

/** Inside what something is counted or unique: the rows of another table, the same value of a column, or a time. */
export type Scope =
  | { readonly kind: 'per'; readonly mention: Mention }
  | { readonly kind: 'attribute'; readonly mention: Mention }
  | { readonly kind: 'period'; readonly period: Period }

const periodNames: Readonly<Record<string, Period>> = { hour: 'hour', day: 'day', week: 'week', month: 'month', year: 'year' }

const periodMeanings = [
  ['DAILY', 'day'],
  ['WEEKLY', 'week'],
  ['MONTHLY', 'month'],
] as const

/** What a noun phrase says as a scope: "per user", "na jednostkę", "of the same title", "dziennie". Undefined for what is none of the three ("at a time"). */
export function scopeOf(noun: NounPhrase, sentence: Sentence, reading: Reading): Scope | undefined {
  const period = periodNames[noun.head]
  if (period !== undefined) return { kind: 'period', period }
  if (noun.head === 'time') return undefined
  if (noun.identifier) {
    const entity = entityOfNoun(noun, reading)
    if (entity) return { kind: 'per', mention: entity }
    return couldBeColumn(noun.name) ? { kind: 'attribute', mention: identifierMention(noun.name) } : undefined
  }
  const whole = reading.entities.find(noun.name) ?? (attributeNames.has(noun.head) ? undefined : reading.entities.find(noun.head))
  if (whole) return { kind: 'per', mention: { ...whole, text: noun.text } }
  const field = fieldOfNoun(noun, sentence, reading)
  if (field) return { kind: 'attribute', mention: field.attribute }
  if (attributeNames.has(noun.name) || attributeNames.has(noun.head)) return { kind: 'attribute', mention: mentionOf(noun) }
  const entity = entityOfNoun(noun, reading)
  if (entity) return { kind: 'per', mention: entity }
  return noun.person || isAccounts(noun) ? { kind: 'per', mention: mentionOf(noun) } : undefined
}

/** The time that a sentence says in a word of its own: "daily", "dziennie". */
export function periodOf(sentence: Sentence): Period | undefined {
  return periodMeanings.find(([meaning]) => markersOf(sentence, meaning).length > 0)?.[1]
}

/** The nouns that one preposition leads in a row: "per user and song", "w ramach roku i sprzedawcy". */
export function nounsInRow(sentence: Sentence, from: number): readonly NounPhrase[] {
  const first = sentence.nouns.find((noun) => noun.to > from && noun.from - from <= 2)
  const row = first ? [first] : []
  for (const noun of sentence.nouns) {
    const last = row.at(-1)
    if (last === undefined || noun.from < last.to) continue
    const gap = sentence.words.slice(last.to, noun.from)
    const joined = gap.some((word) => word.pos === 'conjunction' || /^[,/+&]$/.test(word.text))
    if (!joined || !gap.every((word) => joins(word.pos, word.text))) break
    row.push(noun)
  }
  return row
}

function joins(pos: string, text: string): boolean {
  return pos === 'conjunction' || pos === 'determiner' || pos === 'preposition' || /^[,/+&]$/.test(text)
}
