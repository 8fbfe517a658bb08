/** Words as English lists them: `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1)
  return words.length < 2 || last === undefined ? words.join('') : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** Names as the plan writes them, listed: `` `a`, `b` and `c` ``. */
export function listedNames(names: readonly string[]): string {
  return listed(names.map((name) => `\`${name}\``))
}
