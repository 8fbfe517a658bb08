import type { Grant } from '../../schema/grant.ts'
import { displayName } from '../../schema/lookups.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { createStatements } from '../../sql/create-statements.ts'
import { grantStatements } from '../../sql/grants.ts'
import { createPolicy } from '../../sql/objects/policy.ts'
import { rowSecurity } from '../../sql/objects/row-security.ts'
import type { Statement } from '../../sql/statement.ts'
import { writeCode } from '../form/code.ts'
import { tableName } from '../form/name.ts'
import { writeReasons } from '../form/reasons.ts'
import { type Block, fence, section, table } from './layout.ts'

/** `### Policies and grants`: schemas first, then for each table and view its row level security, grants and policies together. */
export function writePolicies(schema: Schema): readonly Block[] {
  const none: Schema = { ...schema, namespaces: [], tables: [], views: [], routines: [], grants: [] }
  const tableGrants = (own: Table): readonly Grant[] => {
    const sequences = schema.grants.filter((grant) => isSequenceOf(grant, own))
    return [...schema.grants.filter((grant) => isOn(grant, 'table', own)), ...sequences]
  }
  const placed = new Set<Grant>(schema.tables.flatMap(tableGrants))
  for (const view of schema.views) for (const grant of schema.grants) if (isOn(grant, 'view', view)) placed.add(grant)
  const others = schema.grants.filter((grant) => !placed.has(grant) && grant.object.kind !== 'function')
  const groups = [
    grantStatements({ ...none, namespaces: schema.namespaces, grants: others }),
    ...schema.tables.map((own) => [
      ...rowSecurity(own),
      ...grantStatements({ ...none, tables: [own], grants: tableGrants(own) }),
      ...own.policies.flatMap((policy) => createPolicy(own, policy)),
    ]),
    ...schema.views.map((view) =>
      grantStatements({ ...none, views: [view], grants: schema.grants.filter((g) => isOn(g, 'view', view)) }),
    ),
  ]
  return section('### Policies and grants', block(groups))
}

/** `### Functions`: why each is there, then their statements in the order in which they can run, then who may call them. */
export function writeFunctions(schema: Schema): readonly Block[] {
  const rows = schema.routines.map((routine) => [
    writeCode(routineTitle(routine), true),
    callers(schema, routine.schema, routine.name),
    writeReasons(routine.reasons),
  ])
  const created = createStatements(schema).filter((statement) => statement.kind === 'routine')
  const separate = created.reduce<Statement[][]>((groups, statement) => {
    if (statement.sql.startsWith('comment on ')) groups.at(-1)?.push(statement)
    else groups.push([statement])
    return groups
  }, [])
  const grants = grantStatements({
    ...schema,
    namespaces: [],
    tables: [],
    views: [],
    grants: schema.grants.filter((grant) => grant.object.kind === 'function'),
  })
  return section('### Functions', [...table(['Function', 'Called by', 'Why'], rows), ...block([...separate, grants])])
}

/** How a function is named in the plan's table: `create_draw(draw_name text)`, unique even where names are shared. */
export function routineTitle(routine: { readonly schema: string; readonly name: string; readonly arguments: string }): string {
  return `${tableName(routine.schema, routine.name)}(${routine.arguments.replace(/\s+/g, ' ')})`
}

/** The roles that may execute it, and the triggers that run it. */
function callers(schema: Schema, namespace: string, name: string): string {
  const roles = schema.grants
    .filter(({ object }) => object.kind === 'function' && object.schema === namespace && object.name.startsWith(`${name}(`))
    .map(({ role }) => writeCode(role, true))
  const local = `${namespace}.${name}`
  const triggers = [...schema.tables, ...schema.platformTables].flatMap((own) =>
    own.triggers
      .filter((trigger) => trigger.function === local || (namespace === 'public' && trigger.function === name))
      .map(() => displayName(own)),
  )
  const tables = [...new Set(triggers)].map((title) => writeCode(title, true))
  return [...new Set(roles), ...(tables.length === 0 ? [] : [`triggers on ${tables.join(', ')}`])].join(', ')
}

function isOn(grant: Grant, kind: 'table' | 'view', object: { readonly schema: string; readonly name: string }): boolean {
  return grant.object.kind === kind && grant.object.schema === object.schema && grant.object.name === object.name
}

function isSequenceOf(grant: Grant, own: Table): boolean {
  const isIdentity = own.columns.some((column) => column.identity !== undefined)
  return (
    isIdentity &&
    grant.object.kind === 'sequence' &&
    grant.object.schema === own.schema &&
    grant.object.name.startsWith(`${own.name}_`)
  )
}

function block(groups: readonly (readonly Statement[])[]): readonly Block[] {
  const texts = groups.filter((group) => group.length > 0).map((group) => group.map(({ sql }) => `${sql};`).join('\n'))
  return texts.length === 0 ? [] : [fence('sql', texts.join('\n\n'))]
}
