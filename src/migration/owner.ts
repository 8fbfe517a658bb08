import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Orm, Platform } from '../schema/platform.ts'

interface Owner {
  readonly title: string
  /** How the tool takes a migration that was written as SQL. */
  readonly adopt: string
}

const owners: Readonly<Record<Orm, Owner>> = {
  prisma: {
    title: 'Prisma',
    adopt: 'put the SQL into the file that `prisma migrate dev --create-only` makes, then `prisma db pull`',
  },
  drizzle: {
    title: 'Drizzle',
    adopt: 'put the SQL into the file that `drizzle-kit generate --custom` makes, then `drizzle-kit pull`',
  },
  typeorm: { title: 'TypeORM', adopt: 'run the SQL from the `up` of a migration that `typeorm migration:create` makes' },
  sequelize: { title: 'Sequelize', adopt: 'run the SQL from the `up` of a migration that `sequelize migration:generate` makes' },
  'mikro-orm': {
    title: 'MikroORM',
    adopt: 'run the SQL with `this.addSql` in a migration that `mikro-orm migration:create --blank` makes',
  },
  kysely: { title: 'Kysely', adopt: 'run the SQL with `sql.raw(…).execute(db)` in the `up` of a migration' },
  sqlalchemy: { title: 'SQLAlchemy', adopt: 'run the SQL with `op.execute` in a revision that `alembic revision` makes' },
  django: { title: 'Django', adopt: 'run the SQL with `migrations.RunSQL` in an empty migration, then `inspectdb`' },
  rails: {
    title: 'Rails',
    adopt: 'run the SQL with `execute` in a migration, and set `config.active_record.schema_format = :sql`',
  },
  hibernate: {
    title: 'Hibernate',
    adopt: 'give the file to Flyway or Liquibase, and set `hibernate.hbm2ddl.auto` to `validate`',
  },
  'ef-core': {
    title: 'EF Core',
    adopt: 'run the SQL with `migrationBuilder.Sql` in an empty migration, then scaffold the model',
  },
  eloquent: { title: 'Laravel', adopt: 'run the SQL with `DB::unprepared` in a migration that `artisan make:migration` makes' },
}

/** Says who owns migrations where the tech stack names an ORM: two owners of one schema undo each other. */
export function migrationOwner(platform: Platform): readonly Diagnostic[] {
  if (platform.orm === undefined) return []
  const { title, adopt } = owners[platform.orm]
  return [
    {
      code: 'migration/orm-owns',
      severity: 'note',
      message: `${title} owns the migrations of this project; this script is for it to adopt, not to run beside it.`,
      help: `To adopt it: ${adopt}.`,
    },
  ]
}
