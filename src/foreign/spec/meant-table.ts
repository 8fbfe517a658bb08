import { pluralise, singularise } from '../../schema/inflect.ts'

/**
 * The table that a word in running text means: its name in singular or plural, or a form of it that begins alike (`treningu` and `trening_id` mean
 * `treningi`). Undefined where none of the tables or several fit.
 */
export function meantTable(word: string, tables: readonly string[]): string | undefined {
  const name = word.toLowerCase().replaceAll('"', '').replace(/_id$/, '')
  const exact = [name, pluralise(name), singularise(name)].find((form) => tables.includes(form))
  if (exact !== undefined) return exact
  const alike = tables.filter((table) => {
    const shared = commonStart(table, name)
    return shared >= 4 && shared >= name.length - 2 && table.length - shared <= 4
  })
  const [only, ...others] = alike
  return others.length === 0 ? only : undefined
}

function commonStart(left: string, right: string): number {
  let at = 0
  while (at < left.length && left[at] === right[at]) at++
  return at
}
