import fc from 'fast-check'
import { writeText } from '../../src/plan/form/text.ts'
import type { Access, AccessRule, Group, Path, PathStep, Permission, Rows, Who } from '../../src/schema/access.ts'
import { operations } from '../../src/schema/access.ts'
import { checkName, foreignKeyName, primaryKeyName, uniqueName } from '../../src/schema/names.ts'
import type { Assumption, Coverage, Notes, Remark } from '../../src/schema/notes.ts'
import type { Plan } from '../../src/schema/plan.ts'
import type { Orm } from '../../src/schema/platform.ts'
import type { Reason } from '../../src/schema/reason.ts'
import type { Schema } from '../../src/schema/schema.ts'
import type { Table } from '../../src/schema/table.ts'
import { arbitrarySchema } from './schema.ts'
import { stem } from './text.ts'

/** Text that would be markup, an escape, or a form of the plan itself, if it were written as it is. */
const hostileText = fc.oneof(
  fc.constantFrom(
    '# no heading',
    '- no bullet',
    '1. no item',
    '> no quote',
    '`code` and `` two ` ticks `` and ` one',
    'pipe | in a cell, and \\| escaped',
    '`a|b` in code, `a\\|b` too',
    '*not* _emphasised_ ~~or~~ [linked](http://example.com)',
    '<b>bold</b> <!-- hidden --> &amp; &#35; &',
    'convention',
    'convention. prd:12, US-001. It says so.',
    'prd:41 US-003: not a reason',
    'ends in reasons (prd:41, notes:16)',
    'ends in none (none)',
    'one per account: prd:38',
    'none. nothing',
    ' spaces around ',
    '\\',
    'trailing backslash \\',
    '[ ] a task',
    '```',
    '…',
    '–',
    'https://example.com/a_b_c`x`',
    'ż 🎲 \u00a0 ‮',
  ),
  fc.string({ unit: fc.constantFrom(...'ab1 `|\\*_<>#-.:;,()[]&~"\'→§ż'), minLength: 1, maxLength: 24 }),
)

export const arbitraryReason: fc.Arbitrary<Reason> = fc.oneof(
  fc.record({ kind: fc.constant('source' as const), document: fc.constantFrom('prd', 'notes-2', 'glossary'), line: fc.nat(999) }),
  fc.record({
    kind: fc.constant('source' as const),
    document: fc.constantFrom('prd', 'stack'),
    line: fc.nat(999),
    requirement: fc.constantFrom('US-003', 'FR-1.2', 'WF_7', 'R1'),
  }),
  fc.constantFrom<Reason>({ kind: 'convention' }, { kind: 'inferred' }, { kind: 'found' }),
  fc.record({ kind: fc.constant('assumption' as const), number: fc.nat(30) }),
)
const arbitraryReasons = fc.array(arbitraryReason, { maxLength: 3 })
const word = fc.constantFrom('household', 'team', 'admin', 'editor', "owner's", 'a|b', '`x`', 'member', 'owner', 'two words', '')

/** A path of foreign keys; most of its steps follow keys that exist, some do not. */
function arbitraryPath(schema: Schema, table: { readonly schema: string; readonly name: string }): fc.Arbitrary<Path> {
  return fc.array(fc.record({ pick: fc.nat(100), backward: fc.boolean(), other: word }), { maxLength: 3 }).map((picks) => {
    const steps: PathStep[] = []
    let at = schema.tables.find((t) => t.schema === table.schema && t.name === table.name)
    for (const { pick, backward, other } of picks) {
      const key = at?.foreignKeys[pick % Math.max(at.foreignKeys.length, 1)]
      const column = key?.columns[0] ?? 'id'
      const references = key?.references
      steps.push({
        direction: backward ? 'backward' : 'forward',
        column,
        schema: references?.schema ?? 'public',
        table: references?.table ?? 'elsewhere',
        key: pick % 4 === 0 && other !== '' ? other : (references?.columns[0] ?? 'id'),
      })
      at = schema.tables.find((t) => t.schema === references?.schema && t.name === references?.table)
    }
    return { steps, column: at?.columns.at(-1)?.name ?? 'owner_id' }
  })
}

