import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { readText } from '../brief/files/read-text.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.ts'
import { shownPath } from '../diagnostic/shown-path.ts'
import type { Spot } from '../diagnostic/spot.ts'
import type { TakenPolicy } from '../foreign/access/take-sayings.ts'
import type { Remark, SaidAccess } from '../foreign/draft.ts'
import { isSealed } from '../plan/seal.ts'
import { displayName } from '../schema/lookups.ts'
import { emptyNotes } from '../schema/notes.ts'
import type { Plan } from '../schema/plan.ts'
import type { Platform } from '../schema/platform.ts'
import type { Schema } from '../schema/schema.ts'
import { applyScripts, platformOfScripts, type Script } from './apply-scripts.ts'
import { readRevision } from './git-revision.ts'
import { forwardPart, migrationFiles } from './migration-files.ts'
import { isOwnPlan, ownPlanSpots } from './own-plan.ts'
import { readDatabase } from './read-database.ts'
import type { SchemaSource } from './schema-source.ts'

export interface ReadSchemaOptions {
  /** The platform of scripts that do not show it themselves. Default: Supabase where they speak of it, else plain PostgreSQL. */
  readonly platform?: Platform
}

/** What a source holds: the schema, and the whole plan where the source is one. */
export interface SourceSchema {
  readonly schema: Schema
  /** How a person names the source: a path, `git:main`; never a password. */
  readonly shown: string
  readonly plan?: Plan
  /** Whether the plan is in dbplan's own format. */
  readonly isOwn: boolean
  /** Where the parts stand, and the texts they stand in, by file; empty for a database. */
  readonly spots: ReadonlyMap<string, Spot>
  readonly texts: ReadonlyMap<string, string>
  /** Types as they are written, by `table.column`. */
  readonly writtenTypes: ReadonlyMap<string, string>
  /** What is wrong with how it is written: statements that PostgreSQL cannot read, sections that differ. */
  readonly remarks: readonly Remark[]
  /** What a plan says in words alone of who may reach a table, by name. */
  readonly accessWords?: ReadonlyMap<string, SaidAccess>
  /** Policies that were made of what a plan says in words. */
  readonly taken?: readonly TakenPolicy[]
  /** Columns of tables that a plan describes although the platform keeps them, by table. */
  readonly managed: Readonly<Record<string, readonly string[]>>
}

const nowhere = { isOwn: false, spots: new Map(), texts: new Map(), writtenTypes: new Map(), remarks: [], managed: {} }

/**
 * Reads a schema from wherever it is: a plan, a plan in git, a SQL file, a folder of migrations, or a database, which is only read. The value is
 * undefined where there is nothing to go on with; the diagnostics say why. A schema from SQL or a database is spelled as PostgreSQL prints it,
 * one from a plan as it is written (`postgres/canonical` makes them comparable).
 *
 * @throws DatabaseFailure if a database does not answer.
 */
export function readSchema(source: SchemaSource, options: ReadSchemaOptions = {}): Promise<Outcome<SourceSchema | undefined>> {
  return (readers[source.kind] as Reader<SchemaSource['kind']>)(source, options)
}

type Reader<K extends SchemaSource['kind']> = (
  source: Extract<SchemaSource, { kind: K }>,
  options: ReadSchemaOptions,
) => Promise<Outcome<SourceSchema | undefined>>

const readers: { readonly [K in SchemaSource['kind']]: Reader<K> } = {
  plan: async ({ file }) => {
    const shown = shownPath(file)
    const read = await readText(file, shown)
    return 'diagnostic' in read ? unreadable(read.diagnostic) : readPlanText(read.text, shown)
  },
  revision: async ({ revision, file }) => {
    const read = await readRevision(revision, file)
    return 'diagnostic' in read ? unreadable(read.diagnostic) : readPlanText(read.text, `git:${revision}:${basename(file)}`)
  },
  sql: ({ file }, options) => readScripts([file], shownPath(file), options),
  migrations: async ({ folder }, options) => {
    const shown = shownPath(folder)
    const files = await migrationFiles(folder)
    if (files.length > 0) return readScripts(files, shown, options)
    const names = await readdir(folder)
    return unreadable({
      code: 'source/no-migrations',
      severity: 'error',
      message: `The folder ${shown} holds no SQL files.`,
      help: names.includes('migrations')
        ? `Did you mean ${shown}/migrations?`
        : 'Name the folder that your migrations stand in, such as supabase/migrations.',
    })
  },
  database: async ({ url }) => {
    const { value: schema, diagnostics } = await readDatabase(url)
    return { value: { ...nowhere, schema, shown: new URL(url).host || 'the database' }, diagnostics }
  },
}

/** A rule that a person put in their own words: the schema is whole, and what everybody can do with the rule's tables is observed. */
function inOwnWords(said: Diagnostic): Diagnostic {
  if (said.code !== 'plan/rule-unreadable') return said
  const help = `${said.help ?? 'Say it in the words of the format'}; as it stands, what everybody can do with its table is observed.`
  return { ...said, severity: 'warning', help }
}

async function readPlanText(text: string, shown: string): Promise<Outcome<SourceSchema | undefined>> {
  const texts = new Map([[shown, text]])
  if (isOwnPlan(text)) {
    const { readPlan } = await import('../plan/read-plan.ts')
    const { value, diagnostics: said } = await readPlan(text, shown)
    const diagnostics = isSealed(text) ? said : said.map(inOwnWords)
    if (!hasErrors(diagnostics)) {
      const spots = ownPlanSpots(text, shown, value.schema)
      return { value: { ...nowhere, schema: value.schema, shown, plan: value, isOwn: true, spots, texts }, diagnostics }
    }
    // Written by dbplan, it is read by its form or not at all; written like it by a person, it is read as far as it goes.
    if (isSealed(text)) return { value: undefined, diagnostics }
  }
  const { readForeignPlan } = await import('../foreign/read-foreign-plan.ts')
  const { title, schema, managed, ...rest } = await readForeignPlan(text, shown)
  const plan = { title, schema, notes: emptyNotes }
  const kept = Object.fromEntries(managed.map(({ table, columns }) => [displayName(table), columns.map(({ name }) => name)]))
  return { value: { ...rest, schema, shown, plan, isOwn: false, texts, managed: kept }, diagnostics: [] }
}

async function readScripts(
  files: readonly string[],
  shown: string,
  options: ReadSchemaOptions,
): Promise<Outcome<SourceSchema | undefined>> {
  const scripts: Script[] = []
  const diagnostics: Diagnostic[] = []
  for (const file of files) {
    const read = await readText(file, shownPath(file))
    if ('diagnostic' in read) diagnostics.push(asSource(read.diagnostic))
    else scripts.push({ text: forwardPart(read.text), file: shownPath(file) })
  }
  if (diagnostics.length > 0) return { value: undefined, diagnostics }
  const platform = options.platform ?? (await platformOfScripts(scripts))
  const { value, diagnostics: found } = await applyScripts(scripts, platform)
  const { readSqlSchema } = await import('../foreign/read-sql-schema.ts')
  const { spots, writtenTypes } = await readSqlSchema(scripts, platform)
  const texts = new Map(scripts.map(({ file, text }) => [file, text]))
  return { value: { ...nowhere, schema: value, shown, spots, texts, writtenTypes }, diagnostics: found }
}

const unreadable = (diagnostic: Diagnostic): Outcome<undefined> => ({ value: undefined, diagnostics: [asSource(diagnostic)] })

function asSource(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, code: diagnostic.code.replace(/^brief\//, 'source/') }
}
