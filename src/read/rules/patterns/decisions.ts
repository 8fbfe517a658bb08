import type { ClaimBody } from '../../../claim/claim.ts'
import { accountMention, type Mention, wordMention } from '../../../claim/mention.ts'
import type { Sentence } from '../language/sentence.ts'
import type { Pattern, Reading } from '../reading.ts'
import { decisionsIn, joinRequestsIn } from '../tables/decisions.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entityOfNoun, foundIn, namedEntity } from '../text/grammar.ts'
import { readStated } from './states.ts'

/**
 * What people hand in and others decide about has states: "A runner asks to join a team. The captain accepts or rejects the request."; "An appointment is pending
 * until the salon confirms or declines it". Who asks to join a group leaves a request: a row of whom and of which group.
 *
 * Not: where the document lists the states itself, where a session names the tables.
 */
export const decisions: Pattern = {
  name: 'decisions',
  read(block, reading) {
    if (reading.document.kind !== 'prd' || reading.entities.decided) return []
    return readAsked(block, reading, (sentence) =>
      [...claimsOfDecisions(sentence, reading), ...claimsOfRequests(sentence, reading)].map((body) =>
        foundIn(reading, sentence, body),
      ),
    )
  },
}

function claimsOfDecisions(sentence: Sentence, reading: Reading): readonly ClaimBody[] {
  return decisionsIn(sentence).flatMap(({ noun, states }) => {
    const entity = namedEntity(noun, reading)
    return entity && !listsStates(entity, reading) ? statusOf({ ...entity, text: noun.text }, states) : []
  })
}

function claimsOfRequests(sentence: Sentence, reading: Reading): readonly ClaimBody[] {
  return joinRequestsIn(sentence).flatMap(({ parent, name }): readonly ClaimBody[] => {
    const group = entityOfNoun(parent, reading)
    if (!group || keyOfName(group.name) === 'user') return []
    const entity = wordMention(name)
    return [
      { kind: 'entity', entity: group, as: 'thing' },
      { kind: 'entity', entity, as: 'table' },
      { kind: 'relationship', from: entity, to: group, cardinality: 'many to one', part: true, byOthers: true },
      { kind: 'relationship', from: entity, to: accountMention, cardinality: 'many to one' },
      { kind: 'access', entity, who: { kind: 'owner' }, may: ['insert'] },
      ...(decidesAbout(entity, reading) || listsStates(entity, reading)
        ? []
        : statusOf(entity, ['pending', 'accepted', 'rejected'])),
    ]
  })
}

function statusOf(entity: Mention, values: readonly string[]): readonly ClaimBody[] {
  const attribute = wordMention('status')
  const [first] = values
  return [
    { kind: 'attribute', entity, attribute, strength: 'stated' },
    { kind: 'values', entity, attribute, values, open: false, ...(first === undefined ? {} : { default: first }) },
  ]
}

function decidesAbout(entity: Mention, reading: Reading): boolean {
  return named(reading).decided.has(keyOfName(entity.name))
}

/** Whether the document says elsewhere what states a thing has. */
function listsStates(entity: Mention, reading: Reading): boolean {
  return named(reading).listed.has(keyOfName(entity.name))
}

interface Named {
  readonly decided: ReadonlySet<string>
  readonly listed: ReadonlySet<string>
}

const known = new WeakMap<readonly Sentence[], Named>()

function named(reading: Reading): Named {
  const found = known.get(reading.sentences) ?? {
    decided: new Set(
      reading.sentences.flatMap((each) =>
        keysOf(
          decisionsIn(each).map(({ noun }) => noun),
          reading,
        ),
      ),
    ),
    listed: new Set(reading.sentences.flatMap((each) => (listsStatesIn(each, reading) ? keysOf(each.nouns, reading) : []))),
  }
  known.set(reading.sentences, found)
  return found
}

function listsStatesIn(sentence: Sentence, reading: Reading): boolean {
  const named = sentence.nouns.some((noun) => /(?:^|_)(?:status|state)(?:es|s)?(?:_|$)/.test(noun.name))
  return named || (sentence.nouns.length <= 4 && readStated(sentence, reading).length > 0)
}

function keysOf(nouns: Sentence['nouns'], reading: Reading): readonly string[] {
  return nouns.flatMap((noun) => {
    const entity = namedEntity(noun, reading)
    return entity ? [keyOfName(entity.name)] : []
  })
}
