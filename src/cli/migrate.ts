import { dirname, relative, resolve, sep } from 'node:path'
import { asEdited } from '../compile.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { shownPath } from '../diagnostic/shown-path.ts'
import { firstMigration } from '../migration/first-migration.ts'
import { planPath, readPlanFile } from '../project/read-plan-file.ts'
import { exitCodes } from './exit-codes.ts'
import { migrationFile, migrationsIn, writeMigration } from './migration-file.ts'
import { openOutput } from './output.ts'
import { reportDiagnostics } from './report/diagnostics.ts'

export interface MigrateOptions {
  readonly dir: string
  readonly plan?: string
  readonly stdout?: boolean
  readonly out?: string
  readonly name?: string
  readonly down?: boolean
  readonly from?: string
  readonly allow?: readonly string[]
  readonly concurrently?: boolean
  readonly databaseUrl?: string
}

/** `dbplan migrate`: the SQL that builds the plan, printed or written as a migration. A file that is there is never overwritten. */
export async function runMigrate(options: MigrateOptions): Promise<number> {
  if (options.from !== undefined) return (await import('./migrate-from.ts')).runMigrateFrom({ ...options, from: options.from })
  const output = openOutput({})
  const dir = resolve(options.dir)
  const file = options.plan === undefined ? planPath(dir) : resolve(options.plan)
  const { plan: read, text, diagnostics: said } = await readPlanFile(file)
  if (read === undefined) {
    reportDiagnostics(said, output)
    return exitCodes.usage
  }
  const { value: plan, diagnostics: followed } = await asEdited(read, text)
  const diagnostics = [...said, ...followed]
  const migration = firstMigration(plan, relative(dir, file).split(sep).join('/'))
  const script = options.down === true ? migration.down : migration.up
  if (options.stdout === true) {
    output.out.write(script)
    reportDiagnostics([...diagnostics, ...migration.diagnostics], output)
    return exitCodes.done
  }
  const path = migrationFile(options, plan, 'create_schema', new Date())
  const found = options.down === true ? [] : await migrationsIn(dirname(path), script)
  const already = found.find((other) => other.same)
  if (already !== undefined) output.out.write(`${shownPath(already.path)} holds this migration already; nothing was written.\n`)
  else await writeMigration(path, script, dir, output)
  const others = already === undefined && found.length > 0 ? [notTheFirst(found.length, dirname(path))] : []
  reportDiagnostics([...diagnostics, ...migration.diagnostics, ...others], output)
  return exitCodes.done
}

function notTheFirst(count: number, folder: string): Diagnostic {
  return {
    code: 'migration/not-the-first',
    severity: 'warning',
    message: `${shownPath(folder)} holds ${count === 1 ? 'a migration' : `${count} migrations`} already. This one builds the whole schema from nothing.`,
    help: 'Keep only what the database does not have yet, or start from an empty database.',
  }
}
