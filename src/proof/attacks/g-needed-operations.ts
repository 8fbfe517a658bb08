import type { AccessRule, Operation } from '../../schema/access.ts'
import type { Stage } from '../checks/stage.ts'
import type { Actor } from '../people/actors.ts'
import type { NotChecked } from '../proof.ts'

/**
 * g: an operation that the requirements need but no policy allows. The `access` attempts try every rule that some generated row
 * meets; a rule that none meets has not been tried, and is listed.
 */
export function untriedRules(stage: Stage): readonly NotChecked[] {
  return stage.facts.schema.access.rules.flatMap((rule) => {
    if (rule.through !== undefined) {
      return [{ check: 'access', object: rule.table, why: `goes through ${rule.through}(), which is not called` }]
    }
    const table = `${rule.schema}.${rule.table}`
    // A table without rows has been reported as such.
    if (stage.rowsOf(table).length === 0 || rule.rows.kind === 'none' || rule.who.kind === 'backend') return []
    return rule.may
      .filter((permission) => !stage.actors.some((actor) => meets(stage, rule, permission.operation, actor)))
      .map((permission) => ({
        check: 'access',
        object: rule.table,
        why: `no generated row is one that ${describe(rule)} may ${permission.operation}`,
      }))
  })
}

/** Where rules give the same database role different columns to read or to add, only those that all name are granted: some lose by it. */
export function narrowedColumns(stage: Stage): readonly NotChecked[] {
  const caller = stage.actors.find((actor) => actor.kind === 'person')
  if (caller === undefined) return []
  return stage.facts.schema.tables.flatMap((table) =>
    (['select', 'insert'] as const).flatMap((operation): readonly NotChecked[] => {
      const rules = stage.expectation.rules(`${table.schema}.${table.name}`, operation, caller)
      const lists = rules.flatMap((rule) =>
        rule.may.filter((may) => may.operation === operation).map((may) => may.columns?.join(', ') ?? 'all columns'),
      )
      const different = [...new Set(lists)]
      if (different.length < 2) return []
      const why = `rules give ${different.join(' and ')} to one database role; only the columns in common are granted, and nobody is given more`
      return [{ check: 'access', object: `${table.name}, ${operation}`, why }]
    }),
  )
}

function meets(stage: Stage, rule: AccessRule, operation: Operation, actor: Actor): boolean {
  const table = `${rule.schema}.${rule.table}`
  const rows = operation === 'insert' ? (stage.world.spares.get(table) ?? []).map((spare) => spare.values) : stage.rowsOf(table)
  return rows.some((row) => stage.expectation.ruleAllows(rule, actor, row))
}

function describe({ who }: AccessRule): string {
  if (who.kind === 'owner') return who.label
  if (who.kind === 'member') return `a member of the ${who.group}${who.roles.length > 0 ? ` (${who.roles.join(', ')})` : ''}`
  return who.kind === 'role' ? who.roles.join(', ') : who.kind
}
