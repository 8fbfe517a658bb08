/**
 * Words that say in which state or whose a thing is, not which thing: "a saved recipe" is a recipe. Only where no document makes the
 * longer name a table of its own.
 */
const modifiers: ReadonlySet<string> = new Set(
  (
    'saved generated accepted rejected own new existing created edited selected current active inactive archived deleted removed public ' +
    'private single individual particular given other uploaded imported pending last latest previous next final first approved completed ' +
    'finished unfinished planned all every each my his her their our your specific chosen added modified updated draft original ' +
    'manual manually automatic automatically temporary recent stored published unpublished submitted assigned available ' +
    'different additional proposed suggested historical past future upcoming ai ai_generated user personal full complete detailed ' +
    'basic entire whole empty open closed visible hidden valid invalid'
  ).split(' '),
)

export function isModifier(word: string): boolean {
  return modifiers.has(word)
}
