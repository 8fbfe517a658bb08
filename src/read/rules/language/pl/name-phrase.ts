import { composeName } from './names.ts'
import { findNounPhrases } from './noun-phrases.ts'
import type { ReadWord } from './read-words.ts'
import type { Terms } from './terms.ts'

const verbOf = (words: readonly ReadWord[]): string =>
  words.find(({ readings }) => readings[0]?.entry.pos === 'verb')?.readings[0]?.entry.name ?? ''

const ASKING: Readonly<Record<string, (participle: string) => string>> = {
  kto: (participle) => `${participle}_by`,
  kiedy: (participle) => `${participle}_at`,
  czy: (participle) => `is_${participle}`,
}

/** Pronouns for what somebody did something with: `kto ją rozpoczął`. */
const OBJECTS = /^(?:go|ją|je|to|ich|jego|jej)$/

/** What fields are called of which one word is all that is said: the bounds of a time, who did it and when. */
const ALONE: Readonly<Record<string, string>> = {
  początek: 'starts_at',
  rozpoczęcie: 'starts_at',
  start: 'starts_at',
  koniec: 'ends_at',
  zakończenie: 'ends_at',
  kto: 'user',
  kiedy: 'created_at',
}

/** What one end of a span is called, by the name of what spans: `godzina od`, `wiek do`. */
const ENDS: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:date|day|period|due_date)$/, 'start_date', 'end_date'],
  [/^(?:hour|time)$/, 'start_time', 'end_time'],
  [/^(?:age|price|amount|cost|quantity|temperature|weight|height)$/, 'min', 'max'],
]

function endName(words: readonly ReadWord[]): string | undefined {
  const [first, second] = words
  if (words.length !== 2 || (second?.key !== 'od' && second?.key !== 'do')) return undefined
  const name = first?.nouns[0]?.entry.name ?? ''
  const ends = ENDS.find(([what]) => what.test(name))
  const end = second.key === 'od' ? ends?.[1] : ends?.[2]
  return end === 'min' || end === 'max' ? `${end}_${name}` : end
}

/**
 * The name of a field that is written as a short clause: `kto zatwierdził` and `zatwierdził` are approved_by, `kiedy wysłano` and `wysłano` sent_at,
 * `czy aktywny` and `informacja czy jest aktywny` is_active, `liczba dopasowanych` matched_count, `koniec` ends_at.
 */
function clauseName(words: readonly ReadWord[]): string | undefined {
  const [first, second] = words
  if (words.length === 1 && Object.hasOwn(ALONE, first?.key ?? '')) return ALONE[first?.key ?? '']
  const counted = second?.adjectives.find(({ plural }) => plural)?.entry.name ?? ''
  if (words.length === 2 && counted !== '' && (first?.lemmas.has('liczba') || first?.lemmas.has('ilość')))
    return `${counted}_count`
  const from = /^(?:informacj[aeę]|flaga|flagę|znacznik)$/.test(words[0]?.key ?? '') && words[1]?.key === 'czy' ? 1 : 0
  const ask = ASKING[words[from]?.key ?? '']
  const said = words
    .slice(ask ? from + 1 : from)
    .filter(({ key, lemmas }) => !lemmas.has('być') && !lemmas.has('zostać') && !(ask && OBJECTS.test(key)))
  const last = said.findIndex(({ key }) => key === 'o' || key === 'tak' || key === 'kiedy')
  const clause = last < 0 ? said : said.slice(0, last)
  const [word] = clause
  const verb = word?.readings[0]?.entry.pos === 'verb' ? word.readings[0].entry.name : ''
  if (ask) {
    const told =
      ask === ASKING.czy
        ? (clause.find(({ adjectives }) => adjectives.length > 0)?.adjectives[0]?.entry.name ?? verbOf(clause))
        : verb
    return told === '' || clause.length > 3 ? undefined : ask(told)
  }
  if (verb === '' || clause.length > 1 || word === undefined) return undefined
  if (/[nt]o$/.test(word.key)) return said.some(({ key }) => key === 'tak') ? `is_${verb}` : `${verb}_at`
  return /ł$/.test(word.key) ? `${verb}_by` : undefined
}

/**
 * The name of a phrase that stands alone. Of several noun phrases the first that belongs to no other counts; a phrase without a noun
 * (`zakończone`, `do poprawy`) is named by its words.
 */
export function nameOf(
  text: string,
  words: readonly ReadWord[],
  terms: Terms,
  nameQuoted?: (text: string) => { readonly name: string; readonly known: boolean },
): { readonly name: string; readonly plural: boolean; readonly known: boolean } {
  const clause = words.length <= 6 ? (endName(words) ?? clauseName(words)) : undefined
  if (clause !== undefined) return { name: clause, plural: false, known: true }
  const { nouns } = findNounPhrases(words, text, terms, nameQuoted)
  const owned = new Set(nouns.flatMap(({ possessor }) => (possessor === undefined ? [] : [possessor])))
  const root = nouns.find((_, index) => !owned.has(index))
  if (root !== undefined) {
    const owner = root.possessor === undefined ? undefined : nouns[root.possessor]
    const withOwner =
      owner?.person === true &&
      owner.name !== 'user' &&
      root.head !== 'count' &&
      !root.name.startsWith(`${owner.name}_`) &&
      owner.to === root.to
    return { name: withOwner ? `${owner.name}_${root.name}` : root.name, plural: root.plural, known: root.known }
  }
  const parts = words.flatMap(({ readings }) => {
    const name = readings[0]?.entry.name ?? ''
    return name === '' ? [] : [name]
  })
  if (parts.length === 0) return { ...composeName(text), plural: false, known: false }
  return { name: parts.join('_'), plural: false, known: words.every(({ known }) => known) }
}
