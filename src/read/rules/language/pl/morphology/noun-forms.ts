import { adjectiveForms } from './adjective-forms.ts'
import { ACC, ANY_CASE, DAT, type Form, GEN, type Gender, INS, LOC, NOM, pluralForm, singular } from './form.ts'
import { bareStems, beforeVowel, isSoft, join, locativeStems, obliqueStems, raised, virile } from './sounds.ts'

/** How a noun of the lexicon declines, as far as its spelling does not tell. */
export interface Declension {
  readonly gender?: Gender
  readonly person: boolean
  /** `0`: one form for everything; `adjective`: declines like one (`znajomy`); `plural`: has no singular (`drzwi`). */
  readonly kind?: 'fixed' | 'adjective' | 'plural'
  /** Stem before endings, for what no rule finds: `pies` has `ps`. */
  readonly stem?: string
  /** Further forms by number, of every case: `ludzie`, `ludzi`. */
  readonly plurals?: readonly string[]
}

/** The gender a noun's ending shows; the lexicon says it where the ending misleads (`noc` is feminine). */
export function genderOf(lemma: string): Gender {
  if (/(?:a|ść|ni)$/.test(lemma)) return 'f'
  return /(?:[oeę]|um)$/.test(lemma) ? 'n' : 'm'
}

const pluralTail = (stem: string): readonly Form[] => [
  pluralForm(DAT, join(stem, 'om')),
  pluralForm(INS, join(stem, 'ami')),
  pluralForm(LOC, join(stem, 'ach')),
]

function masculine(lemma: string, { person, stem }: Declension): readonly Form[] {
  const forms: Form[] = [singular(NOM | ACC, lemma)]
  for (const base of stem === undefined ? obliqueStems(lemma) : [stem]) {
    forms.push(
      singular(person ? GEN | ACC : GEN | ACC, join(base, 'a')),
      singular(DAT, join(base, 'owi')),
      singular(INS, join(base, 'em')),
      ...pluralTail(base),
      pluralForm(GEN | (person ? ACC : 0), join(base, 'ów')),
    )
    const soft = isSoft(base)
    forms.push(singular(GEN | DAT | LOC, join(base, 'u')))
    if (soft) {
      forms.push(pluralForm(NOM | ACC, join(base, 'e')), pluralForm(GEN | ACC | NOM, join(base, 'i')))
    } else {
      if (!/(?:[kgh]|ch)$/.test(base)) for (const locative of locativeStems(base)) forms.push(singular(LOC, `${locative}e`))
      forms.push(pluralForm(NOM | ACC, join(base, 'y')))
    }
    if (person)
      forms.push(pluralForm(NOM, virile(base)), pluralForm(NOM, virile(raised(base))), pluralForm(NOM, join(base, 'owie')))
    if (person && base.endsWith('anin')) {
      const people = base.slice(0, -2)
      forms.push(pluralForm(NOM, `${people}ie`), pluralForm(GEN | ACC, people), ...pluralTail(people))
    }
  }
  return forms
}

function feminine(lemma: string, { person, stem }: Declension): readonly Form[] {
  const base = stem ?? lemma.slice(0, -1)
  const forms = [
    singular(NOM, lemma),
    singular(ACC, join(base, 'ę')),
    singular(INS, join(base, 'ą')),
    singular(0, join(base, 'o')),
    ...pluralTail(base),
    ...bareStems(base).map((bare) => pluralForm(GEN, bare)),
  ]
  if (isSoft(base)) {
    // `historia → historii`, `kuchnia → kuchni`, `praca → pracy`, `lekcja → lekcji`.
    const genitive = join(base, 'i')
    forms.push(singular(GEN | DAT | LOC, genitive), pluralForm(GEN, genitive), pluralForm(NOM | ACC, join(base, 'e')))
    if (base.endsWith('i')) forms.push(singular(GEN | DAT | LOC, `${base}i`), pluralForm(GEN, `${base}i`))
  } else {
    forms.push(singular(GEN, join(base, 'y')), pluralForm(NOM | ACC, join(base, 'y')))
    for (const locative of locativeStems(base)) forms.push(singular(DAT | LOC, `${locative}e`))
  }
  // `kierowca`, `specjalista`: men that look like women.
  if (person && /(?:c|st|t|g)$/.test(base)) forms.push(pluralForm(NOM, virile(base)), pluralForm(GEN | ACC, join(base, 'ów')))
  return forms
}

