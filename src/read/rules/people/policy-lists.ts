import type { Mention } from '../../../claim/mention.ts'
import { type Operation, operations } from '../../../schema/access.ts'
import { sentenceEntity, tablesOf } from '../columns/targets.ts'
import type { Meaning, Sentence, Word } from '../language/sentence.ts'
import type { Reading } from '../reading.ts'
import { entityOfNoun, isAccounts, markersOf, meansBetween } from '../text/grammar.ts'
import { oncePerSentence } from '../text/once-per-sentence.ts'
import { isGroup, type Who } from './audience.ts'
import { isAnyone } from './makers.ts'
import { operationsIn, sqlOperationsIn } from './operations.ts'
import { roleOf } from './roles.ts'

/** Of a list of policies in half-words, what it says of one table: "`boards`: SELECT: members of the team; INSERT/UPDATE: owner; DELETE: admin". */
export interface PolicyList {
  readonly entity: Mention
  readonly policies: readonly { readonly may: readonly Operation[]; readonly who: readonly Who[] }[]
}

/** A label of operations, with the words behind it that say who. */
interface Labelled {
  readonly at: number
  readonly may: readonly Operation[]
  readonly from: number
  readonly to: number
}

/**
 * Policies that notes list by operation, each before its colon or dash: "SELECT – wszyscy zalogowani, INSERT – właściciel, DELETE – tylko admin", "read: team members;
 * write: the author".
 *
 * Not: sentences about reading and writing ("Read: the book"), a single word with a colon outside a part on access.
 */
export function policyListIn(sentence: Sentence, reading: Reading): PolicyList | undefined {
  if (reading.document.kind !== 'notes') return undefined
  const labels = labelsIn(sentence)
  const [first] = labels
  if (first === undefined) return undefined
  const sentences = reading.sentencesOf(sentence.block)
  const beside = sentences.flatMap(labelsIn).length
  if (!(beside > 1 || isWritten(sentence, first) || inAccess(sentence, reading))) return undefined
  const before = sentences.filter((each) => each.offset < sentence.offset)
  const policies = labels.flatMap(({ may, from, to }) => {
    const who = whoIn(sentence, from, to, reading)
    return who.length === 0 ? [] : [{ may, who }]
  })
  const entity =
    tableBefore(sentence, first.at, reading) ??
    before.reduceRight<Mention | undefined>(
      (known, each) => known ?? tableBefore(each, labelsIn(each)[0]?.at, reading),
      undefined,
    ) ??
    reading.contextOf(sentence.block, sentence.offset).subject?.entity ??
    sentenceEntity(sentence, reading)
  return policies.length === 0 || entity === undefined || entity.name.startsWith('auth.') ? undefined : { entity, policies }
}

/** The last table that a sentence names before a word. */
function tableBefore(sentence: Sentence, word: number | undefined, reading: Reading): Mention | undefined {
  return tablesOf(sentence, reading)
    .filter((table) => word === undefined || table.to <= word)
    .at(-1)?.entity
}

function inAccess(sentence: Sentence, reading: Reading): boolean {
  return reading.contextOf(sentence.block, sentence.offset).topic === 'access'
}

/** In SQL's own words and capitals. */
function isWritten(sentence: Sentence, { at }: Labelled): boolean {
  return /^(?:SELECT|INSERT|UPDATE|DELETE|ALL)$/.test(sentence.words[at]?.text ?? '')
}

const acting: readonly Meaning[] = ['READ', 'WRITE', 'VIEWS', 'CREATES', 'EDITS', 'DELETE', 'MANAGES', 'LISTS']

const labelsIn = oncePerSentence(readLabels)

