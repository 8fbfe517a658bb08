import { type Diagnostic, hasErrors } from '../diagnostic/diagnostic.ts'
import type { Database } from '../postgres/database.ts'
import { openEmbedded } from '../postgres/embedded.ts'
import { withScratchDatabase } from '../postgres/server.ts'
import type { Plan } from '../schema/plan.ts'
import { traitsOf } from '../schema/platform.ts'
import type { Schema } from '../schema/schema.ts'
import { renameQuestions } from './candidates.ts'
import type { Change } from './change.ts'
import { setIndexesApart, withoutLocks } from './concurrent-indexes.ts'
import { bothDirections, type Unusable } from './direction.ts'
import { type Hazard, type HazardCode, hazardMeanings, hazardsOf } from './hazards.ts'
import { migrationOwner } from './owner.ts'
import { declaredRenames } from './renames.ts'
import { oneLine, scriptHeader, toMigration } from './script.ts'
import { type Verification, type VerificationFailure, verify } from './verify.ts'

/** The scripts that turn one schema into another and back. */
export interface NextMigration {
  /** Empty where there is nothing to do. */
  readonly up: string
  readonly down: string
  /** Scripts that come behind it, an index each, for which there is no transaction. */
  readonly indexes: readonly { readonly name: string; readonly script: string }[]
  readonly hazards: readonly Hazard[]
  /** On which PostgreSQL it was tried; nothing to do needs no trying. */
  readonly engine?: string
  /** How many generated rows were followed through the migration. */
  readonly rows: number
}

export interface NextMigrationOptions {
  /** The plan's path, and how the old schema is called, for the comment. */
  readonly source: string
  readonly from: string
  /** The hazards that the person accepts. */
  readonly allowed: ReadonlySet<HazardCode>
  /** Whether indexes on tables that are there are built while people go on writing. Default: no. */
  readonly concurrently?: boolean
  /** A server on which a scratch database is made and dropped. Without it the embedded PostgreSQL is used. */
  readonly databaseUrl?: string
}

/**
 * Makes the migration from one schema to the plan's and tries it, on PostgreSQL, before anybody sees it: the old schema with generated rows, the migration,
 * what the catalog says afterwards, the rows, and the way back.
 *
 * @returns undefined with errors where a hazard is not allowed, a rename does not fit, or the migration does not do what it should.
 * @throws DatabaseFailure if the server cannot be used.
 */
export async function nextMigration(
  old: Schema,
  plan: Plan,
  { source, from, allowed, concurrently = false, databaseUrl }: NextMigrationOptions,
): Promise<{ readonly value: NextMigration | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const next = plan.schema
  if (old.platform.kind !== next.platform.kind) return { value: undefined, diagnostics: [otherPlatform(old, next)] }
  const { renames, impossible } = declaredRenames(old, next)
  if (impossible.length > 0) return { value: undefined, diagnostics: impossible.map(impossibleRename) }
  const extensions = [...new Set([...old.extensions, ...next.extensions].map(({ name }) => name))]
  const before: Schema = { ...old, platform: next.platform }
  return onDatabase(next, extensions, databaseUrl, async (database) => {
    const ways = await bothDirections(database, before, next, renames)
    if ('unusable' in ways) return { value: undefined, diagnostics: [unusable(ways, from)] }
    const apart = concurrently ? setIndexesApart(ways.up, ways.next) : { main: ways.up.steps, plain: [], indexes: [] }
    const hazards = withoutLocks(hazardsOf(ways.up.changes, renames, ways.old, ways.next), apart)
    const questions = renameQuestions(ways.up.changes)
    const refused = hazards.filter(({ code }) => !allowed.has(code))
    const diagnostics: Diagnostic[] = [...questions, ...refused.map(refusal)]
    if (refused.length > 0) return { value: undefined, diagnostics: [...diagnostics, allTogether(hazards)] }
    if (ways.up.steps.length === 0) return { value: { up: '', down: '', indexes: [], hazards, rows: 0 }, diagnostics }
    const up = { ...ways.up, steps: [...apart.main, ...apart.plain] }
    const verified = await verify(database, before, next, { ...ways, up }, renames, apart.indexes)
    diagnostics.push(...verificationDiagnostics(verified))
    if (hasErrors(diagnostics)) return { value: undefined, diagnostics }
    diagnostics.push(...migrationOwner(next.platform), ...otherVersion(database, next))
    const title = oneLine(plan.title)
    const made = `Made by dbplan from ${oneLine(source)} against ${oneLine(from)}, for PostgreSQL ${next.platform.version} (${traitsOf(next.platform).title}).`
    const warnings = hazards.map(({ code, message }) => `${code}: ${oneLine(message)}`)
    const lost = hazardsOf(ways.down.changes, [], ways.next, ways.old).filter(({ code }) => code === 'data-loss')
    return {
      value: {
        up:
          apart.main.length === 0
            ? ''
            : scriptHeader([`${title}: the next migration.`, made, 'Meant to run in one transaction.', ...warnings]) +
              patience(ways.up.changes) +
              toMigration(apart.main),
        indexes: apart.indexes.map(({ name, build, drop }) => ({
          name,
          script:
            scriptHeader([
              `${title}: an index of the next migration, built while people go on writing.`,
              made,
              'Runs by itself, outside a transaction. Where it fails it leaves an index that is not valid: take that away before it runs again.',
              `  ${drop.sql};`,
            ]) + toMigration([build]),
        })),
        down:
          scriptHeader([
            `${title}: takes the migration back.`,
            made,
            ...lost.map(({ code, message }) => `${code}: ${oneLine(message)}`),
          ]) + toMigration(ways.down.steps),
        hazards,
        engine: database.version,
        rows: verified.rows,
      },
      diagnostics,
    }
  })
}

