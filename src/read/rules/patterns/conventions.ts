import type { ConventionClaim } from '../../../claim/claim.ts'
import { tablesOf } from '../columns/targets.ts'
import type { Sentence } from '../language/sentence.ts'
import type { Pattern, Reading } from '../reading.ts'
import { asksForSomething } from '../tables/things.ts'
import { everyTable, foundIn, markersOf, means } from '../text/grammar.ts'

type Rule = ConventionClaim['rule']

/**
 * Rules for the whole schema:
 * "All tables have created_at and updated_at", "`created_at` i `updated_at` na wszystkich tabelach", "Unikanie JSONB", "No JSONB", "Brak RLS w MVP",
 * "CHECK constraints instead of enums", "Index all foreign keys", "A user can delete their account", "audit log of all changes", "soft delete for all tables".
 *
 * Not: the same words about one table or column, and what stands in out-of-scope lists.
 */
export const conventions: Pattern = {
  name: 'conventions',
  read(block, reading) {
    return reading.sentencesOf(block).flatMap((sentence) => {
      if (!asksForSomething(sentence.zone)) return []
      return rulesOf(sentence, reading).map((rule) => foundIn(reading, sentence, { kind: 'convention', rule }))
    })
  },
}

const refusal = ['NO', 'NOT', 'WITHOUT', 'REJECT', 'OUT_OF_SCOPE', 'LATER'] as const

/**
 * Whether a word of refusal stands within three words before any marker of `meaning`. A verb or noun between them is what is refused instead:
 * "without breaking RLS".
 */
function refused(sentence: Sentence, meaning: Sentence['markers'][number]['meaning'], directly = false): boolean {
  return sentence.markers
    .filter((marker) => marker.meaning === meaning)
    .some((marker) =>
      sentence.markers.some(
        (other) =>
          (refusal as readonly string[]).includes(other.meaning) &&
          other.from <= marker.from &&
          marker.from - other.to <= 3 &&
          other !== marker &&
          !(directly && sentence.words.slice(other.to, marker.from).some((word) => word.pos === 'verb' || word.pos === 'noun')),
      ),
    )
}

function rulesOf(sentence: Sentence, reading: Reading): readonly Rule[] {
  const rules: Rule[] = []
  const notes = reading.document.kind === 'notes'
  const tables = tablesOf(sentence, reading)
  const everywhere = everyTable(sentence)
  if (notes && (means(sentence, 'TIMESTAMPS') || /created_at/.test(sentence.text)) && everywhere) rules.push('timestamps')
  if (notes && /updated_at/.test(sentence.text) && refusedWord(sentence, 'updated_at') && tables.length === 0)
    rules.push('no updated_at')
  if (means(sentence, 'SOFT_DELETE') && everywhere && !refused(sentence, 'SOFT_DELETE')) rules.push('soft delete')
  if (means(sentence, 'HARD_DELETE') && everywhere && !refused(sentence, 'HARD_DELETE')) rules.push('hard delete')
  // an account that is only marked as deleted keeps what belongs to it
  if (means(sentence, 'ACCOUNT_DELETION') && !means(sentence, 'SOFT_DELETE'))
    rules.push(refused(sentence, 'ACCOUNT_DELETION') ? 'no account deletion' : 'account deletion')
  if (
    notes &&
    means(sentence, 'JSON') &&
    (refused(sentence, 'JSON') || /\b(?:avoid|unika|zamiast jsonb|instead of jsonb)/i.test(sentence.text)) &&
    tables.length === 0
  )
    rules.push('no jsonb')
  if (notes && means(sentence, 'RLS') && refused(sentence, 'RLS', true)) rules.push('no row level security')
  if (notes && means(sentence, 'INSTEAD') && means(sentence, 'ENUM') && /check/i.test(sentence.text))
    rules.push(/(?:instead of|rather than|zamiast)\s+\S*\s*enum/i.test(sentence.text) ? 'checks instead of enums' : 'enums')
  else if (
    notes &&
    means(sentence, 'ENUM') &&
    !refused(sentence, 'ENUM') &&
    !replacesOther(sentence) &&
    tables.length === 0 &&
    !sentence.words.some((word) => word.identifier && !/^enum$/i.test(word.text) && /^[a-z]/.test(word.text)) &&
    sentence.words.length <= 30
  )
    rules.push('enums')
  if (
    notes &&
    means(sentence, 'INDEX') &&
    means(sentence, 'FOREIGN_KEY') &&
    (means(sentence, 'ALL') || tables.length === 0) &&
    !refused(sentence, 'INDEX')
  )
    rules.push('index foreign keys')
  if (
    notes &&
    means(sentence, 'RLS', 'ACCESS') &&
    means(sentence, 'OWN', 'OWNER') &&
    means(sentence, 'ALL', 'EACH', 'ONLY') &&
    tables.length === 0 &&
    !refused(sentence, 'RLS')
  )
    rules.push('owner only')
  if (
    means(sentence, 'AUDIT') &&
    tables.length === 0 &&
    !refused(sentence, 'AUDIT') &&
    /\baudit|dziennik zmian|log audytu|dziennik audyt/i.test(sentence.text)
  )
    rules.push('audit log')
  return rules
}

/** "Enums rather than tables" chooses enums; "rather than in the database" chooses something else. */
function replacesOther(sentence: Sentence): boolean {
  const instead = markersOf(sentence, 'INSTEAD')
  const tables = markersOf(sentence, 'TABLE', 'DICTIONARY')
  return instead.some((marker) => !tables.some((table) => table.from >= marker.to && table.from - marker.to <= 3))
}

function refusedWord(sentence: Sentence, word: string): boolean {
  const at = sentence.words.findIndex((each) => each.text.includes(word))
  return (
    at >= 0 &&
    sentence.markers.some(
      (marker) => (refusal as readonly string[]).includes(marker.meaning) && marker.to <= at && at - marker.to <= 2,
    )
  )
}
