import { remembered } from '../../../../../schema/remembered.ts'
import type { WordTable } from './word-table.ts'

/** Endings of regular forms and what stands in their place, in the order in which they are tried. Those that end in nothing may have lost an e. */
const nounEndings: readonly (readonly [RegExp, string])[] = [
  [/s$/, ''],
  [/ses$/, 's'],
  [/xes$/, 'x'],
  [/zes$/, 's'],
  [/ves$/, 'f'],
  [/ches$/, 'ch'],
  [/shes$/, 'sh'],
  [/ies$/, 'y'],
]

/** The lemma of a form as a noun, a verb or an adjective; of any other part of speech the form itself. */
export type Lemmatiser = (form: string, tag: string) => string

/** Finds lemmas as the model of wink-nlp does, each once. */
export function lemmatiser(words: WordTable): Lemmatiser {
  const known = Object.fromEntries(
    Object.entries(finders).map(([tag, find]) => [
      tag,
      remembered((form) => words.irregular(tag, form) ?? find(form, (base) => isBase(base, tag, words))),
    ]),
  )
  return (form, tag) => known[tag]?.(form) ?? form
}

const finders: Readonly<Record<string, (form: string, isBase: (base: string) => boolean) => string>> = {
  NOUN: (form, isBase) => {
    for (const [ending, instead] of nounEndings) {
      const base = form.replace(ending, instead)
      if (base.length !== form.length && isBase(base)) return base
    }
    return form.replace(/men$/, 'man')
  },
  VERB: (form, isBase) => {
    for (const [ending, instead] of [[/s$/, ''] as const, [/ies$/, 'y'] as const]) {
      const base = form.replace(ending, instead)
      if (base.length !== form.length && isBase(base)) return base
    }
    return withoutEnding(form, /es$|ed$|ing$/, isBase)
  },
  ADJ: (form, isBase) => withoutEnding(form, /est$|er$/, isBase),
}

function withoutEnding(form: string, ending: RegExp, isBase: (base: string) => boolean): string {
  const base = form.replace(ending, '')
  if (base.length === form.length) return form
  if (isBase(base)) return base
  return isBase(`${base}e`) ? `${base}e` : form
}

function isBase(base: string, tag: string, words: WordTable): boolean {
  const place = words.find(base)
  if (place < 0 || words.partsOf(base) !== undefined) return false
  const { isBaseForm, own } = words.entry(place)
  return isBaseForm && (own & (1 << words.rules.tags.indexOf(tag))) !== 0
}