function arbitraryRows(schema: Schema, table: { readonly schema: string; readonly name: string }): fc.Arbitrary<Rows> {
  const path = arbitraryPath(schema, table)
  const column = fc.constantFrom('deleted_at', 'Odd "name"', 'is null', 'a|b')
  const test = fc.oneof(
    fc.constantFrom({ kind: 'is null' as const }, { kind: 'is not null' as const }),
    fc.record({ kind: fc.constant('equals' as const), values: fc.array(word, { maxLength: 2 }) }),
  )
  const callerRow: fc.Arbitrary<Rows> =
    schema.tables.length === 0
      ? fc.constant({ kind: 'none' })
      : fc
          .record({ of: fc.constantFrom(...schema.tables), key: fc.constantFrom('id', 'Odd key'), column, test })
          .map(({ of, ...rest }) => ({ kind: 'caller row', schema: of.schema, table: of.name, ...rest }))
  const { rows } = fc.letrec<{ rows: Rows }>((tie) => ({
    rows: fc.oneof(
      { maxDepth: 2 },
      fc.constantFrom<Rows>({ kind: 'all' }, { kind: 'none' }),
      fc.record({ kind: fc.constant('caller' as const), path }),
      fc.record({ kind: fc.constant('group' as const), path, group: word, roles: fc.array(word, { maxLength: 2 }) }),
      fc.record({ kind: fc.constant('groupmate' as const), path, group: word }),
      fc.record({ kind: fc.constantFrom('is null' as const, 'is not null' as const), column }),
      fc.record({ kind: fc.constant('equals' as const), path, values: fc.array(word, { maxLength: 3 }) }),
      callerRow,
      fc.record({ kind: fc.constantFrom('all of' as const, 'any of' as const), parts: fc.array(tie('rows'), { maxLength: 3 }) }),
    ),
  }))
  return rows
}

const arbitraryWho: fc.Arbitrary<Who> = fc.oneof(
  fc.constantFrom<Who>({ kind: 'anonymous' }, { kind: 'signed in' }, { kind: 'backend' }),
  fc.record({
    kind: fc.constant('owner' as const),
    label: fc.oneof(word, fc.constantFrom('author', 'self', 'signed in', 'giver of gifts')),
  }),
  fc.record({ kind: fc.constant('member' as const), group: word, roles: fc.array(word, { maxLength: 2 }) }),
  fc.record({ kind: fc.constant('role' as const), roles: fc.array(word, { maxLength: 2 }) }),
)

const arbitraryMay: fc.Arbitrary<readonly Permission[]> = fc.oneof(
  fc.constant(operations.map((operation) => ({ operation }))),
  fc.array(
    fc.oneof(
      fc.record({ operation: fc.constantFrom(...operations) }),
      fc.record({
        operation: fc.constantFrom('insert' as const, 'update' as const),
        columns: fc.array(fc.constantFrom('title', 'Odd "x"', 'a|b'), { maxLength: 2 }),
      }),
    ),
    { maxLength: 4 },
  ),
)

const arbitraryGroup: fc.Arbitrary<Group> = fc
  .record({
    name: word,
    role: fc.boolean(),
    roles: fc.array(word, { maxLength: 2 }),
    schema: fc.constantFrom('public', 'private'),
  })
  .map(({ name, role, roles, schema }) => ({
    name,
    schema,
    table: 'households',
    membership: {
      schema,
      table: 'odd members',
      groupColumn: 'household_id',
      userColumn: 'user_id',
      ...(role ? { roleColumn: 'Role' } : {}),
    },
    roles,
  }))

function arbitraryAccess(schema: Schema): fc.Arbitrary<Access> {
  const places = [...schema.tables, ...schema.views]
  const rule = (table: { readonly schema: string; readonly name: string }): fc.Arbitrary<AccessRule> =>
    fc
      .record({
        who: arbitraryWho,
        may: arbitraryMay,
        rows: arbitraryRows(schema, table),
        through: fc.option(fc.constantFrom('create_draw', 'private.make', 'odd `x` | y'), { nil: undefined, freq: 4 }),
        comment: fc.option(hostileText, { nil: undefined }),
        reasons: arbitraryReasons,
      })
      .map(({ through, comment, ...rest }) => ({
        schema: table.schema,
        table: table.name,
        ...rest,
        ...(through === undefined ? {} : { through }),
        ...(comment === undefined ? {} : { comment }),
      }))
  const rules = places.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...places).chain(rule), { maxLength: 6 })
  const backend = schema.tables.map(
    (table): AccessRule => ({
      schema: table.schema,
      table: table.name,
      who: { kind: 'backend' },
      may: operations.map((operation) => ({ operation })),
      rows: { kind: 'all' },
      reasons: [{ kind: 'convention' }],
    }),
  )
  return fc
    .record({
      groups: fc.uniqueArray(arbitraryGroup, { maxLength: 2, selector: ({ name }) => name }),
      roles: fc.option(
        fc.record({
          schema: fc.constant('public'),
          table: fc.constant('profiles'),
          userColumn: fc.constant('id'),
          roleColumn: fc.constant('Role'),
          roles: fc.array(word, { maxLength: 2 }),
        }),
        { nil: undefined },
      ),
      rules,
      shared: fc.boolean(),
    })
    .map(({ groups, roles, rules: own, shared }) => ({
      groups,
      ...(roles === undefined ? {} : { roles }),
      rules: shared ? [...own, ...backend] : own,
    }))
}

