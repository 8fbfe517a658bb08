import type { Reading } from './lexicon.ts'
import { ACC, ANY_CASE, DAT, GEN, INS, LOC, NOM } from './morphology/form.ts'
import type { ReadWord } from './read-words.ts'

/** Cases that a preposition asks for. */
const GOVERNED: Readonly<Record<string, number>> = {
  do: GEN,
  od: GEN,
  dla: GEN,
  bez: GEN,
  u: GEN,
  według: GEN,
  podczas: GEN,
  oprócz: GEN,
  zamiast: GEN,
  spośród: GEN,
  wśród: GEN,
  powyżej: GEN,
  poniżej: GEN,
  względem: GEN,
  wewnątrz: GEN,
  z: GEN | INS,
  w: LOC | ACC,
  na: LOC | ACC,
  po: LOC | ACC,
  o: LOC | ACC,
  przy: LOC,
  za: INS | ACC,
  nad: INS | ACC,
  pod: INS | ACC,
  przed: INS | ACC,
  między: INS | ACC,
  poza: INS | ACC,
  przez: ACC,
  poprzez: ACC,
  dzięki: DAT,
  wobec: GEN,
}

/** Whether a word is joined to what stands before it by a conjunction or a comma. */
export const continues = (words: readonly ReadWord[], at: number): boolean =>
  /^(?:i|oraz|lub|albo|ani|,)$/.test(words[at - 1]?.token.text ?? '')

/** Cases that a word's place asks for: after a preposition, an action, a missing thing, or joined to another. */
export function contextCases(words: readonly ReadWord[], at: number, chosen: ReadonlyMap<number, Reading>): number {
  const before = words[at - 1]?.readings[0]?.entry
  if (before?.pos === 'preposition') return GOVERNED[before.lemma] ?? ANY_CASE
  // What is deleted, added, missing stands in the genitive: `usunięcie konta`, `brak tabeli`.
  if (chosen.get(at - 1)?.entry.action === true || before?.lemma === 'brak') return GEN
  return continues(words, at) ? ANY_CASE : NOM | ACC
}

/** Prepositions of two words with a noun in them that names nothing; what follows stands in the genitive. */
const COMPOUND_PREPOSITIONS: ReadonlySet<string> = new Set(
  `w ramach|w celu|w trakcie|w czasie|w przypadku|w razie|w wyniku|w oparciu|w zależności|w stosunku|w kontekście|w formie|w postaci|w zakresie|w obrębie|w imieniu|w miejsce|w sposób|w pełni|w tym|w dowolnym|
za pomocą|za pośrednictwem|na podstawie|na rzecz|na temat|na poziomie|na potrzeby|na wypadek|na przykład|na bieżąco|na koniec|na początku|na razie|na żądanie|na stałe|na etapie|pod kątem|pod warunkiem|pod względem|z wyjątkiem|
z powodu|z uwagi|z pomocą|z możliwością|z uwzględnieniem|ze względu|ze strony|po stronie|po stronie|przy użyciu|przy pomocy|od strony|co najmniej|co najwyżej|między innymi|do momentu|do czasu|od momentu|przez cały|w ciągu|w skład|w przyszłości`
    .split('|')
    .map((each) => each.trim()),
)

const FIRST_OF_COMPOUND: ReadonlySet<string> = new Set([...COMPOUND_PREPOSITIONS].map((each) => each.slice(0, each.indexOf(' '))))

/** The words of a compound preposition that begins here; 0 if none does. */
export function compoundPreposition(words: readonly ReadWord[], at: number): number {
  const first = words[at]?.key ?? ''
  if (!FIRST_OF_COMPOUND.has(first)) return 0
  return COMPOUND_PREPOSITIONS.has(`${first} ${words[at + 1]?.key ?? ''}`) ? 2 : 0
}
