import type { PartOfSpeech } from '../sentence.ts'
import { ACTIVITY_ADJECTIVES } from './lexicon/activity-adjectives.ts'
import { ACTIVITY_VERBS } from './lexicon/activity-verbs.ts'
import { ADJECTIVES } from './lexicon/adjectives.ts'
import { CLOSED_WORDS } from './lexicon/closed-words.ts'
import { COMMERCE } from './lexicon/commerce.ts'
import { DOCUMENTS_AND_MEDIA } from './lexicon/documents-media.ts'
import { DOMAIN_ADJECTIVES } from './lexicon/domain-adjectives.ts'
import { EVERYDAY } from './lexicon/everyday.ts'
import { GROUNDS_AND_GEAR } from './lexicon/grounds-and-gear.ts'
import { HOME_FOOD_NATURE } from './lexicon/home-food-nature.ts'
import { LEARNING_AND_HEALTH } from './lexicon/learning-health.ts'
import { PEOPLE } from './lexicon/people.ts'
import { PLACES_AND_EVENTS } from './lexicon/places-events.ts'
import { PROCESS_VERBS } from './lexicon/process-verbs.ts'
import { PUBLIC_LIFE } from './lexicon/public-life.ts'
import { QUALITY_ADJECTIVES } from './lexicon/quality-adjectives.ts'
import { TECHNOLOGY } from './lexicon/technology.ts'
import { TRADE_VERBS } from './lexicon/trade-verbs.ts'
import { TRADES } from './lexicon/trades.ts'
import { VERBS } from './lexicon/verbs.ts'
import { WORKS_AND_WARES } from './lexicon/works-and-wares.ts'
import { adjectiveForms } from './morphology/adjective-forms.ts'
import { ANY_CASE, type Form } from './morphology/form.ts'
import { type Declension, nounForms } from './morphology/noun-forms.ts'
import { type VerbStem, verbForms } from './morphology/verb-forms.ts'

/** A word of the lexicon. `name` is English, snake_case; empty when a name should not keep the word. */
export interface Entry {
  readonly lemma: string
  readonly pos: PartOfSpeech
  readonly name: string
  readonly person: boolean
  readonly abstract: boolean
  /** A noun of an action: `dodawanie`, `edycja`. What follows it in the genitive is what is acted on, not an owner. */
  readonly action: boolean
  /** Made from a verb: `wyświetlany`. After its noun it tells what happens to it and is no part of its name. */
  readonly participle: boolean
  readonly value?: number
}

/** One way to read a word form. */
export interface Reading {
  readonly entry: Entry
  readonly plural: boolean
  readonly cases: number
}

/** Word forms, lower case, with everything they may be: likelier readings first. */
export type Lexicon = ReadonlyMap<string, readonly Reading[]>

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '')

const ACTION = /(?:[ae]nie|cie)$/
const ACTION_NOUNS: ReadonlySet<string> = new Set(
  'zmiana akceptacja rezygnacja realizacja regeneracja eksport autoryzacja autentykacja konfiguracja automatyzacja publikacja instalacja implementacja inicjalizacja wizualizacja edycja modyfikacja aktualizacja archiwizacja rejestracja synchronizacja weryfikacja walidacja import eksport obsługa przegląd podgląd kontrola zapis odczyt'.split(
    ' ',
  ),
)

/** Compiles the lexicon's data files into forms. Takes some tens of milliseconds; call it once. */
export function compileLexicon(): Lexicon {
  const lexicon = new Map<string, Reading[]>()
  const add = (entry: Entry, forms: readonly Form[]) => {
    for (const { text, plural, cases } of forms) {
      const readings = lexicon.get(text)
      if (readings === undefined) lexicon.set(text, [{ entry, plural, cases }])
      else if (!readings.some((other) => other.entry === entry && other.plural === plural && other.cases === cases)) {
        readings.push({ entry, plural, cases })
      }
    }
  }
  for (const line of lines(CLOSED_WORDS)) addClosed(line, add)
  for (const file of [
    PEOPLE,
    TRADES,
    COMMERCE,
    LEARNING_AND_HEALTH,
    HOME_FOOD_NATURE,
    PLACES_AND_EVENTS,
    DOCUMENTS_AND_MEDIA,
    TECHNOLOGY,
    EVERYDAY,
    PUBLIC_LIFE,
    GROUNDS_AND_GEAR,
    WORKS_AND_WARES,
  ]) {
    for (const line of lines(file)) addNoun(line, add)
  }
  const nouns = new Set([...lexicon.values()].flat().map(({ entry }) => entry.lemma))
  for (const line of lines(ADJECTIVES + QUALITY_ADJECTIVES + DOMAIN_ADJECTIVES + ACTIVITY_ADJECTIVES)) addAdjective(line, add)
  for (const line of lines(VERBS + PROCESS_VERBS + ACTIVITY_VERBS + TRADE_VERBS)) addVerb(line, add, nouns)
  // `lista` is a list before it is a letter's genitive; words of closed classes stay first.
  for (const [text, readings] of lexicon) {
    if (readings.length > 1 && isOpen(readings[0]) && readings.some(({ entry }) => entry.lemma === text)) {
      readings.sort((a, b) => Number(b.entry.lemma === text) - Number(a.entry.lemma === text))
    } else if (readings[0]?.entry.pos === 'noun' && !readings[0].entry.lemma.endsWith('a')) {
      // `składa`, `działa`, `stanowi` are verbs before they are a rare case of `skład`, `dział`, `stan`.
      readings.sort((a, b) => Number(b.entry.pos === 'verb') - Number(a.entry.pos === 'verb'))
    }
  }
  return lexicon
}

