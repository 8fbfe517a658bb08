import { dirname, relative, resolve, sep } from 'node:path'
import { asEdited } from '../compile.ts'
import { hasErrors } from '../diagnostic/diagnostic.ts'
import { shownPath } from '../diagnostic/shown-path.ts'
import { type HazardCode, hazardCodes } from '../migration/hazards.ts'
import { nextMigration } from '../migration/next-migration.ts'
import { Failure } from '../project/failure.ts'
import { planPath, readPlanFile } from '../project/read-plan-file.ts'
import { recogniseSource } from '../source/schema-source.ts'
import { exitCodes } from './exit-codes.ts'
import type { MigrateOptions } from './migrate.ts'
import { type Behind, migrationFile, migrationsIn, writeMigration } from './migration-file.ts'
import { openOutput } from './output.ts'
import { startProgress } from './progress.ts'
import { readEdited } from './read-edited.ts'
import { reportDiagnostics } from './report/diagnostics.ts'
import { count } from './report/wrap.ts'

/** `dbplan migrate --from OLD`: the SQL that turns what is there into the plan, tried before it is written. */
export async function runMigrateFrom(options: MigrateOptions & { readonly from: string }): Promise<number> {
  const output = openOutput({})
  const dir = resolve(options.dir)
  const file = options.plan === undefined ? planPath(dir) : resolve(options.plan)
  const allowed = options.down === true ? new Set(hazardCodes) : readHazardCodes(options.allow ?? [])
  const { plan: read, text, diagnostics: said } = await readPlanFile(file)
  if (read === undefined) {
    reportDiagnostics(said, output)
    return exitCodes.usage
  }
  const { value: plan, diagnostics: followed } = await asEdited(read, text)
  const diagnostics = [...said, ...followed]
  const progress = startProgress(output)
  progress.show('reading what is there')
  const old = await readEdited(await recogniseSource(options.from, file), { platform: plan.schema.platform }).finally(() =>
    progress.done(),
  )
  if (old.value === undefined || hasErrors(old.diagnostics)) {
    reportDiagnostics([...diagnostics, ...old.diagnostics], output)
    return exitCodes.usage
  }
  progress.show('trying the migration on PostgreSQL')
  const made = await nextMigration(old.value.schema, plan, {
    source: relative(dir, file).split(sep).join('/'),
    from: old.value.shown,
    allowed,
    concurrently: options.concurrently === true,
    ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
  }).finally(() => progress.done())
  // What followed from edits of the old plan is done.
  const before = old.diagnostics.filter(({ code }) => code !== 'plan/follows-edits')
  const all = [...diagnostics, ...before, ...made.diagnostics]
  if (made.value === undefined) {
    reportDiagnostics(all, output)
    return exitCodes.findings
  }
  const { down, up, indexes, engine, rows } = made.value
  const scripts: readonly { readonly script: string; readonly behind?: Behind }[] = (
    options.down === true
      ? [{ script: down }]
      : [{ script: up }, ...indexes.map(({ name, script }, at) => ({ script, behind: { place: at + 1, what: name } }))]
  ).filter(({ script }) => script !== '')
  if (scripts.length === 0)
    output.err.write(`${shownPath(file)} and ${old.value.shown} hold the same schema; there is nothing to migrate.\n`)
  else if (options.stdout === true) output.out.write(scripts.map(({ script }) => script).join('\n'))
  else {
    const now = new Date()
    for (const { script, behind } of scripts) {
      const path = migrationFile(options, plan, 'change_schema', now, behind)
      const others = options.down === true ? [] : await migrationsIn(dirname(path), script)
      const already = others.find((other) => other.same)
      if (already !== undefined)
        output.out.write(`${shownPath(already.path)} holds this migration already; nothing was written.\n`)
      else await writeMigration(path, script, dir, output)
    }
  }
  if (engine !== undefined)
    output.err.write(`Tried on PostgreSQL ${engine}: it leads to the plan and back, and keeps ${count(rows, 'generated row')}.\n`)
  reportDiagnostics(all, output)
  return exitCodes.done
}

/** `--allow data-loss,rewrite`, any number of times. */
function readHazardCodes(given: readonly string[]): ReadonlySet<HazardCode> {
  const words = given.flatMap((part) => part.split(',')).map((word) => word.trim())
  const unknown = words.find((word) => word !== '' && !hazardCodes.some((code) => code === word))
  if (unknown !== undefined)
    throw new Failure(`There is no hazard "${unknown}" to allow.`, { help: `There are ${hazardCodes.join(', ')}.` })
  return new Set(hazardCodes.filter((code) => words.includes(code)))
}
