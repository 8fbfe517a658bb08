/** English and Polish cardinal numbers in words; the languages add inflected forms of their own. */
export const numberWords: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  jeden: 1,
  jedna: 1,
  jedno: 1,
  dwa: 2,
  dwie: 2,
  trzy: 3,
  cztery: 4,
  pięć: 5,
  sześć: 6,
  siedem: 7,
  osiem: 8,
  dziewięć: 9,
  dziesięć: 10,
  jedenaście: 11,
  dwanaście: 12,
  piętnaście: 15,
  dwadzieścia: 20,
  trzydzieści: 30,
  pięćdziesiąt: 50,
  sto: 100,
  tysiąc: 1000,
  milion: 1_000_000,
}

/**
 * The value of a number as documents write it: `10 000`, `10,000`, `10_000`, `1.000.000`, `2,5`, `2.5`, `10k`.
 * Undefined for anything else.
 */
export function numberValue(text: string): number | undefined {
  const thousand = /[kK]$/.test(text)
  const digits = thousand ? text.slice(0, -1) : text
  const plain = plainNumber(digits)
  return plain === undefined ? undefined : thousand ? plain * 1000 : plain
}

function plainNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  if (/^\d{1,3}(?:[ \u00a0\u202f_]\d{3})+$/.test(text)) return Number(text.replace(/\D/g, ''))
  if (/^[1-9]\d{0,2}(?:,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(text)) return Number(text.replaceAll('.', ''))
  if (/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^\d+[.,]\d+$/.test(text)) return Number(text.replace(',', '.'))
  return undefined
}