function feminineConsonant(lemma: string, { stem }: Declension): readonly Form[] {
  const base = stem ?? beforeVowel(lemma)
  const oblique = join(base, 'i')
  return [
    singular(NOM | ACC, lemma),
    singular(GEN | DAT | LOC, oblique),
    singular(INS, join(base, 'ą')),
    pluralForm(GEN, oblique),
    pluralForm(NOM | ACC, oblique),
    pluralForm(NOM | ACC, join(base, 'e')),
    ...pluralTail(base),
    pluralForm(INS, `${lemma}mi`),
  ]
}

function neuter(lemma: string, { stem }: Declension): readonly Form[] {
  if (lemma.endsWith('um')) {
    const base = lemma.slice(0, -2)
    return [singular(ANY_CASE, lemma), pluralForm(NOM | ACC, `${base}a`), pluralForm(GEN, `${base}ów`), ...pluralTail(base)]
  }
  if (lemma.endsWith('mię')) return nasal(lemma, `${lemma.slice(0, -1)}eni`, `${lemma.slice(0, -1)}on`)
  if (lemma.endsWith('ę')) return nasal(lemma, `${lemma.slice(0, -1)}ęci`, `${lemma.slice(0, -1)}ęt`)
  const base = stem ?? lemma.slice(0, -1)
  const forms = [
    singular(NOM | ACC, lemma),
    singular(GEN, join(base, 'a')),
    singular(DAT | LOC, join(base, 'u')),
    singular(INS, join(base, 'em')),
    pluralForm(NOM | ACC, join(base, 'a')),
    ...bareStems(base).map((bare) => pluralForm(GEN, bare)),
    ...pluralTail(base),
  ]
  if (!isSoft(base)) for (const locative of locativeStems(base)) forms.push(singular(LOC, `${locative}e`))
  return forms
}

function nasal(lemma: string, one: string, many: string): readonly Form[] {
  const bare = many.endsWith('ęt') ? `${many.slice(0, -2)}ąt` : many
  return [
    singular(NOM | ACC, lemma),
    singular(GEN, `${one}a`),
    singular(DAT | LOC, `${one}u`),
    singular(INS, `${one}em`),
    pluralForm(NOM | ACC, `${many}a`),
    pluralForm(GEN, bare.endsWith('on') ? many : bare),
    ...pluralTail(many),
  ]
}

function pluralOnly(lemma: string, { stem }: Declension): readonly Form[] {
  const base = stem ?? lemma.replace(/[yeai]$/, '')
  const soft = stem === undefined && lemma.endsWith('i') && !/[kg]i$/.test(lemma) ? `${base}i` : base
  return [
    pluralForm(NOM | ACC, lemma),
    pluralForm(GEN, join(soft, 'ów')),
    pluralForm(GEN, join(soft, 'i')),
    ...bareStems(soft).map((bare) => pluralForm(GEN, bare)),
    ...pluralTail(soft),
    pluralForm(INS, `${lemma}mi`),
  ]
}

/** Every form of a noun, generously; cases and numbers as far as they matter to read a phrase. */
export function nounForms(lemma: string, declension: Declension): readonly Form[] {
  const further = (declension.plurals ?? []).map((text) => pluralForm(ANY_CASE, text))
  if (declension.kind === 'fixed') return [singular(ANY_CASE, lemma), pluralForm(ANY_CASE, lemma)]
  if (declension.kind === 'plural') return [...pluralOnly(lemma, declension), ...further]
  if (declension.kind === 'adjective') return adjectiveForms(lemma)
  const gender = declension.gender ?? genderOf(lemma)
  if (gender === 'n') return [...neuter(lemma, declension), ...further]
  if (gender === 'm' && lemma.endsWith('a')) return [...feminine(lemma, { ...declension, person: true }), ...further]
  if (gender === 'm') return [...masculine(lemma, declension), ...further]
  return [...(/[ai]$/.test(lemma) ? feminine(lemma, declension) : feminineConsonant(lemma, declension)), ...further]
}
