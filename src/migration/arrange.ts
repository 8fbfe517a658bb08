import { type Dependency, type NodeId, nodeId } from '../postgres/catalog/dependencies.ts'
import type { GrantObject } from '../schema/grant.ts'
import { displayName } from '../schema/lookups.ts'
import { sequenceName } from '../schema/names.ts'
import { compareText, keyOf } from '../schema/order.ts'
import { traitsOf } from '../schema/platform.ts'
import type { Routine } from '../schema/routine.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { creationOrder } from '../sql/creation-order.ts'
import { knownObjects, mentionsIn } from '../sql/depends.ts'
import { createEnum, dropEnum } from '../sql/objects/enum-type.ts'
import { createExtension, createNamespace, dropExtension, dropNamespace } from '../sql/objects/namespace.ts'
import { createPolicy } from '../sql/objects/policy.ts'
import { createRole } from '../sql/objects/role.ts'
import { createRoutine } from '../sql/objects/routine.ts'
import { rowSecurity } from '../sql/objects/row-security.ts'
import { createTable } from '../sql/objects/table.ts'
import { createIndex } from '../sql/objects/table-index.ts'
import { createTrigger } from '../sql/objects/trigger.ts'
import { createView } from '../sql/objects/view.ts'
import { identifier, qualified } from '../sql/quote.ts'
import { affectedBy } from './affected.ts'
import { canWait } from './can-wait.ts'
import type { Change, ChangeOf, Named } from './change.ts'
import { constraintClause, constraintsOf, namedColumns } from './diff/constraints.ts'
import { routineName } from './diff/routines.ts'
import { enumTypes } from './diff/tables.ts'
import { ids, nodesOf } from './node-ids.ts'
import { alterColumns } from './statements/alter-table.ts'
import { dropSteps } from './statements/drops.ts'
import { grantSteps } from './statements/grants.ts'
import { alterPolicy, changeRowSecurity, setComment } from './statements/in-place.ts'
import { addValues, beginRebuild, endRebuild } from './statements/types.ts'
import { type Step, step } from './step.ts'

/** The schema that a migration leads to, as PostgreSQL spells it and as the plan does. */
export interface Target {
  readonly canonical: Schema
  readonly written: Schema
}

/**
 * The statements that turn a database that holds `before` into one that holds the target, in an order in which each finds what it needs and nothing stands
 * in its way: what goes or has to give way first, dependents before what they need; then types, tables with their columns and keys, views and functions as in a
 * first migration; indexes and foreign keys when every table is there; triggers, privileges and policies; and last what nothing uses any more.
 *
 * @param dependencies what depends on what in a database that holds `before`.
 */
