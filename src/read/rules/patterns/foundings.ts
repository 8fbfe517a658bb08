import type { ClaimBody } from '../../../claim/claim.ts'
import { accountMention, type Mention, wordMention } from '../../../claim/mention.ts'
import type { Sentence } from '../language/sentence.ts'
import type { Pattern, Reading } from '../reading.ts'
import { foundingIn } from '../tables/foundings.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { isActedOn } from '../tables/things.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entityOfNoun, foundIn, means } from '../text/grammar.ts'
import { oncePerDocument } from '../text/once-per-document.ts'

/**
 * How people come together: who founds the group, who is in it from the beginning, and how others are invited:
 * "A user can found a club and becomes its admin. Members are invited by e-mail; an invitation expires after 7 days and can be accepted or declined."
 *
 * Not: inviting friends to the application, where nobody founds anything.
 */
export const foundings: Pattern = {
  name: 'foundings',
  read(block, reading) {
    // where a session names the tables, their columns say it
    if (reading.entities.decided) return []
    return readAsked(block, reading, (sentence) => {
      const group = groupOf(reading)
      if (!group) return []
      const founding = foundingIn(sentence)
      const own = founding && entityOfNoun(founding.group, reading)
      const founded = own && keyOfName(own.name) === keyOfName(group.name) ? claimsOfFounding(own, founding.becomes) : []
      return [...founded, ...claimsOfInvitation(group, sentence)].map((body) => foundIn(reading, sentence, body))
    })
  },
}

/** The one group that the document has founded and people invited to or be members of. */
const groupOf = oncePerDocument(findGroup)

function findGroup(reading: Reading): Mention | undefined {
  if (!reading.sentences.some((sentence) => means(sentence, 'MEMBER', 'JOINS', 'INVITES', 'ASKS_TO_JOIN'))) return undefined
  const founded = reading.sentences.flatMap((sentence) => {
    const founding = foundingIn(sentence)
    // "members can book a class" founds none
    const group = founding && !isActedOn(founding.group, sentence, reading.things) && entityOfNoun(founding.group, reading)
    return group ? [group] : []
  })
  const [first] = founded
  return first && founded.every(({ name }) => keyOfName(name) === keyOfName(first.name)) ? first : undefined
}

const member = wordMention('member')

function claimsOfFounding(group: Mention, becomes: 'admin' | 'owner' | undefined): readonly ClaimBody[] {
  const role = { entity: member, attribute: wordMention('role') }
  return [
    { kind: 'entity', entity: group, as: 'thing' },
    { kind: 'group', entity: group },
    {
      kind: 'relationship',
      from: group,
      to: accountMention,
      cardinality: 'many to one',
      column: wordMention('created_by'),
      optional: true,
      onDelete: 'set null',
    },
    { kind: 'access', entity: group, who: { kind: 'owner' }, may: ['insert'] },
    ...(becomes === undefined
      ? []
      : ([
          { kind: 'attribute', ...role, strength: 'stated' },
          { kind: 'values', ...role, values: [becomes, 'member'], open: false, default: 'member' },
        ] as const)),
  ]
}

/** What a sentence says of inviting: a row for each who is asked, with what is said of how, until when and what became of it. */
function claimsOfInvitation(group: Mention, sentence: Sentence): readonly ClaimBody[] {
  if (!means(sentence, 'INVITES') || means(sentence, 'NOT', 'NO', 'WITHOUT', 'REJECT', 'OUT_OF_SCOPE', 'LATER')) return []
  const called = sentence.nouns.some(({ name }) => name === 'invitation')
  const email = sentence.nouns.some(({ name }) => /(?:^|_)e?mail(?:_|$)/.test(name)) || /\be-?mail/iu.test(sentence.text)
  const token = sentence.nouns.some(({ name }) => /^(?:\w+_)?(?:link|token|code)$/.test(name))
  const until =
    sentence.nouns.some(({ name }) => /^expir|_expir/.test(name)) ||
    sentence.nouns.some((noun) => noun.count !== undefined && /^(?:hour|day|week|month)$/.test(noun.head))
  if (!called && !email && !token) return []
  // "join by an invitation code": one code that the group has, and nobody in particular is asked
  const code = sentence.nouns.find(({ name }) => /^\w+_(?:code|pin)$/.test(name))
  if (code !== undefined && !called && !email && !until) {
    const attribute = { ...wordMention('invitation_code'), text: code.text }
    return [
      { kind: 'attribute', entity: group, attribute, strength: 'stated' },
      { kind: 'unique', entity: group, attributes: [attribute] },
    ]
  }
  const entity = wordMention('invitation')
  const stated = (name: string, type?: string): ClaimBody => ({
    kind: 'attribute',
    entity,
    attribute: wordMention(name),
    ...(type === undefined ? {} : { type }),
    strength: 'stated',
  })
  const status = { entity, attribute: wordMention('status') }
  return [
    { kind: 'entity', entity, as: 'table' },
    { kind: 'relationship', from: entity, to: group, cardinality: 'many to one', part: true },
    {
      kind: 'relationship',
      from: entity,
      to: accountMention,
      cardinality: 'many to one',
      column: wordMention('invited_by'),
      optional: true,
      onDelete: 'set null',
    },
    ...(email ? [stated('email')] : []),
    ...(token ? [stated('token'), { kind: 'unique', entity, attributes: [wordMention('token')] } as const] : []),
    ...(until ? [stated('expires_at', 'timestamptz')] : []),
    ...(called && sentence.nouns.some(({ name }) => name === 'status') ? [stated('status')] : []),
    ...(means(sentence, 'ACCEPTS')
      ? ([
          { kind: 'attribute', ...status, strength: 'stated' },
          { kind: 'values', ...status, values: ['pending', 'accepted', 'declined'], open: false, default: 'pending' },
        ] as const)
      : []),
  ]
}
