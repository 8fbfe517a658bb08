import { fromSession } from '../claim-order.ts'
import { isPlace } from '../naming/is-place.ts'
import type { AttributeFacts } from './facts.ts'

/** What stands behind a name to say in what it is measured, or of which kind it is. */
const endings =
  /^(?:kg|g|mg|t|ml|l|cl|m|m2|m3|cm|mm|km|ha|min|mins|minutes|hours|days|weeks|months|years|seconds|secs|ms|percent|pct|eur|usd|pln|gbp|cents|c|f|bpm|kcal|w|kw|kwh|at|on|date|url|text)$/

/** What a sentence adds to a name without meaning another thing: "location description" is the `location`, and "priority levels" are those of `priority`. */
const glosses = /^(?:description|text|value|content|details?|information|field|level|option)$/

/** Words that say too little alone: `name` is not the "supplier name". */
const vague: ReadonlySet<string> = new Set(
  'name title date time number code type kind status state id count amount value total note description price url key text content role position order email phone unit day year created_at updated_at'.split(
    ' ',
  ),
)

const dateWords = /(?:^|_)(?:date|time|day|datetime|timestamp)$|^(?:date|time|day)_of_/

/**
 * Two names of one attribute of a thing: what sentences call in words ("weight", "start date", "colony strength") and the notes' list writes as a column
 * (`weight_kg`, `started_on`, `strength`).
 *
 * @returns for each key that is dropped, the key that it means.
 */
export function sameAttributes(attributes: ReadonlyMap<string, AttributeFacts>): ReadonlyMap<string, string> {
  const listed = [...attributes.values()].filter(isListed)
  const same = new Map<string, string>()
  for (const facts of attributes.values()) {
    if (facts.mentions.some(({ mention }) => mention.identifier)) continue
    const spoken = !facts.attributes.some((claim) => claim.strength === 'stated' && fromSession(claim.source))
    // What is only bounded or listed is a column that anything states.
    const any = facts.attributes.length === 0 || isPlace(facts.key)
    const stated = any ? [...attributes.values()].filter((other) => other.attributes.length > 0) : listed
    const meant = stated.filter(
      (column) =>
        column !== facts && (spoken || column.mentions.some(({ mention }) => mention.identifier)) && means(facts.key, column.key),
    )
    const [only] = meant
    if (only !== undefined && meant.length === 1) same.set(facts.key, only.key)
  }
  for (const [key, other] of same) if (same.has(other)) same.delete(key)
  return same
}

/** The session states it as a column. */
function isListed(facts: AttributeFacts): boolean {
  return facts.attributes.some((claim) => claim.strength === 'stated' && fromSession(claim.source))
}

/** Whether a name in words means a column. */
export function means(spoken: string, column: string): boolean {
  if (column.startsWith(`${spoken}_`) && endings.test(column.slice(spoken.length + 1))) return true
  if (spoken.startsWith(`${column}_`) && glosses.test(spoken.slice(column.length + 1))) return true
  if (isPlace(spoken) && isPlace(column)) return true
  if (!vague.has(column) && !column.includes('_') && spoken.endsWith(`_${column}`)) return true
  return isSameDay(spoken, column)
}

/** "start date" is `started_on` or `starts_at`; "date of inspection" is `inspected_on`. */
function isSameDay(spoken: string, column: string): boolean {
  const verb = /^([a-z]+)_(?:on|at|date)$/.exec(column)?.[1]
  if (verb === undefined || !dateWords.test(spoken)) return false
  const act = spoken.replace(dateWords, '')
  return act !== '' && !act.includes('_') && stem(act) === stem(verb)
}

function stem(word: string): string {
  const bare = word.replace(/(?:ation|tion|sion|ion|ment|ing|ed|al|ery|e|s|d)$/, '')
  return bare.length < 3 ? word : bare.slice(0, 5)
}
