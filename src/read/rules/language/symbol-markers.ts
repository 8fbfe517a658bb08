import type { Marker, Meaning, Word } from './sentence.ts'

const signs: Readonly<Record<string, Meaning>> = {
  '≤': 'AT_MOST',
  '⩽': 'AT_MOST',
  '<=': 'AT_MOST',
  '≥': 'AT_LEAST',
  '⩾': 'AT_LEAST',
  '>=': 'AT_LEAST',
  '∈': 'ONE_OF',
  '%': 'PERCENT',
  $: 'MONEY',
  '€': 'MONEY',
  '£': 'MONEY',
}

/** What signs and notations mean in any language: `≤200`, `3–32`, `100+`, `1:N`, `M2M`, `(1) -> (N)`, `many:1`. */
export function symbolMarkers(words: readonly Word[]): readonly Marker[] {
  return words.flatMap((word, at): readonly Marker[] => {
    const meaning = Object.hasOwn(signs, word.text) ? signs[word.text] : undefined
    if (meaning !== undefined) return [{ meaning, from: at, to: at + 1 }]
    const cardinality = cardinalityOf(word.text)
    if (cardinality !== undefined) return [{ meaning: cardinality, from: at, to: at + 1 }]
    const next = words[at + 1]
    const after = words[at + 2]
    if (
      word.value !== undefined &&
      next !== undefined &&
      /^(?:[-–—]|\.\.\.?|…|÷)$/.test(next.text) &&
      after?.value !== undefined &&
      after.value > word.value
    ) {
      return [{ meaning: 'BETWEEN', from: at, to: at + 3 }]
    }
    if (word.value !== undefined && next?.text === '+' && next.start === word.end)
      return [{ meaning: 'AT_LEAST', from: at, to: at + 2 }]
    return arrowCardinality(words, at)
  })
}

/** The meaning of `1:N`, `N:1`, `N:M`, `1:1`, `M2M`, `many:1`, `0..1`; undefined for anything else. */
export function cardinalityOf(text: string): Meaning | undefined {
  // Most words are too short or too long, or begin otherwise.
  if (text.length < 3 || text.length > 11 || !'01nmoNMO*'.includes(text.charAt(0))) return undefined
  const shape = /^(?:(0|1)\.\.([1*nm])|([01nm*]|many|one)\s?[:–-]\s?([01nm*]|many|one)|([mno])2([mno]))$/iu.exec(text)
  if (shape === null) return undefined
  if (shape[1] !== undefined) return shape[2] === '1' ? (shape[1] === '1' ? 'EXACTLY' : undefined) : 'MANY'
  const many = (side: string) => !/^(?:0|1|o|one)$/i.test(side)
  const left = many(shape[3] ?? shape[5] ?? '')
  const right = many(shape[4] ?? shape[6] ?? '')
  return left ? (right ? 'MANY_TO_MANY' : 'MANY_TO_ONE') : right ? 'ONE_TO_MANY' : 'ONE_TO_ONE'
}

const arrow = /^(?:->|-->|=>|→|⇒|⟶|<->|<-->|↔|⇔|-|–|—|:|\/|to|do)$/u
const sides: ReadonlySet<string> = new Set(['1', 'N', 'n', 'M', '*', 'many', 'one'])

/** `(1) -> (N)`, `1 → N`, `N ↔ M`: the words from the first side to the second. */
function arrowCardinality(words: readonly Word[], at: number): readonly Marker[] {
  let here = at
  const take = (): string | undefined => {
    const open = words[here]?.text === '('
    const text = words[open ? here + 1 : here]?.text
    if (text === undefined || !sides.has(text) || (open && words[here + 2]?.text !== ')')) return undefined
    here += open ? 3 : 1
    return text
  }
  const left = take()
  const sign = words[here]?.text
  if (left === undefined || sign === undefined || !arrow.test(sign)) return []
  here += 1
  const right = take()
  // Two numbers (`1 - 1`) say nothing unless an arrow or a colon stands between them.
  if (right === undefined || (left === '1' && right === '1' && !/^(?:->|→|<->|↔|:)$/.test(sign))) return []
  const meaning = cardinalityOf(`${left}:${right}`)
  return meaning === undefined ? [] : [{ meaning, from: at, to: here }]
}