export function arrange(
  changes: readonly Change[],
  before: Schema,
  target: Target,
  dependencies: readonly Dependency[],
): readonly Step[] {
  const { gone, retyped } = affectedBy(changes, before, dependencies)
  const there = nodesOf(before)
  const of = <K extends Change['kind']>(...kinds: readonly K[]): readonly ChangeOf<K>[] =>
    changes.filter((change): change is ChangeOf<K> => (kinds as readonly string[]).includes(change.kind))
  const stays = (id: NodeId): boolean => there.has(id) && !gone.has(id)
  const renames = [...of('rename constraint'), ...of('rename index')].filter((change) => !gone.has(oldId(change)))
  const renamed = new Set(renames.map(newId))
  const isThere = (id: NodeId): boolean => stays(id) || renamed.has(id)

  const { written } = target
  const routineId = (routine: Routine): NodeId => nodeId('function', routine.schema, routineName(routine))
  const changedRoutines = new Set(of('change function').map(({ to }) => ids.routine(to)))

  const objects = objectSteps()
  return [
    ...roleSteps(before, written),
    ...renames.map(renameStep),
    ...of('create schema').flatMap(({ to }) => createNamespace(to)),
    ...of('create extension').map(({ to }) => createExtension(to)),
    ...of('move extension').map(({ to }) =>
      step('extension', to.name, `alter extension ${identifier(to.name)} set schema ${identifier(to.schema)}`),
    ),
    ...dropSteps(before, gone, dependencies),
    ...of('create type').flatMap(({ to }) => createEnum(to)),
    ...of('add values').flatMap(addValues),
    ...of('rebuild type').flatMap(({ to }, at) => beginRebuild(to, at)),
    ...objects.now,
    ...indexSteps(),
    ...objects.later,
    ...[...written.tables, ...written.platformTables].flatMap((table) =>
      table.triggers.filter(({ name }) => !isThere(ids.trigger(table, name))).map((trigger) => createTrigger(table, trigger)),
    ),
    ...written.tables.filter((table) => !isThere(ids.table(table))).flatMap(rowSecurity),
    ...of('row security').flatMap(({ from, to }) => changeRowSecurity(from.rowSecurity, to)),
    ...grantSteps({ before, after: target.canonical, changes, isNew: isNewObject, isNewColumn }),
    ...policySteps(),
    ...commentSteps(),
    ...of('rebuild type').map(({ from }, at) => endRebuild(from, at)),
    ...of('drop type').map(({ from }) => dropEnum(from)),
    ...of('drop extension').map(({ from }) => dropExtension(from)),
    ...of('drop schema').map(({ from }) => dropNamespace(from)),
  ]

  /** Tables, views and functions, new or changed, each where a first migration would make it. */
  function objectSteps(): { readonly now: readonly Step[]; readonly later: readonly Step[] } {
    const known = knownObjects(written)
    const routines = new Set(written.routines.filter((routine) => isThere(routineId(routine))).map(keyOf))
    const relations = new Set(
      [...written.tables.filter(keepsKeys), ...written.views.filter((view) => isThere(ids.view(view)))].map(keyOf),
    )
    const created = { relations, routines }
    const isReady = (text: string | undefined) => [...mentionsIn([text], known).routines].every((key) => routines.has(key))
    const now: Step[] = []
    const later: Step[] = []
    for (const creation of creationOrder(written)) {
      if (creation.kind === 'table') {
        const made = isThere(ids.table(creation.table))
          ? changeTable(creation.table, isReady)
          : createTable(creation.table, written, known, created)
        now.push(...made.now)
        later.push(...made.later)
        relations.add(keyOf(creation.table))
      } else if (creation.kind === 'view') {
        if (!isThere(ids.view(creation.view)))
          now.push(
            ...(creation.view.materialized
              ? seen(createView(creation.view), readBy(creation.view.query))
              : createView(creation.view)),
          )
        relations.add(keyOf(creation.view))
      } else {
        const id = routineId(creation.routine)
        const { body, language } = creation.routine
        // a body in SQL is planned when it is made, with the policies of what it reads
        const made = (steps: readonly Step[]) => (language === 'sql' ? seen(steps, readBy(body)) : steps)
        if (!isThere(id)) now.push(...made(createRoutine(creation.routine)))
        else if (changedRoutines.has(id)) now.push(...made(createRoutine(creation.routine, 'create or replace').slice(0, 1)))
        routines.add(keyOf(creation.routine))
      }
    }
    return { now, later }
  }

  /** Whether a foreign key to the table can be made at once: the table is there with all its keys. */
  function keepsKeys(table: Table): boolean {
    const keys = [...(table.primaryKey === undefined ? [] : [table.primaryKey]), ...table.uniques]
    return isThere(ids.table(table)) && keys.every(({ name }) => isThere(ids.constraint(table, name)))
  }

  function changeTable(table: Table, isReady: (text: string | undefined) => boolean): ReturnType<typeof alterColumns> {
    const old = before.tables.find((one) => keyOf(one) === keyOf(table))
    const staying = (old?.columns ?? []).flatMap((from) => {
      const to = table.columns.find(({ name }) => name === from.name)
      return to === undefined || gone.has(ids.column(table, from.name)) ? [] : [{ from, to }]
    })
    const aspectsOf = new Map(
      of('change column')
        .filter((change) => keyOf(change.table) === keyOf(table))
        .map((change) => [change.to.name, change.aspects]),
    )
    const columns = alterColumns({
      table,
      schema: written,
      isEnum: enumTypes(before, written),
      altered: staying.map(({ from, to }) => ({
        from,
        to,
        aspects: new Set([
          ...(aspectsOf.get(to.name) ?? []),
          ...(retyped.has(ids.column(table, to.name)) ? (['type'] as const) : []),
        ]),
        lostDefault: gone.has(ids.default(table, from.name)),
      })),
      added: table.columns.filter(({ name }) => !staying.some(({ to }) => to.name === name)),
      hasTriggers: (old?.triggers ?? []).some(
        ({ name, events }) => !gone.has(ids.trigger(table, name)) && events.some(({ kind }) => kind === 'update'),
      ),
      canWait: canWait(before, table),
      isForced: old?.rowSecurity === 'forced',
      isReady,
    })
    const now: Step[] = [...columns.now]
    const later: Step[] = [...columns.later]
    const name = qualified(table.schema, table.name)
    const existing = new Set(staying.map(({ to }) => to.name))
    for (const constraint of constraintsOf(table)) {
      const { value, type } = constraint
      if (isThere(ids.constraint(table, value.name))) continue
      const sql = `alter table ${name} add ${constraintClause(constraint, table)}`
      const hasRows =
        (type === 'check' && namedColumns(constraint.value.expression, table).some((column) => existing.has(column))) ||
        (type === 'foreign key' && constraint.value.columns.some((column) => existing.has(column)))
      // Rows are looked at in a statement of its own, which blocks nobody where the tool runs statements one by one.
      const steps = hasRows
        ? [
            step('constraint', value.name, `${sql} not valid`),
            step('constraint', value.name, `alter table ${name} validate constraint ${identifier(value.name)}`),
          ]
        : [step('constraint', value.name, sql)]
      const rows =
        type === 'foreign key'
          ? seen(steps, [table, { ...constraint.value.references, name: constraint.value.references.table }])
          : steps
      const waits = type === 'foreign key' || (type === 'check' && !isReady(constraint.value.expression))
      ;(waits ? later : now).push(...rows)
    }
    return { now, later }
  }

  /** The tables whose rows a query reads, also through views. */
  function readBy(text: string): readonly Table[] {
    const known = knownObjects(written)
    const keys = new Set<string>()
    const visit = (query: string): void => {
      for (const key of mentionsIn([query], known).relations) {
        if (keys.has(key)) continue
        keys.add(key)
        const inner = written.views.find((one) => keyOf(one) === key)
        if (inner !== undefined) visit(inner.query)
      }
    }
    visit(text)
    return written.tables.filter((table) => keys.has(keyOf(table)))
  }

  /**
   * Where policies hold for the owner too, a foreign key would be checked against the rows that the owner may see, and a materialized view filled with
   * them; and a function in SQL over a table whose policies read that table would be refused (42P17).
   */
  function seen(steps: readonly Step[], tables: readonly Named[]): readonly Step[] {
    const forced = before.tables.filter(
      (table) =>
        table.rowSecurity === 'forced' && isThere(ids.table(table)) && tables.some((other) => keyOf(other) === keyOf(table)),
    )
    const force = (action: string) =>
      forced.map((table) =>
        step(
          'row security',
          displayName(table),
          `alter table ${qualified(table.schema, table.name)} ${action} row level security`,
        ),
      )
    return [...force('no force'), ...steps, ...force('force')]
  }

  function indexSteps(): readonly Step[] {
    return written.tables.flatMap((table) =>
      table.indexes
        .filter(({ name }) => !isThere(ids.index(table, name)))
        .sort((a, b) => compareText(a.name, b.name))
        .map((index) => step('index', index.name, createIndex(table, index))),
    )
  }

  function policySteps(): readonly Step[] {
    const changed = new Set(of('change policy').map(({ table, to }) => ids.policy(table, to.name)))
    return written.tables.flatMap((table) =>
      table.policies.flatMap((policy): readonly Step[] => {
        const id = ids.policy(table, policy.name)
        if (!isThere(id)) return createPolicy(table, policy)
        return changed.has(id) ? [alterPolicy(table, policy)] : []
      }),
    )
  }

  /** Comments of what stays; what is made brings its own. */
  function commentSteps(): readonly Step[] {
    return [
      ...of('comment on schema').map(({ to }) => setComment('namespace', to.name, `schema ${identifier(to.name)}`, to.comment)),
      ...of('comment on type')
        .filter(({ to }) => !changes.some((change) => change.kind === 'rebuild type' && keyOf(change.to) === keyOf(to)))
        .map(({ to }) => setComment('enum', displayName(to), `type ${qualified(to.schema, to.name)}`, to.comment)),
      ...of('comment on table').map(({ to }) =>
        setComment('table', displayName(to), `table ${qualified(to.schema, to.name)}`, to.comment),
      ),
      ...of('comment on view')
        .filter(({ to }) => isThere(ids.view(to)))
        .flatMap(({ from, to }) => {
          const name = qualified(to.schema, to.name)
          const own =
            from.comment === to.comment
              ? []
              : [setComment('view', displayName(to), `${to.materialized ? 'materialized view' : 'view'} ${name}`, to.comment)]
          const columns = to.columns.filter((column, at) => (from.columns[at]?.comment ?? '') !== (column.comment ?? ''))
          return [
            ...own,
            ...columns.map((column) =>
              setComment(
                'view',
                `${displayName(to)}.${column.name}`,
                `column ${name}.${identifier(column.name)}`,
                column.comment,
              ),
            ),
          ]
        }),
      ...of('comment on function')
        .filter(({ to }) => isThere(ids.routine(to)))
        .map(({ to }) => {
          const name = routineName(to)
          const target = `${qualified(to.schema, to.name)}${name.slice(to.name.length)}`
          return setComment('routine', displayName(to), `function ${target}`, to.comment)
        }),
      ...of('comment on policy')
        .filter(({ table, to }) => isThere(ids.policy(table, to.name)))
        .map(({ table, to }) =>
          setComment(
            'policy',
            displayName(table),
            `policy ${identifier(to.name)} on ${qualified(table.schema, table.name)}`,
            to.comment,
          ),
        ),
    ]
  }

  function isNewObject({ kind, schema, name }: GrantObject): boolean {
    switch (kind) {
      case 'table':
        return !isThere(ids.table({ schema, name }))
      case 'view':
        return !isThere(ids.view({ schema, name }))
      case 'function':
        return !isThere(functionId(schema, name))
      case 'type':
        return (
          !isThere(ids.type({ schema, name })) || of('rebuild type').some(({ to }) => to.schema === schema && to.name === name)
        )
      case 'schema':
        return of('create schema').some(({ to }) => to.name === schema)
      case 'sequence':
        return !keepsSequence(schema, name)
    }
  }

  function keepsSequence(schema: string, name: string): boolean {
    const inTable = (table: Table): boolean =>
      table.schema === schema &&
      table.columns.some(
        (column) =>
          column.identity !== undefined &&
          sequenceName(table.name, column.name) === name &&
          isThere(ids.table(table)) &&
          !gone.has(ids.column(table, column.name)),
      )
    return before.tables.some(inTable)
  }

  function isNewColumn({ schema, name }: GrantObject, column: string): boolean {
    return !isThere(ids.column({ schema, name }, column))
  }

  function functionId(schema: string, name: string): NodeId {
    return nodeId('function', schema, name)
  }
}

