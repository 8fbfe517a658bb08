/**
 * The words of a name however it is written, in lower case: `mealPlan`, `MealPlan`, `meal-plan`, `meal_plan`, `Meal plan` all
 * give `meal`, `plan`; `HTTPStatus` gives `http`, `status`; `userID` gives `user`, `id`.
 */
export function nameWords(text: string): readonly string[] {
  if (/^[a-z0-9]+$/.test(text)) return [text]
  const words = /[\u0080-\uffff]/.test(text) ? anyWords(text) : asciiWords(text)
  return words.filter((word) => word !== '').map((word) => word.toLowerCase())
}

function asciiWords(text: string): readonly string[] {
  return text
    .replace(/'s?(?=[^A-Za-z]|$)/g, '')
    .replace(/(?<=^|[^A-Za-z])[A-Z]{2,}s(?=[^A-Za-z]|$)/g, (word) => word.toLowerCase())
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
}

/** As above, for letters of any alphabet: expressions that take long to compile. */
function anyWords(text: string): readonly string[] {
  return text
    .replace(/['’]s?(?=\P{L}|$)/gu, '')
    .replace(/(?<=^|\P{L})\p{Lu}{2,}s(?=\P{L}|$)/gu, (word) => word.toLowerCase())
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
}

/** The name in snake_case: `Meal plan`, `mealPlan` and `meal-plan` give `meal_plan`. Letters stay as they are; see {@link plainLetters}. */
export function snakeCase(text: string): string {
  return nameWords(text).join('_')
}

const letters: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd' }

/** Letters of the English alphabet in place of accented ones: `książka` gives `ksiazka`. What has no such letter is left out. */
export function plainLetters(text: string): string {
  if (!/[\u0080-\uffff]/.test(text)) return text
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => {
      const plain = letters[letter.toLowerCase()] ?? ''
      return letter === letter.toLowerCase() ? plain : plain.toUpperCase()
    })
}
