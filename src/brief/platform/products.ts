import type { Orm } from '../../schema/platform.ts'

/** What a product that documents name means for the database. */
export type Product =
  | { readonly kind: 'supabase' | 'neon' | 'postgres'; readonly name: string }
  | { readonly kind: 'orm'; readonly orm: Orm; readonly name: string }
  /** A main database that is not PostgreSQL. */
  | { readonly kind: 'other'; readonly name: string }

interface ProductWords {
  readonly pattern: RegExp
  readonly product: Product
}

const other = (name: string, pattern: RegExp): ProductWords => ({ pattern, product: { kind: 'other', name } })
const orm = (name: string, orm: Orm, pattern: RegExp): ProductWords => ({ pattern, product: { kind: 'orm', orm, name } })

/** Products by the words that documents use for them. Caches, queues and search engines are no main databases and are not here. */
export const products: readonly ProductWords[] = [
  { pattern: /(?<![\p{L}])supabase\w*/giu, product: { kind: 'supabase', name: 'Supabase' } },
  {
    pattern:
      /\bneon(?:\.tech|db| (?:postgres\w*|database|serverless|db))?(?![\p{L}\p{N}-])|@neondatabase\/\w+|\bvercel postgres\b/giu,
    product: { kind: 'neon', name: 'Neon' },
  },
  {
    pattern: /\bpostgres(?:ql|em|ie|a|owi|u|qlem|qlu|qla)?(?![\p{L}])|\bpgsql\b|\btimescale(?:db)?\b/giu,
    product: { kind: 'postgres', name: 'PostgreSQL' },
  },
  other('SQL Server', /\b(?:ms ?sql|(?:microsoft )?sql server|azure sql(?: database)?|t-sql)\b/giu),
  other('MySQL', /\bmysql\w*|\bplanetscale\b/giu),
  other('MariaDB', /\bmariadb\b/giu),
  other('SQLite', /\bsqlite\w*|\bturso\b|\blibsql\b|\bcloudflare d1\b|\bpocketbase\b/giu),
  other('MongoDB', /\bmongo(?:db)?(?: atlas)?\b|\bmongoose\b/giu),
  other('Firebase', /\bfirestore\b|\bfirebase\b/giu),
  other('DynamoDB', /\bdynamo ?db\b/giu),
  other('Oracle Database', /\boracle (?:db|database|sql|\d+\w?)\b/giu),
  other('Cosmos DB', /\bcosmos ?db\b/giu),
  other('Cassandra', /\bcassandra\b/giu),
  other('CouchDB', /\bcouchdb\b/giu),
  other('Convex', /\bconvex\b/giu),
  other('CockroachDB', /\bcockroach ?db\b/giu),
  orm('Prisma', 'prisma', /\bprisma\b/giu),
  orm('Drizzle', 'drizzle', /\bdrizzle\b/giu),
  orm('TypeORM', 'typeorm', /\btype ?orm\b/giu),
  orm('Sequelize', 'sequelize', /\bsequelize\b/giu),
  orm('MikroORM', 'mikro-orm', /\bmikro-?orm\b/giu),
  orm('Kysely', 'kysely', /\bkysely\b/giu),
  orm('SQLAlchemy', 'sqlalchemy', /\bsqlalchemy\b|\bsqlmodel\b|\balembic\b/giu),
  orm('Django', 'django', /\bdjango\b/giu),
  orm('Rails', 'rails', /\bruby on rails\b|\brails\b|\bactive ?record\b/giu),
  orm('Hibernate', 'hibernate', /\bhibernate\b|\bspring data jpa\b|\bjpa\b/giu),
  orm('Entity Framework Core', 'ef-core', /\bef ?core\b|\bentity framework(?: core)?\b/giu),
  orm('Eloquent', 'eloquent', /\beloquent\b|\blaravel\b/giu),
]
