import type { Marker, NounPhrase, Word } from '../sentence.ts'

/** Meanings that depend on what stands around a word, which phrases cannot say. `others` are the markers that phrases gave. */
export function contextMarkers(
  words: readonly Word[],
  others: readonly Marker[],
  nouns: readonly NounPhrase[],
): readonly Marker[] {
  const held = others.filter((marker) => holds(marker, words)).map((marker) => impersonal(marker, words, nouns))
  return [...held, ...words.flatMap((_, at) => boundAt(words, at, others))]
}

const WRITTEN: ReadonlySet<string> = new Set(['zapisywać', 'zapisać', 'rejestrować', 'zarejestrować'])

/** `zapisuje się nazwę`, `rejestruje się odczyty`: what is written down stands right behind; nobody joins or signs up there. */
function impersonal(marker: Marker, words: readonly Word[], nouns: readonly NounPhrase[]): Marker {
  const { meaning, from, to } = marker
  if ((meaning !== 'JOINS' && meaning !== 'SIGNS_IN') || to !== from + 2 || words[from + 1]?.text !== 'się') return marker
  const verb = words[from]
  if (verb === undefined || !WRITTEN.has(verb.lemma) || verb.text.toLowerCase() === verb.lemma) return marker
  return nouns.some((noun) => noun.from === to && !noun.person) ? { meaning: 'STORES', from, to } : marker
}

/** Takes back phrases that mean something else here: `oznaczyć jako ukończone` is no role, `30 min` no minimum. */
function holds({ meaning, from, to }: Marker, words: readonly Word[]): boolean {
  const before = words[from - 1]
  if (meaning === 'AS_ROLE' && words[from]?.text === 'jako') return before === undefined || before.pos === 'punctuation'
  if (meaning === 'AT_LEAST' && to === from + 1 && /^min\.?$/i.test(words[from]?.text ?? '')) return before?.value === undefined
  return true
}

/**
 * `do 500 znaków` is a limit and `od 3 zdjęć` a least; `należy do 2 grup` and `od 1 do 5` are not. A number in words
 * (`do jednego`) bounds nothing. `tak/nie` is a boolean, `ZMIANA` and `Zmiana:` announce a change of an earlier answer.
 */
function boundAt(words: readonly Word[], at: number, others: readonly Marker[]): readonly Marker[] {
  const word = words[at]
  if (word === undefined || word.identifier || word.quoted === true) return []
  const text = word.text.toLowerCase()
  const next = words[at + 1]
  if (text === 'do' || text === 'od') {
    if (next?.pos !== 'number' || next.value === undefined || !/^\d/.test(next.text)) return []
    if (others.some(({ meaning, from, to }) => meaning !== 'INTO' && from <= at && to > at)) return []
    return [{ meaning: text === 'do' ? 'AT_MOST' : 'AT_LEAST', from: at, to: at + 2 }]
  }
  if (text === 'tak' && next?.text === '/' && words[at + 2]?.lemma === 'nie')
    return [{ meaning: 'BOOLEAN', from: at, to: at + 3 }]
  if (word.lemma === 'zmiana' && (word.text === 'ZMIANA' || (at === 0 && next?.text === ':')))
    return [{ meaning: 'CHANGE', from: at, to: at + 1 }]
  return []
}
