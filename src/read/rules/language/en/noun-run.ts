import type { NounPhrase, Word } from '../sentence.ts'
import { isSqlWord } from '../sql-vocabulary.ts'

/** Words of one noun phrase: determiners and quantifiers `from`, modifiers and head from `bodyFrom` to `to`; the head is the last. */
export interface NounRun {
  readonly from: number
  readonly bodyFrom: number
  readonly to: number
  readonly quantifier?: NonNullable<NounPhrase['quantifier']>
  readonly count?: number
}

type Quantifier = NonNullable<NounPhrase['quantifier']>

const quantifiers: Readonly<Record<string, Quantifier>> = {
  each: 'each',
  every: 'each',
  all: 'all',
  both: 'all',
  many: 'many',
  several: 'many',
  multiple: 'many',
  various: 'many',
  numerous: 'many',
  few: 'many',
  unlimited: 'many',
  different: 'many',
  a: 'one',
  an: 'one',
  one: 'one',
  single: 'one',
  no: 'no',
  zero: 'no',
  some: 'some',
  any: 'some',
  another: 'one',
  more: 'many',
  countless: 'many',
  dozens: 'many',
}
const openers: ReadonlySet<string> = new Set([
  'the',
  'this',
  'that',
  'these',
  'those',
  'their',
  'its',
  'his',
  'her',
  'my',
  'your',
  'our',
  'own',
  'such',
  'which',
  'whose',
  'exactly',
  'only',
  'following',
  'respective',
])
const outsideTrailing: ReadonlySet<string> = new Set([
  'table',
  'tables',
  'entity',
  'entities',
  'column',
  'columns',
  'field',
  'fields',
  'attribute',
  'attributes',
  'row',
  'rows',
  'record',
  'records',
])
const outsideLeading: ReadonlySet<string> = new Set([
  'table',
  'tables',
  'entity',
  'entities',
  'column',
  'columns',
  'field',
  'fields',
  'attribute',
  'attributes',
])

/** The noun phrase that begins at word `at`, or undefined. */
export function nounRunAt(words: readonly Word[], at: number): NounRun | undefined {
  const opening = readOpening(words, at)
  const from = at
  let end = opening.to
  const first = words[end]
  if (first === undefined) return undefined
  if (first.identifier || first.quoted === true) {
    return isSqlWord(first.text) ? undefined : finish(from, end, end + 1, opening)
  }
  let lastNoun = -1
  let here = end
  while (here < words.length) {
    const word = words[here] as Word
    if (word.identifier || word.quoted === true) break
    if (isNoun(word)) {
      lastNoun = here
      here += 1
    } else if (isModifier(words, here)) here += 1
    else break
  }
  if (lastNoun < 0) return undefined
  const bodyFrom = end
  end = lastNoun + 1
  // `the recipes table`: the table is said of the recipes. `custom fields` are things of their own.
  while (end - bodyFrom > 1 && outsideTrailing.has(lowerOf(words, end - 1)) && isNoun(words[end - 2] as Word)) end -= 1
  if (end - bodyFrom > 1 && outsideLeading.has(lowerOf(words, bodyFrom)) && words[bodyFrom + 1]?.plural === true) {
    // `table recipes`: the phrase before is the table, which is structure.
    return finish(from, bodyFrom, bodyFrom + 1, opening)
  }
  return finish(from, bodyFrom, end, opening)
}

function finish(
  from: number,
  bodyFrom: number,
  to: number,
  opening: { readonly quantifier?: Quantifier; readonly count?: number },
): NounRun {
  return {
    from,
    bodyFrom,
    to,
    ...(opening.quantifier === undefined ? {} : { quantifier: opening.quantifier }),
    ...(opening.count === undefined ? {} : { count: opening.count }),
  }
}

const lowerOf = (words: readonly Word[], at: number): string => words[at]?.text.toLowerCase() ?? ''

