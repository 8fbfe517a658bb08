import type { Column } from '../schema/column.ts'
import type { ForeignKey } from '../schema/constraint.ts'
import { groupedBy } from '../schema/grouped-by.ts'
import type { Assumption } from '../schema/notes.ts'
import type { Plan } from '../schema/plan.ts'
import { convention } from '../schema/reason.ts'
import { emptySchema, type Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import type { RulesDraft } from './access-rules/add-access-rules.ts'
import { isStamped, updateRoutine } from './conventions/add-update-triggers.ts'
import { type DraftColumn, type DraftTable, type Question, topics } from './draft.ts'
import { derivedName, type NameSuffix } from './naming/derived-name.ts'
import { listed } from './naming/listed.ts'
import { conflictsOf } from './notes/conflicts.ts'
import { coverageOf } from './notes/coverage.ts'
import { decisionsOf } from './notes/decisions.ts'
import { leftOutOf } from './notes/left-out.ts'
import { bothWhys, reasonsOf, type Why } from './why.ts'

/** The finished plan of a draft, but for what is compiled from the access rules. Questions get their numbers here, in the order of topics. */
export function finish(draft: RulesDraft): Plan {
  const { assumptions, numbers } = numbered(draft.questions)
  const reasons = (why: Why) => reasonsOf(why, numbers)
  const places: Places = new Map(draft.tables.map((table) => [table.key, { name: table.name, key: table.primaryKey }]))
  const tables = draft.tables.map((table) => finishTable(table, draft, places, reasons))
  const helper = draft.traits.helperSchema
  const stamps = [
    ...new Set(draft.tables.flatMap((table) => table.columns.filter(isStamped).map((column) => column.name))),
  ].sort()
  const trigram = draft.tables.some((table) =>
    table.indexes.some((index) => index.keys.some((key) => key.operatorClass?.endsWith('gin_trgm_ops'))),
  )
  // gist compares keys for equality only with this
  const gist = draft.tables.some((table) => table.exclusions.some((exclusion) => exclusion.method === 'gist'))
  const schema: Schema = {
    ...emptySchema(draft.platform),
    namespaces:
      stamps.length + draft.routines.length === 0
        ? []
        : [{ name: helper, comment: 'Functions behind policies and triggers. No API exposes them.', reasons: [convention] }],
    extensions: [...(gist ? ['btree_gist'] : []), ...(trigram ? ['pg_trgm'] : [])].map((name) => ({
      name,
      schema: draft.traits.extensionSchema,
      reasons: [convention],
    })),
    enums: draft.enums.map((type) => ({ schema: 'public', name: type.name, values: type.values, reasons: reasons(type.why) })),
    tables,
    routines: [
      ...stamps.map((column) => updateRoutine(helper, column)),
      ...draft.routines.map(({ why, ...routine }) => ({ ...routine, reasons: reasons(why) })),
    ],
    access: { ...draft.access, rules: draft.rules.map(({ why, ...rule }) => ({ ...rule, reasons: reasons(why) })) },
  }
  return {
    title: draft.title,
    schema,
    notes: {
      decisions: [...draft.decisions, ...decisionsOf(draft)],
      assumptions,
      conflicts: [...draft.conflicts, ...conflictsOf(draft)],
      leftOut: leftOutOf(draft),
      coverage: coverageOf(draft, tables),
    },
  }
}

function numbered(questions: readonly Question[]): {
  readonly assumptions: readonly Assumption[]
  readonly numbers: ReadonlyMap<string, number>
} {
  const once = [...new Map(questions.map((question) => [question.id, question])).values()]
  const sorted = once
    .map((question, at) => ({ question, at, topic: topics.indexOf(question.topic) }))
    .sort((a, b) => a.topic - b.topic || a.at - b.at)
    .map(({ question }) => question)
  const asked = [
    ...groupedBy(sorted, ({ id, alike }) => (alike === undefined ? id : `${alike.table}: ${alike.several}`)).values(),
  ]
  const numbers = new Map(asked.flatMap((same, at) => same.map((question) => [question.id, at + 1] as const)))
  const assumptions = asked.map((same, at) => ({
    number: at + 1,
    text: textOf(same),
    reasons: reasonsOf(same.map(({ why }) => why).reduce(bothWhys), new Map()),
  }))
  return { assumptions, numbers }
}

/** One question, or several that differ in what they ask about alone. */
function textOf(same: readonly Question[]): string {
  const [first] = same
  if (same.length < 2 || first?.alike === undefined) return first?.text ?? ''
  return `${listed(same.flatMap(({ alike }) => alike?.subject ?? []))} ${first.alike.several}`
}

/** What a foreign key needs to know of the table it leads to, by entity key. */
type Places = ReadonlyMap<string, { readonly name: string; readonly key: readonly string[] }>

function finishTable(table: DraftTable, draft: RulesDraft, places: Places, reasons: (why: Why) => Table['reasons']): Table {
  const taken = new Set<string>()
  const named = (columns: readonly string[], suffix: NameSuffix): string => {
    let name = derivedName(table.name, columns, suffix)
    for (let number = 2; taken.has(name); number++) name = derivedName(table.name, [...columns, String(number)], suffix)
    taken.add(name)
    return name
  }
  const primary = named([], 'pkey')
  const whole = table.uniques.filter((unique) => unique.where === undefined)
  const partial = table.uniques.filter((unique) => unique.where !== undefined)
  return {
    schema: 'public',
    name: table.name,
    ...(table.comment === undefined ? {} : { comment: table.comment }),
    columns: ordered(table).map((column) => finishColumn(column, reasons)),
    primaryKey: { name: primary, columns: table.primaryKey },
    uniques: whole.map((unique) => ({
      name: named(unique.columns, 'key'),
      columns: unique.columns,
      ...(unique.deferrable === undefined ? {} : { deferrable: unique.deferrable }),
      reasons: reasons(unique.why),
      ...(unique.purpose === undefined ? {} : { purpose: unique.purpose }),
    })),
    checks: table.checks.map((check) => {
      const name = taken.has(check.name)
        ? named([check.name.slice(table.name.length + 1).replace(/_check$/, '')], 'check')
        : check.name
      taken.add(name)
      return {
        name,
        expression: check.expression,
        reasons: reasons(check.why),
        ...(check.purpose === undefined ? {} : { purpose: check.purpose }),
      }
    }),
    foreignKeys: foreignKeys(table, draft, places, named, reasons),
    exclusions: table.exclusions.map(({ why, ...exclusion }) => ({ ...exclusion, reasons: reasons(why) })),
    indexes: [
      ...partial.map((unique) => ({
        name: named(unique.columns, 'key'),
        method: 'btree' as const,
        keys: unique.columns.map((column) => ({ column })),
        unique: true,
        where: unique.where ?? '',
        reasons: reasons(unique.why),
        serves:
          unique.purpose ??
          `${unique.columns.map((column) => `\`${column}\``).join(', ')} ${unique.columns.length === 1 ? 'is' : 'are'} unique`,
      })),
      ...table.indexes.map(({ why, ...index }) => ({
        name: named(
          index.keys.map((key) => key.column ?? 'expr'),
          'idx',
        ),
        ...index,
        reasons: reasons(why),
      })),
    ],
    triggers: table.triggers.map(({ why, ...trigger }) => ({ ...trigger, reasons: reasons(why) })),
    rowSecurity: 'on',
    policies: [],
    reasons: reasons(table.why),
  }
}

const ranks: Readonly<Record<DraftColumn['part'], number>> = {
  key: 0,
  owner: 1,
  reference: 2,
  attribute: 3,
  created: 4,
  updated: 5,
  deleted: 6,
}

/** Key first, then whose it is and what it leads to, then what it says, then the stamps. */
function ordered(table: DraftTable): readonly DraftColumn[] {
  const place = (column: DraftColumn) => (table.primaryKey.includes(column.name) ? 0 : ranks[column.part])
  return [...table.columns].sort((a, b) => place(a) - place(b))
}

function finishColumn(column: DraftColumn, reasons: (why: Why) => Column['reasons']): Column {
  return {
    name: column.name,
    type: column.type,
    nullable: column.nullable,
    ...(column.default === undefined ? {} : { default: column.default }),
    ...(column.identity === undefined ? {} : { identity: column.identity }),
    ...(column.generated === undefined ? {} : { generated: column.generated }),
    ...(column.comment === undefined ? {} : { comment: column.comment }),
    reasons: reasons(column.why),
  }
}

function foreignKeys(
  table: DraftTable,
  draft: RulesDraft,
  places: Places,
  named: (columns: readonly string[], suffix: NameSuffix) => string,
  reasons: (why: Why) => ForeignKey['reasons'],
): readonly ForeignKey[] {
  const single = table.columns.flatMap((column): readonly ForeignKey[] => {
    const reference = column.references
    if (reference === undefined || reference.withOwner === true) return []
    const { target } = reference
    const references =
      target.kind === 'accounts'
        ? { schema: draft.accounts.schema, table: draft.accounts.table, columns: [draft.accounts.key] }
        : { schema: 'public', table: places.get(target.key)?.name ?? target.key, columns: places.get(target.key)?.key ?? ['id'] }
    return [
      {
        name: named([column.name], 'fkey'),
        columns: [column.name],
        references,
        onDelete: reference.onDelete,
        onUpdate: 'no action',
        reasons: reasons(reference.why),
        ...(reference.purpose === undefined ? {} : { purpose: reference.purpose }),
      },
    ]
  })
  const wide = table.foreignKeys.map(
    (key): ForeignKey => ({
      name: named(key.columns, 'fkey'),
      columns: key.columns,
      references: { schema: 'public', table: places.get(key.target)?.name ?? key.target, columns: key.references },
      onDelete: key.onDelete,
      ...(key.onDeleteColumns === undefined ? {} : { onDeleteColumns: key.onDeleteColumns }),
      onUpdate: 'no action',
      reasons: reasons(key.why),
      ...(key.purpose === undefined ? {} : { purpose: key.purpose }),
    }),
  )
  return [...single, ...wide]
}
