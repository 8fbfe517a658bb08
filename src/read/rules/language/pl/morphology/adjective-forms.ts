import { ACC, DAT, type Form, GEN, INS, LOC, NOM, pluralForm, singular } from './form.ts'
import { virile } from './sounds.ts'

/** The forms of an adjective, participle or ordinal: `-y`, `-ki/-gi`, and soft `-ni` (`ostatni`). No degrees: those are lemmas. */
export function adjectiveForms(lemma: string): readonly Form[] {
  const velar = /[kg]i$/.test(lemma)
  const soft = !velar && lemma.endsWith('i')
  const stem = soft ? lemma : lemma.slice(0, -1)
  const front = velar ? `${stem}i` : soft ? stem : stem
  const y = velar || soft ? (soft ? '' : 'i') : 'y'
  return [
    singular(NOM | ACC, lemma),
    singular(NOM, `${stem}a`),
    singular(NOM | ACC, `${front}e`),
    singular(GEN | ACC, `${front}ego`),
    singular(DAT, `${front}emu`),
    singular(INS | LOC, `${stem}${y}m`),
    singular(GEN | DAT | LOC, `${front}ej`),
    singular(ACC | INS, `${stem}ą`),
    pluralForm(NOM | ACC, `${front}e`),
    pluralForm(NOM, soft ? lemma : virile(stem)),
    pluralForm(NOM, /[oe]n$/.test(stem) ? `${stem.slice(0, -2)}eni` : virile(stem)),
    pluralForm(GEN | LOC | ACC, `${stem}${y}ch`),
    pluralForm(DAT, `${stem}${y}m`),
    pluralForm(INS, `${stem}${y}mi`),
  ]
}
