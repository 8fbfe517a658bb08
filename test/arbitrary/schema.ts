import fc from 'fast-check'
import type { EnumType } from '../../src/schema/enum-type.ts'
import type { Grant, Privilege } from '../../src/schema/grant.ts'
import { type PlatformKind, traitsOf } from '../../src/schema/platform.ts'
import type { Reason } from '../../src/schema/reason.ts'
import type { Routine } from '../../src/schema/routine.ts'
import { emptySchema, type Schema } from '../../src/schema/schema.ts'
import type { Table } from '../../src/schema/table.ts'
import type { Trigger } from '../../src/schema/trigger.ts'
import { triggerFunction } from '../../src/schema/trigger-function.ts'
import type { View } from '../../src/schema/view.ts'
import { identifier, qualified } from '../../src/sql/quote.ts'
import { ownTable, type TableRecipe, tableRecipe, withForeignKeys, withPolicies } from './table.ts'
import { line, named, reasons, stem } from './text.ts'

export interface SchemaRecipe {
  readonly kind: PlatformKind
  readonly enums: readonly {
    readonly stem: string
    readonly values: readonly string[]
    readonly private: boolean
    readonly comment: string | undefined
  }[]
  readonly tables: readonly TableRecipe[]
  readonly views: readonly {
    readonly table: number
    readonly materialized: boolean
    readonly invoker: boolean
    readonly comment: string | undefined
  }[]
  readonly routines: readonly number[]
  readonly extension: boolean
  readonly accountTrigger: boolean
  readonly comment: string | undefined
  readonly reasons: readonly Reason[]
}

const enumValue = fc.constantFrom('draft', 'published', "it's", 'two words', 'w toku', 'ukończone', 'A', '"', 'a,b', 'x|y')

export const schemaRecipe: fc.Arbitrary<SchemaRecipe> = fc.record({
  kind: fc.constantFrom<PlatformKind>('supabase', 'neon', 'postgres'),
  enums: fc.array(
    fc.record({
      stem,
      values: fc.uniqueArray(enumValue, { minLength: 1, maxLength: 4 }),
      private: fc.boolean(),
      comment: fc.option(line, { nil: undefined }),
    }),
    { maxLength: 3 },
  ),
  tables: fc.array(tableRecipe, { maxLength: 4 }),
  views: fc.array(
    fc.record({
      table: fc.nat(10),
      materialized: fc.boolean(),
      invoker: fc.boolean(),
      comment: fc.option(line, { nil: undefined }),
    }),
    { maxLength: 2 },
  ),
  routines: fc.array(fc.nat(1000), { maxLength: 3 }),
  extension: fc.boolean(),
  accountTrigger: fc.boolean(),
  comment: fc.option(line, { nil: undefined }),
  reasons,
})

/**
 * Schemas that PostgreSQL accepts, of every kind of object the model knows, with names that need quoting, circles of foreign keys,
 * functions that tables need and tables that functions need. They hold no access rules, which are meaning and not catalog.
 */
export const arbitrarySchema: fc.Arbitrary<Schema> = schemaRecipe.map((recipe) => build(recipe))

