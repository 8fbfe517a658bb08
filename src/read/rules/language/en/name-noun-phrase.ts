import { isPlural, singularise } from '../../../../schema/inflect.ts'
import { nameWords, plainLetters } from '../name-words.ts'
import type { NounPhrase, Word } from '../sentence.ts'
import { abstractAlone, abstractDefinite, abstractNouns, measureHeads } from './abstract-nouns.ts'
import { choosingParticiples, namingBeforeMeasures, passingAdjectives } from './adjectives.ts'
import type { GlossaryNames } from './glossary.ts'
import type { NounRun } from './noun-run.ts'
import { personNouns } from './person-nouns.ts'

/** What a noun phrase is called, and what kind of thing that is. */
export type Name = Pick<NounPhrase, 'name' | 'head' | 'plural' | 'identifier' | 'known' | 'person' | 'abstract'>

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
  const headName = head.quoted === true ? nameWords(head.text).join('_') : singularise(nameWords(head.text).join('_'))
  const headWord = headName.slice(headName.lastIndexOf('_') + 1)
  const modifiers = modifierNames(body.slice(0, body.length - (fromGlossary?.used ?? 1)), headWord, glossary)
  const last = fromGlossary?.name ?? headName
  const name = plainLetters([...modifiers, last].join('_'))
  return {
    name,
    head: fromGlossary?.name ?? plainLetters(headName),
    // `order records` are several orders.
    plural: head.plural === true || /^(?:records|rows)$/i.test(words[run.to]?.text ?? ''),
    identifier: false,
    known: fromGlossary !== undefined || body.every((word) => /^[\x20-\x7e’‑]*$/.test(word.text)),
    person:
      personNouns.has(fromGlossary === undefined ? headName : last.slice(last.lastIndexOf('_') + 1)) || personNouns.has(headWord),
    abstract:
      fromGlossary === undefined &&
      isAbstract(
        /\p{Lu}\p{Ll}*\p{Lu}/u.test(head.text) ? singularise(head.text.toLowerCase()) : headName,
        modifiers.length === 0,
        words.slice(run.from, run.bodyFrom),
        head.plural === true,
      ),
  }
}

/** What the words before the head add to the name: glossary words by their names, people in the singular, naming words as they are. */
function modifierNames(words: readonly Word[], head: string, glossary: GlossaryNames): readonly string[] {
  const names: string[] = []
  let end = words.length
  while (end > 0) {
    const entry = glossary(words.slice(0, end).map((word) => word.text.toLowerCase()))
    const word = words[end - 1] as Word
    if (entry !== undefined) names.unshift(entry.name)
    else if (isNaming(word, head, end === 1, end === words.length)) {
      const parts = nameWords(word.text)
      const [only] = parts
      names.unshift(
        ...(parts.length === 1 && only !== undefined && personNouns.has(singularise(only)) ? [singularise(only)] : parts),
      )
    }
    end -= entry?.used ?? 1
  }
  return names
}

function isAbstract(head: string, alone: boolean, opening: readonly Word[], plural: boolean): boolean {
  if (abstractNouns.has(head)) return true
  if (!alone) return false
  return (
    abstractAlone.has(head) ||
    (abstractDefinite.has(head) && !plural && opening.some((word) => /^(?:the|this|our)$/i.test(word.text)))
  )
}

/** Whether a modifier is a part of the name. See adjectives.ts. */
function isNaming(word: Word, head: string, first: boolean, beforeHead: boolean): boolean {
  const lower = word.text.toLowerCase()
  if (word.pos === 'adverb' || word.value !== undefined || /^(?:per|non|multi|re|logged|signed|built|opted|checked)-/.test(lower))
    return false
  if (madeOf.test(lower) || choosingParticiples.has(lower)) return false
  if (lower === 'full' && head === 'name') return true
  if (saidOfText.test(lower) && freeText.test(head)) return false
  if (word.pos === 'noun' || word.pos === 'proper noun') return !(first && passingNouns.has(lower)) && lower !== 'mvp'
  const participle = word.pos === 'verb' || /(?:ed|ing)$/.test(lower)
  // Participles tell what was done to a thing, but name a date or a cost right behind them: `saved recipes`, `scheduled date`.
  const measure = measureHeads.has(head) && (beforeHead || !participle)
  if (measure && (namingBeforeMeasures.has(lower) || participle)) return true
  if (passingAdjectives.has(lower)) return false
  return !participle || gerundNames.test(lower)
}

/** A `short bio` and a `free note` are a bio and a note. */
const saidOfText = /^(?:short|brief|free|optional)$/
const freeText = /^(?:bio|biography|note|comment|remark|message)$/

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
