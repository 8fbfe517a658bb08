import { preludeOf } from '../postgres/prelude/prelude.ts'
import { displayName } from '../schema/lookups.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { createStatements } from '../sql/create-statements.ts'
import { createEnum } from '../sql/objects/enum-type.ts'
import { createPolicy } from '../sql/objects/policy.ts'
import { createRoutine } from '../sql/objects/routine.ts'
import { createTrigger } from '../sql/objects/trigger.ts'
import { createView } from '../sql/objects/view.ts'
import { identifier } from '../sql/quote.ts'
import type { Statement } from '../sql/statement.ts'
import { mostOfTable } from './most-of-table.ts'
import { type Accepted, type Refused, refusal } from './refusal.ts'
import type { Session } from './session.ts'

/**
 * The most of a schema that PostgreSQL makes, so that one slip does not keep everything else from being tried. What is refused is left out part by part:
 * an index, a policy; of a table its keys, checks and defaults before the table itself, and a column of a type that is not there is taken for text.
 *
 * @returns undefined if a part is refused that can not be left out, such as a grant.
 */
export async function withoutRefused(session: Session, schema: Schema): Promise<Accepted | undefined> {
  const owner = identifier(session.database.owner ?? preludeOf(schema.platform).owner)
  return session.undone(async () => {
    await session.exec(`set local role ${owner}`)
    const refused: Refused[] = []
    let left = schema
    const done = new Set<string>()
    for (;;) {
      const next = createStatements(left).find(({ sql }) => !done.has(sql))
      if (next === undefined) return { schema: left, refused }
      done.add(next.sql)
      const why = await refusal(session, next.sql)
      if (why === undefined) continue
      const table = next.kind === 'table' ? left.tables.find((one) => displayName(one) === next.object) : undefined
      const made = table === undefined ? undefined : await mostOfTable(session, left, table)
      if (made !== undefined && made.refused.length > 0) refused.push(...made.refused)
      else refused.push({ object: next.object, sql: next.sql, why })
      const fewer = made?.schema ?? withoutStatement(left, next)
      if (fewer === undefined || refused.length > mostRefused) return undefined
      left = fewer
    }
  })
}

/** A plan of which so much is refused is better mended first. */
const mostRefused = 100

/** A schema without what one statement makes, found by the statement itself; undefined where nothing can be left out. */
function withoutStatement(schema: Schema, { sql, kind, object }: Statement): Schema | undefined {
  const isOther = (statements: readonly Statement[]): boolean => statements.every((one) => one.sql !== sql)
  const named = <T extends { readonly name: string }>(parts: readonly T[]): readonly T[] =>
    parts.filter(({ name }) => name !== object)
  const inTables = (change: (table: Table) => Partial<Table>): Schema => ({
    ...schema,
    tables: schema.tables.map((table) => ({ ...table, ...change(table) })),
  })
  const leave: Partial<Record<Statement['kind'], () => Schema>> = {
    table: () => ({
      ...schema,
      tables: schema.tables.filter((one) => displayName(one) !== object),
      grants: schema.grants.filter((one) => one.object.kind !== 'table' || displayName(one.object) !== object),
    }),
    enum: () => ({ ...schema, enums: schema.enums.filter((one) => isOther(createEnum(one))) }),
    view: () => ({ ...schema, views: schema.views.filter((one) => isOther(createView(one))) }),
    routine: () => ({ ...schema, routines: schema.routines.filter((one) => isOther(createRoutine(one))) }),
    extension: () => ({ ...schema, extensions: schema.extensions.filter(({ name }) => name !== object) }),
    index: () => inTables(({ indexes }) => ({ indexes: named(indexes) })),
    constraint: () => inTables(({ foreignKeys, checks }) => ({ foreignKeys: named(foreignKeys), checks: named(checks) })),
    trigger: () => inTables((table) => ({ triggers: table.triggers.filter((one) => isOther([createTrigger(table, one)])) })),
    policy: () => inTables((table) => ({ policies: table.policies.filter((one) => isOther(createPolicy(table, one))) })),
  }
  const fewer = leave[kind]?.()
  return fewer === undefined || createStatements(fewer).some((one) => one.sql === sql) ? undefined : fewer
}
