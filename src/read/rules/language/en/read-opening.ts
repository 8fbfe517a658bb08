import type { NounPhrase, Word } from '../sentence.ts'

type Quantifier = NonNullable<NounPhrase['quantifier']>

/** Where the determiners, quantifiers and numbers of a noun phrase end, and what they say. */
export interface Opening {
  readonly to: number
  readonly quantifier?: Quantifier
  readonly count?: number
}

const quantifiers: ReadonlyMap<string, Quantifier> = new Map(
  Object.entries({
    each: 'each every',
    all: 'all both',
    many: 'many several multiple various numerous few unlimited different more countless dozens',
    one: 'a an one single another',
    no: 'no zero',
    some: 'some any',
  } satisfies Partial<Record<Quantifier, string>>).flatMap(([quantifier, words]) =>
    words.split(' ').map((word): [string, Quantifier] => [word, quantifier as Quantifier]),
  ),
)
const determiners = /^(?:the|this|these|those|their|its|his|her|my|your|our|own|such|whose|following|respective)$/

/** Reads `each of the`, `one or more`, `three`, `all their own`, `a maximum of 100` at word `at`. */
export function readOpening(words: readonly Word[], at: number): Opening {
  let to = at
  let quantifier: Quantifier | undefined
  let count: number | undefined
  for (;;) {
    const word = words[to]
    if (word === undefined || word.identifier || word.quoted === true) break
    const lower = lowerAt(words, to)
    const next = lowerAt(words, to + 1)
    const alternative = next === 'or' || next === 'to' ? `${lower} or ${lowerAt(words, to + 2)}` : ''
    const simple = quantifiers.get(lower)
    if (alternative !== '' && /^(?:zero|none|no|0) or (?:one|1)$/.test(alternative)) {
      quantifier = 'zero or one'
      to += 3
    } else if (alternative !== '' && /^(?:zero|one|0|1|two|2|three|3) or (?:more|many|several)$/.test(alternative)) {
      quantifier = 'many'
      to += 3
    } else if (
      next === 'of' &&
      /^(?:maximum|minimum|max|min|limit|total|average)$/.test(lower) &&
      words[to + 2]?.value !== undefined
    ) {
      to += 2
    } else if (word.value !== undefined && word.pos !== 'noun') {
      count = word.value
      quantifier = quantifier === 'each' || quantifier === 'all' ? quantifier : limited(words, at, count)
      to += 1
    } else if (simple !== undefined) {
      // `a few`: the stronger word decides; `each one of` stays each.
      quantifier = quantifier === undefined || (quantifier === 'one' && simple === 'many') ? simple : quantifier
      if (lower === 'one') count = 1
      to += 1
    } else if (
      (determiners.test(lower) && word.pos !== 'verb') ||
      (lower === 'of' && quantifier !== undefined && determiners.test(next))
    ) {
      to += 1
    } else break
  }
  return { to, ...(quantifier === undefined ? {} : { quantifier }), ...(count === undefined ? {} : { count }) }
}

/** `at most one` is zero or one, `at least one` many. */
function limited(words: readonly Word[], at: number, count: number): Quantifier {
  const before = `${lowerAt(words, at - 2)} ${lowerAt(words, at - 1)}`
  if (/(?:at least|minimum of|more than)$/.test(before)) return 'many'
  if (/(?:at most|up to|maximum of)$/.test(before) && count === 1) return 'zero or one'
  return count === 1 ? 'one' : count === 0 ? 'no' : 'many'
}

const lowerAt = (words: readonly Word[], at: number): string => words[at]?.text.toLowerCase() ?? ''
