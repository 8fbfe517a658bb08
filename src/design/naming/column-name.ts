import { pluralise } from '../../schema/inflect.ts'
import { fromSession, rankOf } from '../claim-order.ts'
import type { AttributeFacts } from '../identity/facts.ts'
import { isRecord } from '../tables/record-words.ts'
import { isReserved } from './reserved-words.ts'
import { safeName } from './safe-name.ts'
import { snakeCase } from './snake-case.ts'

/**
 * The name of an attribute's column: as the planning session writes it in code; else as a document writes it in code; else the
 * first wording, or the conventional name where the wording is a synonym of one (`creation date` → `created_at`).
 */
export function columnName(facts: AttributeFacts, entity: string): string {
  // `matches.match_id` in a sentence and `id` in the list of columns are one: the short name is the column's
  if (facts.key === 'id' && facts.mentions.some(({ mention }) => snakeCase(mention.name) === 'id')) return 'id'
  const written = facts.mentions.filter(({ mention }) => mention.identifier)
  let best: (typeof written)[number] | undefined
  for (const candidate of written)
    if (
      best === undefined ||
      Number(fromSession(candidate.source)) > Number(fromSession(best.source)) ||
      rankOf(candidate.source) < rankOf(best.source)
    )
      best = candidate
  if (best !== undefined) return safeName(best.mention.name.replace(/^.*\./, ''), 'value')
  if (conventional.has(facts.key)) return facts.key
  const wording = safeName(facts.mentions[0]?.mention.name.replace(/^.*\./, '') ?? facts.key, 'value')
  // several in one row: "four options"
  if (facts.attributes.some((claim) => claim.many === true)) return pluralise(wording)
  // "an invitation has a token": one of them, as it is written
  const head = wording.slice(wording.lastIndexOf('_') + 1)
  const isOne = facts.mentions.some(({ mention }) => mention.text.toLowerCase().endsWith(head))
  const isCounted = counted.has(wording) || (head === 'token' && wording !== head)
  const name = withUnit(isCounted && !isOne ? pluralise(wording) : wording, entity)
  return isReserved(name) || name === 'start' ? (renamed.get(name) ?? `${safeName(entity, 'its')}_${name}`) : name
}

/** What is counted or comes in numbers stands in the plural, although a document's word for it is read as one. */
const counted: ReadonlySet<string> = new Set(
  'point credit calorie carb carbohydrate serving portion like view token ingredient instruction preference setting tag attempt step goal_calorie kilogram gram'.split(
    ' ',
  ),
)

/** What a program does, and how long it takes, is no matter of minutes. */
const ofPrograms = /(^|_)(generation|import|export|sync|synchronization|backup)$/

/** A length of time says its unit: `rest_time` → `rest_time_minutes`, `duration` of an import → `duration_ms`. */
function withUnit(name: string, entity: string): string {
  if (/^duration$|_duration$/.test(name) && (isRecord(entity) || ofPrograms.test(entity))) return `${name}_ms`
  const lasting =
    /^duration$|_duration$|(^|_)(cook|cooking|prep|preparation|bake|baking|total|estimated|travel|study|reading|waiting|delivery)_time$/
  return lasting.test(name) ? `${name}_minutes` : name
}

const conventional: ReadonlySet<string> = new Set(['id', 'created_at', 'updated_at', 'deleted_at', 'email', 'password_hash'])

/** Reserved words that have a usual other name. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['order', 'position'],
  ['start', 'starts_at'],
  ['end', 'ends_at'],
  ['desc', 'description'],
])
