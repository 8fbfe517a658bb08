import { isPlural, singularise } from '../../../../schema/inflect.ts'
import { nameWords, plainLetters } from '../name-words.ts'
import type { NounPhrase, Word } from '../sentence.ts'
import { abstractNouns, measureHeads } from './abstract-nouns.ts'
import { namingBeforeMeasures, passingAdjectives } from './adjectives.ts'
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
    .filter((word, index) => (fromGlossary !== undefined || index < body.length - 1) && isNaming(word, headWord))
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
function isNaming(word: Word, head: string): boolean {
  const lower = word.text.toLowerCase()
  if (word.pos === 'adverb' || word.value !== undefined) return false
  if (word.pos === 'noun' || word.pos === 'proper noun') return !passingNouns.has(lower)
  const measure = measureHeads.has(head)
  if (measure && namingBeforeMeasures.has(lower)) return true
  if (passingAdjectives.has(lower) && !(measure && /(?:ed|en|ing)$/.test(lower))) return false
  // Participles tell what was done to a thing, but name a date or a cost: `saved recipes`, `scheduled date`.
  if (
    word.pos === 'verb' ||
    /(?:-based|-generated|-created|-defined|-made|-looking|-specific|-related|-level|-driven|-only)$/.test(lower)
  )
    return (
      measure ||
      /^(?:shopping|opening|closing|spending|meeting|billing|shipping|parking|training|housing|banking|running|booking|rating)$/.test(
        lower,
      )
    )
  return !(/(?:ed)$/.test(lower) && !measure && word.pos === 'adjective' && passingAdjectives.has(lower))
}

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
