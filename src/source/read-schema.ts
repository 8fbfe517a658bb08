import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { readText } from '../brief/files/read-text.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.ts'
import { shownPath } from '../diagnostic/shown-path.ts'
import type { Plan } from '../schema/plan.ts'
import type { Platform } from '../schema/platform.ts'
import type { Schema } from '../schema/schema.ts'
import { applyScripts, platformOfScripts, type Script } from './apply-scripts.ts'
import { readRevision } from './git-revision.ts'
import { forwardPart, migrationFiles } from './migration-files.ts'
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
}

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
    return { value: { schema, shown: new URL(url).host || 'the database' }, diagnostics }
  },
}

async function readPlanText(text: string, shown: string): Promise<Outcome<SourceSchema | undefined>> {
  const { readPlan } = await import('../plan/read-plan.ts')
  const { value, diagnostics } = await readPlan(text, shown)
  return { value: hasErrors(diagnostics) ? undefined : { schema: value.schema, shown, plan: value }, diagnostics }
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
  return { value: { schema: value, shown }, diagnostics: found }
}

const unreadable = (diagnostic: Diagnostic): Outcome<undefined> => ({ value: undefined, diagnostics: [asSource(diagnostic)] })

function asSource(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, code: diagnostic.code.replace(/^brief\//, 'source/') }
}
