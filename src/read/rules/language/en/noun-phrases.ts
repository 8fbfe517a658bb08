import type { NounPhrase, Word } from '../sentence.ts'
import { transparentHeads } from './abstract-nouns.ts'
import type { GlossaryNames } from './glossary.ts'
import { type Name, nameOf } from './name-noun-phrase.ts'
import { type NounRun, nounRunAt } from './noun-run.ts'
import { shareHeads } from './share-heads.ts'

type Draft = { -readonly [K in keyof NounPhrase]: NounPhrase[K] }

/**
 * The noun phrases of a sentence, left to right: determiner, quantifier, modifiers and head; with the possessor of `user's recipe` and `recipe of
 * the user`. `a list of recipes` is one phrase about recipes; structural nouns beside a name (`recipes table`) stay outside.
 */
export function nounPhrases(text: string, words: readonly Word[], glossary: GlossaryNames): readonly NounPhrase[] {
  const found: Draft[] = []
  let at = 0
  // Of the phrase before: what follows it decides who possesses whom.
  let owner: number | undefined
  let owned: number | undefined
  while (at < words.length) {
    const run = nounRunAt(words, at)
    if (run === undefined) {
      if (!isOwnership(words[at]?.text ?? '')) {
        owner = undefined
        owned = undefined
      }
      at += 1
      continue
    }
    const { phrase, to } = phraseOf(text, words, run, glossary)
    const index = found.length
    if (owner !== undefined) phrase.possessor = owner
    if (owned !== undefined) {
      const before = found[owned]
      if (before !== undefined) before.possessor = index
    }
    found.push(phrase)
    at = Math.max(to, at + 1)
    // `the recipes table`: the table is said of the recipes and is no phrase of its own.
    while (isStructural(words[at])) at += 1
    const next = words[at]
    owner =
      next !== undefined && isOwnership(next.text) && next.start === words[at - 1]?.end && next.pos !== 'verb' ? index : undefined
    owned = next?.text.toLowerCase() === 'of' ? index : undefined
    if (owner !== undefined || owned !== undefined) at += 1
  }
  return shareHeads(
    text,
    words,
    found.map((phrase) => ofItsWhole(phrase, found)),
  )
}

/** The lines of something are called after it: `items of an order` and `the order's items` are order items. */
function ofItsWhole(phrase: Draft, all: readonly Draft[]): Draft {
  const whole = phrase.possessor === undefined ? undefined : all[phrase.possessor]
  const several = phrase.plural || phrase.quantifier === 'each' || phrase.quantifier === 'one'
  if (!several || !/^(?:item|line|line_item|entry)$/.test(phrase.name)) return phrase
  if (whole === undefined || whole.person || whole.identifier || whole.abstract || !whole.known) return phrase
  return { ...phrase, name: `${whole.name}_${phrase.name}` }
}

function phraseOf(
  text: string,
  words: readonly Word[],
  run: NounRun,
  glossary: GlossaryNames,
): { readonly phrase: Draft; readonly to: number } {
  const own = nameOf(words, run, glossary)
  const head = words[run.to - 1]
  const next = words[run.to]?.text.toLowerCase() ?? ''
  const leads = next === 'of' || (/^(?:about|on)$/.test(next) && /^(?:information|data|detail|details|info)$/.test(own.head))
  const inner = leads && head?.identifier === false && run.to - run.bodyFrom === 1 ? nounRunAt(words, run.to + 1) : undefined
  if (inner === undefined) return { phrase: phraseFrom(text, words, run, run.to, own), to: run.to }
  // `a number of links`, `any number of links` are links; `the number of links` counts them
  const measures = /^(?:number|amount|quantity)$/.test(own.head) && !/^(?:an?|any)$/i.test(words[run.from]?.text ?? '')
  if (!measures && transparentHeads.has(own.head)) return throughHead(text, words, run, inner, own.head, glossary)
  if (measures || (combining.has(own.head) && isBare(inner, words))) {
    const thing = nameOf(words, inner, glossary)
    const headName = own.head === 'number' && words[inner.to - 1]?.plural === true ? 'count' : own.head
    const name: Name = { ...own, name: `${thing.name}_${headName}`, head: headName, abstract: false, person: false }
    return { phrase: phraseFrom(text, words, run, inner.to, name), to: inner.to }
  }
  return { phrase: phraseFrom(text, words, run, run.to, own), to: run.to }
}

/** Heads that make one name with a bare noun after `of`: `date of birth`, `type of meal`; of others the noun is the possessor: `title of recipe`. */
const combining: ReadonlySet<string> = new Set(
  'type kind date time place unit number year level amount method day month quantity'.split(' '),
)

const several: ReadonlySet<string> = new Set(
  'list set number lot collection series variety range group array couple pair bunch plenty dozen handful majority batch listing selection sequence subset'.split(
    ' ',
  ),
)

/** `a list of recipes` is about recipes, many of them. */
function throughHead(
  text: string,
  words: readonly Word[],
  run: NounRun,
  inner: NounRun,
  head: string,
  glossary: GlossaryNames,
): { readonly phrase: Draft; readonly to: number } {
  const { phrase, to } = phraseOf(text, words, inner, glossary)
  phrase.from = run.from
  phrase.text = stretch(text, words, run.from, to)
  if (several.has(head)) phrase.plural = true
  const decides = run.quantifier === 'no' || run.quantifier === 'each' || run.quantifier === 'all'
  const quantifier = decides ? run.quantifier : several.has(head) ? 'many' : (phrase.quantifier ?? run.quantifier)
  if (quantifier !== undefined) phrase.quantifier = quantifier
  return { phrase, to }
}

function phraseFrom(
  text: string,
  words: readonly Word[],
  run: NounRun,
  to: number,
  { name, head, plural, identifier, known, person, abstract }: Name,
): Draft {
  const phrase: Draft = {
    from: run.from,
    to,
    text: stretch(text, words, run.from, to),
    name,
    head,
    plural,
    identifier,
    known,
    person,
    abstract,
  }
  if (run.quantifier !== undefined) phrase.quantifier = run.quantifier
  if (run.count !== undefined) phrase.count = run.count
  return phrase
}

const isOwnership = (text: string): boolean => text === "'s" || text === "'" || text === '’s' || text === '’'

const isStructural = (word: Word | undefined): boolean =>
  word !== undefined &&
  word.pos === 'noun' &&
  !word.identifier &&
  /^(?:table|entity|column|field|attribute|row|record|enum|view|index)$/.test(word.lemma)

const isBare = (run: NounRun, words: readonly Word[]): boolean => run.bodyFrom === run.from && words[run.to - 1]?.plural !== true

const stretch = (text: string, words: readonly Word[], from: number, to: number): string =>
  text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0)
