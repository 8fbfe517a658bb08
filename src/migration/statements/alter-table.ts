import type { Column } from '../../schema/column.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { columnDefinition } from '../../sql/objects/column.ts'
import { commentOn } from '../../sql/objects/comment.ts'
import { identifier, literal, qualified, typeName } from '../../sql/quote.ts'
import type { ChangeOf } from '../change.ts'
import { type Step, step } from '../step.ts'
import { typeChange } from '../type-change.ts'

/** A column that stays and changes. */
export interface Alteration {
  readonly from: Column
  readonly to: Column
  readonly aspects: ReadonlySet<ChangeOf<'change column'>['aspects'][number]>
  /** Its default was dropped because of what it depends on. */
  readonly lostDefault: boolean
}

export interface TableAlterations {
  /** As it shall be, as written. */
  readonly table: Table
  readonly schema: Schema
  readonly isEnum: (type: string) => boolean
  readonly altered: readonly Alteration[]
  readonly added: readonly Column[]
  /** Whether there are triggers at the time that an update would set off. */
  readonly hasTriggers: boolean
  /** Whether a constraint that stays on the table, or leads to it, can wait until the transaction ends. */
  readonly canWait: boolean
  /** Whether policies hold for the table's owner too, who runs migrations and would not see every row. */
  readonly isForced: boolean
  /** Whether everything that an expression calls is there by now. */
  readonly isReady: (expression: string | undefined) => boolean
}

export interface Altered {
  readonly now: readonly Step[]
  readonly later: readonly Step[]
}

