import { describe, expect, test } from 'vitest'
import { type PartKind, partKey } from '../../schema/part-key.ts'
import { readForeignPlan } from '../read-foreign-plan.ts'

/** A table as a line a part: columns, keys, constraints, indexes. */
async function outline(text: string) {
  const { schema, spots } = await readForeignPlan(text, 'plan.md')
  const tables = schema.tables.map((table) => [
    table.name,
    ...table.columns.map(
      ({ name, type, nullable, default: value, identity }) =>
        `${name} ${type}${nullable ? '' : ' not null'}${value === undefined ? '' : ` = ${value}`}${identity === undefined ? '' : ' identity'}`,
    ),
    `key ${table.primaryKey?.columns.join()}`,
    ...table.uniques.map(({ columns }) => `unique ${columns.join()}`),
    ...table.foreignKeys.map(
      ({ columns, references, onDelete }) => `${columns.join()} -> ${references.table}.${references.columns.join()} ${onDelete}`,
    ),
    ...table.indexes.map(
      ({ name, keys }) => `index ${name}: ${keys.map(({ column, expression }) => column ?? expression).join()}`,
    ),
  ])
  const lineOf = (...[kind, name, owner]: readonly [PartKind, string, string?]) =>
    text.slice(0, spots.get(partKey({ kind, name, ...(owner === undefined ? {} : { owner }) }))?.start ?? 0).split('\n').length
  return { tables, enums: schema.enums.map(({ name, values }) => `${name}: ${values.join(' ')}`), lineOf }
}

describe('tables in the notations of other tools', () => {
  test('DBML: settings, references in columns and apart, indexes, enums', async () => {
    const text = `# Orchard

\`\`\`dbml
Project orchard { database_type: 'PostgreSQL' }

Table growers as G {
  id uuid [pk, default: \`gen_random_uuid()\`] // the key
  name varchar(80) [not null, unique, note: 'as on the gate, not the deed']
}

Table trees {
  id int [pk, increment]
  grower_id uuid [not null, ref: > growers.id]
  state tree_state [not null, default: 'young']
  planted_on date

  indexes {
    grower_id [name: 'trees_of_grower']
    (grower_id, planted_on) [unique]
  }
}

Table crops {
  tree_id int
  year smallint
  indexes {
    (tree_id, year) [pk]
  }
}

Enum tree_state {
  young
  bearing [note: 'gives fruit']
}

Ref: crops.tree_id > trees.id [delete: cascade]
\`\`\`
`
    const { tables, enums, lineOf } = await outline(text)
    expect(tables).toEqual([
      ['growers', 'id uuid not null = gen_random_uuid()', 'name varchar(80) not null', 'key id', 'unique name'],
      [
        'trees',
        'id integer not null identity',
        'grower_id uuid not null',
        "state tree_state not null = 'young'",
        'planted_on date',
        'key id',
        'unique grower_id,planted_on',
        'grower_id -> growers.id no action',
        'index trees_of_grower: grower_id',
      ],
      ['crops', 'tree_id integer not null', 'year smallint not null', 'key tree_id,year', 'tree_id -> trees.id cascade'],
    ])
    expect(enums).toEqual(['tree_state: young bearing'])
    expect([
      lineOf('table', 'trees'),
      lineOf('column', 'grower_id', 'trees'),
      lineOf('index', 'trees_of_grower', 'trees'),
    ]).toEqual([11, 13, 18])
  })

  test('Prisma: names that are mapped, native types, relations, lists of columns', async () => {
    const text = `# Orchard

\`\`\`prisma
model Grower {
  id    String @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid
  name  String @unique @db.VarChar(80)
  trees Tree[]

  @@map("growers")
}

model Tree {
  id        Int       @id @default(autoincrement())
  growerId  String    @map("grower_id") @db.Uuid
  grower    Grower    @relation(fields: [growerId], references: [id], onDelete: Cascade)
  state     TreeState @default(YOUNG)
  tags      String[]
  plantedAt DateTime? @map("planted_at") @db.Timestamptz(6)

  @@unique([growerId, plantedAt])
  @@index([growerId], map: "trees_of_grower")
  @@map("trees")
}

enum TreeState {
  YOUNG
  BEARING
}
\`\`\`
`
    const { tables, enums, lineOf } = await outline(text)
    expect(tables).toEqual([
      ['growers', 'id uuid not null = gen_random_uuid()', 'name varchar(80) not null', 'key id', 'unique name'],
      [
        'trees',
        'id integer not null identity',
        'grower_id uuid not null',
        "state treestate not null = 'YOUNG'",
        'tags text[] not null',
        'planted_at timestamptz(6)',
        'key id',
        'unique grower_id,planted_at',
        'grower_id -> growers.id cascade',
        'index trees_of_grower: grower_id',
      ],
    ])
    expect(enums).toEqual(['treestate: YOUNG BEARING'])
    expect([lineOf('table', 'trees'), lineOf('column', 'grower_id', 'trees')]).toEqual([12, 14])
  })

  test('Prisma without mapped names: a model that is called like people is a table by its own name', async () => {
    const text = `# Orchard

\`\`\`prisma
model User {
  id    String @id
  trees Tree[]
}

model Tree {
  id     Int    @id
  user   User   @relation(fields: [userId], references: [id])
  userId String
}
\`\`\`
`
    const { tables } = await outline(text)
    expect(tables.flat()).toContain('userId -> User.id restrict')
  })

  test("MySQL's columns of a table, and keys whose action the relationships say", async () => {
    const text = `# Orchard

## Table: growers

| Field | Type | Null | Key | Default |
|---|---|---|---|---|
| id | INT AUTO_INCREMENT | NO | PRI | |
| name | VARCHAR(80) | NO | UNI | |

## Table: trees

| Field | Type | Null | Key | Default |
|---|---|---|---|---|
| id | INT AUTO_INCREMENT | NO | PRI | |
| grower_id | INT | NO | FK | |

## Relationships

- trees.grower_id → growers.id (ON DELETE CASCADE)
`
    const { tables } = await outline(text)
    expect(tables).toEqual([
      ['growers', 'id integer not null identity', 'name varchar(80) not null', 'key id', 'unique name'],
      ['trees', 'id integer not null identity', 'grower_id integer not null', 'key id', 'grower_id -> growers.id cascade'],
    ])
  })
})