/** Determiners, quantifiers and numbers: `each of the`, `one or more`, `at most three`, `all their own`. */
function readOpening(
  words: readonly Word[],
  at: number,
): { readonly to: number; readonly quantifier?: Quantifier; readonly count?: number } {
  let to = at
  let quantifier: Quantifier | undefined
  let count: number | undefined
  for (;;) {
    const lower = lowerOf(words, to)
    const word = words[to]
    if (word === undefined || word.identifier || word.quoted === true) break
    const pair = `${lower} ${lowerOf(words, to + 1)} ${lowerOf(words, to + 2)}`
    if (/^(?:zero|none|no|0) or (?:one|1)$/.test(pair)) {
      quantifier = 'zero or one'
      to += 3
    } else if (/^(?:zero|one|0|1|two|2) or (?:more|many|several)$/.test(pair)) {
      quantifier = 'many'
      to += 3
    } else if (word.value !== undefined && word.pos !== 'noun') {
      count = word.value
      quantifier = quantifier === 'each' || quantifier === 'all' ? quantifier : limited(words, at, count)
      to += 1
    } else if (Object.hasOwn(quantifiers, lower)) {
      const next = quantifiers[lower] as Quantifier
      // `a few`, `no more`: the stronger word decides; `each one of` stays each.
      quantifier = quantifier === undefined || (quantifier === 'one' && next === 'many') ? next : quantifier
      if (lower === 'one') count = 1
      to += 1
    } else if (openers.has(lower)) to += 1
    else if (
      lower === 'of' &&
      to > at &&
      quantifier !== undefined &&
      /^(?:the|their|his|her|my|your|our|its|these|those)$/.test(lowerOf(words, to + 1))
    )
      to += 1
    else break
  }
  return { to, ...(quantifier === undefined ? {} : { quantifier }), ...(count === undefined ? {} : { count }) }
}

/** `at most one` is zero or one, `at least one` many. */
function limited(words: readonly Word[], at: number, count: number): Quantifier {
  const before = `${lowerOf(words, at - 2)} ${lowerOf(words, at - 1)}`
  if (/(?:at least|minimum of|more than)$/.test(before)) return 'many'
  if (/(?:at most|up to|maximum of|more than)$/.test(before) && count === 1) return 'zero or one'
  return count === 1 ? 'one' : count === 0 ? 'no' : 'many'
}

const isNoun = (word: Word): boolean => (word.pos === 'noun' || word.pos === 'proper noun') && /\p{L}/u.test(word.text)

/** An adjective, a participle before a noun (`saved recipes`), or an adverb before either (`newly created recipes`). */
function isModifier(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word
  const next = words[at + 1]
  if (next === undefined) return false
  if (word.pos === 'adjective') return leadsToNoun(words, at + 1)
  if (word.pos === 'verb') {
    const text = word.text.toLowerCase()
    if (!/(?:ed|en|wn|nt|pt|lt|ing)$/.test(text) || /^(?:being|having|been|including|containing|using|according)$/.test(text))
      return false
    const before = words[at - 1]
    const afterOpening =
      before === undefined ||
      before.pos === 'determiner' ||
      before.pos === 'adjective' ||
      before.pos === 'preposition' ||
      before.pos === 'conjunction' ||
      before.pos === 'adverb' ||
      before.pos === 'number' ||
      before.pos === 'verb' ||
      (before.pos === 'pronoun' && /^(?:my|your|his|her|its|our|their|'s)$/i.test(before.text)) ||
      /^[,:(]$|^['’]s$/.test(before.text)
    if (/ing$/.test(text))
      return before !== undefined && (before.pos === 'determiner' || before.pos === 'adjective') && leadsToNoun(words, at + 1)
    return afterOpening && !/^(?:be|have|get)$/.test(before?.lemma ?? '') && leadsToNoun(words, at + 1)
  }
  if (word.pos === 'adverb')
    return (next.pos === 'adjective' || next.pos === 'verb') && isModifier(words, at + 1) && /ly$/.test(word.text)
  return false
}

function leadsToNoun(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word === undefined || word.identifier || word.quoted === true) return false
  return isNoun(word) || isModifier(words, at)
}
