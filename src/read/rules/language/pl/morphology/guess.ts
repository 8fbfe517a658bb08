import { ACC, ANY_CASE, DAT, GEN, INS, LOC, NOM } from './form.ts'
import { genderOf } from './noun-forms.ts'

/** What an unknown word may be, by its ending alone. */
export interface Guess {
  readonly lemma: string
  readonly pos: 'noun' | 'adjective' | 'verb' | 'adverb'
  readonly plural: boolean
  readonly cases: number
}

interface Ending {
  readonly ending: RegExp
  readonly lemma: string
  readonly pos: Guess['pos']
  readonly plural?: boolean
  readonly cases?: number
}

/**
 * Endings in the order they are tried, the most telling first. All forms of one unknown word should get one lemma, so that
 * `ładunku`, `ładunki` and `ładunków` become one thing.
 */
const ENDINGS: readonly Ending[] = [
  { ending: /ościami$|ościach$|ościom$/, lemma: 'ość', pos: 'noun', plural: true, cases: INS | LOC | DAT },
  { ending: /ością$/, lemma: 'ość', pos: 'noun', cases: INS },
  { ending: /ości$/, lemma: 'ość', pos: 'noun', cases: GEN | DAT | LOC },
  { ending: /(?:ować|ywać|iwać|[aey]ć|ić|nąć)$/, lemma: '$&', pos: 'verb' },
  { ending: /uj(?:e|ą|ę|emy|esz|ąc)$/, lemma: 'ować', pos: 'verb' },
  { ending: /(?:ował[aoyi]?|owali)$/, lemma: 'ować', pos: 'verb' },
  { ending: /owa[nt]o$/, lemma: 'ować', pos: 'verb' },
  { ending: /(?:ają|amy|asz)$/, lemma: 'ać', pos: 'verb' },
  { ending: /([ae])ni(?:e|a|u|em)$/, lemma: '$1nie', pos: 'noun', cases: NOM | ACC | GEN },
  { ending: /([ae])ń$/, lemma: '$1nie', pos: 'noun', plural: true, cases: GEN },
  { ending: /([ae])ni(?:ach|ami|om)$/, lemma: '$1nie', pos: 'noun', plural: true, cases: LOC | INS | DAT },
  { ending: /([csz])j(?:ami|ach|om|e)$/, lemma: '$1ja', pos: 'noun', plural: true, cases: NOM | ACC | INS | LOC },
  { ending: /([csz])j(?:i|a|ę|ą)$/, lemma: '$1ja', pos: 'noun', cases: NOM | GEN | ACC | INS },
  { ending: /(ow|n|sk|ck|zk|żk|zn|ał|on|an|[aąi]c|łyn)(?:ego|emu|ej)$/, lemma: '$1y', pos: 'adjective', cases: GEN | DAT | LOC },
  { ending: /([^aeiouyąęó]{1,2})i(?:ego|emu|ej|m|ch|mi)$/, lemma: '$1i', pos: 'adjective', cases: ANY_CASE },
  { ending: /(ow|n|sk|ck|zn|ał|on|an|ąc)(?:ych|ymi)$/, lemma: '$1y', pos: 'adjective', plural: true, cases: GEN | LOC | INS },
  { ending: /(owy|owa|owe|ową|owym)$/, lemma: 'owy', pos: 'adjective', cases: ANY_CASE },
  { ending: /(czn|aln|[ao]n|jn|[ui]wn|st|ąc)(?:y|a|e|ą|ym)$/, lemma: '$1y', pos: 'adjective', cases: ANY_CASE },
  { ending: /(sk|ck)(?:i|a|ie|ą|im)$/, lemma: '$1i', pos: 'adjective', cases: ANY_CASE },
  { ending: /unk(?:i|ów|om|ami|ach)$/, lemma: 'unek', pos: 'noun', plural: true, cases: NOM | ACC | GEN },
  { ending: /unk(?:u|a|owi|iem)$/, lemma: 'unek', pos: 'noun', cases: GEN | LOC | DAT | INS },
  { ending: /([^aeiouyąęó])kó(?:w)$/, lemma: '$1ek', pos: 'noun', plural: true, cases: GEN },
  { ending: /ów$/, lemma: '', pos: 'noun', plural: true, cases: GEN },
  { ending: /kami$|kach$|kom$/, lemma: 'ka', pos: 'noun', plural: true, cases: INS | LOC | DAT },
  { ending: /ami$|ach$/, lemma: '', pos: 'noun', plural: true, cases: INS | LOC },
  { ending: /(?:ikiem|ikowi|ika|iku)$/, lemma: 'ik', pos: 'noun', cases: GEN | INS | DAT | LOC },
  { ending: /(?:iki)$/, lemma: 'ik', pos: 'noun', plural: true, cases: NOM | ACC },
  { ending: /(?:icy)$/, lemma: 'ik', pos: 'noun', plural: true, cases: NOM },
  { ending: /(?:iem|owi)$/, lemma: '', pos: 'noun', cases: INS | DAT },
  { ending: /([^aeiouyąęói])em$/, lemma: '$1', pos: 'noun', cases: INS },
  { ending: /[ąę]$/, lemma: 'a', pos: 'noun', cases: ACC | INS },
  { ending: /[kg]i$/, lemma: '$&', pos: 'noun', plural: true, cases: NOM | ACC | GEN },
  { ending: /[^aeiouyąęóż]y$/, lemma: '$&', pos: 'noun', plural: true, cases: NOM | ACC | GEN },
  { ending: /([^aeiouyąęó]{2,})nie$|owo$/, lemma: '$&', pos: 'adverb' },
]

/**
 * Guesses an unknown Polish word. The lemma is a best effort, stable over a word's forms where endings allow it.
 * Words without a telling ending are taken as nouns in their base form.
 */
export function guessWord(word: string): Guess {
  for (const { ending, lemma, pos, plural, cases } of ENDINGS) {
    const match = ending.exec(word)
    if (match === null || match.index < 2) continue
    const base = lemma === '$&' ? word : word.slice(0, match.index) + lemma.replace('$1', match[1] ?? '')
    return { lemma: velar(base, word), pos, plural: plural ?? false, cases: cases ?? ANY_CASE }
  }
  const stem = /[kg]i$|[^aeiouyąęó]y$/.test(word) ? word.slice(0, -1) : word
  return { lemma: stem, pos: 'noun', plural: stem !== word, cases: genderOf(word) === 'f' ? NOM : ANY_CASE }
}

/** Nominative plurals in -ki, -gi, -y lose their ending; adjectives in -sky are -ski. */
function velar(lemma: string, word: string): string {
  if (/(?:sk|ck|zk|żk)y$/.test(lemma)) return `${lemma.slice(0, -1)}i`
  if (lemma === word && /[^aeiouyąęó][ki]i$/.test(lemma)) return `${lemma.slice(0, -1)}a`
  if (lemma === word && /(?:[kg]i|y)$/.test(lemma)) return lemma.slice(0, -1)
  return lemma
}
