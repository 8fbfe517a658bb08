import type { Marker, Meaning, NounPhrase, Sentence, Word } from '../language/sentence.ts'
import { type Passage, part, textOf } from '../text/passage.ts'
import { attributeNames } from './common-names.ts'
import type { Target } from './targets.ts'
import { codeRunIn } from './value-lists.ts'

/** Names (English) of attributes that hold one of a few values. */
const choices =
  /^(?:\w+_)?(?:status|state|type|kind|role|category|priority|level|mode|source|severity|difficulty|visibility|gender|sex|frequency|unit|size|method|stage|phase|format|variant|rating|mood|location|comfort|currency|plan|tier|scale|result|decision|time_of_day)$/

/** Whether an attribute called so holds one of a few values. */
export function isChoice(name: string): boolean {
  return choices.test(name)
}

/** What says that values follow, besides a verb of being: "one of", "takes the values", "może przyjmować wartości". */
const leading: readonly Meaning[] = ['ONE_OF', 'CAN', 'MUST', 'BE', 'AGREE', 'ENUM']

/** How a sentence leads from a field to its values. */
interface Lead {
  /** The word at which the list begins. */
  readonly to: number
  readonly colon: boolean
  readonly oneOf: boolean
  readonly be: boolean
}

/**
 * What a field may be, in bare words behind its name:
 * behind a colon, "the member chooses a priority: low, medium or high", "one of the following states: open, closed", "jeden z trzech stanów: nowy, zamknięty";
 * behind a verb, "the priority can be low, medium or high", "the states are open, held and closed", "Stan przyjmuje wartości: nowy, zamknięty", "Możliwe stany to nowy,
 * czekający i zamknięty";
 * in Polish adjectives right behind the name, "ma priorytet niski, średni lub wysoki".
 *
 * Not: what is said of the field itself ("the status is required and shown"), a change from one state to another, fields ("type: name, note"), a list whose items do
 * something.
 */
