import { identifierTargets, type Target, tablesOf } from '../columns/targets.ts'
import type { Sentence, Word } from '../language/sentence.ts'
import type { Pattern, Reading } from '../reading.ts'
import { asksForSomething } from '../tables/things.ts'
import { everyTable, foundIn, markersOf, means } from '../text/grammar.ts'
import { isRefused } from '../text/refusals.ts'

/**
 * Columns that every table has:
 * "every table has `studio_id`, except `studios` itself", "Add `site_id` to all tables", "`gmina_id` we wszystkich tabelach", "wszystkie tabele mają kolumnę `rok`".
 *
 * Not: keys and time stamps, which are conventions; conditions of policies ("RLS on all tables: `user_id = auth.uid()`"); indexes; what is unique in both of two tables; refusals.
 */
export const everyTableColumns: Pattern = {
  name: 'every table columns',
  read(block, reading) {
    return reading.sentencesOf(block).flatMap((sentence) => {
      const columns = columnsOfEveryTable(sentence, reading)
      if (columns.length === 0) return []
      const exception = markersOf(sentence, 'EXCEPT')[0]
      const except = exception
        ? tablesOf(sentence, reading).flatMap((table) => (table.from >= exception.to ? [table.entity] : []))
        : []
      return columns.map(({ attribute }) =>
        foundIn(reading, sentence, { kind: 'attribute', attribute, strength: 'stated', everywhere: { except } }),
      )
    })
  },
}

/** The columns that a sentence gives to every table. */
export function columnsOfEveryTable(sentence: Sentence, reading: Reading): readonly Target[] {
  if (reading.document.kind !== 'notes' || !asksForSomething(sentence.zone) || !everyTable(sentence)) return []
  if (means(sentence, 'RLS', 'INDEX', 'UNIQUE', 'CASCADE', 'SET_NULL', 'NO', 'NOT', 'PRIMARY_KEY')) return []
  const exception = markersOf(sentence, 'EXCEPT')[0]?.from ?? sentence.words.length
  const beyond = (target: Target): boolean =>
    target.from > exception && !sentence.words.slice(exception, target.from).some(isVerb)
  return identifierTargets(sentence, reading).filter(
    (target) =>
      target.entity === undefined &&
      !beyond(target) &&
      !/^(?:id|uuid|(?:created|updated|deleted|modified)_(?:at|on))$/.test(target.attribute.name) &&
      !isRefused(sentence, target.from),
  )
}

function isVerb(word: Word): boolean {
  return word.pos === 'verb'
}
