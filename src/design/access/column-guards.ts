import type { AccessRule } from '../../schema/access.ts'
import { traitsOf } from '../../schema/platform.ts'
import { convention } from '../../schema/reason.ts'
import type { Routine } from '../../schema/routine.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import type { Trigger } from '../../schema/trigger.ts'
import { triggerFunction } from '../../schema/trigger-function.ts'
import { identifier, literal } from '../../sql/quote.ts'
import { guardName, updatableColumns } from './columns.ts'
import { conditionOf, or } from './condition.ts'
import { conditionSql } from './condition-sql.ts'
import type { Helpers } from './helper-routines.ts'
import { keyOf } from './lookup.ts'
import type { Permissions } from './permissions.ts'
import { policyScope } from './policies.ts'
import type { References } from './policy-references.ts'

export interface ColumnGuard {
  /** `schema.table` */
  readonly table: string
  readonly trigger: Trigger
  readonly routine: Routine
  readonly role: string
}

/**
 * Where two rules let the same database role change different columns of a table (the owner the title, an admin the status too), neither grants
 * nor policies can tell them apart: a grant knows no row, a policy no column. A trigger compares what changed with what the rules that hold of
 * the row allow, for that role alone: the backend and definer functions are not its business.
 */
export function columnGuards(
  schema: Schema,
  permissions: Permissions,
  helpers: Helpers,
  references: References,
): readonly ColumnGuard[] {
  const { signedIn } = traitsOf(schema.platform)
  return schema.tables.flatMap((table) => {
    const rules = permissions({ schema: table.schema, table: table.name }, signedIn, 'update')?.rules ?? []
    const guarded = guardedColumns(schema, table, rules)
    if (guarded.length === 0) return []
    const scope = { ...policyScope(schema, table, signedIn, permissions, helpers, references.allow), prefix: 'old.' }
    const checks = guarded.map(({ columns, rules: giving }) => {
      const changed = columns.map((column) => `new.${identifier(column)} is distinct from old.${identifier(column)}`)
      const holds = conditionSql(or(giving.map((rule) => conditionOf(rule, schema.access))), scope)
      return { columns, changed: changed.join(' or '), holds }
    })
    return [guardOf(schema, table, signedIn, checks)]
  })
}

/** Columns that some of the rules give and others do not, with those that do; columns of the same rules together. */
function guardedColumns(schema: Schema, table: Table, rules: readonly AccessRule[]) {
  const given = rules.map((rule) => new Set(updatableColumns(schema, table, rule)))
  const groups = new Map<string, { readonly columns: string[]; readonly rules: readonly AccessRule[] }>()
  for (const { name } of table.columns) {
    const giving = rules.filter((_, at) => given[at]?.has(name))
    if (giving.length === 0 || giving.length === rules.length) continue
    const key = giving.map((rule) => rules.indexOf(rule)).join(' ')
    const group = groups.get(key) ?? { columns: [], rules: giving }
    groups.set(key, group)
    group.columns.push(name)
  }
  return [...groups.values()]
}

interface GuardCheck {
  readonly columns: readonly string[]
  readonly changed: string
  readonly holds: string
}

function guardOf(schema: Schema, table: Table, role: string, checks: readonly GuardCheck[]): ColumnGuard {
  const { helperSchema } = traitsOf(schema.platform)
  const name = `guard_${table.schema === 'public' ? '' : `${table.schema}_`}${table.name}`.slice(0, 63)
  const tests = checks.map(({ columns, changed, holds }) =>
    [
      `    if (${changed})`,
      `      and (${holds}) is not true`,
      '    then',
      `      raise exception ${literal(`you may not change ${columns.join(', ').replaceAll('%', '%%')} of this row`)} using errcode = 'insufficient_privilege';`,
      '    end if;',
    ].join('\n'),
  )
  return {
    table: keyOf({ schema: table.schema, table: table.name }),
    role,
    trigger: {
      name: guardName,
      timing: 'before',
      events: [{ kind: 'update', columns: checks.flatMap((check) => check.columns) }],
      level: 'row',
      function: `${helperSchema}.${name}`,
      reasons: [convention],
      purpose: `only whose rule names them changes ${listed(checks.flatMap((check) => check.columns))}`,
    },
    routine: triggerFunction({
      schema: helperSchema,
      name,
      body: ['', 'begin', `  if current_user = ${literal(role)} then`, ...tests, '  end if;', '  return new;', 'end', ''].join(
        '\n',
      ),
      comment: 'Columns that not everyone who may change the row may change: grants know no rows, and policies no columns.',
      reasons: [convention],
    }),
  }
}

const listed = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')