/** Remarks are markdown of one paragraph; what is quoted in them is escaped by whoever writes them. */
const remark: fc.Arbitrary<Remark> = fc.record({
  text: hostileText.map((text) => writeText(text, { inCell: false, blockStart: true })).map((text) => `**Said**: ${text}`),
  reasons: arbitraryReasons,
})

const coverage: fc.Arbitrary<Coverage> = fc
  .record({
    id: fc.constantFrom('FR-001', 'US-3.2', 'odd id', 'a|b'),
    title: fc.oneof(hostileText, fc.constant('')),
    outcome: fc.constantFrom('served' as const, 'no data' as const, 'not covered' as const),
    servedBy: fc.array(fc.constantFrom('recipes', 'recipes.title', '"members read"', 'a|b', '`x`'), { maxLength: 3 }),
  })
  .map((given) => ({ ...given, servedBy: given.outcome === 'served' ? given.servedBy : [] }))

const arbitraryNotes: fc.Arbitrary<Notes> = fc.record({
  decisions: fc.array(remark, { maxLength: 2 }),
  assumptions: fc
    .array(remark, { maxLength: 3 })
    .map((remarks) => remarks.map((given, i): Assumption => ({ number: i + 1, text: given.text, reasons: given.reasons }))),
  conflicts: fc.array(remark, { maxLength: 1 }),
  leftOut: fc.array(remark, { maxLength: 1 }),
  coverage: fc.array(coverage, { maxLength: 3 }),
})

/** Puts hostile comments, purposes and missing reasons where the schema has tame ones. */
function roughen<T>(value: T, texts: readonly (string | undefined)[], counter = { n: 0 }): T {
  if (Array.isArray(value)) return value.map((item) => roughen(item, texts, counter)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const isText = (key === 'comment' || key === 'purpose' || key === 'serves') && typeof inner === 'string'
    if (isText && counter.n++ % 3 === 0) {
      const text = texts[counter.n % texts.length]
      if (text !== undefined) return [[key, text]]
      return key === 'serves' ? [[key, '']] : []
    }
    if (key === 'reasons' && counter.n++ % 5 === 0) return [[key, []]]
    return [[key, roughen(inner, texts, counter)]]
  })
  return Object.fromEntries(entries) as T
}

/** Some types, tables and columns had another name before, which nothing in the plan says any more: reading would follow it. */
function withEarlierNames(schema: Schema, names: readonly (string | undefined)[]): Schema {
  const counter = { n: 0 }
  const was = (): { readonly was?: string } => {
    const name = names[counter.n++ % names.length]
    return name === undefined ? {} : { was: `old ${name}` }
  }
  const tables = schema.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => ({ ...column, ...was() })),
    ...was(),
  }))
  return { ...schema, enums: schema.enums.map((type) => ({ ...type, ...was() })), tables }
}

/** Gives constraints the names that PostgreSQL would have given them, which the plan leaves out. */
function usualNames(table: Table): Table {
  const taken = new Set<string>()
  const rename = <T extends { readonly name: string }>(part: T, name: string): T => {
    if (taken.has(name)) return part
    taken.add(name)
    return { ...part, name }
  }
  return {
    ...table,
    ...(table.primaryKey === undefined ? {} : { primaryKey: rename(table.primaryKey, primaryKeyName(table.name)) }),
    uniques: table.uniques.map((unique) => rename(unique, uniqueName(table.name, unique.columns))),
    checks: table.checks.map((check, n) => rename(check, checkName(table.name, [table.columns[n]?.name ?? '']))),
    foreignKeys: table.foreignKeys.map((key) => rename(key, foreignKeyName(table.name, key.columns))),
  }
}

/** Plans with schemas that PostgreSQL accepts, access rules of every kind, notes, and text that tries to break the format. */
export const arbitraryPlan: fc.Arbitrary<Plan> = fc
  .record({
    usual: fc.boolean(),
    schema: arbitrarySchema,
    earlier: fc.array(fc.option(stem, { nil: undefined, freq: 4 }), { minLength: 7, maxLength: 11 }),
    texts: fc.array(fc.option(hostileText, { nil: undefined, freq: 6 }), { minLength: 3, maxLength: 8 }),
  })
  .map(({ schema, texts, usual, earlier }) =>
    withEarlierNames(roughen({ ...schema, tables: usual ? schema.tables.map(usualNames) : schema.tables }, texts), earlier),
  )
  .chain((schema) =>
    fc.record({
      title: fc.oneof(hostileText, fc.constantFrom('Cooking club', '')),
      schema: fc
        .record({
          access: arbitraryAccess(schema),
          orm: fc.option(fc.constantFrom<Orm>('drizzle', 'ef-core', 'mikro-orm'), { nil: undefined }),
        })
        .map(
          ({ access, orm }): Schema => ({
            ...schema,
            access,
            platform: { ...schema.platform, ...(orm === undefined ? {} : { orm }) },
          }),
        ),
      notes: arbitraryNotes,
    }),
  )
