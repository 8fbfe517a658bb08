import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.ts'
import { positionsOf } from '../diagnostic/positions.ts'
import { readCatalog } from '../postgres/catalog/read-catalog.ts'
import { type Database, sqlState } from '../postgres/database.ts'
import { openEmbedded } from '../postgres/embedded.ts'
import { preludeOf } from '../postgres/prelude/prelude.ts'
import { leavesGrants } from '../schema/left-grants.ts'
import type { Platform } from '../schema/platform.ts'
import type { Schema } from '../schema/schema.ts'
import { parseStatements } from '../sql/parser/parse-statements.ts'
import { splitStatements } from '../sql/parser/split-statements.ts'
import { at, listAt, textAt } from '../sql/parser/walk.ts'
import { identifier } from '../sql/quote.ts'
import { tellNotModelled } from './tell-not-modelled.ts'

/** A script and how a person finds it. */
export interface Script {
  readonly text: string
  readonly file: string
}

interface Step {
  readonly kind: string
  readonly sql: string
  readonly start: number
  readonly tree: unknown
}

/**
 * Runs scripts in order on the embedded PostgreSQL, behind the platform's prelude and as the role that owns migrations there, and reads the catalog back.
 * A statement that PostgreSQL refuses is an error at its place, and the others still run. What a plan has no place for is a warning.
 */
export async function applyScripts(scripts: readonly Script[], platform: Platform): Promise<Outcome<Schema>> {
  const diagnostics: Diagnostic[] = []
  const parsed = await Promise.all(scripts.map(async (script) => ({ script, steps: await stepsOf(script, diagnostics) })))
  const extensions = parsed.flatMap(({ steps }) => steps.flatMap(({ tree }) => extensionName(tree)))
  const database = await openEmbedded(platform, { extensions })
  try {
    await database.exec(`set role ${identifier(preludeOf(platform).owner)}`)
    for (const { script, steps } of parsed) await runScript(database, script, steps, diagnostics)
    await database.exec('reset role')
    const value = await readCatalog(database, platform)
    const told = await tellNotModelled(database, platform, { leavesGrants: leavesGrants(platform, value.grants) })
    return { value, diagnostics: [...diagnostics, ...told] }
  } finally {
    await database.close()
  }
}

/** The statements of a script, without those that open or end transactions, since each is tried alone. */
async function stepsOf({ text, file }: Script, diagnostics: Diagnostic[]): Promise<readonly Step[]> {
  const whole = await parseStatements(text)
  if (whole.ok) return whole.statements.filter(({ kind }) => kind !== 'TransactionStmt')
  const place = positionsOf(text, file)
  const steps: Step[] = []
  for (const piece of splitStatements(text)) {
    const parsed = await parseStatements(piece.text)
    if (parsed.ok) steps.push(...parsed.statements.map((one) => ({ ...one, start: piece.start + one.start })))
    else
      diagnostics.push({
        code: 'source/sql',
        severity: 'error',
        message: `PostgreSQL cannot read this statement: ${parsed.message}`,
        place: place(piece.start + parsed.offset),
      })
  }
  return steps.filter(({ kind }) => kind !== 'TransactionStmt')
}

/** A whole script at once, which is fast; where that fails it has left nothing, and its statements are tried one by one. */
async function runScript(database: Database, { text, file }: Script, steps: readonly Step[], diagnostics: Diagnostic[]) {
  const failed = await database.exec(steps.map(({ sql }) => `${sql};`).join('\n')).then(
    () => false,
    () => true,
  )
  if (!failed) return
  const place = positionsOf(text, file)
  for (const step of steps) {
    try {
      await database.exec(step.sql)
    } catch (error) {
      diagnostics.push({
        code: 'source/refused',
        severity: step.kind.startsWith('Create') || step.kind.startsWith('Alter') ? 'error' : 'warning',
        message: `PostgreSQL refuses this statement: ${messageOf(error)} (${sqlState(error) ?? 'no SQLSTATE'})`,
        place: place(step.start),
        ...helpFor(step, error),
      })
    }
  }
}

function helpFor(step: Step, error: unknown): { readonly help?: string } {
  const missing = step.kind === 'CreateExtensionStmt' && ['58P01', '0A000'].includes(sqlState(error) ?? '')
  return missing ? { help: 'The embedded PostgreSQL does not have this extension; what needs it is not read.' } : {}
}

function extensionName(tree: unknown): readonly string[] {
  const name = textAt(tree, 'CreateExtensionStmt', 'extname')
  return name === undefined ? [] : [name]
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const supabaseSchemas: ReadonlySet<string> = new Set(['auth', 'storage'])
const supabaseRoles: ReadonlySet<string> = new Set(['anon', 'authenticated', 'service_role'])

/** The platform that SQL was written for: it speaks of Supabase's schemas or roles, or it is plain PostgreSQL. */
export async function platformOfScripts(scripts: readonly Script[]): Promise<Platform> {
  for (const { text } of scripts) {
    const whole = await parseStatements(text)
    const pieces = whole.ok ? [whole] : await Promise.all(splitStatements(text).map((piece) => parseStatements(piece.text)))
    const trees = pieces.flatMap((piece) => (piece.ok ? piece.statements.map(({ tree }) => tree) : []))
    if (trees.some(speaksOfSupabase)) return { kind: 'supabase', version: 17 }
  }
  return { kind: 'postgres', version: 17 }
}

function speaksOfSupabase(tree: unknown): boolean {
  if (Array.isArray(tree)) return tree.some(speaksOfSupabase)
  if (typeof tree !== 'object' || tree === null) return false
  if (supabaseSchemas.has(textAt(tree, 'RangeVar', 'schemaname') ?? textAt(tree, 'schemaname') ?? '')) return true
  if (supabaseRoles.has(textAt(tree, 'RoleSpec', 'rolename') ?? '')) return true
  const names = listAt(tree, 'FuncCall', 'funcname')
  if (names.length === 2 && supabaseSchemas.has(textAt(names[0], 'String', 'sval') ?? '')) return true
  return Object.keys(tree).some((key) => speaksOfSupabase(at(tree, key)))
}
