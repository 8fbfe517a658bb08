import type { ConditionClaim } from '../../../claim/claim.ts'
import { sentenceEntity, tablesOf } from '../columns/targets.ts'
import type { Sentence } from '../language/sentence.ts'
import type { Found, Pattern, Reading } from '../reading.ts'
import { balanced } from '../sql/sql-words.ts'
import { asksForSomething } from '../tables/things.ts'
import { foundIn, mentionOf, passageOfWords } from '../text/grammar.ts'
import { marksOf, textOf } from '../text/passage.ts'

/**
 * Conditions on a row, in SQL as written or as a comparison of two attributes:
 * "`CHECK (end_date >= start_date)`", "`seats_left >= 0` with a check constraint", "`start_date <= end_date`", "end date after start date",
 * "data końcowa nie może być wcześniejsza niż data początkowa".
 *
 * Not: `user_id = auth.uid()` (access), "`source` in ('a', 'b')" (values), bounds in characters (limits are read from them as well).
 */
export const conditionSentences: Pattern = {
  name: 'conditions',
  read(block, reading) {
    return reading
      .sentencesOf(block)
      .flatMap((sentence) =>
        asksForSomething(sentence.zone) ? [...readChecks(sentence, reading), ...readComparison(sentence, reading)] : [],
      )
  },
}

function readChecks(sentence: Sentence, reading: Reading): readonly Found[] {
  const whole = passageOfWords(reading, sentence)
  if (!whole) return []
  const text = textOf(whole)
  const found: Found[] = []
  const seen = new Set<string>()
  const add = (sql: string, at: number): void => {
    const clean = sql.replace(/`/g, '').trim()
    if (
      seen.has(clean) ||
      /auth\.|current_user|^\s*(?:name|constraint)s?\s*$/i.test(clean) ||
      !/[<>=]|between|\bin\b|~|is\s+(?:not\s+)?null/i.test(clean)
    )
      return
    if (/^\s*[\w.]+\s+in\s*\(/i.test(clean)) return
    seen.add(clean)
    const word = sentence.words.findIndex((each) => each.start >= at)
    const qualified = /\b([a-z_]\w*)\.[a-z_]\w*/.exec(clean)?.[1]
    const known = qualified === undefined ? undefined : reading.entities.find(qualified)
    const entity = known ?? sentenceEntity(sentence, reading, word)
    const body: ConditionClaim = {
      kind: 'condition',
      ...(entity ? { entity } : {}),
      sql: known ? clean.replaceAll(`${qualified}.`, '') : clean,
    }
    found.push(foundIn(reading, sentence, body))
  }
  for (const match of text.matchAll(/\bcheck\s*`?\s*(\()/gi)) {
    const open = match.index + match[0].length - 1
    const whole = balanced(text, open)
    if (whole) add(whole.slice(1, -1), match.index)
  }
  for (const mark of marksOf(whole)) {
    if (mark.kind !== 'code') continue
    const code = text.slice(mark.start, mark.end)
    if (
      /^(?:char_length\(|length\()?[a-z_][\w.]*\)?\s*(?:<=|>=|<>|!=|<|>)\s*(?:[a-z_][\w.]*|-?\d+(?:\.\d+)?|'[^']*')(?:\s+and\s+[\w.\s<>=']+)?$/i.test(
        code.trim(),
      )
    )
      add(code, mark.start)
  }
  return found
}

const ends: readonly (readonly [RegExp, string])[] = [
  [/^end_date$|^(?:end|finish|closing)_date$/, 'end'],
  [/^start_date$|^(?:start|begin|beginning|opening)_date$/, 'start'],
  [/^end_time$|^finish_time$/, 'end time'],
  [/^start_time$|^begin_time$/, 'start time'],
  [/^due_date$|^deadline$/, 'due'],
  [/^issue_date$/, 'issue'],
]

const after =
  /\b(?:after|later than|not (?:be )?(?:before|earlier than)|cannot be (?:before|earlier than)|must be (?:after|later)|późniejsz\p{L}*|nie (?:może być )?wcześniejsz\p{L}*|nie (?:może być )?przed)\b/iu
const before =
  /\b(?:before|earlier than|not (?:be )?(?:after|later than)|cannot be (?:after|later than)|wcześniejsz\p{L}*|nie (?:może być )?późniejsz\p{L}*|przed)\b/iu

/** "The end date must not be earlier than the start date": two such attributes with a word of order between them. */
function readComparison(sentence: Sentence, reading: Reading): readonly Found[] {
  const named = sentence.nouns.filter((noun) => ends.some(([pattern]) => pattern.test(noun.name)))
  const [left, right] = named
  if (named.length !== 2 || !left || !right) return []
  const between = sentence.words
    .slice(left.to, right.from)
    .map((word) => word.text)
    .join(' ')
  const kind = after.test(between) ? '>=' : before.test(between) ? '<=' : undefined
  if (!kind || right.from - left.to > 8) return []
  const entity = tablesOf(sentence, reading)[0]?.entity ?? sentenceEntity(sentence, reading, left.from)
  return [
    foundIn(reading, sentence, {
      kind: 'condition',
      ...(entity ? { entity } : {}),
      comparison: { left: mentionOf(left), operator: kind, right: mentionOf(right) },
    }),
  ]
}
