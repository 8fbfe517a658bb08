import type { ClaimOf } from '../../claim/claim.ts'
import { isCredential, isNoField } from '../accounts/credential-fields.ts'
import { fromSession, holdsAgainst, strongest } from '../claim-order.ts'
import type { Draft, DraftTable } from '../draft.ts'
import type { AttributeFacts } from '../identity/facts.ts'
import { isSqlWord } from '../identity/no-column.ts'

/** Whether the planning session states an attribute as a column. */
export function isSessionColumn(facts: AttributeFacts): boolean {
  return facts.attributes.some((claim) => claim.strength === 'stated' && fromSession(claim.source))
}

/** What the session says of a table's columns, looked at once per table. */
export interface StatedColumns {
  readonly count: number
  readonly words: ReadonlyMap<string, number>
  /** Values of closed lists: a sentence that lists them is not about columns. */
  readonly values: ReadonlySet<string>
}

export function statedColumns(table: DraftTable): StatedColumns {
  const words = new Map<string, number>()
  const values = new Set<string>()
  let count = 0
  for (const facts of table.facts?.attributes.values() ?? []) {
    for (const claim of facts.values) for (const value of claim.values) values.add(value.toLowerCase())
    if (!isSessionColumn(facts)) continue
    count++
    for (const word of new Set(facts.key.split('_'))) words.set(word, (words.get(word) ?? 0) + 1)
  }
  return { count, words, values }
}

/**
 * Whether an attribute is meant as a column. What the session states is, unless it is a word of SQL or a value of a list. Where the session states a
 * table's columns, the PRD adds only what it states firmly and what shares no word with a column that is there already.
 */
export function isColumn(facts: AttributeFacts, table: DraftTable, draft: Draft, stated: StatedColumns): boolean {
  const untyped = facts.attributes.every((claim) => claim.type === undefined)
  if (untyped && (isSqlWord(facts.key) || (stated.values.has(facts.key) && facts.values.length === 0))) return false
  if (table.part === 'profile' && !belongsInProfile(facts)) return false
  if (table.part === 'accounts' && facts.key === 'password') return false
  // The size of a file bounds what is uploaded, and is no column.
  const limits = facts.limits.filter((claim) => claim.of !== 'bytes')
  if (facts.attributes.length === 0) return limits.length > 0 || facts.values.some((claim) => !claim.open)
  if (isSessionColumn(facts)) return true
  if (isCredentialElsewhere(facts, table) || isInterface(facts.key) || explains(facts.key, table)) return false
  const firm = facts.attributes.some((claim) => claim.strength === 'stated')
  if (draft.session && stated.count >= 3 && table.part !== 'accounts')
    return firm && isDetailed(facts) && !facts.key.split('_').some((word) => stated.words.has(word))
  return firm || facts.limits.length > 0 || facts.values.length > 0 || !draft.session
}

/** The PRD says more of it than its name: what it is like, or the name more than once. */
function isDetailed(facts: AttributeFacts): boolean {
  const lines = new Set(facts.attributes.map((claim) => claim.source.line))
  const shaped = facts.attributes.some(
    (claim) => claim.type !== undefined || claim.optional !== undefined || claim.default !== undefined,
  )
  return shaped || facts.limits.length > 0 || facts.values.length > 0 || lines.size >= 2
}

/** A form has a password beside other fields; it is the account's all the same. */
function isCredentialElsewhere(facts: AttributeFacts, table: DraftTable): boolean {
  return table.part === 'entity' && /(^|_)password(_hash|_confirmation)?$/.test(facts.key)
}

/** Pieces of a screen that a sentence gives a thing. */
function isInterface(key: string): boolean {
  return /(^|_)(button|checkbox|form|field|screen|page|view|modal|dialog|tab|menu|dropdown|tooltip|toast|popup|panel|dashboard|input|placeholder|progress_bar|search_bar|list|counter_display)$/.test(
    key,
  )
}

/** Words that explain other words of the same thing: where a card has a front and a back, its question and answer are those. */
const explained: ReadonlyMap<string, string> = new Map([
  ['question', 'front'],
  ['answer', 'back'],
])

function explains(key: string, table: DraftTable): boolean {
  const other = explained.get(key)
  return (
    other !== undefined &&
    table.facts?.attributes.has(other) === true &&
    table.facts.attributes.has(other === 'front' ? 'back' : 'front')
  )
}

const keptInProfile: ReadonlySet<string> = new Set(['created_at', 'updated_at', 'user_id', 'is_verified'])

/** Email and password are the account's; a profile repeats an email only when the session says so. */
function belongsInProfile(facts: AttributeFacts): boolean {
  if (facts.key === 'email') return isSessionColumn(facts)
  return !isNoField(facts.key) && (!isCredential(facts.key) || keptInProfile.has(facts.key))
}

/** The exclusion that holds against everything that asks for the column. */
export function attributeRefusal(facts: AttributeFacts): ClaimOf<'exclusion'> | undefined {
  const refusal = strongest(facts.exclusions)
  if (refusal === undefined) return undefined
  const asked = strongest(facts.attributes)
  return asked === undefined || holdsAgainst(refusal.source, asked.source) ? refusal : undefined
}
