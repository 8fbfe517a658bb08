/**
 * Alternations at the end of Polish stems. Generation is generous: where spelling alone does not decide (`wzór → wzoru`,
 * `król → króla`), both variants are made, because a form that nobody writes harms nobody.
 */

const SOFTENED: readonly (readonly [string, string])[] = [
  ['st', 'ści'],
  ['zd', 'ździ'],
  ['sł', 'śl'],
  ['zł', 'źl'],
  ['sn', 'śni'],
  ['zn', 'źni'],
  ['sm', 'śmi'],
  ['ch', 'sz'],
  ['d', 'dzi'],
  ['t', 'ci'],
  ['r', 'rz'],
  ['ł', 'l'],
  ['k', 'c'],
  ['g', 'dz'],
  ['h', 'ż'],
]

/** The stem before `-e` of the locative: `list → liści`, `przepis → przepisi`, `książk → książc`. */
export function softened(stem: string): string {
  for (const [hard, soft] of SOFTENED) if (stem.endsWith(hard)) return stem.slice(0, -hard.length) + soft
  return `${stem}i`
}

const VIRILE: readonly (readonly [string, string])[] = [
  ['st', 'ści'],
  ['zd', 'ździ'],
  ['ch', 'si'],
  ['sz', 'si'],
  ['sł', 'śli'],
  ['sn', 'śni'],
  ['d', 'dzi'],
  ['t', 'ci'],
  ['r', 'rzy'],
  ['ł', 'li'],
  ['k', 'cy'],
  ['g', 'dzy'],
  ['c', 'cy'],
  ['ż', 'ży'],
]

/** Nominative plural of people and of adjectives about people: `specjalist → specjaliści`, `użytkownik → użytkownicy`. */
export function virile(stem: string): string {
  if (/(?:cz|rz|dz)$/.test(stem)) return `${stem}y`
  for (const [hard, soft] of VIRILE) if (stem.endsWith(hard)) return stem.slice(0, -hard.length) + soft
  return stem.endsWith('i') ? stem : `${stem}i`
}

const SOFT_ENDS = /(?:[lj]|c|cz|sz|rz|ż|dz)$/

/** Ends in a consonant that is or once was soft, so that it declines like one. */
export const isSoft = (stem: string): boolean => stem.endsWith('i') || SOFT_ENDS.test(stem)

const ACCENTED: Readonly<Record<string, string>> = { ń: 'ni', ć: 'ci', ś: 'si', ź: 'zi' }

/** `gość → gości`, `dzień → dzieni`: the spelling of a soft consonant before a vowel. */
export function beforeVowel(stem: string): string {
  const spelled = ACCENTED[stem.at(-1) ?? '']
  return spelled === undefined ? stem : stem.slice(0, -1) + spelled
}

/** Joins a stem and an ending as Polish spells them: `k + em → kiem`, `ni + i → ni`, `j + i → i`, `l + y → li`. */
export function join(stem: string, ending: string): string {
  const first = ending[0] ?? ''
  if (stem.endsWith('i')) return first === 'i' || first === 'y' ? stem + ending.slice(1) : stem + ending
  if (first === 'y' && /[kgl]$/.test(stem)) return `${stem}i${ending.slice(1)}`
  if ((first === 'y' || first === 'i') && stem.endsWith('j')) {
    // `lekcj-i` keeps its j, `pokoj-i` loses it.
    return /[csz]j$/.test(stem) ? `${stem}i${ending.slice(1)}` : `${stem.slice(0, -1)}i${ending.slice(1)}`
  }
  if (first === 'i' && isSoft(stem) && !stem.endsWith('l')) return `${stem}y${ending.slice(1)}`
  if (first === 'e' && /[kg]$/.test(stem) && ending !== 'ę') return `${stem}i${ending}`
  return stem + ending
}