function readLabels(sentence: Sentence): readonly Labelled[] {
  const { words } = sentence
  const acts = markersOf(sentence, ...acting)
  // "odczyt dla wszystkich, zapis dla właściciela"
  const speaks = markersOf(sentence, 'FOR')
  const isOperation = (at: number): boolean =>
    acts.some((marker) => marker.from <= at && at < marker.to) ||
    /^(?:SELECT|INSERT|UPDATE|DELETE|ALL|CRUD)$/.test(words[at]?.text ?? '')
  const labels: { at: number; may: readonly Operation[]; from: number }[] = []
  for (const [sign, word] of words.entries()) {
    if (!/^[:–—=→-]$/.test(word.text) && !speaks.some((marker) => marker.from === sign)) continue
    let at = sign
    while (at > 0 && (isOperation(at - 1) || joins(words[at - 1]))) at -= 1
    while (at < sign && !isOperation(at)) at += 1
    const before = words[at - 1]
    const follows = labels.length > 0 && before?.pos === 'conjunction'
    if (at === sign || !(before === undefined || follows || /^[:;,.(–—`-]$/.test(before.text))) continue
    const label = textOf(sentence, at, sign)
    const written = sqlOperationsIn({ text: label })
    const may = wholeLabels(label) ?? (written.length > 0 ? written : operationsIn(sentence, at, sign))
    if (may.length > 0) labels.push({ at, may, from: sign + 1 })
  }
  return labels.map((label, index) => {
    const next = labels[index + 1]?.at ?? words.length
    const stop = words.findIndex((word, at) => at >= label.from && at < next && /^[;.]$/.test(word.text))
    return { ...label, to: stop < 0 ? next : stop }
  })
}

/** `ALL`; and "write" as a label, which is more than to write something. */
function wholeLabels(label: string): readonly Operation[] | undefined {
  if (/^ALL$/.test(label)) return operations
  return /^writ(?:e|es|ing)$/i.test(label) ? operations.filter((operation) => operation !== 'select') : undefined
}

function joins(word: Word | undefined): boolean {
  return word !== undefined && (word.pos === 'conjunction' || /^[,/&+`]$/.test(word.text))
}

/** Who the words from `from` to `to` (exclusive) name: several where they are joined ("author or admin"), nobody but the backend where they say nobody. */
export function whoIn(sentence: Sentence, from: number, to: number, reading: Reading): readonly Who[] {
  const has = (...meanings: readonly Meaning[]): boolean => meansBetween(sentence, from, to, ...meanings)
  if (has('BACKEND')) return [{ kind: 'backend' }]
  if (has('NOT', 'NO', 'WITHOUT')) return sentence.words.slice(from, to).length <= 3 ? [{ kind: 'backend' }] : []
  const nouns = sentence.nouns.filter((noun) => noun.from >= from && noun.to <= to)
  const people = nouns.filter((noun) => noun.person && !noun.identifier)
  const owner: readonly Who[] = has('OWNER', 'OWN') || /auth\.uid/.test(textOf(sentence, from, to)) ? [{ kind: 'owner' }] : []
  const group = nouns.find((noun) => isGroup(noun, reading))
  const others = people
    .filter((noun) => !isAnyone(noun.head) && !isAccounts(noun) && !/^(?:owner|author|creator)$/.test(noun.head))
    .map((noun) => roleOf(noun, sentence, reading))
  const member = others.some((who) => who.kind === 'member') || owner.length > 0
  const whole = group === undefined ? undefined : entityOfNoun(group, reading)
  const open: readonly Who[] =
    has('SIGNED_IN') && !has('ANONYMOUS')
      ? [{ kind: 'signed in' }]
      : has('ANONYMOUS') || (has('PUBLIC') && !people.some(isAccounts))
        ? [{ kind: 'anonymous' }]
        : has('ALL', 'EACH', 'PUBLIC') && people.some(isAccounts)
          ? [{ kind: 'signed in' }]
          : []
  const found = [...owner, ...others, ...(member || whole === undefined ? [] : [{ kind: 'member', group: whole } as const])]
  return found.length > 0 && !has('SIGNED_IN', 'ANONYMOUS') ? found : [...open, ...found]
}

function textOf(sentence: Sentence, from: number, to: number): string {
  return sentence.words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ')
}
