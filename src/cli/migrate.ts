import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { shownPath } from '../diagnostic/shown-path.ts'
import { firstMigration } from '../migration/first-migration.ts'
import { migrationFileName, migrationFolder } from '../migration/migration-path.ts'
import { Failure } from '../project/failure.ts'
import { writablePath } from '../project/project-path.ts'
import { planPath, readPlanFile } from '../project/read-plan-file.ts'
import { writeFileAtomically } from '../project/write-file.ts'
import type { Plan } from '../schema/plan.ts'
import { exitCodes } from './exit-codes.ts'
import { type Output, openOutput } from './output.ts'
import { reportDiagnostics } from './report/diagnostics.ts'

export interface MigrateOptions {
  readonly dir: string
  readonly plan?: string
  readonly stdout?: boolean
  readonly out?: string
  readonly name: string
  readonly down?: boolean
}

/** `dbplan migrate`: the SQL that builds the plan, printed or written as a migration. A file that is there is never overwritten. */
export async function runMigrate(options: MigrateOptions): Promise<number> {
  const output = openOutput({})
  const dir = resolve(options.dir)
  const file = options.plan === undefined ? planPath(dir) : resolve(options.plan)
  const { plan, diagnostics } = await readPlanFile(file)
  if (plan === undefined) {
    reportDiagnostics(diagnostics, output)
    return exitCodes.usage
  }
  const migration = firstMigration(plan, relative(dir, file).split(sep).join('/'))
  const script = options.down === true ? migration.down : migration.up
  if (options.stdout === true) {
    output.out.write(script)
    reportDiagnostics([...diagnostics, ...migration.diagnostics], output)
    return exitCodes.done
  }
  const path = await choosePath(options, plan)
  const found = options.down === true ? [] : await othersIn(dirname(path), script)
  const already = found.find((other) => other.same)
  if (already !== undefined) output.out.write(`${shownPath(already.path)} holds this migration already; nothing was written.\n`)
  else await write(path, script, dir, output)
  const others = already === undefined && found.length > 0 ? [notTheFirst(found.length, dirname(path))] : []
  reportDiagnostics([...diagnostics, ...migration.diagnostics, ...others], output)
  return exitCodes.done
}

async function choosePath({ dir, out, name, down }: MigrateOptions, plan: Plan): Promise<string> {
  const { platform } = plan.schema
  const direction = down === true ? 'down' : 'up'
  const fileName = migrationFileName(platform, name, new Date(), direction)
  if (out === undefined) return join(resolve(dir), migrationFolder(platform, direction), fileName)
  return /\.sql$/i.test(out) ? resolve(out) : join(resolve(out), fileName)
}

async function write(path: string, script: string, dir: string, { out }: Output): Promise<void> {
  const target = writablePath(path, dir)
  const there = await readFile(target, 'utf8').catch(() => undefined)
  if (there !== undefined) {
    throw new Failure('A migration is never overwritten, and this file is there already.', {
      place: { file: shownPath(path), line: 1 },
      help: 'Give another --name or --out.',
    })
  }
  await writeFileAtomically(target, script, { fresh: true })
  out.write(`${shownPath(path)}\n`)
}

/** The migrations that a folder holds already. Comments do not make a migration another one. */
async function othersIn(folder: string, script: string): Promise<readonly { readonly path: string; readonly same: boolean }[]> {
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith('.sql') && !name.endsWith('.down.sql'))
    .sort()
  return await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const text = await readFile(path, 'utf8').catch(() => '')
      return { path, same: statementsOf(text) === statementsOf(script) }
    }),
  )
}

function statementsOf(script: string): string {
  return script
    .replaceAll('\r\n', '\n')
    .replace(/^(--[^\n]*\n)*/, '')
    .trim()
}

function notTheFirst(count: number, folder: string): Diagnostic {
  return {
    code: 'migration/not-the-first',
    severity: 'warning',
    message: `${shownPath(folder)} holds ${count === 1 ? 'a migration' : `${count} migrations`} already. This one builds the whole schema from nothing.`,
    help: 'Keep only what the database does not have yet, or start from an empty database.',
  }
}