/** @param from the number of the first object of each kind: names of schemas that are built from numbers apart never meet. */
export function build(given: SchemaRecipe, from = 0): Schema {
  const empty = emptySchema({ kind: given.kind, version: 17 })
  const traits = traitsOf(empty.platform)
  const roles = [traits.anonymous, traits.signedIn, traits.backend]
  const why = given.reasons
  const enums = given.enums.map(
    (type, n): EnumType => ({
      schema: type.private ? 'private' : 'public',
      name: named(type.stem, `type${from + n}`),
      values: type.values,
      ...(type.comment === undefined ? {} : { comment: type.comment }),
      reasons: why,
    }),
  )
  const own = given.tables.map((table, at) => ownTable(table, from + at, enums))
  const linked = own.map((table, at) =>
    withForeignKeys(table, given.tables[at] as TableRecipe, from + at, own, traits.accounts !== null),
  )
  const guarded = linked.map((table, at) => withPolicies(table, given.tables[at] as TableRecipe, linked, roles, traits.callerId))
  const tables = guarded.map((table, at) => ({ ...table, triggers: triggersOf(given.tables[at] as TableRecipe, table, why) }))
  const views = viewsOf(given, tables, from)
  const routines = [...helperRoutines(traits.accounts === null, why), ...extraRoutines(given, tables, from)]
  return {
    ...empty,
    namespaces: [{ name: 'private', ...(given.comment === undefined ? {} : { comment: given.comment }), reasons: why }],
    extensions: given.extension ? [{ name: 'citext', schema: traits.extensionSchema, reasons: why }] : [],
    enums,
    tables: tables.map((table, at) => (at === 0 && given.extension ? withCitext(table, traits.extensionSchema, why) : table)),
    platformTables:
      traits.accounts !== null && given.accountTrigger
        ? [{ schema: 'auth', name: 'users', triggers: [accountTrigger(why)] }]
        : [],
    views,
    routines,
    grants: grantsOf(given, tables, views, routines, roles),
  }
}

function withCitext(table: Table, schema: string, why: readonly Reason[]): Table {
  const type = schema === 'public' ? 'citext' : `${schema}.citext`
  return { ...table, columns: [...table.columns, { name: 'email', type, nullable: true, reasons: why }] }
}

function triggersOf(given: TableRecipe, table: Table, why: readonly Reason[]): readonly Trigger[] {
  const column = table.columns.find((candidate) => candidate.generated === undefined)
  const common = { function: 'private.touch', reasons: why } as const
  return given.triggers.map((pick, n): Trigger => {
    const name = named(given.stem, `trigger${n}`)
    const variants: readonly Trigger[] = [
      { ...common, name, timing: 'before', events: [{ kind: 'update' }], level: 'row' },
      {
        ...common,
        name,
        timing: 'before',
        events: [{ kind: 'insert' }, { kind: 'update', ...(column === undefined ? {} : { columns: [column.name] }) }],
        level: 'row',
      },
      {
        ...common,
        name,
        timing: 'after',
        events: [{ kind: 'insert' }, { kind: 'delete' }],
        level: 'row',
        constraint: { deferrable: 'initially deferred' },
      },
      { ...common, name, timing: 'after', events: [{ kind: 'insert' }], level: 'row', constraint: {} },
      {
        ...common,
        name,
        timing: 'after',
        events: [{ kind: 'delete' }, { kind: 'truncate' }],
        level: 'statement',
        purpose: 'keeps count',
      },
      {
        ...common,
        name,
        timing: 'after',
        events: [{ kind: 'update' }],
        level: 'row',
        when: 'old.* is distinct from new.* and pg_trigger_depth() = 0',
      },
    ]
    return variants[pick % variants.length] as Trigger
  })
}

function accountTrigger(why: readonly Reason[]): Trigger {
  return {
    name: 'on_auth_user_created',
    timing: 'after',
    events: [{ kind: 'insert' }],
    level: 'row',
    function: 'private.touch',
    reasons: why,
  }
}

function helperRoutines(withCaller: boolean, why: readonly Reason[]): readonly Routine[] {
  const touch = triggerFunction({
    schema: 'private',
    name: 'touch',
    body: '\nbegin\n  -- $body$ "quoted" \'text\'\n  return new;\nend\n',
    comment: "What every trigger runs; it's small.",
    reasons: why,
  })
  const caller: Routine = {
    ...touch,
    name: 'current_user_id',
    returns: 'uuid',
    language: 'sql',
    volatility: 'stable',
    body: "\n  select nullif(current_setting('app.user_id', true), '')::uuid\n",
  }
  return withCaller ? [caller, touch] : [touch]
}

