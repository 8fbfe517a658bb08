import { isPlural, singularise } from '../../../../schema/inflect.ts'
import { nameWords, plainLetters } from '../name-words.ts'
import type { NounPhrase, Word } from '../sentence.ts'
import { abstractNouns, measureHeads } from './abstract-nouns.ts'
import { choosingParticiples, namingBeforeMeasures, passingAdjectives } from './adjectives.ts'
import type { GlossaryNames } from './glossary.ts'
import type { NounRun } from './noun-run.ts'
import { personNouns } from './person-nouns.ts'

type Name = Pick<NounPhrase, 'name' | 'head' | 'plural' | 'identifier' | 'known' | 'person' | 'abstract'>

/** The name of a noun phrase and what kind of thing it names. A name in code stays exactly as it is written. */
export function nameOf(words: readonly Word[], run: NounRun, glossary: GlossaryNames): Name {
  const head = words[run.to - 1]
  if (head === undefined)
    return { name: '', head: '', plural: false, identifier: false, known: false, person: false, abstract: true }
  if (head.identifier) {
    const last = singularise(nameWords(head.text).at(-1) ?? head.text)
    return {
      name: head.text,
      head: head.text,
      plural: isPlural(head.text.toLowerCase()),
      identifier: true,
      known: true,
      person: personNouns.has(last),
      abstract: false,
    }
  }
  const body = words.slice(run.bodyFrom, run.to)
  const lowers = body.map((word) => word.text.toLowerCase())
  const fromGlossary = glossary(lowers)
  const named = fromGlossary === undefined ? body : body.slice(0, body.length - fromGlossary.used)
  const headName = head.quoted === true ? nameWords(head.text).join('_') : singularise(nameWords(head.text).join('_'))
  const headWord = headName.slice(headName.lastIndexOf('_') + 1)
  const modifiers = named
    .filter(
      (word, index) =>
        (fromGlossary !== undefined || index < body.length - 1) &&
        isNaming(word, headWord, index === 0, index === body.length - 2),
    )
    .flatMap((word) => nameWords(word.text))
  const last = fromGlossary?.name ?? headName
  const name = plainLetters(
    [
      ...modifiers.map((word, index) => (index === 0 && personNouns.has(singularise(word)) ? singularise(word) : word)),
      last,
    ].join('_'),
  )
  return {
    name,
    head: fromGlossary?.name ?? plainLetters(headName),
    plural: head.plural === true,
    identifier: false,
    known: fromGlossary !== undefined || body.every((word) => /^[\x20-\x7e’‑]*$/.test(word.text)),
    person:
      personNouns.has(fromGlossary === undefined ? headName : last.slice(last.lastIndexOf('_') + 1)) || personNouns.has(headWord),
    abstract: fromGlossary === undefined && (abstractNouns.has(headName) || abstractNouns.has(head.text.toLowerCase())),
  }
}

/** Whether a modifier is a part of the name. See adjectives.ts. */
function isNaming(word: Word, head: string, first: boolean, beforeHead: boolean): boolean {
  const lower = word.text.toLowerCase()
  if (word.pos === 'adverb' || word.value !== undefined) return false
  if (word.pos === 'noun' || word.pos === 'proper noun') return !(first && passingNouns.has(lower)) && lower !== 'mvp'
  if (/^(?:per|non|multi|re)-/.test(lower)) return false
  const participle = word.pos === 'verb' || /(?:ed|ing)$/.test(lower)
  // Participles tell what was done to a thing, but name a date or a cost right behind them: `saved recipes`, `scheduled date`.
  const measure = measureHeads.has(head) && (beforeHead || !participle)
  if (choosingParticiples.has(lower) || madeOf.test(lower)) return false
  if (measure && (namingBeforeMeasures.has(lower) || participle)) return true
  if (passingAdjectives.has(lower)) return false
  return !participle || gerundNames.test(lower)
}

const madeOf = /-(?:based|generated|created|defined|made|looking|specific|related|level|driven|only|like|friendly|wide|ready)$/

/** Words in -ing and -ed that name what follows them. */
const gerundNames =
  /^(?:shopping|opening|closing|spending|meeting|billing|shipping|parking|training|housing|banking|running|booking|rating|operating|starting|ending|working|cooking|reading|writing|learning|mailing|recurring|advanced|fixed|combined|limited|detailed|nested|scheduled|estimated|planned|expected|repeated|wanted|blocked|favorited|recommended|.+-ing)$/

const passingNouns: ReadonlySet<string> = new Set([
  'mvp',
  'individual',
  'sample',
  'example',
  'plural',
  'core',
  'key',
  'main',
  'dummy',
])
