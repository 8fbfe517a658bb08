import type { ClaimOf } from '../../claim/claim.ts'
import { holdsAgainst, strongest } from '../claim-order.ts'
import type { DraftCheck, DraftColumn, DraftUnique, Question } from '../draft.ts'
import type { Fragments } from '../fragments.ts'
import type { AttributeFacts } from '../identity/facts.ts'
import { columnName } from '../naming/column-name.ts'
import { derivedName } from '../naming/derived-name.ts'
import { quoteName, quoteText } from '../naming/quote-name.ts'
import { assuming, because } from '../why.ts'
import type { ColumnType } from './column-type.ts'
import { defaultFor } from './default-value.ts'
import type { EnumRegistry } from './enum-registry.ts'
import { limitCheck } from './limits.ts'
import { isMoney, namedType } from './named-type.ts'
import { mayBeMissing } from './nullability.ts'
import { statedType } from './stated-type.ts'
import { closedValues, type Values, valuesCheck } from './values.ts'

/** A column with what hangs on it: everything that one attribute brings to its table. */
export interface ColumnParts {
  readonly column: DraftColumn
  readonly checks: readonly DraftCheck[]
  readonly uniques: readonly DraftUnique[]
  readonly questions: readonly Question[]
}

export interface ColumnContext {
  readonly table: string
  /** Entity key, singular. */
  readonly entity: string
  readonly fragments: Fragments
  readonly enumsWanted: boolean
  /** The type that the documents give all amounts of money. */
  readonly money?: string
  readonly enums: EnumRegistry
}

/** The column of an attribute that is neither key nor reference: type, nullability, default, checks, value list, uniqueness. */
export function attributeColumn(facts: AttributeFacts, context: ColumnContext): ColumnParts {
  const name = columnName(facts, context.entity)
  const claims = facts.attributes
  const typed = strongest(claims.filter((claim) => claim.type !== undefined && statedType(claim.type) !== undefined))
  const stated = typed?.type === undefined ? undefined : statedType(typed.type)
  const values = closedValues(facts.values)
  const named = asMoney(namedType(name), context.money)
  const base = withName(stated ?? impliedType(facts, values, named), named)
  const questions: Question[] = []
  const assumes: string[] = []
  const ask = (topic: Question['topic'], text: string, several?: string) => {
    const id = `${context.table}.${name}/${topic}`
    const alike =
      several === undefined ? {} : { alike: { table: context.table, subject: `\`${context.table}.${name}\``, several } }
    questions.push({ id, topic, text, ...alike, why: because(facts.values) })
    assumes.push(id)
  }
  const enumName = values === undefined ? undefined : enumNameOf(facts, values, context, name)
  const array = base.type.endsWith('[]')
  const type = enumName === undefined ? base.type : array ? `${enumName}[]` : enumName
  const textual = enumName === undefined ? base.type : 'text'

  const open = strongest(facts.values.filter((claim) => claim.open))
  if (values === undefined && open !== undefined)
    ask(
      'closed lists',
      `\`${context.table}.${name}\` is open text: the documents give ${list(open.values)} as examples, not as a closed list.`,
    )
  if (
    values === undefined &&
    open === undefined &&
    base.unsure === true &&
    facts.attributes.every((claim) => claim.type === undefined)
  )
    ask(
      'columns',
      `\`${context.table}.${name}\` is text: no document says what it holds.`,
      'are text: no document says what they hold.',
    )

  const column = quoteName(name)
  const checks: DraftCheck[] = []
  const addCheck = (expression: string, why: DraftCheck['why']) => {
    if (checks.some((check) => check.expression === expression)) return
    const suffix = checks.length === 0 ? [name] : [name, String(checks.length + 1)]
    checks.push({ name: derivedName(context.table, suffix, 'check'), expression, why })
  }
  if (values !== undefined && enumName === undefined && base.type !== 'boolean') {
    const expression = valuesCheck(column, base.type, values)
    if (expression !== undefined) addCheck(expression, because(facts.values))
  }
  const limits = [...facts.limits]
    .filter((claim) => stated?.check === undefined || typed === undefined || !overrules(typed, claim))
    .sort((a, b) => (holdsAgainst(a.source, b.source) ? -1 : 1))
  const limit = enumName === undefined && values === undefined ? limitCheck(column, base.type, limits) : undefined
  if (limit !== undefined) addCheck(limit, because(limits))
  else if (base.check !== undefined && values === undefined)
    addCheck(
      base.check.replaceAll('$', column),
      stated?.check === undefined ? because([], 'convention') : because(typed === undefined ? [] : [typed]),
    )

  const chosenDefault = defaultOf(facts, values, textual, base, context.fragments)
  const optional = strongest(claims.filter((claim) => claim.optional !== undefined))?.optional
  const filled = chosenDefault !== undefined && (base.type === 'boolean' || chosenDefault === 'now()')
  const nullable =
    filled || (base.nullable === false && optional !== true)
      ? false
      : (optional ?? (chosenDefault === undefined && mayBeMissing(name)))
  const unique = claims.filter((claim) => claim.unique === true)
  return {
    column: {
      name,
      part: 'attribute',
      type,
      nullable,
      ...(chosenDefault === undefined ? {} : { default: chosenDefault }),
      ...(base.identity === undefined ? {} : { identity: base.identity }),
      facts,
      ...(values === undefined || values.kind === 'boolean' ? {} : { values: values.values }),
      why: assuming(because(claims.length > 0 ? claims : [...facts.limits, ...facts.values]), ...assumes),
    },
    checks,
    uniques: unique.length > 0 ? [{ columns: [name], why: because(unique) }] : [],
    questions,
  }
}