const OPEN: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>(['noun', 'proper noun', 'adjective', 'verb'])
const isOpen = (reading: Reading | undefined): boolean => reading !== undefined && OPEN.has(reading.entry.pos)

type Add = (entry: Entry, forms: readonly Form[]) => void

const word = (lemma: string, pos: PartOfSpeech, name: string): Entry => ({
  lemma,
  pos,
  name: name === '-' ? '' : name,
  person: false,
  abstract: false,
  action: false,
  participle: false,
})

function addClosed(line: string, add: Add): void {
  const [lemma = '', pos = '', ...rest] = line.split(' ')
  const number = rest.find((each) => each.startsWith('='))
  const entry = { ...word(lemma, pos as PartOfSpeech, ''), ...(number === undefined ? {} : { value: Number(number.slice(1)) }) }
  for (const text of [lemma, ...rest]) {
    if (!text.startsWith('=')) add(entry, [{ text, plural: false, cases: ANY_CASE }])
  }
}

function addNoun(line: string, add: Add): void {
  const [lemma = '', name = '', ...flags] = line.split(' ')
  const gender = flags.find((flag): flag is 'm' | 'f' | 'n' => flag === 'm' || flag === 'f' || flag === 'n')
  const stem = flags.find((flag) => flag.startsWith('~'))?.slice(1)
  const plurals = flags
    .find((flag) => flag.startsWith('+'))
    ?.slice(1)
    .split(',')
  const person = flags.includes('p')
  const kind = flags.includes('0') ? 'fixed' : flags.includes('adj') ? 'adjective' : flags.includes('pl') ? 'plural' : undefined
  const declension: Declension = {
    person,
    ...(gender === undefined ? {} : { gender }),
    ...(stem === undefined ? {} : { stem }),
    ...(plurals === undefined ? {} : { plurals }),
    ...(kind === undefined ? {} : { kind }),
  }
  const listed = ACTION_NOUNS.has(lemma)
  const abstract = listed || flags.includes('a')
  const action = listed || (abstract && ACTION.test(lemma))
  add({ lemma, pos: 'noun', name, person, abstract, action, participle: false }, nounForms(lemma, declension))
}

function addAdjective(line: string, add: Add): void {
  const [lemma = '', name = ''] = line.split(' ')
  add(word(lemma, 'adjective', name), adjectiveForms(lemma))
}

/** Verbs whose participles say nothing a name should keep. */
const EMPTY_VERBS: ReadonlySet<string> = new Set([
  'mieć',
  'być',
  'móc',
  'musieć',
  'chcieć',
  'podać',
  'podawać',
  'dać',
  'zawrzeć',
  'znaleźć',
  'wskazać',
  'określić',
])

function addVerb(line: string, add: Add, nouns: ReadonlySet<string>): void {
  const [lemma = '', participle = '', ...flags] = line.split(' ')
  const at = (key: string) => flags.find((flag) => flag.startsWith(`${key}:`))?.slice(key.length + 1)
  const third = at('3') ?? (flags.includes('a') ? lemma.slice(0, -1) : undefined)
  const [thirdPlural, passive, gerund] = [at('3p'), at('p'), at('g')]
  const stem: VerbStem | undefined =
    third === undefined && (thirdPlural ?? passive ?? gerund) === undefined
      ? undefined
      : {
          third: third ?? lemma.slice(0, -1),
          ...(thirdPlural === undefined ? {} : { thirdPlural }),
          ...(passive === undefined ? {} : { passive }),
          ...(gerund === undefined ? {} : { gerund }),
        }
  const forms = verbForms(lemma, stem)
  add(
    word(lemma, 'verb', participle),
    forms.finite.map((text) => ({ text, plural: false, cases: 0 })),
  )
  const kept = EMPTY_VERBS.has(lemma) ? '' : participle
  for (const passiveForm of forms.passive)
    add({ ...word(passiveForm, 'adjective', kept), participle: true }, adjectiveForms(passiveForm))
  add({ ...word(forms.active, 'adjective', ''), participle: true }, adjectiveForms(forms.active))
  if (!nouns.has(forms.gerund)) {
    const entry = { ...word(forms.gerund, 'noun', gerundName(participle)), abstract: true, action: true }
    add(entry, nounForms(forms.gerund, { person: false }))
  }
}

const gerundName = (participle: string): string =>
  participle.endsWith('ied')
    ? `${participle.slice(0, -3)}ying`
    : participle.endsWith('ed')
      ? `${participle.slice(0, -2)}ing`
      : participle
