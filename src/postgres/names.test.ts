import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkName, exclusionName, foreignKeyName, indexName, primaryKeyName, sequenceName, uniqueName } from '../schema/names.ts'
import { identifier } from '../sql/quote.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'

let database: Database
beforeAll(async () => {
  database = await openEmbedded({ kind: 'postgres', version: 17 })
})
afterAll(() => database.close())

const name = fc.stringMatching(/^[a-zż_]{1,60}$/).filter((text) => new TextEncoder().encode(text).length <= 63)

test('the names dbplan gives are those PostgreSQL would choose', async () => {
  await fc.assert(
    fc.asyncProperty(name, name, async (table, column) => {
      fc.pre(table !== column)
      const [t, c] = [identifier(table), identifier(column)]
      await database.exec('begin')
      await database.exec(`
        create table ${t} (${c} int generated always as identity primary key, unique (${c}) deferrable, check (${c} > 0),
          foreign key (${c}) references ${t}, exclude using btree (${c} with =));
        create index on ${t} (${c});`)
      const rows = await database.query(`
        select conname::text as name from pg_constraint where conrelid = (select max(oid) from pg_class where relkind = 'r') and contype <> 'n'
        union select relname::text from pg_class where oid > (select max(oid) from pg_class where relkind = 'r')
          or relkind = 'S' and oid >= 16384`)
      await database.exec('rollback')
      const found = rows.map((row) => String(row.name))
      expect(found).toEqual(
        expect.arrayContaining([
          primaryKeyName(table),
          uniqueName(table, [column]),
          checkName(table, [column]),
          foreignKeyName(table, [column]),
          exclusionName(table, [column]),
          indexName(table, [column]),
          sequenceName(table, column),
        ]),
      )
    }),
    { numRuns: 30 },
  )
})
