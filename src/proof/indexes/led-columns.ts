import type { Rows } from '../../schema/access.ts'
import type { Table } from '../../schema/table.ts'
import { identifier, literal } from '../../sql/quote.ts'
import { targetName } from '../attacks/attack.ts'
import type { Probe } from '../probe.ts'
import { type Facts, nameOf } from '../rows/facts.ts'

/** Every foreign key, and every column by which a policy finds rows, is led by an index. Asked of the catalog. */
export function ledColumnProbes(facts: Facts): readonly Probe[] {
  return facts.schema.tables.flatMap((table) => {
    const keys = table.foreignKeys.map((key) => ({ object: key.name, columns: key.columns, why: 'the foreign key' }))
    const policies = policyColumns(facts, table)
      .filter((column) => !keys.some((key) => key.columns.length === 1 && key.columns[0] === column))
      .map((column) => ({ object: `${table.name}.${column}`, columns: [column], why: 'the policies that look for it' }))
    return [...keys, ...policies].map((one) => ledProbe(table, one.object, one.columns, one.why))
  })
}

function ledProbe(table: Table, object: string, columns: readonly string[], why: string): Probe {
  const wanted = `array(select a.attnum from pg_attribute as a where a.attrelid = i.indrelid and a.attname in (${columns.map(literal).join(', ')}))`
  // A partial index serves a key if it leaves out nothing but rows where the key is empty.
  const whole = columns.map((column) => `(${identifier(column)} IS NOT NULL)`)
  return {
    check: 'indexes',
    object,
    tried: `look for an index that ${why} can use`,
    expected: 'an index led by its columns',
    touches: [nameOf(table)],
    steps: [
      {
        sql:
          `select i.indexrelid::regclass::text as index from pg_index as i where i.indrelid = ${literal(targetName(table))}::regclass and i.indisvalid ` +
          `and (i.indkey::int2[])[0:${columns.length - 1}] @> ${wanted} ` +
          `and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) in (${whole.map(literal).join(', ')}))`,
        rows: true,
      },
    ],
    judge: ([outcome]) => {
      const found = outcome?.count ?? 0
      return { observed: found > 0 ? 'an index led by its columns' : (outcome?.state ?? 'none'), passed: found > 0 }
    },
  }
}

/** The columns of this table that conditions of rules compare with the caller, a group, or the keys of other tables. */
export function policyColumns(facts: Facts, table: Table): readonly string[] {
  const name = nameOf(table)
  const found: string[] = []
  const visit = (rows: Rows, start: string): void => {
    if (rows.kind === 'all of' || rows.kind === 'any of') {
      for (const part of rows.parts) visit(part, start)
      return
    }
    if (!('path' in rows)) return
    let at = start
    for (const step of rows.path.steps) {
      if (at === name) found.push(step.column)
      at = `${step.schema}.${step.table}`
      // Read backwards, the referring column is what is looked for.
      if (step.direction === 'backward' && at === name) found.push(rows.path.column)
    }
    const forward = rows.path.steps.every((step) => step.direction === 'forward')
    if (at === name && forward && rows.kind !== 'equals') found.push(rows.path.column)
  }
  for (const rule of facts.schema.access.rules) {
    if (rule.through === undefined && rule.who.kind !== 'backend') visit(rule.rows, `${rule.schema}.${rule.table}`)
  }
  const membership = facts.membershipTables.get(name)?.membership
  if (membership !== undefined) found.push(membership.userColumn)
  const { roles } = facts.schema.access
  if (roles !== undefined && `${roles.schema}.${roles.table}` === name) found.push(roles.userColumn)
  return [...new Set(found)]
}
