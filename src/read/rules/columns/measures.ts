/** Units in which people measure what they write down, as phrases of a language and as part of a column's name. */
const units: readonly (readonly [RegExp, string])[] = [
  [/\s(?:in|w)\s(?:minutes?|minutach)\b/iu, 'minutes'],
  [/\s(?:in|w)\s(?:seconds?|sekundach)\b/iu, 'seconds'],
  [/\s(?:in|w)\s(?:milliseconds?|ms|milisekundach)\b/iu, 'ms'],
  [/\s(?:in|w)\s(?:hours?|godzinach)\b/iu, 'hours'],
  [/\s(?:in|w)\s(?:days?|dniach)\b/iu, 'days'],
  [/\s(?:in|w)\s(?:weeks?|tygodniach)\b/iu, 'weeks'],
  [/\s(?:in|w)\s(?:months?|miesiącach)(?!\p{L})/iu, 'months'],
  [/\s(?:in|w)\s(?:years|latach)\b/iu, 'years'],
  [/\s(?:in|w)\s(?:kilograms?|kg|kilogramach)\b/iu, 'kg'],
  [/\s(?:in|w)\s(?:grams?|g|gramach)\b/iu, 'g'],
  [/\s(?:in|w)\s(?:centimet(?:er|re)s?|cm|centymetrach)\b/iu, 'cm'],
  [/\s(?:in|w)\s(?:met(?:er|re)s?|metrach)\b/iu, 'm'],
  [/\s(?:in|w)\s(?:kilomet(?:er|re)s?|km|kilometrach)\b/iu, 'km'],
  [/\s(?:in|w)\s(?:lit(?:er|re)s?|litrach)\b/iu, 'l'],
]

/** The unit that a field's text names: "a duration in minutes", "waga w kilogramach". */
export function unitOf(text: string): string | undefined {
  return units.find(([phrase]) => phrase.test(text))?.[1]
}

/** What is counted, if the text is a number of things: "the maximum number of participants", "liczba miejsc". */
export function countOf(text: string): { readonly bound?: 'max' | 'min'; readonly of: string } | undefined {
  const match =
    /^(?:(?:an?|the|its)\s)?(?:(maximum|max|minimum|min)\.?\s)?number\sof\s(.+)$/i.exec(text) ??
    /^(?:(maksymaln[aą]|minimaln[aą])\s)?liczb[aęą]\s(.+)$/iu.exec(text)
  if (!match?.[2]) return undefined
  const bound = match[1]?.slice(0, 2).toLowerCase()
  return { ...(bound === undefined ? {} : { bound: bound === 'ma' ? ('max' as const) : ('min' as const) }), of: match[2] }
}
