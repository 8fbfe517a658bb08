import type { Claim, ClaimOf } from '../../claim/claim.ts'
import type { Mention } from '../../claim/mention.ts'
import { keyOfName } from '../rules/tables/identifiers.ts'
import { mentionsOf } from './names.ts'

/**
 * One thing a claim settles: what it is about, and what it says of it. Two claims with the same topic and another meaning contradict each other;
 * a topic without a rival meaning can only be agreed with.
 */
export interface Point {
  readonly topic: string
  readonly meaning: string
}

const key = (mention: Mention | undefined): string => (mention === undefined ? '*' : keyOfName(mention.name))
const point = (topic: string, meaning: unknown): readonly Point[] =>
  meaning === undefined ? [] : [{ topic, meaning: typeof meaning === 'string' ? meaning : JSON.stringify(meaning) }]
const squeezed = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
const list = (mentions: readonly Mention[] = []): string => mentions.map(key).sort().join()

const opposites: Readonly<Partial<Record<ClaimOf<'convention'>['rule'], readonly [topic: string, meaning: string]>>> = {
  'soft delete': ['deletion *', 'soft'],
  'hard delete': ['deletion *', 'hard'],
  timestamps: ['updated_at', 'yes'],
  'no updated_at': ['updated_at', 'no'],
  enums: ['closed lists', 'enums'],
  'checks instead of enums': ['closed lists', 'checks'],
  'account deletion': ['account deletion', 'yes'],
  'no account deletion': ['account deletion', 'no'],
}

function relationOf(from: Mention, to: Mention, through?: Mention): string {
  const way = through === undefined ? '' : ` by ${key(through)}`
  return `relation ${[key(from), key(to)].sort().join(' ')}${way}`
}

function cardinalityOf({ from, to, cardinality }: ClaimOf<'relationship'>): string {
  return cardinality === 'many to one' ? `${key(from)} to one ${key(to)}` : cardinality
}