function asMoney(named: ColumnType, money: string | undefined): ColumnType {
  return money !== undefined && isMoney(named) ? { ...named, type: money } : named
}

/** Whether a stronger or later place gives a type with a length of its own; on one line the limit says what the type is too wide for. */
function overrules(typed: ClaimOf<'attribute'>, limit: ClaimOf<'limit'>): boolean {
  const sameLine = typed.source.document === limit.source.document && typed.source.line === limit.source.line
  return !sameLine && holdsAgainst(typed.source, limit.source)
}

/** A type when none is stated: by the values, then by what is limited, then by the name. */
function impliedType(facts: AttributeFacts, values: Values | undefined, named: ColumnType): ColumnType {
  const many = facts.attributes.some((claim) => claim.many === true)
  if (values?.kind === 'boolean') return { type: 'boolean', nullable: false, default: 'false' }
  if (values !== undefined) return { type: many ? 'text[]' : values.kind === 'integer' ? 'smallint' : 'text' }
  const measures = new Set(facts.limits.map((limit) => limit.of))
  if (measures.has('characters')) return { type: 'text' }
  if (measures.has('items') && !named.type.endsWith('[]')) return { type: 'text[]', default: "'{}'", nullable: false }
  // "at most 500" of a text by its name is of its characters, unless it is about something small
  const wide = facts.limits.some((limit) => (limit.maximum ?? 0) >= 20 && (limit.minimum ?? 1) >= 1)
  if (measures.has('value') && named.type === 'text' && named.unsure !== true && wide) return named
  if (measures.has('value') && !/^(smallint|integer|bigint|numeric)/.test(named.type)) {
    const whole = facts.limits.every((limit) => Number.isInteger(limit.minimum ?? 0) && Number.isInteger(limit.maximum ?? 0))
    return named.unsure === true || named.type === 'text' ? { type: whole ? 'integer' : 'numeric' } : named
  }
  if (many && named.type === 'text') return { type: 'text[]', default: "'{}'", nullable: false }
  return named
}

/** A stated type keeps what the name adds where the two agree: a count starts at 0, a flag is false. */
function withName(base: ColumnType, named: ColumnType): ColumnType {
  if (base === named) return base
  const number = /^(smallint|integer|bigint|numeric)/
  const sameFamily = base.type === named.type || (number.test(base.type) && number.test(named.type))
  if (base.type === 'boolean' && base.default === undefined) return { ...base, default: 'false', nullable: false }
  if (!sameFamily) return base
  return {
    ...base,
    ...(base.check === undefined && named.check !== undefined ? { check: named.check } : {}),
    ...(base.default === undefined && named.default !== undefined && base.identity === undefined
      ? { default: named.default }
      : {}),
  }
}

function defaultOf(
  facts: AttributeFacts,
  values: Values | undefined,
  type: string,
  base: ColumnType,
  fragments: Fragments,
): string | undefined {
  const written = strongest(facts.attributes.filter((claim) => claim.default !== undefined))?.default
  if (written !== undefined) {
    const found = defaultFor(type, written, fragments)
    if (found !== undefined && allowedDefault(found, values)) return found
  }
  if (values?.default !== undefined) {
    const found = defaultFor(type, values.default, fragments)
    if (found !== undefined && allowedDefault(found, values)) return found
  }
  if (base.identity !== undefined || (values !== undefined && values.kind !== 'boolean')) return undefined
  return base.type === 'boolean' && /(^|_)(active|enabled|visible|available)$/.test(facts.key) ? 'true' : base.default
}

function allowedDefault(found: string, values: Values | undefined): boolean {
  return (
    values === undefined ||
    values.kind === 'boolean' ||
    values.values.some((value) => quoteText(value) === found || value === found)
  )
}

function enumNameOf(facts: AttributeFacts, values: Values, context: ColumnContext, column: string): string | undefined {
  if (values.kind === 'boolean' || values.kind === 'integer' || values.values.some((value) => Buffer.byteLength(value) > 63))
    return undefined
  const claimed = strongest(facts.attributes.filter((claim) => claim.type !== undefined))
    ?.type?.trim()
    .replace(/\[\]$/, '')
  const namesType = claimed !== undefined && statedType(claimed) === undefined && /^[a-z][a-z0-9_]*_[a-z0-9_]+$/i.test(claimed)
  const asEnum =
    values.as === 'enum' ||
    namesType ||
    (claimed !== undefined && /^enum\b/i.test(claimed)) ||
    (context.enumsWanted && values.as !== 'check')
  if (!asEnum) return undefined
  const wanted = { entity: context.entity, column, ...(namesType && claimed !== undefined ? { stated: claimed } : {}) }
  return context.enums.nameFor(wanted, values.values, because(facts.values))
}

function list(values: readonly string[]): string {
  return values
    .slice(0, 6)
    .map((value) => `"${value}"`)
    .join(', ')
}