/** Turns the columns of a table into what they shall be: what is in the way goes, types change together, columns come, values are demanded last. */
export function alterColumns({
  table,
  schema,
  isEnum,
  altered,
  added,
  hasTriggers,
  canWait,
  isForced,
  isReady,
}: TableAlterations): Altered {
  const name = qualified(table.schema, table.name)
  const object = displayName(table)
  const alter = (column: string, action: string, note?: readonly string[]): Step =>
    step('table', object, `alter table ${name} alter column ${identifier(column)} ${action}`, note)
  const later: Step[] = []
  const setDefault = (column: Column): readonly Step[] => {
    if (column.default === undefined) return []
    const set = alter(column.name, `set default ${column.default}`)
    if (isReady(column.default)) return [set]
    later.push({ ...set, kind: 'default', object: `${object}.${column.name}` })
    return []
  }
  const has = (one: Alteration, aspect: ChangeOf<'change column'>['aspects'][number]) => one.aspects.has(aspect)
  const losesDefault = (one: Alteration) =>
    one.from.default !== undefined &&
    !one.lostDefault &&
    (has(one, 'type') || (has(one, 'default') && one.to.default === undefined))
  const plainFirst = [...added].sort((a, b) => Number(a.generated !== undefined) - Number(b.generated !== undefined))

  const now: Step[] = [
    ...altered.flatMap((one): readonly Step[] => [
      ...(has(one, 'expression') ? [alter(one.to.name, 'drop expression')] : []),
      ...(has(one, 'identity') && one.from.identity !== undefined && one.to.identity === undefined
        ? [alter(one.to.name, 'drop identity')]
        : []),
      ...(losesDefault(one) ? [alter(one.to.name, 'drop default')] : []),
      ...(has(one, 'nullable') && one.to.nullable ? [alter(one.to.name, 'drop not null')] : []),
    ]),
    ...retype(altered.filter((one) => has(one, 'type'))),
    ...plainFirst.flatMap((column) => addColumn(column)),
    ...altered.flatMap((one): readonly Step[] => {
      const needsDefault = one.lostDefault || has(one, 'default') || has(one, 'type')
      return [
        ...(needsDefault ? setDefault(one.to) : []),
        ...(has(one, 'nullable') && !one.to.nullable ? demand(one.to) : []),
        ...(has(one, 'identity') && one.to.identity !== undefined ? identify(one) : []),
        ...(has(one, 'comment') ? [commentStep(one.to)] : []),
      ]
    }),
  ]
  return { now, later }

  /** All in one statement: the table is written anew once, and a check or a key over two of the columns never sees one without the other. */
  function retype(columns: readonly Alteration[]): readonly Step[] {
    if (columns.length === 0) return []
    const actions = columns.map(({ from, to }) => {
      const change = typeChange(from.type, to.type, isEnum)
      const isSameEnum = from.type === to.type && isEnum(to.type.replace(/(\[\])+$/, ''))
      const through = isSameEnum ? [to.type.endsWith('[]') ? 'text[]' : 'text'] : (change?.through ?? [])
      const column = identifier(to.name)
      const collate = to.collation === undefined ? '' : ` collate ${identifier(to.collation)}`
      const action = `alter column ${column} type ${typeName(to.type, schema)}${collate}`
      // Where every value fits, PostgreSQL needs not be told how, but for this one cast, which it only makes when asked.
      if (change?.fits === true && through.length === 0 && !from.type.startsWith('boolean')) return action
      return `${action} using ${column}${[...through, to.type].map((type) => `::${typeName(type, schema)}`).join('')}`
    })
    const sql = actions.length === 1 ? `alter table ${name} ${actions[0]}` : `alter table ${name}\n  ${actions.join(',\n  ')}`
    return [step('table', object, sql)]
  }

  function addColumn(column: Column): readonly Step[] {
    const comments = commentOn('table', `${object}.${column.name}`, `column ${name}.${identifier(column.name)}`, column.comment)
    const add = (definition: Column) =>
      step('table', object, `alter table ${name} add column ${columnDefinition(definition, schema, isReady(column.default))}`)
    if (isReady(column.default) && (column.nullable || fillsItself(column))) return [add(column), ...comments]
    if (!isReady(column.default)) {
      setDefault(column)
      return [add({ ...column, nullable: true }), ...(column.nullable ? [] : [alter(column.name, 'set not null')]), ...comments]
    }
    return [
      add({ ...column, nullable: true }),
      alter(column.name, 'set not null', [
        `Rows that are there already need a value first: update ${name} set ${identifier(column.name)} = …;`,
      ]),
      ...comments,
    ]
  }

  /** Rows without a value get the default, where there is one. Triggers do not take that for a change that somebody made. */
  function demand(column: Column): readonly Step[] {
    const own = identifier(column.name)
    if (column.default === undefined || !isReady(column.default)) {
      const note = [`Rows without a value need one first: update ${name} set ${own} = … where ${own} is null;`]
      return [alter(column.name, 'set not null', note)]
    }
    const note = [
      'Rows without a value get the default.',
      ...(hasTriggers ? ['Triggers rest meanwhile: nobody changed these rows.'] : []),
    ]
    const trigger = (action: string) => step('table', object, `alter table ${name} ${action} trigger user`)
    const fill = step('table', object, `update ${name} set ${own} = default where ${own} is null`)
    const waiting = step('table', object, 'set constraints all immediate', [
      'What waits for the end is looked at now: PostgreSQL alters no table before.',
    ])
    const filled = canWait ? [fill, waiting] : [fill]
    const steps = seeingAll(hasTriggers ? [trigger('disable'), ...filled, trigger('enable')] : filled)
    return [...steps.map((one, at) => (at === 0 ? { ...one, note } : one)), alter(column.name, 'set not null')]
  }

  function seeingAll(steps: readonly Step[]): readonly Step[] {
    if (!isForced) return steps
    const force = (action: string) => step('table', object, `alter table ${name} ${action} row level security`)
    return [force('no force'), ...steps, force('force')]
  }

  function identify({ from, to }: Alteration): readonly Step[] {
    if (from.identity !== undefined) return [alter(to.name, `set generated ${to.identity}`)]
    const own = identifier(to.name)
    const sequence = `pg_get_serial_sequence(${literal(name)}, ${literal(to.name)})`
    const next = `select setval(${sequence}, coalesce(max(${own}), 0) + 1, false) from ${name}`
    return [
      alter(to.name, `add generated ${to.identity} as identity`),
      ...seeingAll([step('table', object, next, ['Goes on after the numbers that are taken.'])]),
    ]
  }

  function commentStep(column: Column): Step {
    const comment = column.comment === undefined || column.comment === '' ? 'null' : literal(column.comment)
    return step('table', `${object}.${column.name}`, `comment on column ${name}.${identifier(column.name)} is ${comment}`)
  }
}

/** Whether rows that are there get a value by themselves. */
export function fillsItself(column: Column): boolean {
  return column.default !== undefined || column.identity !== undefined || column.generated !== undefined
}
