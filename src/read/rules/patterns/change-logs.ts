import type { ClaimBody } from '../../../claim/claim.ts'
import { accountMention, type Mention, wordMention } from '../../../claim/mention.ts'
import { operations } from '../../../schema/access.ts'
import { isOnlyAttribute } from '../columns/common-names.ts'
import type { NounPhrase, Sentence } from '../language/sentence.ts'
import type { Pattern, Reading } from '../reading.ts'
import { definitionsIn } from '../tables/definitions.ts'
import { keyOfName } from '../tables/identifiers.ts'
import { recordedChange } from '../tables/recorded-changes.ts'
import { readAsked } from '../text/asked-sentences.ts'
import { entityOfNoun, foundIn, isAccounts, markersOf, means, namedEntity } from '../text/grammar.ts'

/**
 * Changes that are kept: a row for each, written by the backend and never changed.
 * "Every change of the order's status is recorded in a history (who, when, old and new status)", "all price changes are saved", "a log of changes to
 * protocols is kept", "Każda zmiana danych narzędzia jest zapisywana w dzienniku zmian".
 *
 * Not: that a form's changes are saved, that people change something, a list of past orders.
 */
export const changeLogs: Pattern = {
  name: 'change logs',
  read(block, reading) {
    if (reading.entities.decided) return []
    return readAsked(block, reading, (sentence) => {
      const change = recordedChange(sentence)
      if (!change || means(sentence, 'NO', 'WITHOUT', 'REJECT', 'OUT_OF_SCOPE', 'LATER')) return []
      const { thing, attribute } = subjectOf(change, sentence, reading)
      return (thing ? claimsOfThing(thing, attribute, sentence) : claimsOfAll(sentence)).map((body) =>
        foundIn(reading, sentence, body),
      )
    })
  },
}

/** What changes: the first thing that is named, and the attribute of it, if one is. */
function subjectOf(
  change: NounPhrase,
  sentence: Sentence,
  reading: Reading,
): { readonly thing?: Mention; readonly attribute?: string } {
  const verb = markersOf(sentence, 'STORES').find(({ from }) => from >= change.to)
  const near = sentence.nouns.filter((noun) => noun !== change && noun.from >= change.from && noun.to <= (verb?.from ?? Infinity))
  const prefix = change.name.replace(/_?(?:change|modification|edit|edition|update)(?:_[a-z]+)?$/, '')
  const attributes = [prefix, ...near.map((noun) => noun.head)].filter((name) => isOnlyAttribute(name))
  const [attribute] = attributes.filter((name) => !/^(?:value|date|time|name|type)$/.test(name))
  const things = near.flatMap((noun) => (isAccounts(noun) || noun.person ? [] : (entityOfNoun(noun, reading) ?? [])))
  const thing =
    (prefix === '' ? undefined : namedEntity({ name: prefix, head: prefix }, reading)) ??
    things[0] ??
    (attribute === undefined ? undefined : havingAttribute(attribute, reading))
  return { ...(thing ? { thing } : {}), ...(attribute === undefined ? {} : { attribute }) }
}

/** The one thing of which the document says that it has such an attribute. */
function havingAttribute(attribute: string, reading: Reading): Mention | undefined {
  const found = reading.sentences.flatMap((sentence) =>
    definitionsIn(sentence).flatMap(({ noun, from, to }) =>
      sentence.nouns.some((each) => each.from >= from && each.to <= (to ?? sentence.words.length) && each.head === attribute)
        ? (namedEntity(noun, reading) ?? [])
        : [],
    ),
  )
  const [first] = found
  return first && found.every((each) => keyOfName(each.name) === keyOfName(first.name)) ? first : undefined
}

function claimsOfThing(thing: Mention, attribute: string | undefined, sentence: Sentence): readonly ClaimBody[] {
  const name = [keyOfName(thing.name), ...(attribute === undefined ? [] : [attribute]), 'change'].join('_')
  const entity: Mention = { text: `${thing.text}, ${attribute ?? 'change'}`, name, identifier: false, known: true }
  const valued = means(sentence, 'NEW') || sentence.nouns.some((noun) => noun.head === 'value')
  const columns =
    attribute !== undefined
      ? [field(entity, `old_${attribute}`, true), field(entity, `new_${attribute}`)]
      : valued
        ? [
            field(entity, 'field_name', false, 'text'),
            field(entity, 'old_value', true, 'text'),
            field(entity, 'new_value', true, 'text'),
          ]
        : [field(entity, 'changes', false, 'jsonb')]
  return [
    { kind: 'entity', entity, as: 'table' },
    { kind: 'relationship', from: entity, to: thing, cardinality: 'many to one', part: true },
    changedBy(entity),
    ...columns,
    { kind: 'access', entity, who: { kind: 'owner' }, may: ['select'] },
    writtenByBackend(entity),
  ]
}

/** "All changes are recorded in an audit log": one log of everything, the backend's own. */
function claimsOfAll(sentence: Sentence): readonly ClaimBody[] {
  if (!means(sentence, 'AUDIT')) return []
  const entity = wordMention('audit_log')
  return [
    { kind: 'entity', entity, as: 'table' },
    changedBy(entity),
    field(entity, 'table_name', false, 'text'),
    field(entity, 'row_key', false, 'text'),
    field(entity, 'action', false, 'text'),
    field(entity, 'changes', true, 'jsonb'),
    { kind: 'access', entity, who: { kind: 'backend' }, may: operations, only: true },
  ]
}

function field(entity: Mention, name: string, optional = false, type?: string): ClaimBody {
  return {
    kind: 'attribute',
    entity,
    attribute: wordMention(name),
    ...(type === undefined ? {} : { type }),
    ...(optional ? { optional } : {}),
    strength: 'stated',
  }
}

/** Who made the change; what they did stays when their account goes. */
function changedBy(entity: Mention): ClaimBody {
  return {
    kind: 'relationship',
    from: entity,
    to: accountMention,
    cardinality: 'many to one',
    column: wordMention('changed_by'),
    optional: true,
    onDelete: 'set null',
  }
}

function writtenByBackend(entity: Mention): ClaimBody {
  return { kind: 'access', entity, who: { kind: 'backend' }, may: ['insert', 'update', 'delete'], only: true }
}