/** The roles that the plan's grants and policies need and the old one's did not; whoever had them needed them before. */
function roleSteps(before: Schema, after: Schema): readonly Step[] {
  const used = rolesOf(before)
  const needed = rolesOf(after)
  return traitsOf(after.platform)
    .ownRoles.filter((role) => needed.has(role) && !used.has(role))
    .map(createRole)
}

function rolesOf(schema: Schema): ReadonlySet<string> {
  const ofPolicies = schema.tables.flatMap((table) => table.policies.flatMap((policy) => policy.roles))
  // Every new object is taken from every role, so one new object needs them all.
  const all = schema.tables.length + schema.routines.length + schema.views.length > 0 ? traitsOf(schema.platform).ownRoles : []
  return new Set([...schema.grants.map(({ role }) => role), ...ofPolicies, ...all])
}

type Rename = ChangeOf<'rename constraint'> | ChangeOf<'rename index'>

function oldId(change: Rename): NodeId {
  return change.kind === 'rename index'
    ? ids.index(change.table, change.from.name)
    : ids.constraint(change.table, change.from.value.name)
}

function newId(change: Rename): NodeId {
  return change.kind === 'rename index'
    ? ids.index(change.table, change.to.name)
    : ids.constraint(change.table, change.to.value.name)
}

function renameStep(change: Rename): Step {
  const { schema, name } = change.table
  if (change.kind === 'rename index') {
    const sql = `alter index ${qualified(schema, change.from.name)} rename to ${identifier(change.to.name)}`
    return step('index', change.to.name, sql)
  }
  const [from, to] = [change.from.value.name, change.to.value.name]
  const sql = `alter table ${qualified(schema, name)} rename constraint ${identifier(from)} to ${identifier(to)}`
  return step('constraint', to, sql)
}
