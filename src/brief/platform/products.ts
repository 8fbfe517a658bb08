import type { Orm } from '../../schema/platform.ts'

/** What a product that documents name means for the database. */
export type Product =
  | { readonly kind: 'supabase' | 'neon' | 'postgres'; readonly name: string }
  | { readonly kind: 'orm'; readonly orm: Orm; readonly name: string }
  /** A main database that is not PostgreSQL. */
  | { readonly kind: 'other'; readonly name: string }

interface ProductWords {
  /** In small letters; one of them stands in everything that the pattern matches. */
  readonly words: readonly string[]
  readonly pattern: RegExp
  readonly product: Product
}

const other = (name: string, words: string, pattern: RegExp): ProductWords => ({
  words: words.split('|'),
  pattern,
  product: { kind: 'other', name },
})
const orm = (name: string, orm: Orm, words: string, pattern: RegExp): ProductWords => ({
  words: words.split('|'),
  pattern,
  product: { kind: 'orm', orm, name },
})

/** Products by the words that documents use for them. Caches, queues and search engines are no main databases and are not here. */
export const products: readonly ProductWords[] = [
  { words: ['supabase'], pattern: /(?<![\p{L}])supabase\w*/giu, product: { kind: 'supabase', name: 'Supabase' } },
  {
    words: ['neon', 'vercel postgres'],
    pattern:
      /\bneon(?:\.tech|db| (?:postgres\w*|database|serverless|db))?(?![\p{L}\p{N}-])|@neondatabase\/\w+|\bvercel postgres\b/giu,
    product: { kind: 'neon', name: 'Neon' },
  },
  {
    words: ['postgres', 'pgsql', 'timescale'],
    pattern: /\bpostgres(?:ql|em|ie|a|owi|u|qlem|qlu|qla)?(?![\p{L}])|\bpgsql\b|\btimescale(?:db)?\b/giu,
    product: { kind: 'postgres', name: 'PostgreSQL' },
  },
  other('SQL Server', 'sql', /\b(?:ms ?sql|(?:microsoft )?sql server|azure sql(?: database)?|t-sql)\b/giu),
  other('MySQL', 'mysql|planetscale', /\bmysql\w*|\bplanetscale\b/giu),
  other('MariaDB', 'mariadb', /\bmariadb\b/giu),
  other(
    'SQLite',
    'sqlite|turso|libsql|cloudflare d1|pocketbase',
    /\bsqlite\w*|\bturso\b|\blibsql\b|\bcloudflare d1\b|\bpocketbase\b/giu,
  ),
  other('MongoDB', 'mongo', /\bmongo(?:db)?(?: atlas)?\b|\bmongoose\b/giu),
  other('Firebase', 'firestore|firebase', /\bfirestore\b|\bfirebase\b/giu),
  other('DynamoDB', 'dynamo', /\bdynamo ?db\b/giu),
  other('Oracle Database', 'oracle', /\boracle (?:db|database|sql|\d+\w?)\b/giu),
  other('Cosmos DB', 'cosmos', /\bcosmos ?db\b/giu),
  other('Cassandra', 'cassandra', /\bcassandra\b/giu),
  other('CouchDB', 'couchdb', /\bcouchdb\b/giu),
  other('Convex', 'convex', /\bconvex\b/giu),
  other('CockroachDB', 'cockroach', /\bcockroach ?db\b/giu),
  orm('Prisma', 'prisma', 'prisma', /\bprisma\b/giu),
  orm('Drizzle', 'drizzle', 'drizzle', /\bdrizzle\b/giu),
  orm('TypeORM', 'typeorm', 'type', /\btype ?orm\b/giu),
  orm('Sequelize', 'sequelize', 'sequelize', /\bsequelize\b/giu),
  orm('MikroORM', 'mikro-orm', 'mikro', /\bmikro-?orm\b/giu),
  orm('Kysely', 'kysely', 'kysely', /\bkysely\b/giu),
  orm('SQLAlchemy', 'sqlalchemy', 'sqlalchemy|sqlmodel|alembic', /\bsqlalchemy\b|\bsqlmodel\b|\balembic\b/giu),
  orm('Django', 'django', 'django', /\bdjango\b/giu),
  orm('Rails', 'rails', 'rails|active', /\bruby on rails\b|\brails\b|\bactive ?record\b/giu),
  orm('Hibernate', 'hibernate', 'hibernate|jpa', /\bhibernate\b|\bspring data jpa\b|\bjpa\b/giu),
  orm('Entity Framework Core', 'ef-core', 'core|entity framework', /\bef ?core\b|\bentity framework(?: core)?\b/giu),
  orm('Eloquent', 'eloquent', 'eloquent|laravel', /\beloquent\b|\blaravel\b/giu),
]
