import { virile } from './sounds.ts'

/** What a verb makes: finite forms and infinitive, the passive participle (declines as an adjective), the active one, the gerund (a noun). */
export interface VerbForms {
  readonly finite: readonly string[]
  readonly passive: readonly string[]
  readonly active: string
  readonly gerund: string
}

/** Present endings that the infinitive does not show: third person singular and plural, first person singular. */
export interface VerbStem {
  readonly third: string
  readonly thirdPlural?: string
  readonly first?: string
  readonly passive?: string
  readonly gerund?: string
}

const LABIAL_OR_SOFT: Readonly<Record<string, string>> = { c: 'c', dz: 'dz', ś: 'sz', s: 'sz', z: 'ż', ść: 'szcz' }

/** The stem before `-ę` and `-ony`: `płacić → płac`, `prosić → prosz`, `umożliwić → umożliwi`, `chodzić → chodz`. */
function iotated(stem: string): string {
  if (stem.endsWith('ści')) return `${stem.slice(0, -3)}szcz`
  if (stem.endsWith('ździ')) return `${stem.slice(0, -4)}żdż`
  const hard = stem.slice(0, -1)
  for (const [end, replacement] of Object.entries(LABIAL_OR_SOFT)) {
    if (hard.endsWith(end) && !(end === 'z' && hard.endsWith('dz'))) return hard.slice(0, -end.length) + replacement
  }
  return hard.endsWith('l') ? hard : stem
}

interface Present {
  readonly third: string
  readonly thirdPlural: string
  readonly first: string
}

function present(infinitive: string, stem: VerbStem | undefined): Present {
  if (stem !== undefined) {
    const { third } = stem
    const thirdPlural = stem.thirdPlural ?? guessThirdPlural(third)
    return { third, thirdPlural, first: stem.first ?? (third.endsWith('a') ? `${third}m` : `${thirdPlural.slice(0, -1)}ę`) }
  }
  const root = infinitive.slice(0, -1)
  if (infinitive.endsWith('ować')) return conjugated(`${infinitive.slice(0, -4)}uj`)
  if (/[yi]wać$/.test(infinitive)) return conjugated(`${infinitive.slice(0, -4)}uj`)
  if (/(?:d|st|zn)awać$/.test(infinitive)) return conjugated(infinitive.slice(0, -3).replace(/w$/, 'j'))
  if (infinitive.endsWith('ać')) return { third: root, thirdPlural: `${root}ją`, first: `${root}m` }
  if (infinitive.endsWith('nąć')) {
    const base = infinitive.slice(0, -3)
    return { third: `${base}nie`, thirdPlural: `${base}ną`, first: `${base}nę` }
  }
  if (infinitive.endsWith('ić')) return { third: root, thirdPlural: `${iotated(root)}ą`, first: `${iotated(root)}ę` }
  if (infinitive.endsWith('yć')) return { third: root, thirdPlural: `${root.slice(0, -1)}ą`, first: `${root.slice(0, -1)}ę` }
  if (infinitive.endsWith('eć')) return { third: `${root}`, thirdPlural: `${root}ją`, first: `${root}m` }
  return { third: root, thirdPlural: root, first: root }
}

const conjugated = (base: string): Present => ({ third: `${base}e`, thirdPlural: `${base}ą`, first: `${base}ę` })

const guessThirdPlural = (third: string): string =>
  third.endsWith('a') ? `${third}ją` : third.endsWith('i') ? `${iotated(third)}ą` : `${third.slice(0, -1)}ą`

function passiveOf(infinitive: string, { thirdPlural }: Present): readonly string[] {
  const root = infinitive.slice(0, -1)
  if (infinitive.endsWith('nąć')) return [`${infinitive.slice(0, -3)}nięty`]
  if (infinitive.endsWith('ać')) return [`${root}ny`]
  if (infinitive.endsWith('ić')) return [`${thirdPlural.slice(0, -1)}ony`]
  if (infinitive.endsWith('yć')) return [`${root.slice(0, -1)}ony`, `${root}ty`]
  return [`${root.slice(0, -1)}any`]
}

function gerundOf(infinitive: string, { thirdPlural }: Present): string {
  if (infinitive.endsWith('nąć')) return `${infinitive.slice(0, -3)}nięcie`
  if (infinitive.endsWith('ać')) return `${infinitive.slice(0, -1)}nie`
  if (infinitive.endsWith('ić')) return `${thirdPlural.slice(0, -1)}enie`
  return `${infinitive.slice(0, -2)}enie`
}

/** Forms of a verb in the persons requirement documents use: I, he, we, they; past, impersonal, participles, gerund. */
export function verbForms(infinitive: string, stem?: VerbStem): VerbForms {
  const now = present(infinitive, stem)
  const root = infinitive.slice(0, -1)
  const past = infinitive.endsWith('ąć')
    ? `${infinitive.slice(0, -2)}ął`
    : infinitive.endsWith('eć')
      ? `${infinitive.slice(0, -2)}ał`
      : `${root}ł`
  const open = infinitive.endsWith('ąć') ? `${infinitive.slice(0, -2)}ęł` : past
  const passive = stem?.passive === undefined ? passiveOf(infinitive, now) : [stem.passive]
  return {
    finite: [
      infinitive,
      now.first,
      now.third,
      `${now.third}sz`,
      `${now.third}my`,
      `${now.third}cie`,
      now.thirdPlural,
      past,
      `${open}a`,
      `${open}o`,
      `${open}y`,
      virile(infinitive.endsWith('eć') ? `${infinitive.slice(0, -2)}eł` : open),
      ...passive.map((participle) => `${participle.slice(0, -1)}o`),
      `${now.thirdPlural}c`,
    ],
    passive,
    active: `${now.thirdPlural}cy`,
    gerund: stem?.gerund ?? gerundOf(infinitive, now),
  }
}
