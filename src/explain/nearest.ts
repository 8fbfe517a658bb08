const suggested = 3

/** The names that a mistyped one may have meant, nearest first. */
export function nearest(name: string, names: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase()
  const limit = Math.max(2, Math.floor(wanted.length / 3))
  return [...new Set(names)]
    .map((candidate) => {
      const lower = candidate.toLowerCase()
      const last = lower.slice(lower.lastIndexOf('.') + 1)
      return { candidate, distance: Math.min(distance(wanted, lower, limit), distance(wanted, last, limit)) }
    })
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, suggested)
    .map(({ candidate }) => candidate)
}

/** Edits between two words (insert, delete, replace); more than `limit` is not told apart. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] as number) + 1, (current[column - 1] as number) + 1))
    }
    previous = current
  }
  return previous[b.length] as number
}