const FLEETING: readonly (readonly [RegExp, string])[] = [
  [/([^aeiouyąęó])iek$/, '$1k'],
  [/ek$/, 'k'],
  [/niec$/, 'ńc'],
  [/dziec$/, 'dźc'],
  [/rzec$/, 'rc'],
  [/iec$/, 'c'],
  [/ec$/, 'c'],
  [/dzień$/, 'dni'],
  [/sień$/, 'śni'],
  [/cień$/, 'tni'],
  [/pień$/, 'pni'],
  [/wień$/, 'wni'],
  [/eł$/, 'ł'],
]

const lastVowel = (stem: string, from: string, to: string): string => {
  const at = stem.lastIndexOf(from)
  return at > 0 && at >= stem.length - 3 ? stem.slice(0, at) + to + stem.slice(at + 1) : stem
}

/** The stems a masculine noun may have before an ending: `ogród → ogrod`, `błąd → błęd`, `początek → początk`, `stopień → stopni`. */
export function obliqueStems(lemma: string): readonly string[] {
  const stems = [lemma]
  for (const [pattern, replacement] of FLEETING) {
    if (pattern.test(lemma)) {
      stems.push(lemma.replace(pattern, replacement))
      if (/ek$/.test(lemma) && lemma.length > 4) stems.shift()
      break
    }
  }
  for (const stem of [...stems]) {
    const open = lastVowel(stem, 'ó', 'o')
    if (open !== stem) stems.push(open)
    const nasal = lastVowel(stem, 'ą', 'ę')
    if (nasal !== stem) stems.push(nasal)
  }
  return stems.map(beforeVowel)
}

/** The vowel before a softened consonant: `sąsiad → sąsied-`, `świat → świet-`. */
export const raised = (stem: string): string => stem.replace(/i(?:a|o)(?=[^aeiouyąęó]+$)/, 'ie')

/** `świat → świeci-`, `obiad → obiedzi-`, `miast → mieści-`: the vowel that changes before a softened consonant. */
export function locativeStems(stem: string): readonly string[] {
  const soft = softened(stem)
  const other = softened(raised(stem))
  return other === soft ? [soft] : [soft, other]
}

/** The bare stem of a genitive plural: `książk → książek`, `osob → osób`, `okn → okien`, `kuchni → kuchni`, `zadani → zadań`. */
export function bareStems(stem: string): readonly string[] {
  const bare: string[] = []
  if (stem.endsWith('i')) {
    const soft = stem.slice(0, -1)
    const end: Readonly<Record<string, string>> = { n: 'ń', c: 'ć', s: 'ś', z: 'ź' }
    const last = soft.at(-1) ?? ''
    bare.push(end[last] === undefined ? soft : soft.slice(0, -1) + end[last])
    if (/[^aeiouyąęó]ni$/.test(stem)) bare.push(`${soft.slice(0, -1)}en`, `${soft.slice(0, -1)}eń`)
    return bare
  }
  bare.push(stem)
  const open = lastVowel(stem, 'o', 'ó')
  if (open !== stem) bare.push(open)
  const nasal = lastVowel(stem, 'ę', 'ą')
  if (nasal !== stem) bare.push(nasal)
  const cluster = /^(.*[^aeiouyąęó])([kłrnlmwcb])$/.exec(stem)
  if (cluster?.[1] !== undefined && cluster[2] !== undefined) {
    const head = cluster[1]
    const hardened = head.endsWith('ź') ? `${head.slice(0, -1)}zi` : head.endsWith('ś') ? `${head.slice(0, -1)}si` : head
    const palatal = head.endsWith('ń') ? `${head.slice(0, -1)}ni` : head.endsWith('ć') ? `${head.slice(0, -1)}ci` : hardened
    bare.push(`${/[kg]$/.test(head) ? `${head}i` : palatal}e${cluster[2]}`)
    if (/[nrw]$/.test(stem)) bare.push(`${head}ie${cluster[2]}`)
  }
  return bare
}
