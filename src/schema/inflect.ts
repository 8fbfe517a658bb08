import { remembered } from './remembered.ts'

/** Irregular nouns, singular to plural. */
const irregular: ReadonlyMap<string, string> = new Map(
  `person people|child children|man men|woman women|foot feet|tooth teeth|goose geese|mouse mice|ox oxen|quiz quizzes|
  index indexes|matrix matrices|vertex vertices|appendix appendices|analysis analyses|diagnosis diagnoses|basis bases|
  crisis crises|thesis theses|hypothesis hypotheses|axis axes|synopsis synopses|criterion criteria|phenomenon phenomena|
  curriculum curricula|medium media|bacterium bacteria|nucleus nuclei|alumnus alumni|stimulus stimuli|leaf leaves|loaf loaves|
  half halves|shelf shelves|knife knives|life lives|wife wives|wolf wolves|thief thieves|calf calves|scarf scarves|hero heroes|
  potato potatoes|tomato tomatoes|echo echoes|veto vetoes|cargo cargoes|torpedo torpedoes|movie movies|cookie cookies|
  calorie calories|selfie selfies|zombie zombies|rookie rookies|tie ties|pie pies|die dice|brownie brownies|hoodie hoodies|
  smoothie smoothies|veggie veggies|newbie newbies|genie genies|prairie prairies|eyrie eyries|cache caches|axe axes|gas gases|
  bus buses|lens lenses|canvas canvases|atlas atlases|bias biases|alias aliases|iris irises|virus viruses|campus campuses|
  status statuses|bonus bonuses|census censuses|focus focuses|menu menus|tennis tennis|plus pluses|minus minuses|corpus corpora|
  genus genera|cactus cacti|syllabus syllabuses|surplus surpluses|chorus choruses|consensus consensuses|apparatus apparatuses|
  prospectus prospectuses|stylus styluses|sinus sinuses|radius radii|abacus abacuses|octopus octopuses|nexus nexuses`
    .split('|')
    .map((pair) => pair.trim().split(' ') as [string, string]),
)

/** Plurals that the endings would read wrongly, plural to singular, beside those above. */
const singularOf: ReadonlyMap<string, string> = new Map([
  ...[...irregular].map(([singular, plural]): [string, string] => [plural, singular]),
  ...`indices index|axes axis|persons person|shoes shoe|heroes hero|caches cache|aches ache|headaches headache|toes toe|canoes canoe|
  ids id|apis api|taxis taxi|emojis emoji|kpis kpi|skis ski|safaris safari|wikis wiki|curriculums curriculum|criterias criterion|
  syllabi syllabus|geniuses genius|purchases purchase|databases database|bases base|cases case|phases phase|phrases phrase|
  leases lease|releases release|diseases disease|expenses expense|licenses license|licences licence`
    .split('|')
    .map((pair) => pair.trim().split(' ') as [string, string]),
])

/** Nouns with one form, and nouns that have no plural a table would be named by. */
const invariant: ReadonlySet<string> = new Set(
  `data series species news equipment information feedback software hardware sheep fish deer aircraft spacecraft metadata media_metadata staff
  furniture luggage baggage money music knowledge advice homework research traffic weather evidence content_metadata analytics statistics mathematics physics
  athletics gymnastics economics ethics logistics electronics headquarters means diabetes measles goods clothes jeans trousers scissors premises
  savings earnings politics sos https sms gps rss aws css dns sas vps ios macos kubernetes postgres always pos cos progress rls css tls https cors saas paas iaas crs ics cos os ios js rss`.split(
    /\s+/,
  ),
)

/**
 * The singular of an English noun in lower case, of its last word when several are joined by `_`, `-` or spaces. A word that is
 * singular already, or has one form only (`data`, `series`), is returned as it is.
 */
export function singularise(name: string): string {
  const { before, word } = lastWord(name)
  return before + singularWord(word)
}

/** The plural of an English noun in lower case, of its last word. A plural, or a word with one form only, is returned as it is. */
export function pluralise(name: string): string {
  const { before, word } = lastWord(name)
  return before + pluralWord(word)
}

/** Whether the noun is a plural, by its form: `recipes`, `people`, but not `status`, `data`, `address`. */
export function isPlural(name: string): boolean {
  return singularise(name) !== name
}

function lastWord(name: string): { readonly before: string; readonly word: string } {
  const at = Math.max(name.lastIndexOf('_'), name.lastIndexOf('-'), name.lastIndexOf(' ')) + 1
  return { before: name.slice(0, at), word: name.slice(at) }
}

function inflectToSingular(word: string): string {
  const known = singularOf.get(word)
  if (known !== undefined) return known
  if (invariant.has(word) || irregular.has(word) || word.length < 3 || !word.endsWith('s')) return compound(word)
  // address, status, analysis, and abbreviations: an s that is no ending.
  if (/(?:ss|us|is|ous)$/.test(word)) return word
  if (/(?:[^aeiou]|qu)ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sses|shes|xes|zzes)$/.test(word)) return word.slice(0, -2)
  if (/(?:[^aeiou]|ea|oa|ee|ou|oo|ui|t)ches$/.test(word)) return word.slice(0, -2)
  if (
    /(?:us|ias|ens)es$/.test(word) &&
    /(?:status|bonus|campus|virus|census|focus|corpus|menus|atlas|alias|bias|lens|canvas|gas|bus)es$/.test(word)
  )
    return word.slice(0, -2)
  if (/ches$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

function compound(word: string): string {
  // businessmen, grandchildren, salespeople
  for (const [plural, singular] of [
    ['children', 'child'],
    ['people', 'person'],
    ['women', 'woman'],
    ['men', 'man'],
  ] as const) {
    if (word.length > plural.length + 2 && word.endsWith(plural) && word !== 'specimen')
      return word.slice(0, -plural.length) + singular
  }
  return word
}

const singularWord = remembered(inflectToSingular)

function inflectToPlural(word: string): string {
  if (word === '' || invariant.has(word)) return word
  const known = irregular.get(word)
  if (known !== undefined) return known
  if (singularWord(word) !== word) return word
  if (/child$/.test(word)) return `${word}ren`
  if (/.person$/.test(word)) return `${word.slice(0, -6)}people`
  if (/(?:wo)?man$/.test(word) && !/(?:human|german|roman|talisman|shaman)$/.test(word)) return `${word.slice(0, -2)}en`
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  if (/(?:[^aeiou]|qu)y$/.test(word)) return `${word.slice(0, -1)}ies`
  return `${word}s`
}

const pluralWord = remembered(inflectToPlural)