export function wordedValues(target: Target, sentence: Sentence, whole: Passage): readonly string[] | undefined {
  if (!isChoice(target.attribute.name)) return undefined
  const end = complementEnd(target, sentence)
  const lead = leadOf(sentence, end)
  const listed = lead === undefined ? adjectivesBehind(sentence, end) : sentence.words[lead.to]
  const from = listed?.start
  if (from === undefined) return undefined
  const rest = part(whole, from)
  const stop = /[.;:!?](?:\s|$)|\s[–—-]\s|\(/.exec(textOf(rest))
  const list = part(rest, 0, stop?.index)
  const text = textOf(list)
  const code = codeRunIn(list)
  if (code) return /^\s*[`'"]/.test(text) ? code : undefined
  const values = readPhrases(text)
  if (!values || saysMore(sentence, from, from + text.length)) return undefined
  return lead === undefined || isClosed(lead, values, text, target, sentence) ? values : undefined
}

/** A colon or "one of" closes the list; a verb of being does it with "or" for one, and with "and" where the field is named in the plural. */
function isClosed(lead: Lead, values: readonly string[], text: string, target: Target, sentence: Sentence): boolean {
  if (lead.colon || lead.oneOf) return true
  const either = /\s(?:or|lub|albo)\s/u.test(text)
  const both = /\s(?:and|i|oraz)\s/u.test(text)
  const several = sentence.nouns.some((noun) => noun.from === target.from && noun.plural)
  return lead.be && (either || (several && both && values.length >= 3))
}

/** Where the name ends with its complement: "the status of a task", "priorytet zadania". */
function complementEnd(target: Target, sentence: Sentence): number {
  const noun = sentence.nouns.find((each) => each.from === target.from)
  const owner = noun?.possessor === undefined ? undefined : sentence.nouns[noun.possessor]
  return owner && owner.from >= target.to ? owner.to : target.to
}

/** Skips what leads to the list: modal verbs, verbs of being, "one of the values", a colon. */
function leadOf(sentence: Sentence, start: number): Lead | undefined {
  let [colon, oneOf, be] = [false, false, false]
  let at = start
  for (;;) {
    const word = sentence.words[at]
    if (!word || at - start > 8) return undefined
    const marker = longest(sentence.markers.filter((each) => each.from === at && leading.includes(each.meaning)))
    if (word.text === ':') colon = true
    else if (marker) {
      oneOf ||= marker.meaning === 'ONE_OF' || marker.meaning === 'ENUM'
      be ||= marker.meaning === 'BE' || marker.meaning === 'AGREE'
    } else if (isThat(word, sentence)) be = true
    else if (
      !takes.test(word.lemma) &&
      !/^(?:the|a|an|following|value|values|wartość|jedną|jeden|one|of|z|ze)$/i.test(word.lemma)
    )
      break
    if (takes.test(word.lemma)) oneOf = true
    at = marker ? marker.to : at + 1
    if (colon) break
  }
  return colon || oneOf || be ? { to: at, colon, oneOf, be } : undefined
}

/** Verbs (English and Polish) of what a field takes on. */
const takes = /^(?:take|accept|assume|przyjmować|przyjąć|przybierać)$/

/** "Możliwe stany to …". */
function isThat(word: Word, sentence: Sentence): boolean {
  return sentence.language === 'pl' && word.text.toLowerCase() === 'to'
}

function longest(markers: readonly Marker[]): Marker | undefined {
  return [...markers].sort((a, b) => b.to - a.to)[0]
}

/** "priorytet niski, średni lub wysoki": two adjectives or more, joined by commas and "or". */
function adjectivesBehind(sentence: Sentence, start: number): Word | undefined {
  if (sentence.language !== 'pl') return undefined
  let [items, either] = [0, false]
  for (let at = start; at < sentence.words.length; at += 1) {
    const word = sentence.words[at]
    if (word?.pos === 'adjective') items += 1
    else if (word && /^(?:lub|albo)$/.test(word.text)) either = true
    else if (word?.text !== ',') break
  }
  return items >= 2 && either ? sentence.words[start] : undefined
}

/** Of "priorytet niski, średni lub wysoki" the noun phrase takes in the first of the values: the word at which these begin. */
export function valuesWithin(noun: NounPhrase, sentence: Sentence): number | undefined {
  const last = noun.to - 1
  const within = last > noun.from && sentence.words[last]?.pos === 'adjective' && sentence.words[last - 1]?.pos === 'noun'
  return within && adjectivesBehind(sentence, last) ? last : undefined
}

/** Fields are no values, and neither is what somebody does. */
function saysMore(sentence: Sentence, from: number, to: number): boolean {
  const inside = (index: number): boolean => {
    const word = sentence.words[index]
    return word !== undefined && word.start >= from && word.end <= to
  }
  const nouns = sentence.nouns.filter((noun) => inside(noun.from))
  if (nouns.filter((noun) => attributeNames.has(noun.name)).length >= 2) return true
  return sentence.markers.some(
    (marker) =>
      ['CAN', 'MUST', 'HAS', 'NOT', 'FIELD_LIST', 'TYPE', 'REQUIRED', 'OPTIONAL'].includes(marker.meaning) && inside(marker.from),
  )
}

/** `To Do, In Progress, Done`: short phrases, none a clause. */
export function readPhrases(text: string): readonly string[] | undefined {
  const items = text
    .split(/\s*(?:,\s*(?:or|and|oraz|lub|albo|i)\s|[,;/|]|\s(?:or|and|oraz|lub|albo|i)\s)\s*/u)
    .map((item) => item.trim().replace(/^["'„”`]|["'„”`]$/g, ''))
  if (
    items.length < 2 ||
    items.length > 16 ||
    items.some((item) => item === '' || item.split(/\s+/).length > 3 || item.length > 30 || /[\d.:]{3,}|[<>=≤≥]/.test(item))
  )
    return undefined
  return [...new Set(items)]
}