const read: { readonly [K in Claim['kind']]: (claim: ClaimOf<K>) => readonly Point[] } = {
  entity: (claim) => [
    ...point(`thing ${key(claim.entity)}`, 'is'),
    ...(claim.as === 'table' ? point(`table ${key(claim.entity)}`, 'is') : []),
    ...point(`accounts ${key(claim.entity)}`, claim.platformAccounts),
    ...point(`view ${key(claim.entity)}`, claim.view),
    ...(claim.description === undefined ? [] : point(`described ${key(claim.entity)}`, squeezed(claim.description))),
  ],
  attribute: (claim) => {
    const name = `${key(claim.entity)}.${key(claim.attribute)}`
    return [
      ...point(`column ${name}`, 'is'),
      ...point(`type ${name}`, claim.type === undefined ? undefined : squeezed(claim.type)),
      ...point(`optional ${name}`, claim.optional),
      ...point(`default ${name}`, claim.default === undefined ? undefined : squeezed(claim.default)),
      ...point(`primary key ${name}`, claim.primaryKey),
      ...point(`unique ${name}`, claim.unique),
      ...point(`many ${name}`, claim.many),
      ...(claim.references === undefined || claim.entity === undefined
        ? []
        : point(
            relationOf(claim.entity, claim.references.entity),
            `${key(claim.entity)} to one ${key(claim.references.entity)}`,
          )),
    ]
  },
  limit: (claim) => {
    const name = `${claim.of} ${key(claim.entity)}.${key(claim.attribute)}`
    return [...point(`least ${name}`, claim.minimum), ...point(`most ${name}`, claim.maximum)]
  },
  values: (claim) => {
    const name = `${key(claim.entity)}.${key(claim.attribute)}`
    return [
      ...point(`values ${name}`, [...claim.values].map(squeezed).sort().join()),
      ...point(`kept as ${name}`, claim.as),
      ...point(`default ${name}`, claim.default === undefined ? undefined : squeezed(claim.default)),
    ]
  },
  unique: (claim) =>
    point(`unique ${key(claim.entity)} ${list(claim.attributes)} in ${list(claim.per)}`, squeezed(claim.where ?? '')),
  relationship: (claim) => [
    ...point(relationOf(claim.from, claim.to, claim.through), cardinalityOf(claim)),
    ...point(`optional ${relationOf(claim.from, claim.to)}`, claim.optional),
    ...point(`deletion ${key(claim.from)} with ${key(claim.to)}`, claim.onDelete),
    ...point(`key column ${key(claim.from)} ${key(claim.to)}`, claim.column === undefined ? undefined : key(claim.column)),
    ...point(`part ${key(claim.from)} ${key(claim.to)}`, claim.part),
  ],
  'delete rule': (claim) =>
    claim.rule === 'hard' || claim.rule === 'soft'
      ? point(`deletion ${key(claim.entity)}`, claim.rule)
      : point(`deletion ${key(claim.entity)} with ${key(claim.to)}`, claim.rule),
  key: (claim) => [
    ...point(`key type ${key(claim.entity)}`, claim.type),
    ...point(`key ${key(claim.entity)}`, claim.attributes === undefined ? undefined : list(claim.attributes)),
  ],
  count: (claim) => {
    const name = `${key(claim.entity)} per ${key(claim.per)} ${claim.period ?? ''}`
    return [...point(`fewest ${name}`, claim.minimum), ...point(`most ${name}`, claim.maximum)]
  },
  access: (claim) =>
    claim.may.flatMap((operation) =>
      point(
        `access ${key(claim.entity)} ${operation} ${whoOf(claim)} ${list(claim.attributes)}`,
        claim.denied === true ? 'denied' : 'allowed',
      ),
    ),
  role: (claim) => point(`role ${keyOfName(claim.role)}`, key(claim.group)),
  group: (claim) => [...point(`group ${key(claim.entity)}`, 'is'), ...point(`single group ${key(claim.entity)}`, claim.single)],
  index: (claim) =>
    point(
      `index ${key(claim.entity)} ${claim.keys.map((one) => `${key(one.attribute)}${one.descending === true ? ' desc' : ''}`).join()}`,
      squeezed(claim.where ?? ''),
    ),
  query: (claim) =>
    point(
      `query ${key(claim.entity)} ${list(claim.filter)} ${claim.sort.map((one) => key(one.attribute)).join()} ${list(claim.search)}`,
      'is',
    ),
  condition: (claim) =>
    point(
      `condition ${key(claim.entity)} ${
        claim.comparison === undefined
          ? squeezed(claim.sql ?? '')
          : `${key(claim.comparison.left)} ${claim.comparison.operator} ${key(claim.comparison.right)}`
      }`,
      'is',
    ),
  'no overlap': (claim) => point(`no overlap ${key(claim.entity)} per ${list(claim.per)}`, 'is'),
  exclusion: (claim) =>
    claim.subject === 'entity' && claim.entity !== undefined
      ? point(`thing ${key(claim.entity)}`, 'not')
      : claim.subject === 'attribute' && claim.attribute !== undefined
        ? point(`column ${key(claim.entity)}.${key(claim.attribute)}`, 'not')
        : point(`left out ${squeezed(claim.text)}`, 'is'),
  convention: ({ rule }) => {
    const [topic, meaning] = opposites[rule] ?? [`convention ${rule}`, 'is']
    return point(topic, meaning)
  },
  'open question': (claim) => point(`open ${claim.source.document}:${claim.source.line}`, 'is'),
  requirement: (claim) => claim.about.flatMap((mention) => point(`requirement ${claim.id} ${key(mention)}`, 'is')),
}

export function whoOf({ who }: ClaimOf<'access'>): string {
  if (who.kind === 'member') return `member ${key(who.group)} ${who.role ?? ''}`
  return who.kind === 'role' ? `role ${who.role}` : who.kind
}

/** What a claim settles. Whatever speaks of an entity also says that there is such a thing. */
export function pointsOf(claim: Claim): readonly Point[] {
  const own = (read[claim.kind] as (claim: Claim) => readonly Point[])(claim)
  if (claim.kind === 'exclusion' || claim.kind === 'open question' || claim.kind === 'requirement') return own
  const things = mentionsOf(claim).flatMap(([role, mention]) => (role === 'entity' ? [`thing ${key(mention)}`] : []))
  return [...own, ...[...new Set(things)].flatMap((topic) => point(topic, 'is'))]
}

/** Topics on which a rule for everything also speaks: how rows of one entity are deleted. */
export function widerTopic(topic: string): string | undefined {
  return /^deletion \S+$/.test(topic) && topic !== 'deletion *' ? 'deletion *' : undefined
}