/** A statement that waits for a lock makes everybody wait who comes after it. */
function patience(changes: readonly Change[]): string {
  const touchesTables = changes.some(
    (change) => 'table' in change || change.kind === 'row security' || change.kind === 'rebuild type',
  )
  return touchesTables ? "-- Rather gives up than keeps everybody waiting behind it.\nset local lock_timeout = '5s';\n\n" : ''
}

async function onDatabase<T>(
  next: Schema,
  extensions: readonly string[],
  url: string | undefined,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  if (url !== undefined)
    return withScratchDatabase(url, next.platform, async (database) => {
      await database.exec(`begin;${database.setUp ?? ''}`)
      return await work(database)
    })
  const database = await openEmbedded(next.platform, { extensions })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

function otherVersion(database: Database, { platform }: Schema): readonly Diagnostic[] {
  if (database.kind === 'embedded' || Number.parseInt(database.version, 10) === platform.version) return []
  const message = `The migration was tried on PostgreSQL ${database.version}; the plan is for ${platform.version}.`
  return [
    { code: 'migration/other-version', severity: 'warning', message, help: 'Name a server of the version that it will run on.' },
  ]
}

function otherPlatform(old: Schema, next: Schema): Diagnostic {
  return {
    code: 'migration/other-platform',
    severity: 'error',
    message: `The old schema is for ${traitsOf(old.platform).title}, the plan for ${traitsOf(next.platform).title}.`,
    help: 'Roles and accounts differ between platforms; no migration leads from one to the other.',
  }
}

function impossibleRename(what: string): Diagnostic {
  return {
    code: 'migration/rename',
    severity: 'error',
    message: `The plan says that ${what}.`,
    help: 'Correct the name in <!-- was: … -->, or take the comment out.',
  }
}

function unusable({ unusable: which, refused }: Unusable, from: string): Diagnostic {
  const what = which === 'old' ? `The schema of ${from}` : 'The plan'
  return {
    code: which === 'old' ? 'migration/old-schema' : 'migration/plan',
    severity: 'error',
    message: `${what} does not run on PostgreSQL: ${refused.message} (${refused.state}), in: ${firstLine(refused.statement.sql)}`,
    help: which === 'old' ? 'Start from a plan, migrations or a database that PostgreSQL accepts.' : usePlan,
  }
}

const usePlan = 'dbplan check says more. After an edit, dbplan brings the policies and grants that it compiled in line with it.'

/** Each hazard is an error until it is allowed by name. */
function refusal({ code, message, instead }: Hazard): Diagnostic {
  return {
    code: `migration/${code}`,
    severity: 'error',
    message: `${message}: ${hazardMeanings[code]}.`,
    help: `If that is meant: --allow ${code}${instead === undefined ? '' : `. Without it: ${instead}`}`,
  }
}

function allTogether(hazards: readonly Hazard[]): Diagnostic {
  const codes = [...new Set(hazards.map(({ code }) => code))]
  const message = `Nothing was written. With every hazard of this migration allowed: --allow ${codes.join(',')}`
  return { code: 'migration/refused', severity: 'note', message }
}

function verificationDiagnostics({ failure, withoutRows }: Verification): readonly Diagnostic[] {
  if (failure !== undefined) {
    return [
      {
        code: 'migration/verification',
        severity: 'error',
        message: `The migration was tried and did not do what it should, so it was not written. ${describeFailure(failure)}`,
        help: 'This is not about your plan. Please report it, with both schemas if you may share them.',
      },
    ]
  }
  return withoutRows.map((refused) => ({
    code: 'migration/rows-in-the-way',
    severity: 'warning' as const,
    message: `Generated rows kept a statement from running: ${refused.message}. Rows like these have to be mended before it: ${firstLine(refused.statement.sql)}`,
    help: 'The rest was tried without the rows of that table.',
  }))
}

function describeFailure(failure: VerificationFailure): string {
  const way = failure.direction === 'up' ? 'On the way there' : 'On the way back'
  switch (failure.kind) {
    case 'refused':
      return `${way} PostgreSQL refused ${firstLine(failure.refused.statement.sql)}: ${failure.refused.message} (${failure.refused.state}).`
    case 'differs': {
      const [first] = failure.differences
      return `${way} ${first?.kind} ${first?.object} differs in ${first?.aspect}: ${first?.expected ?? 'none'} was expected, ${first?.actual ?? 'none'} is there.`
    }
    case 'rows':
      return `${way} rows of ${failure.lost.map(({ table }) => table).join(', ')} changed.`
  }
}

function firstLine(sql: string): string {
  return sql.split('\n')[0] ?? sql
}
