import { expect, test } from 'vitest'
import { products } from './products.ts'

const written =
  `Supabase|supabase-js|Neon|@neondatabase/serverless|Vercel Postgres|PostgreSQL|Postgresem|pgsql|TimescaleDB|MS SQL|mssql|Microsoft SQL Server|Azure SQL|
  T-SQL|MySQL 8|PlanetScale|MariaDB|SQLite|Turso|libSQL|Cloudflare D1|PocketBase|MongoDB Atlas|Mongoose|Firestore|Firebase|Dynamo DB|Oracle 19c|Cosmos DB|Cassandra|CouchDB|
  Convex|CockroachDB|Cockroach DB|Prisma|Drizzle|Type ORM|TypeORM|Sequelize|Mikro-ORM|MikroORM|Kysely|SQLAlchemy|SQLModel|Alembic|Django|Ruby on Rails|ActiveRecord|Active Record|
  Hibernate|Spring Data JPA|EF Core|EFCore|Entity Framework|Eloquent|Laravel`
    .split('|')
    .map((name) => name.trim())

test.each(written)('%s is found by a word of its product', (name) => {
  const named = products.filter(({ pattern }) => name.search(pattern) >= 0)
  expect(named.length).toBeGreaterThan(0)
  for (const { words } of named) expect(words.some((word) => name.toLowerCase().includes(word))).toBe(true)
})