function extraRoutines(given: SchemaRecipe, tables: readonly Table[], from: number): readonly Routine[] {
  const why = given.reasons
  const common = { schema: 'public', volatility: 'volatile', security: 'invoker', reasons: why } as const
  return given.routines.flatMap((pick, n): readonly Routine[] => {
    const table = tables[pick % Math.max(tables.length, 1)]
    const variants: readonly Routine[] = [
      {
        ...common,
        name: `add_${from + n}`,
        arguments: 'a integer, b integer',
        returns: 'integer',
        language: 'sql',
        volatility: 'immutable',
        strict: true,
        body: ' select a + b ',
      },
      {
        ...common,
        name: `greet_${from + n}`,
        arguments: 'name text, VARIADIC rest text[]',
        returns: 'text',
        language: 'plpgsql',
        security: 'definer',
        searchPath: 'public, pg_temp',
        body: '\nbegin\n  return $$it$$;\nend;\n',
      },
      {
        ...common,
        name: `later_${from + n}`,
        arguments: 'at timestamptz, double_at float8',
        returns: 'timestamptz',
        language: 'sql',
        volatility: 'stable',
        searchPath: '',
        body: 'select at',
      },
      ...(table === undefined
        ? []
        : [
            {
              ...common,
              name: `list_${from + n}`,
              arguments: '',
              returns: `setof ${table.schema === 'public' ? identifier(table.name) : qualified(table.schema, table.name)}`,
              language: 'sql',
              body: `select * from ${qualified(table.schema, table.name)}`,
            } as const,
          ]),
    ]
    return [variants[pick % variants.length] as Routine]
  })
}

function viewsOf(given: SchemaRecipe, tables: readonly Table[], from: number): readonly View[] {
  return given.views.flatMap((view, n): readonly View[] => {
    const table = tables[view.table % Math.max(tables.length, 1)]
    const column = table?.columns[0]
    if (table === undefined || column === undefined) return []
    return [
      {
        schema: 'public',
        name: named(given.tables[view.table % given.tables.length]?.stem ?? 'view', `view${from + n}`),
        columns: [
          {
            name: column.name,
            type: column.type,
            ...(view.comment === undefined ? {} : { comment: view.comment }),
            reasons: given.reasons,
          },
          { name: 'how_many', type: 'bigint', reasons: given.reasons },
        ],
        query: `select source.${identifier(column.name)}, 7::bigint as how_many\nfrom ${qualified(table.schema, table.name)} as source\nwhere source.${identifier(column.name)} is not null`,
        securityInvoker: view.invoker && !view.materialized,
        ...(view.materialized ? { materialized: true } : {}),
        ...(view.comment === undefined ? {} : { comment: view.comment }),
        reasons: given.reasons,
      },
    ]
  })
}

function grantsOf(
  given: SchemaRecipe,
  tables: readonly Table[],
  views: readonly View[],
  routines: readonly Routine[],
  roles: readonly string[],
): readonly Grant[] {
  const sets: readonly (readonly Privilege[])[] = [
    ['select'],
    ['delete', 'insert', 'select', 'update'],
    ['insert', 'select'],
    ['references', 'trigger', 'truncate'],
  ]
  const onTables = tables.flatMap((table, at) =>
    roles.flatMap((role, n): readonly Grant[] => {
      const grant = given.tables[at]?.grants.find((candidate) => candidate.role % roles.length === n)
      const column = table.columns[0]
      if (grant === undefined || column === undefined) return []
      const object = { kind: 'table', schema: table.schema, name: table.name } as const
      if (grant.what % 3 === 0)
        return [{ object, role, privileges: [{ privilege: 'delete' }, { privilege: 'update', columns: [column.name] }] }]
      return [{ object, role, privileges: (sets[grant.what % sets.length] ?? []).map((privilege) => ({ privilege })) }]
    }),
  )
  const role = roles[1] ?? 'public'
  return [
    { object: { kind: 'schema', schema: 'private', name: '' }, role, privileges: [{ privilege: 'usage' }] },
    ...onTables,
    ...views.map(
      (view): Grant => ({
        object: { kind: 'view', schema: view.schema, name: view.name },
        role,
        privileges: [{ privilege: 'select' }],
      }),
    ),
    ...routines
      .filter((routine) => routine.name.startsWith('add_'))
      .map(
        (routine): Grant => ({
          object: { kind: 'function', schema: 'public', name: `${routine.name}(integer, integer)` },
          role,
          privileges: [{ privilege: 'execute' }],
        }),
      ),
  ]
}
