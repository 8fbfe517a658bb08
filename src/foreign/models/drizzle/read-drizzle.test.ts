import { describe, expect, test } from 'vitest'
import { partKey } from '../../../schema/part-key.ts'
import { readForeignPlan } from '../../read-foreign-plan.ts'

const script = `import { check, foreignKey, index, integer, pgEnum, pgPolicy, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid, varchar } from "drizzle-orm/pg-core";
import { relations, sql } from "drizzle-orm";
import { anonRole, authenticatedRole, authUid } from "drizzle-orm/supabase";

const timestamps = {
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
};

export const kiteState = pgEnum("kite_state", ["new", "torn"]);

export const flyers = pgTable("flyers", {
  id: uuid("id").primaryKey().references(() => authUsers.id, { onDelete: "cascade" }),
  name: varchar("name", { length: 80 }).notNull().unique(),
  tags: text("tags").array().notNull().default([]),
  ...timestamps,
}).enableRLS();

export const kites = pgTable("kites", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  flyerId: uuid("flyer_id").notNull().references((): AnyPgColumn => flyers.id, { onDelete: "set null" }),
  state: kiteState("state").notNull().default("new"),
  span: integer("span").$type<Metres>().default(-1),
  shape: polygon("shape"),
  half: integer("half").generatedAlwaysAs(sql\`span / 2\`),
}, (t) => [
  index("kites_flyer_idx").on(t.flyerId, t.span.desc()),
  uniqueIndex().on(sql\`lower(\${t.state}::text)\`).where(sql\`\${t.span} > 0\`),
  check("kites_span_check", sql\`\${t.span} between 1 and 30\`),
  pgPolicy("own kites", { for: "all", to: [authenticatedRole], using: sql\`\${t.flyerId} = \${authUid}\`, withCheck: sql\`\${t.flyerId} = \${authUid}\` }),
  pgPolicy("everyone looks", { for: "select", to: anonRole, using: sql\`true\` }),
  makeIndex(t),
]);

export const flights = pgTable("flights", {
  kiteId: integer("kite_id").notNull(),
  day: integer("day").notNull(),
  above: integer("above"),
}, (table) => ({
  key: primaryKey({ columns: [table.kiteId, table.day] }),
  kite: foreignKey({ columns: [table.kiteId], foreignColumns: [kites.id] }).onDelete("cascade"),
}));

export const kitesRelations = relations(kites, ({ one }) => ({ flyer: one(flyers, { fields: [kites.flyerId], references: [flyers.id] }) }));
export type Kite = typeof kites.$inferSelect;
`
const plan = `# Kite club (Supabase)\n\n\`\`\`ts\n${script}\`\`\`\n`

async function outline(text: string, file = 'plan.md') {
  const { schema, spots, remarks } = await readForeignPlan(text, file)
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const tables = schema.tables.map((table) => [
    `${table.name} ${table.rowSecurity}`,
    ...table.columns.map(
      ({ name, type, nullable, default: value, identity, generated }) =>
        `${name} ${type}${nullable ? '' : ' not null'}${value === undefined ? '' : ` = ${value}`}${identity === undefined ? '' : ' identity'}${generated === undefined ? '' : ` as ${generated.expression}`}`,
    ),
    `key ${table.primaryKey?.columns.join()}`,
    ...table.uniques.map(({ columns }) => `unique ${columns.join()}`),
    ...table.checks.map(({ name, expression }) => `${name}: ${expression}`),
    ...table.foreignKeys.map(
      ({ columns, references, onDelete }) =>
        `${columns.join()} -> ${references.schema}.${references.table}.${references.columns.join()} ${onDelete}`,
    ),
    ...table.indexes.map(
      ({ unique, keys, where }) =>
        `${unique ? 'unique ' : ''}index ${keys.map(({ column, expression, descending }) => `${column ?? expression}${descending ? ' desc' : ''}`).join()}${where === undefined ? '' : ` where ${where}`}`,
    ),
    ...table.policies.map(
      ({ name, command, roles, using, check }) => `"${name}" ${command} ${roles.join()}: ${using} / ${check}`,
    ),
  ])
  return {
    tables,
    enums: schema.enums.map(({ name, values }) => `${name}: ${values.join(' ')}`),
    unread: remarks.map(({ code, message, spot }) => `${lineOf(spot.start)} ${code} ${message}`),
    lineOf: (table: string, name: string) => lineOf(spots.get(partKey({ kind: 'column', owner: table, name }))?.start ?? 0),
  }
}

describe('tables of a script for Drizzle', () => {
  test('columns, keys, checks, indexes, policies, by their names in the database', async () => {
    const { tables, enums, lineOf } = await outline(plan)
    expect(tables).toEqual([
      [
        'flyers on',
        'id uuid not null',
        'name varchar(80) not null',
        "tags text[] not null = ('{}')",
        'created_at timestamptz not null = now()',
        'key id',
        'unique name',
        'id -> auth.users.id cascade',
      ],
      [
        'kites on',
        'id integer not null identity',
        'flyer_id uuid not null',
        "state kite_state not null = ('new')",
        'span integer = (-1)',
        'half integer as span / 2',
        'key id',
        'kites_span_check: span between 1 and 30',
        'flyer_id -> public.flyers.id set null',
        'unique index lower(state::text) where span > 0',
        'index flyer_id,span desc',
        '"own kites" all authenticated: flyer_id = (select auth.uid()) / flyer_id = (select auth.uid())',
        '"everyone looks" select anon: true / undefined',
      ],
      [
        'flights off',
        'kite_id integer not null',
        'day integer not null',
        'above integer',
        'key kite_id,day',
        'kite_id -> public.kites.id cascade',
      ],
    ])
    expect(enums).toEqual(['kite_state: new torn'])
    expect(lineOf('kites', 'flyer_id')).toBe(23)
  })

  test('what is made while the script runs is told as unread, at its place', async () => {
    const { unread } = await outline(plan)
    expect(unread).toEqual([
      '26 plan/model-unread This is not read: the column shape, whose type is made elsewhere.',
      '34 plan/model-unread This is not read: a part of kites.',
    ])
  })

  test('a file that is such a script, and one that cannot be parsed', async () => {
    const { tables, lineOf } = await outline(script, 'src/db/schema.ts')
    expect(tables).toHaveLength(3)
    expect(lineOf('kites', 'flyer_id')).toBe(20)
    const broken = await outline('export const kites = pgTable("kites", {\n  id: uuid("id"\n', 'schema.ts')
    expect(broken.unread[0]).toMatch(/^\d plan\/model-unread This is not read: the script cannot be parsed/)
  })

  test('a script that makes no tables is none', async () => {
    const { tables } = await outline('# Kites\n\n```ts\nconst kites = await db.select().from(kitesTable)\n```\n')
    expect(tables).toEqual([])
  })
})
