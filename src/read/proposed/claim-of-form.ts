import type { ClaimBody, ClaimOf } from '../../claim/claim.ts'
import type { WordCheck } from './check-words.ts'
import type { ProposedClaim, ProposedOf } from './claim-form.ts'

/** A kind's own fields, from the words that were proposed. What the words do not bear out is noted in `check`. */
type Maker<K extends ProposedClaim['kind']> = (form: ProposedOf<K>, check: WordCheck, quote: string) => ClaimBody

/** The properties that are there. */
type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>
}

const optionally = <T>(text: string | undefined, read: (text: string) => T): T | undefined =>
  text === undefined ? undefined : read(text)

const sortKeys = (keys: readonly { readonly attribute: string; readonly descending?: boolean | undefined }[], check: WordCheck) =>
  keys.map(({ attribute, descending }) => ({
    attribute: check.attribute(attribute),
    ...(descending === true ? { descending } : {}),
  }))

const bounds = (form: { readonly minimum?: number | undefined; readonly maximum?: number | undefined }, check: WordCheck) => {
  if (form.minimum === undefined && form.maximum === undefined) check.refuse('says nothing')
  return present({
    // "Up to fifty" begins at nothing, and a required text at one character; neither is written.
    minimum: form.minimum === undefined ? undefined : form.minimum <= 1 ? form.minimum : check.number(form.minimum),
    maximum: form.maximum === undefined ? undefined : check.number(form.maximum),
  })
}

function whoOf(form: ProposedOf<'access'>, check: WordCheck): ClaimOf<'access'>['who'] {
  if (form.who === 'role') {
    if (form.role === undefined) check.refuse('says nothing')
    return { kind: 'role', role: check.entity(form.role ?? '').name }
  }
  if (form.who !== 'member') return { kind: form.who }
  return {
    kind: 'member',
    ...present({ group: optionally(form.group, check.entity), role: optionally(form.role, (role) => check.entity(role).name) }),
  }
}

const makers: { readonly [K in ProposedClaim['kind']]: Maker<K> } = {
  entity: (form, check) => ({
    kind: 'entity',
    entity: check.entity(form.entity),
    as: form.as,
    ...present({
      description: optionally(form.description, check.verbatim),
      platformAccounts: form.platformAccounts,
      view: form.view,
    }),
  }),
  attribute: (form, check) => ({
    kind: 'attribute',
    attribute: check.attribute(form.attribute),
    strength: form.strength ?? 'stated',
    ...present({
      entity: optionally(form.entity, check.entity),
      type: optionally(form.type, check.verbatim),
      optional: form.optional,
      default: optionally(form.default, check.verbatim),
      primaryKey: form.primaryKey,
      unique: form.unique,
      references:
        form.references === undefined
          ? undefined
          : {
              entity: check.entity(form.references.entity),
              ...present({ attribute: optionally(form.references.attribute, (text) => check.attribute(text).name) }),
            },
      many: form.many,
    }),
  }),
  limit: (form, check) => ({
    kind: 'limit',
    attribute: check.attribute(form.attribute),
    of: form.of,
    ...present({ entity: optionally(form.entity, check.entity) }),
    ...bounds(form, check),
  }),
  values: (form, check) => ({
    kind: 'values',
    attribute: check.attribute(form.attribute),
    values: form.values.map(check.value),
    open: form.open,
    ...present({
      entity: optionally(form.entity, check.entity),
      as: form.as,
      default: optionally(form.default, check.value),
    }),
  }),
  unique: (form, check) => ({
    kind: 'unique',
    attributes: form.attributes.map(check.attribute),
    ...present({
      entity: optionally(form.entity, check.entity),
      per: form.per?.map(check.entity),
      where: optionally(form.where, check.sql),
    }),
  }),
  relationship: (form, check) => ({
    kind: 'relationship',
    from: check.entity(form.from),
    to: check.entity(form.to),
    cardinality: form.cardinality,
    ...present({
      optional: form.optional,
      through: optionally(form.through, check.entity),
      column: optionally(form.column, check.attribute),
      onDelete: form.onDelete,
      part: form.part,
    }),
  }),
  'delete rule': (form, check) => ({
    kind: 'delete rule',
    rule: form.rule,
    ...present({
      entity: optionally(form.entity, check.entity),
      to: optionally(form.to, check.entity),
      column: optionally(form.column, check.attribute),
    }),
  }),
  key: (form, check) => {
    if (form.type === undefined && form.attributes === undefined) check.refuse('says nothing')
    return {
      kind: 'key',
      ...present({
        entity: optionally(form.entity, check.entity),
        type: form.type,
        attributes: form.attributes?.map(check.attribute),
      }),
    }
  },
  count: (form, check) => ({
    kind: 'count',
    entity: check.entity(form.entity),
    ...present({ per: optionally(form.per, check.entity), period: form.period }),
    ...bounds(form, check),
  }),
  access: (form, check) => ({
    kind: 'access',
    who: whoOf(form, check),
    may: form.may,
    ...present({
      entity: optionally(form.entity, check.entity),
      denied: form.denied,
      only: form.only,
      attributes: form.attributes?.map(check.attribute),
    }),
  }),
  role: (form, check) => ({
    kind: 'role',
    role: check.entity(form.role).name,
    ...present({ group: optionally(form.group, check.entity) }),
  }),
  group: (form, check) => ({
    kind: 'group',
    entity: check.entity(form.entity),
    ...present({ members: optionally(form.members, check.entity), single: form.single }),
  }),
  index: (form, check) => ({
    kind: 'index',
    keys: sortKeys(form.keys, check),
    ...present({
      entity: optionally(form.entity, check.entity),
      method: form.method,
      unique: form.unique,
      where: optionally(form.where, check.sql),
    }),
  }),
  query: (form, check) => ({
    kind: 'query',
    entity: check.entity(form.entity),
    filter: (form.filter ?? []).map(check.attribute),
    sort: sortKeys(form.sort ?? [], check),
    search: (form.search ?? []).map(check.attribute),
  }),
  condition: (form, check) => {
    const { left, operator, right, sql } = form
    const compares = left !== undefined && right !== undefined && operator !== undefined
    if (sql === undefined && !compares) check.refuse('says nothing')
    return {
      kind: 'condition',
      ...present({
        entity: optionally(form.entity, check.entity),
        sql: optionally(sql, check.sql),
        comparison: compares ? { left: check.attribute(left), operator, right: check.attribute(right) } : undefined,
      }),
    }
  },
  'no overlap': (form, check) => ({
    kind: 'no overlap',
    entity: check.entity(form.entity),
    per: form.per.map(check.entity),
  }),
  exclusion: (form, check, quote) => ({
    kind: 'exclusion',
    subject: form.subject,
    text: quote,
    deferred: form.deferred,
    ...present({
      entity: optionally(form.entity, check.entity),
      attribute: optionally(form.attribute, check.attribute),
    }),
  }),
  convention: ({ rule }) => ({ kind: 'convention', rule }),
  'open question': (form, check, quote) => ({
    kind: 'open question',
    text: quote,
    ...present({ about: optionally(form.about, check.entity) }),
  }),
  requirement: (form, check, quote) => ({
    kind: 'requirement',
    id: form.id,
    title: quote,
    about: form.about.map(check.attribute),
  }),
}

/** The claim that a proposal makes, as far as its words go. */
export function claimOfForm(form: ProposedClaim, check: WordCheck, quote: string): ClaimBody {
  return (makers[form.kind] as Maker<ProposedClaim['kind']>)(form, check, quote)
}
