import type { ClaimBody } from '../../../claim/claim.ts'
import { accountMention, type Mention, wordMention } from '../../../claim/mention.ts'
import { isOnlyAttribute, notThings } from '../columns/common-names.ts'
import { isDefinable } from '../columns/field-lists.ts'
import { placedLimits } from '../columns/limits.ts'
import type { Sentence } from '../language/sentence.ts'
import { isAnyone, makersOf } from '../people/makers.ts'
import type { Pattern, Reading } from '../reading.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { type Reaction, type ReactionTo, reactionsIn } from '../tables/reactions.ts'
import { asksForSomething } from '../tables/things.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entityOfNoun, foundIn, isAccounts, means, mentionOf } from '../text/grammar.ts'
import { oncePerDocument } from '../text/once-per-document.ts'

/**
 * What people do to things that are there leaves a record, of whom and of what: "members can comment on photos", "a guest rates a room from 1 to 5",
 * "użytkownik dodaje przepis do ulubionych". The document need not name the record: it is a comment, a rating, a favourite.
 */
export const reactions: Pattern = {
  name: 'reactions',
  read(block, reading) {
    // where a session names the tables, their columns say it
    if (reading.entities.decided) return []
    return readAsked(block, reading, (sentence) =>
      reactionsIn(sentence).flatMap((one) => claimsOf(one, sentence, reading).map((body) => foundIn(reading, sentence, body))),
    )
  },
}

function claimsOf(one: ReactionTo, sentence: Sentence, reading: Reading): readonly ClaimBody[] {
  const { reaction } = one
  const on = targetMention(one, reading)
  if (on === undefined) return []
  if ((reaction === 'rating' || reaction === 'favorite') && !isSeenByOthers(one, on, reading))
    return ownMark(reaction, on, sentence)
  const entity = recordOf(reaction, on, reading)
  const done: ClaimBody = { kind: 'relationship', from: entity, to: accountMention, cardinality: 'many to one' }
  const isAccount = on === accountMention
  const relations: readonly ClaimBody[] = isAccount
    ? [
        { ...done, column: wordMention('user_id') },
        { ...done, column: wordMention(people[reaction]) },
      ]
    : [
        { kind: 'entity', entity: on, as: 'table' },
        { kind: 'relationship', from: entity, to: on, cardinality: 'many to one', part: true, byOthers: true },
        done,
      ]
  return [
    { kind: 'entity', entity, as: 'table' },
    ...relations,
    { kind: 'access', entity, who: { kind: 'owner' }, may: ['insert'] },
    ...fieldsOf(reaction, entity, sentence),
    // Whoever says the same twice has said it once.
    ...(isAccount || reaction === 'comment' || reaction === 'report'
      ? []
      : ([{ kind: 'unique', entity, attributes: [], per: [accountMention, on] }] as const)),
  ]
}

/** What people say of what is theirs alone stands with it: its rating, whether they like it best. */
function ownMark(reaction: 'rating' | 'favorite', entity: Mention, sentence: Sentence): readonly ClaimBody[] {
  if (reaction === 'rating') return ratingOf(entity, sentence)
  return [{ kind: 'attribute', entity, attribute: wordMention('is_favorite'), type: 'boolean', strength: 'stated' }]
}

/** Whether others than its owner have to do with a thing: others make it, or the document has people see and react to what is not theirs. */
function isSeenByOthers({ subject }: ReactionTo, on: Mention, reading: Reading): boolean {
  const makers = [...makersOf(on.name, reading)]
  if (makers.length > 0 && !makers.some((maker) => isAnyone(maker) || maker === subject.name)) return true
  return isSocialDocument(reading)
}

const isSocialDocument = oncePerDocument((reading) => reading.sentences.some(isSocial))

function isSocial(sentence: Sentence): boolean {
  if (!asksForSomething(sentence.zone) || (means(sentence, 'NOT', 'NO') && !means(sentence, 'ANONYMOUS'))) return false
  const isShown =
    means(sentence, 'PUBLIC', 'SHARE', 'ANONYMOUS') && sentence.nouns.some(({ person, abstract }) => !person && !abstract)
  return isShown || reactionsIn(sentence).some(({ reaction }) => reaction !== 'rating' && reaction !== 'favorite')
}

/** Of what people do to one another, the column that says to whom. */
const people: Readonly<Record<Reaction, string>> = {
  comment: 'commented_user_id',
  rating: 'rated_user_id',
  like: 'liked_user_id',
  follow: 'followed_user_id',
  vote: 'candidate_id',
  report: 'reported_user_id',
  favorite: 'favorite_user_id',
}

/** What the reaction is to; the account for "follow other users". Fields and the parts of a program are none. */
function targetMention({ reaction, target: noun, subject }: ReactionTo, reading: Reading): Mention | undefined {
  const isSpeaker = noun.person && (noun.head === subject.head || reading.things.speaker(noun.name) !== undefined)
  if (isAccounts(noun) || isSpeaker) return accountMention
  const known = entityOfNoun(noun, reading)
  if (known !== undefined) return known
  // "follow the instructions", "rate the difficulty"
  if (reaction === 'follow' || reaction === 'rating') return undefined
  const isThing = isDefinable(noun.name) || !(isOnlyAttribute(noun.name) || notThings.has(noun.name) || notThings.has(noun.head))
  return isThing && noun.known && !noun.person && !noun.abstract ? mentionOf(noun) : undefined
}

function fieldsOf(reaction: Reaction, entity: Mention, sentence: Sentence): readonly ClaimBody[] {
  const stated = (name: string): ClaimBody => ({ kind: 'attribute', entity, attribute: wordMention(name), strength: 'stated' })
  if (reaction === 'comment') return [stated('content')]
  if (reaction === 'report') return [stated('reason')]
  return reaction === 'rating' ? ratingOf(entity, sentence) : []
}

function ratingOf(entity: Mention, sentence: Sentence): readonly ClaimBody[] {
  const [scale] = placedLimits(sentence.text, sentence).flatMap(({ of, minimum, maximum }) =>
    of === 'value' && minimum !== undefined && maximum !== undefined ? [{ minimum, maximum }] : [],
  )
  const attribute = wordMention('rating')
  return [
    { kind: 'attribute', entity, attribute, type: 'integer', strength: 'stated' },
    ...(scale === undefined ? [] : ([{ kind: 'limit', entity, attribute, of: 'value', ...scale }] as const)),
  ]
}

/** What the record is called: by its thing too where the document has reactions of the kind on several. */
function recordOf(reaction: Reaction, on: Mention, reading: Reading): Mention {
  const own = reading.things.find(`${keyOfName(on.name)}_${reaction}`)
  if (own !== undefined) return own
  return wordMention((targetsIn(reading).get(reaction)?.size ?? 0) > 1 ? `${keyOfName(on.name)}_${reaction}` : reaction)
}

const targetsIn = oncePerDocument(collect)

function collect(reading: Reading): ReadonlyMap<Reaction, ReadonlySet<string>> {
  const found = new Map<Reaction, Set<string>>()
  for (const sentence of reading.sentences)
    for (const one of reactionsIn(sentence)) {
      const on = targetMention(one, reading)
      if (on !== undefined) found.set(one.reaction, (found.get(one.reaction) ?? new Set<string>()).add(keyOfName(on.name)))
    }
  return found
}
