import type { NounPhrase, Word } from '../sentence.ts'
import { attributeHeads, transparentHeads } from './abstract-nouns.ts'
import type { GlossaryNames } from './glossary.ts'
import { nameOf } from './name-noun-phrase.ts'
import { type NounRun, nounRunAt } from './noun-run.ts'

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
      if (!/^['’]s?$/.test(words[at]?.text ?? '')) {
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
    if (phrase.abstract === false) while (isStructural(words[at])) at += 1
    const next = words[at]
    owner =
      next !== undefined && /^['’]s?$/.test(next.text) && next.start === words[at - 1]?.end && next.pos !== 'verb'
        ? index
        : undefined
    owned = next?.text.toLowerCase() === 'of' ? index : undefined
    if (owner !== undefined || owned !== undefined) at += 1
  }
  return found
}

function phraseOf(
  text: string,
  words: readonly Word[],
  run: NounRun,
  glossary: GlossaryNames,
): { readonly phrase: Draft; readonly to: number } {
  const own = nameOf(words, run, glossary)
  const next = words[run.to]?.text.toLowerCase()
  const inner =
    next === 'of' || ((next === 'about' || next === 'on') && /^(?:information|data|detail|details|info)$/.test(own.head))
      ? nounRunAt(words, run.to + 1)
      : undefined
  const head = words[run.to - 1]
  if (inner !== undefined && head !== undefined && !head.identifier) {
    const measures = /^(?:number|amount|quantity)$/.test(own.head) && words[run.from]?.text.toLowerCase() !== 'a'
    if (!measures && run.to - run.bodyFrom === 1 && transparentHeads.has(own.head))
      return throughHead(text, words, run, inner, own.head, glossary)
    if (run.to - run.bodyFrom === 1 && attributeHeads.has(own.head) && (measures || isBare(inner, words))) {
      const thing = nameOf(words, inner, glossary)
      const name =
        own.head === 'number' && words[inner.to - 1]?.plural === true ? `${thing.name}_count` : `${thing.name}_${own.head}`
      if (measures || combining.has(own.head)) {
        return {
          phrase: {
            ...draft(text, words, { ...run, to: inner.to }),
            ...own,
            name,
            head: name.slice(name.lastIndexOf('_') + 1),
            plural: own.plural,
            abstract: false,
            person: false,
          },
          to: inner.to,
        }
      }
    }
  }
  return { phrase: { ...draft(text, words, run), ...own }, to: run.to }
}

/** Heads that make one name with a bare noun after `of`: `date of birth`, `type of meal`; of others the noun is the possessor: `title of recipe`. */
const combining: ReadonlySet<string> = new Set(
  'type kind date time place unit number year level amount method day month quantity'.split(' '),
)

const isStructural = (word: Word | undefined): boolean =>
  word !== undefined &&
  word.pos === 'noun' &&
  !word.identifier &&
  /^(?:table|entity|column|field|attribute|row|record|enum|view|index)$/.test(word.lemma)

const isBare = (run: NounRun, words: readonly Word[]): boolean => run.bodyFrom === run.from && words[run.to - 1]?.plural !== true

function throughHead(
  text: string,
  words: readonly Word[],
  run: NounRun,
  inner: NounRun,
  head: string,
  glossary: GlossaryNames,
): { readonly phrase: Draft; readonly to: number } {
  const { phrase, to } = phraseOf(text, words, inner, glossary)
  const several =
    /^(?:list|set|number|lot|collection|series|variety|range|group|array|couple|pair|bunch|plenty|dozen|handful|majority|batch|listing|selection|sequence|subset)$/.test(
      head,
    )
  const quantifier =
    run.quantifier === 'no' || run.quantifier === 'each' || run.quantifier === 'all'
      ? run.quantifier
      : several
        ? 'many'
        : (phrase.quantifier ?? run.quantifier)
  const merged: Draft = { ...phrase, from: run.from, text: stretch(text, words, run.from, to), plural: phrase.plural || several }
  if (quantifier !== undefined) merged.quantifier = quantifier
  return { phrase: merged, to }
}

function draft(
  text: string,
  words: readonly Word[],
  run: NounRun,
): Pick<NounPhrase, 'from' | 'to' | 'text' | 'quantifier' | 'count'> {
  return {
    from: run.from,
    to: run.to,
    text: stretch(text, words, run.from, run.to),
    ...(run.quantifier === undefined ? {} : { quantifier: run.quantifier }),
    ...(run.count === undefined ? {} : { count: run.count }),
  }
}

const stretch = (text: string, words: readonly Word[], from: number, to: number): string =>
  text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0)
