import { readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { withUsualGrants } from '../check/usual-grants.ts'
import { hasErrors } from '../diagnostic/diagnostic.ts'
import { shownPath } from '../diagnostic/shown-path.ts'
import { readPlan } from '../plan/read-plan.ts'
import { writePlan } from '../plan/write-plan.ts'
import { Failure } from '../project/failure.ts'
import { writablePath } from '../project/project-path.ts'
import { planPath } from '../project/read-plan-file.ts'
import { writeFileAtomically } from '../project/write-file.ts'
import { displayName } from '../schema/lookups.ts'
import { emptyNotes } from '../schema/notes.ts'
import type { Plan } from '../schema/plan.ts'
import { readSchema } from '../source/read-schema.ts'
import { recogniseSource } from '../source/schema-source.ts'
import { exitCodes } from './exit-codes.ts'
import { openOutput } from './output.ts'
import { startProgress } from './progress.ts'
import { reportDiagnostics } from './report/diagnostics.ts'
import { countSchema } from './report/schema-counts.ts'
import { count } from './report/wrap.ts'

export interface AdoptOptions {
  readonly dir: string
  readonly out?: string
  readonly force?: boolean
  /** Whether PostgreSQL is asked that the access rules come to what the policies do. */
  readonly proof: boolean
}

/** Where projects keep their migrations, the first that is there. */
const usualFolders: readonly string[] = ['supabase/migrations', 'migrations', 'db/migrations', 'drizzle', 'prisma/migrations']

/**
 * `dbplan adopt [SOURCE]`: the plan of what is there already, every reason "found". It carries no seal, as if a person had written it: a later design never
 * replaces it.
 */
export async function runAdopt(source: string | undefined, options: AdoptOptions): Promise<number> {
  const output = openOutput({})
  const dir = resolve(options.dir)
  const path = options.out === undefined ? planPath(dir) : resolve(options.out)
  const target = writablePath(path, options.dir)
  if (options.force !== true && (await hasText(target))) {
    throw new Failure('There is a plan already.', {
      place: { file: shownPath(path), line: 1 },
      help: 'To keep both: --out FILE. To replace it: --force.',
    })
  }
  const word = source ?? (await usualSource(dir))
  const progress = startProgress(output)
  progress.show('reading what is there')
  const read = await readSchema(await recogniseSource(word, planPath(dir))).finally(() => progress.done())
  if (read.value === undefined || hasErrors(read.diagnostics)) {
    reportDiagnostics(read.diagnostics, output)
    return exitCodes.usage
  }
  const { shown } = read.value
  const schema = withUsualGrants(read.value.schema)
  const found: Plan = read.value.plan ?? { title: await projectName(dir), schema, notes: emptyNotes }
  progress.show('reading what its policies mean')
  const { adoptAccess } = await import('../adopt/adopt-access.ts')
  const { plan } =
    read.value.plan !== undefined && read.value.isOwn
      ? { plan: found }
      : await adoptAccess(found, options.proof).finally(() => progress.done())
  const text = writePlan(plan)
  const again = await readPlan(text, shownPath(path))
  await writeFileAtomically(target, text)
  const counts = countSchema(schema)
  const held = [count(counts.tables, 'table'), count(counts.policies, 'policy', 'policies'), count(counts.functions, 'function')]
  output.out.write(`${shownPath(path)}: ${held.join(', ')} found in ${shown}\n`)
  output.out.write(`${accessLine(plan)}\n`)
  reportDiagnostics([...read.diagnostics, ...again.diagnostics], output)
  return exitCodes.done
}

/** What came of the policies, and what is left to a person. */
function accessLine({ schema: { access, tables } }: Plan): string {
  if (access.rules.length === 0)
    return 'Its policies say nothing that could be read as meaning: say in section 4 who may do what, and dbplan check tries it.'
  const left = access.unread ?? []
  const said = `${count(access.rules.length, 'access rule')} read from the policies of ${count(tables.length - left.length, 'table')}`
  if (left.length === 0) return `${said}; dbplan check tries them.`
  const names = left.map(({ schema, table }) => displayName({ schema, name: table })).join(', ')
  return `${said}; left as found, for you to say in section 4: ${names}.`
}

async function hasText(path: string): Promise<boolean> {
  return (await readFile(path, 'utf8').catch(() => '')).trim() !== ''
}

async function usualSource(dir: string): Promise<string> {
  for (const folder of usualFolders) {
    const path = join(dir, folder)
    if ((await stat(path).catch(() => undefined))?.isDirectory() === true) return path
  }
  throw new Failure('There is nothing to adopt.', {
    help: `Name a folder of migrations, a .sql file or a database URL: dbplan adopt postgres://… (looked for ${usualFolders.join(', ')})`,
  })
}

/** The name in package.json, else the folder's. */
async function projectName(dir: string): Promise<string> {
  try {
    const parsed: unknown = JSON.parse(await readFile(join(dir, 'package.json'), 'utf8'))
    if (typeof parsed === 'object' && parsed !== null && 'name' in parsed && typeof parsed.name === 'string') return parsed.name
  } catch {
    // Without a readable package.json the folder names the project.
  }
  return basename(dir)
}
